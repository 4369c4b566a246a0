-- What became of articles: captures that are versions of one article, those that no longer stand, and what people said was withdrawn.
-- Everything but the withdrawals could be made again from the readings.

-- Articles whose address was looked at. story is the key of the first article of those that are versions of each other, its own when
-- it is alone; seen is when the page was seen (UTC, ISO 8601), modified the day the page gives for its last change, notice the kind
-- of note that takes the article back, "" where there is none of these.
CREATE TABLE version (
    article  INTEGER PRIMARY KEY REFERENCES article (id),
    key      TEXT NOT NULL UNIQUE,
    address  TEXT NOT NULL,            -- "" when it has none of its own
    story    TEXT NOT NULL,
    seen     TEXT NOT NULL,
    modified TEXT NOT NULL,
    notice   TEXT NOT NULL
) STRICT;
CREATE INDEX version_address ON version (address, seen) WHERE address <> '';
CREATE INDEX version_story ON version (story, seen);
CREATE INDEX version_seen ON version (seen);

-- Articles that no longer stand: lists pass over them unless they are asked for.
CREATE TABLE outdated (
    article INTEGER PRIMARY KEY REFERENCES article (id),
    reason  TEXT NOT NULL,             -- superseded, withdrawn
    by      TEXT NOT NULL              -- key of the version or the withdrawal that did it
) STRICT;

-- What people said was withdrawn, or stands after all, in order; the log holds each as well, so that a change shows.
CREATE TABLE withdrawal (
    number  INTEGER PRIMARY KEY,
    key     TEXT NOT NULL UNIQUE,
    article TEXT NOT NULL,
    wire    TEXT NOT NULL
) STRICT;
CREATE INDEX withdrawal_article ON withdrawal (article);

-- Claims of two versions that are one claim: what people judged of one holds for the other.
CREATE TABLE heir (
    old TEXT NOT NULL,
    new TEXT NOT NULL,
    PRIMARY KEY (old, new)
) STRICT, WITHOUT ROWID;
CREATE INDEX heir_new ON heir (new);

-- When a capture came is looked up by its bytes.
CREATE INDEX log_captured ON log (subject) WHERE action = 'captured';
