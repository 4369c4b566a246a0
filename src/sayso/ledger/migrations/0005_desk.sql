-- What the desk looks things up by, and what people decide at it.

-- A happening as lists show it, in wire form; whether claims give its days; what holds of it beside the columns it had.
ALTER TABLE event ADD COLUMN dated INTEGER NOT NULL DEFAULT 0;
ALTER TABLE event ADD COLUMN placed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE event ADD COLUMN summary TEXT NOT NULL DEFAULT '';
CREATE INDEX event_articles ON event (articles, id);
CREATE INDEX event_origins ON event (origins, id);
CREATE INDEX event_contested ON event (first, id) WHERE contested <> '';
CREATE INDEX event_kind ON event (kind, first, id);
CREATE INDEX event_begins ON event (first, id, contested, placed, dated);

-- Where happenings were, and what a map says of each, in the order of places so that those of one place stand together.
CREATE TABLE event_place (
    id        INTEGER PRIMARY KEY REFERENCES event (id) ON DELETE CASCADE,
    lat       REAL NOT NULL,
    lon       REAL NOT NULL,
    radius    REAL NOT NULL,           -- kilometres
    name      TEXT NOT NULL,
    first     INTEGER NOT NULL,
    contested INTEGER NOT NULL,        -- 1: on some field
    origins   INTEGER NOT NULL
) STRICT;
CREATE INDEX event_place_at ON event_place (lat, lon, radius, name, first, contested, origins);

-- Happenings gathered before there were summaries are gathered anew.
INSERT OR IGNORE INTO moved SELECT a.key FROM article a JOIN weighed w ON w.article = a.id;

-- What people decided of claims, in order; the log holds each as well, so that a change shows.
CREATE TABLE review (
    number INTEGER PRIMARY KEY,
    key    TEXT NOT NULL UNIQUE,
    claim  TEXT NOT NULL,
    who    TEXT NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0, -- the number of the decision that took this one back
    wire   TEXT NOT NULL
) STRICT;
CREATE INDEX review_claim ON review (claim, number);
CREATE INDEX review_who ON review (who, number);

-- Where that leaves each claim. Can be made again from the reviews.
CREATE TABLE reviewed (
    claim TEXT PRIMARY KEY,
    state TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX reviewed_state ON reviewed (state, claim);

-- Merges and splits that were taken back.
CREATE TABLE undone (
    number    INTEGER PRIMARY KEY,
    judgement INTEGER NOT NULL UNIQUE,
    wire      TEXT NOT NULL
) STRICT;

-- Dossiers: every saving of each, the last one holds.
CREATE TABLE dossier (
    number  INTEGER PRIMARY KEY,
    key     TEXT NOT NULL,
    version INTEGER NOT NULL,
    wire    TEXT NOT NULL,
    UNIQUE (key, version)
) STRICT;

CREATE INDEX claim_newest ON claim (first, id);
CREATE INDEX claim_kind_newest ON claim (kind, first, id);
