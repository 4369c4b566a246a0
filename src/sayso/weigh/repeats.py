"""Folds what one voice tells twice in one article into one claim, the fullest, and keeps where it is told again."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import replace

from sayso.model.article import Article
from sayso.model.claim import Claim
from sayso.model.happening import Figure, Happening

Telling = tuple[Hashable, ...]


def fold(article: Article, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the claims with repeats folded (gold guide, rule 1), in reading order.

    A claim repeats an earlier one when the same chain says it as firmly, and either the words are the same, or the kind,
    the figures (at least one) and every other field that both give are. Other figures or other voices are other claims.
    """
    kept: list[Claim] = []
    by_chain: dict[Telling, list[int]] = {}
    for c in claims:
        mates = by_chain.setdefault(_chain(c), [])
        twin = next((k for k in mates if _same(article.text, kept[k], c)), None)
        if twin is None:
            mates.append(len(kept))
            kept.append(c)
        else:
            kept[twin] = _joined(kept[twin], c)
    return tuple(kept)


def _chain(c: Claim) -> Telling:
    """Return what must be the same for two claims to be one telling at all."""
    voices = tuple((v.id or v.name.casefold(), v.kind) for v in c.voices)
    return (voices, c.polarity.value, c.certainty.value, c.happening.kind.value if c.happening else None)


def _same(text: str, a: Claim, b: Claim) -> bool:
    return _words(text, a) == _words(text, b) or _same_happening(a.happening, b.happening)


def _words(text: str, c: Claim) -> str:
    return " ".join(w for s in c.content for w in s.of(text).casefold().split())


def _same_happening(a: Happening | None, b: Happening | None) -> bool:
    """Tell whether two happenings of one kind give the same figures and nothing that differs."""
    if a is None or b is None or not any(_figures(a)) or _figures(a) != _figures(b):
        return False
    pairs = ((_place(a), _place(b)), (_days(a), _days(b)), (_names(a, "actors"), _names(b, "actors")))
    return all(not x or not y or x == y for x, y in pairs)


def _range(f: Figure | None) -> tuple[int, int | None] | None:
    return None if f is None else (f.low, f.high)


def _figures(h: Happening) -> Telling:
    return (_range(h.killed), _range(h.injured), _range(h.captured), _range(h.displaced))


def _place(h: Happening) -> str:
    return "" if h.place is None else (h.place.id or h.place.name.casefold())


def _days(h: Happening) -> Telling:
    return () if h.when is None or h.when.start is None else (h.when.start, h.when.end)


def _names(h: Happening, role: str) -> frozenset[str]:
    return frozenset(x.id or x.name.casefold() for x in getattr(h, role))


def _joined(first: Claim, again: Claim) -> Claim:
    """Return the fuller of the two, with the place of the other kept."""
    full, thin = (again, first) if _fullness(again) > _fullness(first) else (first, again)
    return replace(full, repeats=tuple(sorted({*first.repeats, *again.repeats, *thin.content})))


def _fullness(c: Claim) -> tuple[int, int]:
    h = c.happening
    fields = (
        0
        if h is None
        else sum(bool(x) for x in (h.actors, h.targets, h.place, h.when, h.means, h.control, *_figures(h)))
    )
    return fields, sum(s.end - s.start for s in c.content)
