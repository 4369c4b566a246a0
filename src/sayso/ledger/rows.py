"""Records to rows: the columns and indexes that find a record again."""

from __future__ import annotations

import math
import re
import sqlite3
import unicodedata

from sayso.model import wire
from sayso.model.claim import Claim
from sayso.model.reading import Reading
from sayso.model.span import Span
from sayso.model.where import Place

KM_A_DEGREE = 111.2
ADDRESS = re.compile(r"[^\s@]@[^\s@]|\w://|\bwww\.\w|\w\.[a-z]{2,}/\w", re.IGNORECASE)
"""What a word that is an address of mail or web holds."""
BETWEEN = " … "


def fold(word: str) -> str:
    """Return the word as names are looked up: no case, no accents, single spaces."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return " ".join(plain.casefold().split())


def without_addresses(text: str) -> str:
    """Return the words of ``text`` to index: addresses of mail and web never are, wherever on a page they stand."""
    return " ".join(w for w in text.split() if not ADDRESS.search(w)) if ADDRESS.search(text) else text


def day_number(day: str | None) -> int | None:
    """Return ``YYYY-MM-DD`` as the integer yyyymmdd, None for anything else."""
    digits = (day or "").replace("-", "")
    return int(digits) if len(digits) == len("yyyymmdd") and digits.isdecimal() else None


class Names:
    """The dictionary of names and words: gives each its number, and remembers those it gave."""

    LIMIT = 200_000

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        self.known: dict[str, int] = {}

    def number(self, word: str) -> int:
        """Return the number of ``word``, giving it one when it is new."""
        if (known := self.known.get(word)) is not None:
            return known
        row = self.db.execute("SELECT id FROM name WHERE word = ?", (word,)).fetchone()
        if row is None:
            at = self.db.execute("INSERT INTO name (word, folded) VALUES (?, ?)", (word, fold(word))).lastrowid
            row = (at,)
        if len(self.known) >= self.LIMIT:
            self.known.clear()
        self.known[word] = int(row[0])
        return self.known[word]

    def forget(self) -> None:
        """Drop what is remembered, after numbers given in a transaction were taken back."""
        self.known.clear()


def words_of(text: str, claim: Claim) -> str:
    """Return the content of a claim as one line."""
    return BETWEEN.join(" ".join(s.of(text).split()) for s in claim.content)


def index_article(db: sqlite3.Connection, names: Names, capture: int, r: Reading) -> int:
    """Keep the article, put its reporting zones into the search index, and return its row."""
    a = r.article
    outlet = names.number(a.outlet.value) if a.outlet else None
    row = db.execute(
        "INSERT INTO article (key, capture, ref, outlet, published, claims) VALUES (?, ?, ?, ?, ?, ?)",
        (a.id, capture, a.ref, outlet, day_number(a.published.value if a.published else None), len(r.claims)),
    ).lastrowid
    assert row is not None
    rest = wire.to_json(wire.rest_out(r)).decode()
    db.execute("INSERT INTO article_wire VALUES (?, ?, ?)", (row, wire.encode_article(a).decode(), rest))
    body = "\n".join(z.span.of(a.text) for z in a.claim_zones())
    title = a.title.value if a.title else ""
    db.execute(
        "INSERT INTO article_text (rowid, title, body) VALUES (?, ?, ?)",
        (row, without_addresses(title), without_addresses(body)),
    )
    return row


def index_claims(db: sqlite3.Connection, names: Names, article: int, r: Reading) -> None:
    """Keep the claims of an article under the article's row."""
    a = r.article
    outlet = names.number(a.outlet.value) if a.outlet else None
    day = day_number(a.published.value if a.published else None)
    for c in r.claims:
        row = db.execute(_CLAIM, (c.id, article, outlet, *_numbered(names, columns(c, day)))).lastrowid
        assert row is not None
        words = words_of(a.text, c)
        db.execute("INSERT INTO claim_wire VALUES (?, ?, ?)", (row, words, wire.encode_claim(c).decode()))
        voices = without_addresses(" ".join(v.name for v in c.voices))
        db.execute(
            "INSERT INTO claim_text (rowid, words, voices) VALUES (?, ?, ?)", (row, without_addresses(words), voices)
        )
        pairs = {(names.number(word), role, row) for role, word in named(a.text, c)}
        db.executemany("INSERT INTO claim_name VALUES (?, ?, ?)", sorted(pairs))
        if c.happening and c.happening.place and (box := _box(c.happening.place)):
            db.execute("INSERT INTO claim_place VALUES (?, ?, ?, ?, ?)", (row, *box))


_CLAIM = """INSERT INTO claim (key, article, outlet, kind, certainty, polarity, tense, first, last, dated, killed)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""


Columns = tuple[str | None, str, str, str, int | None, int | None, int, int | None]


def columns(c: Claim, day: int | None) -> Columns:
    """Return what the claim table holds of a claim.

    Kind, certainty, polarity and tense in words; first and last day; 1 when these are its own, else 0 (``day``, that of
    publication); the least number killed.
    """
    h = c.happening
    first = day_number(h.when.start) if h and h.when else None
    last = day_number(h.when.end) if h and h.when else None
    own = first is not None
    return (
        h.kind.value if h else None, c.certainty.value, c.polarity.value, c.tense.value,
        first if own else day, last if own else day, int(own),
        h.killed.low if h and h.killed else None,
    )  # fmt: skip


def _numbered(names: Names, found: Columns) -> tuple[int | None, ...]:
    kind, certainty, polarity, tense, *rest = found
    words = [None if kind is None else names.number(kind), *(names.number(w) for w in (certainty, polarity, tense))]
    return (*words, *rest)


def named(text: str, c: Claim) -> list[tuple[str, str]]:
    """Return every (role, name) of a claim: names as resolved and as worded; a voice is found by its kind as well."""
    found: list[tuple[str, str]] = []
    for v in c.voices:
        found += [("voice", v.name), ("voice", v.kind), ("voice", _worded(text, v.source))]
    if c.voices:
        found.append(("origin", c.voices[-1].name))
    if h := c.happening:
        for role, actors in (("actor", h.actors), ("target", h.targets)):
            found += [(role, word) for x in actors for word in (x.name, _worded(text, x.span))]
        if h.place:
            found += [("place", h.place.name), ("place", h.place.text)]
    return [(role, word) for role, word in found if word]


def _worded(text: str, span: Span | None) -> str:
    return " ".join(span.of(text).split()) if span else ""


def _box(p: Place) -> tuple[float, float, float, float] | None:
    """Return south, north, west, east around the place and its radius; longitudes stretch towards the poles."""
    if p.lat is None or p.lon is None:
        return None
    tall = (p.radius_km or 0.0) / KM_A_DEGREE
    wide = tall / max(0.01, math.cos(math.radians(p.lat)))
    return (p.lat - tall, p.lat + tall, p.lon - wide, p.lon + wide)
