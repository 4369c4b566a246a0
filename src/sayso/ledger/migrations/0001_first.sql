-- The first shape of a ledger. Records are kept whole in wire form; the other columns and tables only find them again.

CREATE TABLE capture (
    id      INTEGER PRIMARY KEY,
    sha256  BLOB NOT NULL UNIQUE,      -- of the bytes as received
    size    INTEGER NOT NULL,          -- of the bytes as received
    data    BLOB NOT NULL,             -- the bytes, deflated
    form    TEXT NOT NULL,
    ref     TEXT NOT NULL,
    origin  TEXT NOT NULL,
    at      INTEGER NOT NULL,          -- offset in the origin
    supplied TEXT NOT NULL,            -- what the caller said of it, JSON
    header  BLOB NOT NULL              -- of the source, where a row can't be read without it (CSV)
) STRICT;

-- What happened to this ledger, in order. Each row's hash covers the row before it.
CREATE TABLE log (
    seq      INTEGER PRIMARY KEY,
    at       TEXT NOT NULL,            -- UTC, ISO 8601
    action   TEXT NOT NULL,            -- shaped, captured, refused
    subject  TEXT NOT NULL,            -- the number of the shape, the SHA-256 of the capture, or the ref of what was refused
    detail   TEXT NOT NULL,            -- JSON
    hash     BLOB NOT NULL
) STRICT;
CREATE INDEX log_refused ON log (subject) WHERE action = 'refused';

-- Each word or name once: outlets, kinds, voices, actors, places.
CREATE TABLE name (
    id     INTEGER PRIMARY KEY,
    word   TEXT NOT NULL UNIQUE,
    folded TEXT NOT NULL
) STRICT;
CREATE INDEX name_folded ON name (folded);

CREATE TABLE article (
    id        INTEGER PRIMARY KEY,
    key       TEXT NOT NULL UNIQUE,
    capture   INTEGER NOT NULL REFERENCES capture (id),
    ref       TEXT NOT NULL,
    outlet    INTEGER REFERENCES name (id),
    published INTEGER,                 -- yyyymmdd
    claims    INTEGER NOT NULL
) STRICT;
CREATE INDEX article_outlet ON article (outlet, id);
CREATE INDEX article_published ON article (published, id);

CREATE TABLE article_wire (
    id   INTEGER PRIMARY KEY REFERENCES article (id),
    wire TEXT NOT NULL,                -- the article as of model.wire
    rest TEXT NOT NULL                 -- problems, lineage and attributions as of model.wire
) STRICT;

CREATE TABLE claim (
    id        INTEGER PRIMARY KEY,
    key       TEXT NOT NULL UNIQUE,
    article   INTEGER NOT NULL REFERENCES article (id),
    outlet    INTEGER,
    kind      INTEGER,                 -- null: no happening
    certainty INTEGER NOT NULL,
    polarity  INTEGER NOT NULL,
    tense     INTEGER NOT NULL,
    first     INTEGER,                 -- yyyymmdd; the day of publication when the claim gives none
    last      INTEGER,
    dated     INTEGER NOT NULL,        -- 1: the days are the claim's own
    killed    INTEGER                  -- the least number killed
) STRICT;
CREATE INDEX claim_article ON claim (article);
CREATE INDEX claim_outlet ON claim (outlet, id);
CREATE INDEX claim_kind ON claim (kind, id);
CREATE INDEX claim_certainty ON claim (certainty, id);
CREATE INDEX claim_days ON claim (first, last);
CREATE INDEX claim_killed ON claim (killed) WHERE killed IS NOT NULL;

CREATE TABLE claim_wire (
    id    INTEGER PRIMARY KEY REFERENCES claim (id),
    words TEXT NOT NULL,               -- the content, spans joined by " … "
    wire  TEXT NOT NULL                -- the claim as of model.wire
) STRICT;

-- Who and what a claim names. Roles: voice (any link), origin (the last link), actor, target, place.
CREATE TABLE claim_name (
    name  INTEGER NOT NULL REFERENCES name (id),
    role  TEXT NOT NULL,
    claim INTEGER NOT NULL REFERENCES claim (id),
    PRIMARY KEY (name, role, claim)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_name_of ON claim_name (claim, name, role);

-- The box around a claim's place and its radius, in degrees.
CREATE VIRTUAL TABLE claim_place USING rtree (id, south, north, west, east);

-- Words of claims and of the reporting zones of articles; nothing else of a page is ever indexed.
CREATE VIRTUAL TABLE claim_text USING fts5 (words, voices, content = '', tokenize = 'porter unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE article_text USING fts5 (title, body, content = '', tokenize = 'porter unicode61 remove_diacritics 2');
