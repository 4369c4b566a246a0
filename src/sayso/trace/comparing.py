"""Two articles compared: what each shared passage is, and what that makes of the pair."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import Protocol

from sayso.model.article import Article
from sayso.model.copying import Copying, CopyKind, Passage, SharedKind
from sayso.trace.passages import Run, edits, joined, reach, runs, stretched
from sayso.trace.upstream import upstream
from sayso.trace.wording import Wording, fingerprints, shingles, sizes, wording


class Holders(Protocol):
    """Which articles hold a fingerprint, with the day of each (``date.toordinal``; 0 when it has none)."""

    def holders(self, prints: Sequence[int]) -> Mapping[int, Sequence[tuple[str, int]]]:
        """Return for each fingerprint that any article holds the articles and their days."""
        ...


class Nothing:
    """No other articles are known: no passage is background."""

    def holders(self, prints: Sequence[int]) -> Mapping[int, Sequence[tuple[str, int]]]:  # noqa: ARG002 (the shape of Holders)
        """Return nothing."""
        return {}


@dataclass(frozen=True, slots=True)
class Worded:
    """An article with its words, and the day it is dated to (``date.toordinal``; 0 when nothing says)."""

    article: Article
    wording: Wording
    day: int


def worded(article: Article) -> Worded:
    """Return an article as it is compared."""
    stated = article.dateline or article.original_published or article.published
    try:
        day = date.fromisoformat(stated.value).toordinal() if stated else 0
    except ValueError:  # a month or a year alone
        day = 0
    return Worded(article, wording(article), day)


def compare(first: Worded, second: Worded, known: Holders | None = None) -> Copying | None:
    """Return how two articles share words; None when they share no passage."""
    one, other = sorted((first, second), key=lambda w: w.article.id)
    groups = _groups(one.wording, other.wording)
    if not groups:
        return None
    stock = _background(one, other, groups, known or Nothing())
    kinds = [_kind(g, one.wording, other.wording, k in stock) for k, g in enumerate(groups)]
    shares = _shares(one, other, groups, kinds)
    if _far(one, other) and max(shares) < sizes().background.share:
        kinds = ["background" if kind == "copied" else kind for kind in kinds]
        shares = _shares(one, other, groups, kinds)
    kind, why = _verdict(groups, kinds, shares)
    binds = kind == "same-wire-copy" or (kind == "partly-derived" and max(shares) >= sizes().derived.binds)
    nearer, told = upstream(one, other) if kind in ("same-wire-copy", "partly-derived") else ("unknown", ())
    passages = tuple(_passage(g, k, one.wording, other.wording) for g, k in zip(groups, kinds, strict=True))
    return Copying(one.article.id, other.article.id, kind, passages, *shares, binds, nearer, (*why, *told))


def _passage(group: Sequence[Run], kind: SharedKind, one: Wording, other: Wording) -> Passage:
    here, there = reach(group, one, other)
    return Passage(here, there, sum(n for *_, n in group), kind, edits(group, one, other))


def _far(one: Worded, other: Worded) -> bool:
    """Tell whether two articles are so many days apart that they hardly tell one story."""
    return bool(one.day and other.day) and abs(one.day - other.day) > sizes().background.days


def _shares(
    one: Worded, other: Worded, groups: Sequence[Sequence[Run]], kinds: Sequence[SharedKind]
) -> tuple[float, float]:
    return _share(one.wording, 0, groups, kinds), _share(other.wording, 1, groups, kinds)


def _groups(one: Wording, other: Wording) -> list[list[Run]]:
    """Return the passages that two articles share, as runs of words; no word belongs to two."""
    found = list(joined(runs(one, other)))
    held = [r for g in found for r in g]
    out = []
    for g in found:
        more = [r for r in stretched(g, one.words, other.words) if r in g or not any(_meets(r, h) for h in held)]
        held += [r for r in more if r not in g]
        if sum(n for *_, n in more) >= sizes().words.least:
            out.append(more)
    return out


def _meets(a: Run, b: Run) -> bool:
    """Tell whether two runs have words in common, in either article."""
    return any(a[k] < b[k] + b[2] and b[k] < a[k] + a[2] for k in (0, 1))


def _kind(group: Sequence[Run], one: Wording, other: Wording, stock: bool) -> SharedKind:
    """Return what a passage is: quoted when most of its words stand in quotation marks on either side, or somebody speaks of himself."""
    inside = sum(one.quoted[i + k] or other.quoted[j + k] for i, j, n in group for k in range(n))
    speaker = sizes().speaker
    own = sum(one.words[i + k] in speaker.words for i, _, n in group for k in range(n))
    size = sum(n for *_, n in group)
    if 2 * inside > size or own >= speaker.share * size:
        return "quoted"
    return "background" if stock else "copied"


def _background(one: Worded, other: Worded, groups: Sequence[Sequence[Run]], known: Holders) -> set[int]:
    """Return the numbers of the passages that articles of quite other days hold too."""
    prints = [fingerprints(shingles(one.wording.words[g[0][0] : g[-1][0] + g[-1][2]])) for g in groups]
    holders = known.holders([p for some in prints for p in some])
    days = [d for d in (one.day, other.day) if d]
    rule = sizes().background
    stock = set()
    for k, some in enumerate(prints):
        far = [
            sum(
                1
                for a, d in holders.get(p, ())
                if d and all(abs(d - x) > rule.days for x in days) and a not in (one.article.id, other.article.id)
            )
            for p in some
        ]
        if days and far and median(far) >= rule.holders:
            stock.add(k)
    return stock


def _share(w: Wording, side: int, groups: Sequence[Sequence[Run]], kinds: Sequence[SharedKind]) -> float:
    """Return what part of an article's own words is copied: quotations and shared background are nobody's own."""
    copied = sum(run[2] for g, kind in zip(groups, kinds, strict=True) if kind == "copied" for run in g)
    aside: set[int] = set()
    for g, kind in zip(groups, kinds, strict=True):
        if kind == "background":
            aside.update(i for run in g for i in range(run[side], run[side] + run[2]))
    own = sum(1 for i, quoted in enumerate(w.quoted) if not quoted and i not in aside)
    return round(min(1.0, copied / max(1, own)), 3)


def _verdict(
    groups: Sequence[Sequence[Run]], kinds: Sequence[SharedKind], shares: tuple[float, float]
) -> tuple[CopyKind, tuple[str, ...]]:
    """Return the kind of a pair, and why."""
    count = {
        kind: sum(run[2] for g, k in zip(groups, kinds, strict=True) if k == kind for run in g)
        for kind in ("copied", "quoted", "background")
    }
    said = tuple(f"{n} words {kind}" for kind, n in count.items() if n)
    s, share = sizes(), max(shares)
    if count["copied"] >= s.copy.words and (min(shares) >= s.copy.share or share >= s.copy.whole):
        return "same-wire-copy", (*said, f"{share:.0%} of the shorter one's own words are copied")
    longest = max((sum(n for *_, n in g) for g, k in zip(groups, kinds, strict=True) if k == "copied"), default=0)
    if count["copied"] >= s.derived.words and longest >= s.derived.passage and share >= s.derived.share:
        return "partly-derived", (*said, f"at most {share:.0%} of either one's own words are copied")
    if count["quoted"] >= max(s.quote.words, count["background"]):
        return "shared-quote-only", said
    return "shared-background-only", said
