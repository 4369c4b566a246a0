-- What tracing found: fingerprints of articles, and pairs of articles that share words. All of it could be made again from the texts.

-- Articles whose words were traced; day counts from 0001-01-01, 0 when nothing dates it. family is the key of the least article that
-- this one has words of one origin with, its own when it stands alone.
CREATE TABLE traced (
    article INTEGER PRIMARY KEY REFERENCES article (id),
    key     TEXT NOT NULL UNIQUE,
    day     INTEGER NOT NULL,
    family  TEXT NOT NULL
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
