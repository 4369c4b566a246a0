-- What weighing found: accounts of happenings, which of them match, the events they make, and what people judged of them.
-- Everything but the judgements could be made again from the readings.

-- What one article tells of one happening, whole in wire form.
CREATE TABLE account (
    id      INTEGER PRIMARY KEY,
    key     TEXT NOT NULL UNIQUE,
    article INTEGER NOT NULL REFERENCES article (id),
    wire    TEXT NOT NULL
) STRICT;
CREATE INDEX account_article ON account (article);

CREATE TABLE account_claim (
    claim   TEXT NOT NULL,             -- the claim's key
    account INTEGER NOT NULL REFERENCES account (id),
    PRIMARY KEY (claim, account)
) STRICT, WITHOUT ROWID;
CREATE INDEX account_claim_of ON account_claim (account);

-- Digests of the keys under which accounts of one happening meet.
CREATE TABLE account_block (
    block   INTEGER NOT NULL,
    account INTEGER NOT NULL REFERENCES account (id),
    PRIMARY KEY (block, account)
) STRICT, WITHOUT ROWID;

-- Pairs that match or came close, one < other by key.
CREATE TABLE account_match (
    one   TEXT NOT NULL,
    other TEXT NOT NULL,
    score REAL NOT NULL,
    wire  TEXT NOT NULL,
    PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX account_match_other ON account_match (other);

-- One happening, many tellings: columns that find it again.
CREATE TABLE event (
    id        INTEGER PRIMARY KEY,
    key       TEXT NOT NULL UNIQUE,
    kind      TEXT NOT NULL,
    first     INTEGER NOT NULL,        -- days counted from 0001-01-01
    last      INTEGER NOT NULL,
    articles  INTEGER NOT NULL,
    origins   INTEGER NOT NULL,        -- independent and known
    contested TEXT NOT NULL            -- fields, comma between; "" if none
) STRICT;
CREATE INDEX event_day ON event (first, id);

CREATE TABLE event_account (
    account TEXT PRIMARY KEY,
    event   INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX event_account_of ON event_account (event);

-- Articles whose claims have been weighed.
CREATE TABLE weighed (article INTEGER PRIMARY KEY REFERENCES article (id)) STRICT;

-- What people decided, in order; the log holds each as well, so that a change shows.
CREATE TABLE judgement (
    number INTEGER PRIMARY KEY,
    key    TEXT NOT NULL UNIQUE,
    wire   TEXT NOT NULL
) STRICT;
