"""How surely edits of an article are told: known edits are made to real articles, both versions are read, and every claim is followed.

    python -m bench.changes [--shared DIR] [--articles N] [--seed N] [--show]

In each article one sentence is dropped, one is put in, and one toll is raised. Of the claims of the older version those of the dropped
sentence must be orphaned, that with the toll changed in it, all others found again: unchanged, or only read otherwise beside the new words.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench import corpus
from sayso.model.article import Article
from sayso.model.change import FIGURES
from sayso.model.claim import Claim
from sayso.model.reading import Reading
from sayso.model.span import Span
from sayso.pipeline import library
from sayso.read import article
from sayso.trace.changes import change

SENTENCE = re.compile(r"[^.!?\n]+[.!?](?=\s)")
NUMBER = re.compile(r"\d+")
PUT_IN = "Officials gave no further details of the operation on Tuesday."


@dataclass(frozen=True)
class Edited:
    """An edited text, the sentence that was dropped and the toll that was raised, as spans of the old text."""

    text: str
    dropped: Span
    raised: Span | None


def edited(r: Reading, chance: random.Random) -> Edited | None:
    """Return an article's text with a sentence dropped, one put in and a toll raised; None when it is too short to edit."""
    text = r.article.text
    inside = [z.span for z in r.article.claim_zones()]
    found = [Span(m.start(), m.end()) for z in inside for m in SENTENCE.finditer(text, z.start, z.end)]
    if len(found) < 4:
        return None
    gone, after = chance.sample(found[1:], 2)
    tolls = [t for t in _tolls(r.claims, text) if not t.overlaps(gone)]
    raised = chance.choice(tolls) if tolls else None
    cuts = [(gone, ""), (Span(after.end, after.end), f" {PUT_IN}")]
    cuts += [(raised, str(int(raised.of(text)) + 7))] if raised else []
    out, at = [], 0
    for span, put in sorted(cuts, key=lambda c: c[0]):
        out += [text[at : span.start], put]
        at = max(at, span.end)
    return Edited("".join([*out, text[at:]]), gone, raised)


def _tolls(claims: tuple[Claim, ...], text: str) -> list[Span]:
    """Return where claims give a number of killed or injured in digits."""
    told = [f.span for c in claims if c.happening for f in (c.happening.killed, c.happening.injured) if f]
    return [Span(m.start(), m.end()) for s in told for m in NUMBER.finditer(text, s.start, s.end) if len(m[0]) < 5]


def read(text: str, a: Article) -> Reading:
    """Return the reading of a text under the facts of an article."""
    title, outlet, day = (s.value if s else "" for s in (a.title, a.outlet, a.published))
    return library.read(text, title=title, outlet=outlet, published=day)


def followed(old: Reading, made: Edited, new: Reading) -> Iterator[tuple[str, str, Claim]]:
    """Yield for each old claim what was done to its words, what was told of it, and the claim."""
    changes = {c.old: c for c in change(old, new).claims if c.old}
    for c in old.claims:
        told = changes[c.id]
        if all(made.dropped.holds(s) for s in c.content):
            done = "dropped"
        elif made.raised and c.happening and any(_gives(c, n, made.raised) for n in FIGURES):
            done = "raised"
        elif any(made.dropped.overlaps(s) for s in c.content) or (
            made.raised and any(made.raised.overlaps(s) for s in c.content)
        ):
            continue  # cut in two, or of another field
        else:
            done = "kept"
        said = ("figure " if FIGURES & set(told.fields) else "") + f"{told.status}, {told.rule}"
        yield done, said, c


def _gives(c: Claim, name: str, at: Span) -> bool:
    f = getattr(c.happening, name)
    return f is not None and bool(f.span.overlaps(at))


RIGHT = {
    "dropped": ("orphaned, claim.words-gone",),
    "raised": ("figure changed, claim.reworded",),
    "kept": ("unchanged, claim.same", "changed, claim.read-otherwise", "figure changed, claim.read-otherwise"),
}


def main() -> None:
    """Edit, read again, follow, and print what was told of each kind of claim."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--articles", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true", help="print every claim that was told wrongly")
    asked = parser.parse_args()
    chance = random.Random(asked.seed)  # noqa: S311 (edits to measure with)
    count: dict[str, Counter[str]] = {}
    spent = edits = 0.0
    for capture in corpus.corpus(asked.shared, "fa-kes", asked.articles):
        found, _ = article(capture)
        old = read(found.text, found)
        made = edited(old, chance)
        if made is None:
            continue
        new = read(made.text, found)
        started = time.perf_counter()
        change(old, new)
        spent, edits = spent + time.perf_counter() - started, edits + 1
        for done, said, c in followed(old, made, new):
            count.setdefault(done, Counter())[said] += 1
            if asked.show and said not in RIGHT[done]:
                print(f"{done}: {said}: {' … '.join(s.of(old.article.text) for s in c.content)[:150]}")
    for kind, told in sorted(count.items()):
        right = sum(told[r] for r in RIGHT[kind])
        print(f"{kind:8} {right} of {told.total()} right ({right / told.total():.3f}); {dict(told.most_common())}")
    print(f"{edits:.0f} articles, {1000 * spent / max(1, edits):.1f} ms each")


if __name__ == "__main__":
    main()
