"""How the ledger grows: speed of adding, and of every filter, from a thousand articles to a hundred thousand.

    python -m bench.ledger [--shared DIR] [--articles N]

Real readings are kept again and again under new ids (white space at the end of their bytes), so that only the ledger is
measured. Each filter is asked five times for its first fifty claims; the median counts.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from bench import corpus
from sayso.ledger.sqlite import SqliteStore
from sayso.ledger.store import Kept, Near, Query
from sayso.model.article import Capture
from sayso.model.ids import digest
from sayso.model.reading import Reading
from sayso.pipeline.run import outcomes

FILTERS = {
    "no filter": Query(),
    "last page (--after)": Query(after=10**6),
    "said by (name)": Query(said_by="observatory"),
    "said by (kind)": Query(said_by="military"),
    "said by nobody known": Query(said_by="zzzz"),
    "about": Query(about="islamic state"),
    "place": Query(place="aleppo"),
    "near": Query(near=Near(35.33, 40.14, 50)),
    "near, nothing there": Query(near=Near(-60, -120, 10)),
    "kind": Query(kind=("air-drone-strike",)),
    "kind, rare": Query(kind=("sexual-violence",)),
    "certainty": Query(certainty=("possible",)),
    "polarity": Query(polarity="negative"),
    "killed at least 50": Query(killed_min=50),
    "outlet": Query(outlet="sana"),
    "since and until": Query(since="2016-06-01", until="2016-06-30"),
    "since, none so late": Query(since="2090-01-01"),
    "until, none so early": Query(until="1890-01-01"),
    "one day, rare": Query(since="2016-06-03", until="2016-06-03", outlet="sana"),
    "text, common": Query(text="killed"),
    "text, two words": Query(text="killed civilians"),
    "text, phrase": Query(text='"air strikes"'),
    "text, rare": Query(text="rashideen"),
    "four at once": Query(text="killed", said_by="observatory", kind=("air-drone-strike",), since="2016-01-01"),
    "four, no hit": Query(text="killed", said_by="sana", kind=("protest",), certainty=("possible",)),
}


def copies(found: list[tuple[Capture, Reading]], total: int) -> Iterator[Kept]:
    """Yield readings under new ids until there are ``total``."""
    for n in range(total):
        capture, r = found[n % len(found)]
        new = corpus.again(capture, n // len(found)) if n >= len(found) else capture
        key = digest("a", new.sha256)
        claims = tuple(replace(c, id=digest("c", key, c.id)) for c in r.claims)
        yield Kept(new, replace(r, article=replace(r.article, id=key, sha256=new.sha256, ref=new.ref), claims=claims))


def ask(store: SqliteStore) -> None:
    """Print the median milliseconds of every filter."""
    slowest = 0.0
    for name, query in FILTERS.items():
        spent = []
        for _ in range(5):
            start = time.perf_counter()
            rows = len(store.claims(query).rows)
            spent.append((time.perf_counter() - start) * 1000)
        slowest = max(slowest, statistics.median(spent))
        print(f"  {name:22} {statistics.median(spent):8.1f} ms   {rows} rows")
    print(f"  slowest: {slowest:.1f} ms")


def main() -> None:
    """Fill a ledger and print its curve."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--shared", type=Path, default=Path("../shared"))
    arguments.add_argument("--articles", type=int, default=100_000)
    a = arguments.parse_args()
    source = corpus.corpus(a.shared, "fa-kes", 400) or corpus.sample()
    found = [o for o in outcomes(source, 1) if isinstance(o, tuple)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.ledger"
        store = SqliteStore(path)
        start, done, batch = time.perf_counter(), 0, []
        steps = {a.articles * k // 10 for k in range(1, 11)}
        print("adding: articles, articles/s in this tenth, MB")
        for kept in copies(found, a.articles):
            batch.append(kept)
            if len(batch) == 16 or done + len(batch) in steps:
                store.add(batch)
                done, batch = done + len(batch), []
            if done in steps and not batch:
                steps.discard(done)
                now = time.perf_counter()
                print(f"  {done:>8,} {a.articles / 10 / (now - start):>8,.0f} {path.stat().st_size / 1e6:>8,.0f}")
                start = time.perf_counter()
        print(
            f"asking {done:,} articles, {store.verify().claims:,} claims"
            if a.articles <= 1000
            else f"asking {done:,} articles"
        )
        ask(store)
        store.close()


if __name__ == "__main__":
    main()
