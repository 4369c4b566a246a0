"""Measures what tracing one more article costs as a ledger grows: 10⁴, 10⁵, 10⁶ articles made of recombined runs of words.

    python -m bench.tracing ../shared [--sizes 10000,100000,1000000] [--sample 200] [--at FOLDER]

Articles of 300 words are made of runs of ten words drawn by a seed from ``corpora/throughput`` (whole paragraphs drawn so would all be
stock background), dated over ten years and kept in a ledger of their own in FOLDER (gigabytes at a million; a temporary folder by
default). The mass is put in with its fingerprints and not compared; then a sample of further articles, a third of them copies of articles kept, is added and traced as ``sayso
happenings`` does. Times are CPU milliseconds an article, with the reading of its neighbours from the ledger; memory is the
whole process's peak.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import resource
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from random import Random

from sayso.ledger.sqlite import SqliteStore
from sayso.ledger.store import Kept
from sayso.model.article import Article, Capture, Stated, Zone
from sayso.model.ids import digest
from sayso.model.reading import Reading
from sayso.model.span import Span
from sayso.pipeline.tracing import Tracing
from sayso.trace.comparing import worded
from sayso.trace.wording import fingerprints, shingles

WORDS = 300
RUN = 10
"""Words drawn in a row: too few for a fingerprint to be shared for sure, enough for many to be shared by chance."""
DAYS = 3650
FIRST = date(2010, 1, 1).toordinal()
BATCH = 1000
RULE = "bench.recombined"


def texts(shared: Path) -> list[tuple[str, ...]]:
    """Return the words of the corpus's articles that are long enough."""
    with gzip.open(shared / "corpora" / "throughput.jsonl.gz", "rt", encoding="utf-8") as file:
        found = [worded(_article("p", json.loads(row)["text"], FIRST)).wording.words for row in file]
    return [words for words in found if len(words) > RUN]


def _article(key: str, text: str, day: int) -> Article:
    return Article(
        key, key, hashlib.sha256(key.encode()).hexdigest(), text, (Zone("body", Span(0, len(text)), RULE),),
        outlet=Stated(f"outlet {day % 97}", RULE), published=Stated(date.fromordinal(day).isoformat(), RULE),
    )  # fmt: skip


def drawn(parts: Sequence[tuple[str, ...]], seed: str) -> Article:
    """Return one article drawn by a seed."""
    lot, words = Random(seed), list[str]()  # noqa: S311 (nothing secret)
    while len(words) < WORDS:
        whole = lot.choice(parts)
        at = lot.randrange(len(whole) - RUN)
        words += whole[at : at + RUN]
    return _article(digest("a", seed), " ".join(words), FIRST + lot.randrange(DAYS))


def _kept(a: Article) -> Kept:
    data = a.text.encode()
    return Kept(Capture(data, a.sha256, a.ref, "bench", "text"), Reading(a, (), (), ()))


def grow(store: SqliteStore, tracing: Tracing, parts: Sequence[tuple[str, ...]], first: int, last: int) -> None:
    """Keep articles ``first`` to ``last`` with their fingerprints."""
    for start in range(first, last, BATCH):
        made = [drawn(parts, str(n)) for n in range(start, min(last, start + BATCH))]
        store.add([_kept(a) for a in made])
        with tracing.kept.writing():
            rows = {key: row for row, key in tracing.kept.untraced(BATCH)}
            for a in made:
                stated = a.published.value if a.published else ""
                prints = fingerprints(shingles(tuple(a.text.split())))
                tracing.kept.put(rows[a.id], a.id, date.fromisoformat(stated).toordinal(), "", prints)


def sample(parts: Sequence[tuple[str, ...]], held: int, size: int, most: int) -> Iterator[Article]:
    """Yield articles to add: of every three one copies an article that is held, with another opening, a day later."""
    for n in range(most):
        a = drawn(parts, f"new {size} {n}")
        if n % 3 == 0:
            other = drawn(parts, str(n * held // most))
            day = date.fromisoformat(other.published.value).toordinal() if other.published else FIRST
            a = _article(a.id, f"Update: {a.text[:200]} {other.text}", day + 1)
        yield a


def main() -> int:
    """Print a line for each size; return 0."""
    p = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    p.add_argument("shared", type=Path)
    p.add_argument("--sizes", default="10000,100000,1000000")
    p.add_argument("--sample", type=int, default=200)
    p.add_argument("--at", type=Path)
    given = p.parse_args()
    parts = texts(given.shared)
    with tempfile.TemporaryDirectory(dir=given.at) as folder:
        path, held = Path(folder) / "grown.ledger", 0
        store = SqliteStore(path)
        tracing = Tracing(store)
        for size in map(int, given.sizes.split(",")):
            begun = time.process_time()
            grow(store, tracing, parts, held, size)
            spent, held = time.process_time() - begun, size
            new = list(sample(parts, held, size, given.sample))
            store.add([_kept(a) for a in new])
            begun = time.process_time()
            done = tracing.catch_up()
            each = 1000 * (time.process_time() - begun) / done
            copies = sum(any(c.kind == "same-wire-copy" for c in tracing.pairs(a.id)) for a in new[::3])
            print(
                f"{size:>9,} articles: {each:.1f} ms to trace one more; {copies} of {len(new[::3])} copies found; "
                f"grown in {spent:.0f} s; {path.stat().st_size / 2**30:.2f} GiB on disk; "
                f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20:.2f} GiB of memory at most",
                flush=True,
            )
        store.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
