-- What tracing found: fingerprints of articles, pairs of articles that share words, and claims that cite another article. All of it could be made again from the texts.

-- Articles whose words were traced; day counts from 0001-01-01, 0 when nothing dates it. family is the key of the least article that
-- this one has words of one origin with, its own when it stands alone. outlet is the key of the outlet whose words the article's own
-- words are, "" when nobody says.
CREATE TABLE traced (
    article INTEGER PRIMARY KEY REFERENCES article (id),
    key     TEXT NOT NULL UNIQUE,
    day     INTEGER NOT NULL,
    family  TEXT NOT NULL,
    outlet  TEXT NOT NULL
) STRICT;
CREATE INDEX traced_family ON traced (family);

CREATE TABLE print (
    print   INTEGER NOT NULL,
    article INTEGER NOT NULL REFERENCES article (id),
    PRIMARY KEY (print, article)
) STRICT, WITHOUT ROWID;

-- Pairs that share passages, one < other by key.
CREATE TABLE copying (
    one   TEXT NOT NULL,
    other TEXT NOT NULL,
    kind  TEXT NOT NULL,
    wire  TEXT NOT NULL,
    PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX copying_other ON copying (other);

-- Names and numbers by which an article of an outlet is found: digests of outlet and word, with the day of the article.
CREATE TABLE told (
    mark    INTEGER NOT NULL,
    day     INTEGER NOT NULL,
    article INTEGER NOT NULL REFERENCES article (id),
    PRIMARY KEY (mark, day, article)
) STRICT, WITHOUT ROWID;

-- The same for articles that lay a claim to an outlet, so that an article of that outlet which comes later finds them.
CREATE TABLE cites (
    mark    INTEGER NOT NULL,
    day     INTEGER NOT NULL,
    article INTEGER NOT NULL REFERENCES article (id),
    PRIMARY KEY (mark, day, article)
) STRICT, WITHOUT ROWID;

-- Claims laid to an outlet, with the claim of that outlet's article that says so.
CREATE TABLE citation (
    claim TEXT    NOT NULL,
    link  INTEGER NOT NULL,            -- number of its voice
    cited TEXT    NOT NULL,            -- key of the article that says so
    wire  TEXT    NOT NULL,
    PRIMARY KEY (claim, link)
) STRICT, WITHOUT ROWID;
CREATE INDEX citation_cited ON citation (cited);

-- Articles whose family or citations changed since their happenings were last gathered.
CREATE TABLE moved (article TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
