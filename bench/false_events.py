"""Counts happenings read where none is told: in finance news and other news that is about no war.

    python -m bench.false_events FILE [--sets reuters21578] [--sentences 2000] [--seed 1] [--calm] [--list] [--unjudged]

FILE is a ``.jsonl`` or ``.jsonl.gz`` of articles whose ids begin with the name of their set. Articles are drawn by the seed until there
are enough sentences, and read. Every happening found is printed with its kind, its words and its sentence; it is false unless
``bench/judged/happenings.txt`` lists it: there stand digests of sentence and kind, one a line, of those that a reader found told.
(Strikes of dockers, sanctions, tankers attacked in a war: such news is in these sets.) Told or not is judged alone, not roles or places.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from random import Random

from sayso.find.parse import parser
from sayso.model.article import Article, Capture, Refusal, Supplied
from sayso.model.reading import Reading
from sayso.pipeline.library import text_capture
from sayso.pipeline.run import one_thread_each, outcomes

WRAPPED = re.compile(r"(?<=\S)\n(?=\S)")
"""Where agency copy of the eighties breaks a line; its paragraphs begin indented."""
JUDGED = Path(__file__).parent / "judged" / "happenings.txt"


@dataclass(frozen=True, slots=True)
class Event:
    """A happening that was read, with the sentence around its word."""

    kind: str
    rule: str
    words: str
    sentence: str

    @property
    def digest(self) -> str:
        """Return what names the event without its text."""
        plain = " ".join(self.sentence.split())
        return hashlib.sha256(f"{self.kind}\n{plain}".encode()).hexdigest()[:16]


def captures(path: Path, sets: Sequence[str], seed: int, *, calm: bool) -> Iterator[Capture]:
    """Yield the articles of the sets in an order drawn by the seed."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        rows = [r for r in map(json.loads, lines) if r["id"].partition(":")[0] in sets]
    rows = [r for r in rows if not (calm and r.get("conflict_hits"))]
    Random(seed).shuffle(rows)  # noqa: S311 a draw that anyone can repeat
    for row in rows:
        yield text_capture(
            WRAPPED.sub(" ", row["text"]), Supplied(row.get("title") or "", "", row.get("published") or "", "")
        )


def readings(captured: Iterable[Capture], sentences: int) -> Iterator[Reading]:
    """Yield readings of the captures until they hold so many sentences."""
    seen = 0
    for outcome in outcomes(captured):
        if isinstance(outcome, Refusal):
            continue
        yield outcome[1]
        seen += len(spans(outcome[1]))
        if seen >= sentences:
            return


def spans(reading: Reading) -> list[tuple[int, int]]:
    """Return the sentences of what an article reports."""
    return _cut(reading.article)


@lru_cache(maxsize=4)
def _cut(article: Article) -> list[tuple[int, int]]:
    (trees,) = parser().parse([article], names=False)
    return [(t.span.start, t.span.end) for t in trees]


def events(reading: Reading) -> Iterator[Event]:
    """Yield the happenings read in an article, each with its sentence."""
    text, sentences = reading.article.text, spans(reading)
    for c in reading.claims:
        if c.happening is not None:
            kind = c.happening.kind
            span = kind.spans[0] if kind.spans else c.content[0]
            around = next(((a, b) for a, b in sentences if a <= span.start < b), (span.start, span.end))
            yield Event(kind.value, kind.rule, span.of(text), text[around[0] : around[1]])


def told() -> frozenset[str]:
    """Return the digests of events that a reader found told."""
    lines = JUDGED.read_text(encoding="utf-8").splitlines()
    return frozenset(line.split()[0] for line in lines if line.strip() and not line.startswith("#"))


def show(found: Sequence[Event], known: frozenset[str], *, unjudged: bool) -> None:
    """Print the events found: digest, whether they are told, kind, rule, words, sentence."""
    for e in found:
        if not (unjudged and e.digest in known):
            plain = " ".join(e.sentence.split())
            print(e.digest, "told " if e.digest in known else "false", e.kind, e.rule, f"[{e.words}]", plain)


def main() -> None:
    """Draw, read, print and count."""
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("file", type=Path)
    p.add_argument("--sets", default="reuters21578", help="names of sets, with commas")
    p.add_argument("--sentences", type=int, default=2000)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument(
        "--calm",
        action="store_true",
        help="leave out articles with words of war by the corpus's own count (conflict_hits)",
    )
    p.add_argument("--list", action="store_true", help="print every event")
    p.add_argument("--unjudged", action="store_true", help="print the events that count as false")
    given = p.parse_args()
    one_thread_each()
    found: list[Event] = []
    sentences = articles = 0
    for reading in readings(captures(given.file, given.sets.split(","), given.seed, calm=given.calm), given.sentences):
        articles += 1
        sentences += len(spans(reading))
        found += events(reading)
    known = told()
    if given.list or given.unjudged:
        show(found, known, unjudged=given.unjudged)
    false = [e for e in found if e.digest not in known]
    print(f"{articles} articles, {sentences} sentences: {len(found)} happenings, {len(found) - len(false)} told, "
          f"{len(false)} false: {1000 * len(false) / max(1, sentences):.1f} in 1,000 sentences")  # fmt: skip
    for kind, n in Counter(e.kind for e in false).most_common():
        print(f"  {n:4} {kind}")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
