"""How well the network reads articles it has not learnt from, measured while it learns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import torch
from train.example import Example, Marked, example
from train.network import Reader

from sayso.find.encoder.decode import log_probabilities, odds_of, one_run, runs, tagged
from sayso.find.encoder.heard import CONTENT, SOURCE, SWITCH
from sayso.find.encoder.pieces import windows
from sayso.find.encoder.window import BEFORE, LONGEST

SAME = 0.5
Triple = tuple[frozenset[int], frozenset[int], frozenset[int]]


class Trial:
    """Scores attributions as the data's own scorer does (words, Dice of a half), and happenings by trigger, kind and role."""

    def __init__(self, out: Path, attributed: Sequence[Marked], war: Callable[[], list[Marked]]) -> None:
        self.out = out
        self.attributed = attributed
        self.war = war

    def save(self, reader: Reader) -> None:
        """Keep the weights."""
        torch.save(reader.state_dict(), self.out)

    def run(self, reader: Reader) -> dict[str, float]:
        """Return F1 of who-what and found, and of triggers and kinds."""
        war = self.war()
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            return {
                **{f"polnear {k}": v for k, v in self._said(reader, self.attributed).items()},
                **{f"war {k}": v for k, v in self._said(reader, war).items()},
                **self._happened(reader, war),
            }

    def _said(self, reader: Reader, texts: Sequence[Marked]) -> dict[str, float]:
        count: Counter[str] = Counter()
        for marked in texts:
            gold = [triple(roles) for _, _, roles in marked.links["said"]]
            word = {i for i, w in enumerate(marked.words.text) if w[0].isalnum()}
            predicted = list(attributions(reader, marked))
            gold, predicted = ([(a & word, b & word, c & word) for a, b, c in triples] for triples in (gold, predicted))
            count.update(gold=len(gold), predicted=len(predicted))
            free = set(range(len(predicted)))
            for g in gold:
                near = max(free, key=lambda k: likeness(g, predicted[k]), default=None)
                if near is None or not (g[2] & predicted[near][2] or dice(g[1], predicted[near][1]) >= SAME):
                    continue
                free.discard(near)
                p = predicted[near]
                count["found"] += 1
                count["who_what"] += dice(g[1], p[1]) >= SAME and dice(g[0], p[0]) >= SAME and bool(g[0]) == bool(p[0])
        both = max(1, count["gold"] + count["predicted"])
        return {k: round(2 * count[k] / both, 4) for k in ("found", "who_what")}

    def _happened(self, reader: Reader, war: Sequence[Marked]) -> dict[str, float]:
        count: Counter[str] = Counter()
        for marked in war:
            gold = {i: t for i, t in enumerate(marked.tags["happened"][0]) if t}
            found = {}
            for seen, own, shown in shown_windows(marked):
                tags = reader.taggers["happened"](vectors(reader, shown)).float().numpy().argmax(-1)
                found.update({seen + i: int(t) for i, t in enumerate(tags) if t and seen + i >= own})
            count.update(gold=len(gold), predicted=len(found))
            count["trigger"] += len(gold.keys() & found.keys())
            count["kind"] += sum(found.get(i) == t for i, t in gold.items())
        both = max(1, count["gold"] + count["predicted"])
        return {k: round(2 * count[k] / both, 4) for k in ("trigger", "kind")}


def triple(roles: dict[int, int]) -> Triple:
    """Return the words of source, content and cue."""
    source, content, cue = (frozenset(w for w, r in roles.items() if r == n) for n in (1, 2, 3))
    return source, content, cue


def dice(a: frozenset[int], b: frozenset[int]) -> float:
    """Return how much two sets of words share, 0 to 1; two empty ones are the same."""
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 1.0


def likeness(a: Triple, b: Triple) -> float:
    """Return how alike two attributions are, content counting twice."""
    return dice(a[0], b[0]) + 2 * dice(a[1], b[1]) + dice(a[2], b[2])


def shown_windows(marked: Marked) -> Iterator[tuple[int, int, Example]]:
    """Yield the windows of a text as they are read: first word seen, first word read, example."""
    for seen, own, end in windows([len(p) for p in marked.pieces], marked.words.breaks, LONGEST, BEFORE):
        yield seen, own, example(marked, seen, end)


def vectors(reader: Reader, shown: Example) -> torch.Tensor:
    """Return the vectors of the words of a window."""
    return reader.encoder(torch.tensor([shown.pieces]), torch.tensor([shown.looks]))[0, shown.first]


def attributions(reader: Reader, marked: Marked) -> Iterator[Triple]:
    """Yield what the network hears in a text, as sets of words."""
    for seen, own, shown in shown_windows(marked):
        words = vectors(reader, shown)
        tags = log_probabilities(reader.taggers["said"](words).float().numpy())
        cues = [(a, b) for a, b in tagged(tags) if a + seen >= own]
        if not cues:
            continue
        first, last = (torch.tensor([c[k] for c in cues]) for k in (0, 1))
        roles = log_probabilities(reader.linkers["said"](words, first, last).float().numpy())
        sources, contents = odds_of(roles, SOURCE), odds_of(roles, CONTENT)
        for k, cue in enumerate(cues):
            yield _words(seen, one_run(sources[k])), _words(seen, *runs(contents[k], SWITCH)), _words(seen, cue)


def _words(seen: int, *found: tuple[int, int] | None) -> frozenset[int]:
    return frozenset(seen + w for run in found if run for w in range(run[0], run[1] + 1))
