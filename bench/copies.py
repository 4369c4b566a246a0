"""Measures which pairs of articles are held to have one origin, and which of the four kinds of sharing each is.

    python -m bench.copies ../shared [--labels FILE] [--list]

Labels are pairs of ids with ``same_wire_copy``, ``partly_derived``, ``shared_quote_only`` or ``shared_background_only``; the fourteen of
the shared data were there to calibrate, those of ``bench/data`` were given by two readers (``--agreement`` compares their files,
``copies_labels_one`` and ``_two``; in ``copies_labels`` the four pairs on which they differ were settled on reading both texts again) to
pairs drawn at random from candidates by how much they share. The first half of each file's lines was for tuning; the second is
what counts. Every article of the corpora that the pairs come from is in the index, so that background shows.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from sayso.model.article import Article, Stated, Zone
from sayso.model.copying import Copying
from sayso.model.span import Span
from sayso.trace.comparing import Worded, compare, worded
from sayso.trace.wording import fingerprints, shingles

LABELS = {"same_wire_copy": "same-wire-copy", "partly_derived": "partly-derived", "shared_quote_only": "shared-quote-only",
          "shared_background_only": "shared-background-only"}  # fmt: skip
ORIGIN = {"same-wire-copy", "partly-derived"}
FROM = ("newsarticles", "hyperpartisan", "polnear", "fakes")
"""Sets that the candidate pairs come from."""
RULE = "bench.corpus"
Label = dict[str, str]


class Index:
    """Which articles hold a fingerprint, in memory."""

    def __init__(self, articles: Sequence[Worded]) -> None:
        self.held: dict[int, list[tuple[str, int]]] = defaultdict(list)
        for w in articles:
            for p in fingerprints(shingles(w.wording.words)):
                self.held[p].append((w.article.id, w.day))

    def holders(self, prints: Sequence[int]) -> Mapping[int, Sequence[tuple[str, int]]]:
        """Return for each fingerprint the articles that hold it."""
        return {p: self.held[p] for p in prints if p in self.held}


def corpus(shared: Path) -> Iterator[Article]:
    """Yield the articles that candidate pairs may be of."""
    seen = set()
    for name in ("fa-kes", "news-2017-conflict", "throughput"):
        with gzip.open(shared / "corpora" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as file:
            for row in map(json.loads, file):
                if row["id"].split(":")[0] in FROM and row["id"] not in seen:
                    seen.add(row["id"])
                    yield _article(
                        row["id"], row["text"], row.get("publisher") or "", (row.get("published") or "")[:10]
                    )


def _article(key: str, text: str, outlet: str, published: str) -> Article:
    return Article(
        key, key, "", text, (Zone("body", Span(0, len(text)), RULE),),
        outlet=Stated(outlet, RULE), published=Stated(published, RULE) if len(published) == 10 else None,
    )  # fmt: skip


def labels(path: Path) -> list[Label]:
    """Return the labelled pairs of a file, in its order."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def agreement(one: Sequence[Label], two: Sequence[Label]) -> str:
    """Return in words how far two readers agree, on the four kinds and on one origin or not."""
    second = {frozenset((p["a"], p["b"])): LABELS[p["label"]] for p in two}
    both = [(LABELS[p["label"]], second[k]) for p in one if (k := frozenset((p["a"], p["b"]))) in second]
    four = sum(a == b for a, b in both)
    origin = sum((a in ORIGIN) == (b in ORIGIN) for a, b in both)
    return f"{len(both)} pairs: four kinds {four / len(both):.3f} (kappa {kappa(both):.3f}), one origin or not {origin / len(both):.3f}"


def kappa(both: Sequence[tuple[str, str]]) -> float:
    """Return Cohen's kappa of pairs of labels."""
    same = sum(a == b for a, b in both) / len(both)
    first, second = Counter(a for a, _ in both), Counter(b for _, b in both)
    chance = sum(first[k] * second[k] for k in first) / len(both) ** 2
    return (same - chance) / (1 - chance) if chance < 1 else 1.0


def score(pairs: Sequence[Label], held: Mapping[str, Worded], index: Index, *, listed: bool) -> str:
    """Return the table of one set of pairs."""
    table: Counter[tuple[str, str]] = Counter()
    for p in pairs:
        found = compare(held[p["a"]], held[p["b"]], index)
        gold, got = LABELS[p["label"]], found.kind if found else "none"
        table[gold, got] += 1
        if listed and gold != got:
            print(f"  {p['a']} {p['b']}: {gold}, read as {got}: {_why(found)}")
    right = sum(n for (g, k), n in table.items() if g in ORIGIN and k in ORIGIN)
    said = sum(n for (_, k), n in table.items() if k in ORIGIN)
    there = sum(n for (g, _), n in table.items() if g in ORIGIN)
    four = sum(n for (g, k), n in table.items() if g == k)
    merged = sum(n for (g, k), n in table.items() if g == "shared-background-only" and k in ORIGIN)
    return (
        f"{len(pairs)} pairs: one origin P {right / max(1, said):.3f} R {right / max(1, there):.3f}; four kinds {four / len(pairs):.3f}; "
        f"background merged {merged}"
    )


def _why(found: Copying | None) -> str:
    return f"{'; '.join(found.why)} ({found.share_one}, {found.share_other})" if found else "no shared passage"


def main() -> None:
    """Print the tables."""
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("shared", type=Path)
    p.add_argument("--labels", type=Path, default=Path("bench/data/copies_labels.jsonl"))
    p.add_argument("--agreement", type=Path, nargs=2, metavar="FILE")
    p.add_argument("--list", action="store_true")
    given = p.parse_args()
    if given.agreement:
        print("two readers,", agreement(*(labels(f) for f in given.agreement)))
        return
    articles = [worded(a) for a in corpus(given.shared)]
    held, index = {w.article.id: w for w in articles}, Index(articles)
    print(
        "calibration,",
        score(labels(given.shared / "bench/copies/pairs_labelled_14.jsonl"), held, index, listed=given.list),
    )
    pairs = labels(given.labels) if given.labels.is_file() else []
    for name, part in (("tuned on,", pairs[: len(pairs) // 2]), ("untouched,", pairs[len(pairs) // 2 :])):
        if part:
            print(name, score(part, held, index, listed=given.list))


if __name__ == "__main__":
    main()
