"""Folds what one voice tells twice in one article into one claim, the fullest, and keeps where it is told again."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import replace

from sayso.model.article import Article
from sayso.model.claim import Claim
from sayso.model.happening import Figure, Happening
from sayso.model.span import Span

Telling = tuple[Hashable, ...]
EMPTY: Telling = ("", (), frozenset())
"""What a field that says nothing holds."""


def fold(article: Article, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the claims with repeats folded (gold guide, rule 1), in reading order.

    A claim repeats an earlier one when the same chain says it as firmly, and either the words are the same, or the kind,
    the figures (at least one) and every other field that both give are. Other figures or other voices are other claims.
    """
    before, kept = -1, list(claims)
    while len(kept) != before:  # a claim made fuller by one repeat may be what another repeats
        before, kept = len(kept), _folded(article.text, kept)
    return tuple(sorted(kept, key=lambda c: c.content[:1]))


def _folded(text: str, claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims with each folded into the first that it repeats."""
    kept: list[Claim] = []
    others: list[list[Span]] = []
    told: dict[Telling, int] = {}
    mates: dict[Telling, _Mates] = {}
    for c in claims:
        chain = _chain(c)
        words = (*chain, _words(text, c))
        rest = _rest(c.happening) if c.happening and _counted(c) else None
        twin = told.get(words)
        if twin is None and rest is not None and chain in mates:
            twin = mates[chain].first(rest)
        if twin is None:
            twin = len(kept)
            kept.append(c)
            others.append([])
        else:
            thin, kept[twin] = sorted((c, kept[twin]), key=_fullness)
            others[twin] += (*thin.content, *thin.repeats)
        if rest is not None and kept[twin] is c:
            mates.setdefault(chain, _Mates()).put(twin, rest)
        told.setdefault(words, twin)
    return [_joined(c, o) for c, o in zip(kept, others, strict=True)]


class _Mates:
    """Claims of one chain and the same figures, found again by what else they say, so that long lists stay quick."""

    def __init__(self) -> None:
        self._rest: dict[int, Telling] = {}
        self._saying: dict[tuple[int, Hashable], set[int]] = {}

    def put(self, number: int, rest: Telling) -> None:
        """Note what a claim says; a fuller claim takes the place of an earlier one of its number."""
        for n, said in enumerate(self._rest.get(number, ())):
            self._saying[n, said].discard(number)
        self._rest[number] = rest
        for n, said in enumerate(rest):
            self._saying.setdefault((n, said), set()).add(number)

    def first(self, rest: Telling) -> int | None:
        """Return the first claim that says nothing else than this one in any field that both give; None when there's none."""
        some = [self._some(n, said) for n, said in enumerate(rest) if said]
        few = min(some, key=len, default=self._rest.keys())
        return min((k for k in few if _agree(self._rest[k], rest)), default=None)

    def _some(self, n: int, said: Hashable) -> set[int]:
        """Return the claims that say the same in one field, or nothing."""
        silent = (self._saying.get((n, empty), set()) for empty in EMPTY)
        return self._saying.get((n, said), set()).union(*silent)


def _chain(c: Claim) -> Telling:
    """Return what must be the same for two claims to be one telling at all."""
    voices = tuple((v.id or v.name.casefold(), v.kind) for v in c.voices)
    firm = (c.polarity.value, c.certainty.value, c.tense.value)
    return (voices, *firm, *((c.happening.kind.value, *_figures(c.happening)) if c.happening else ()))


def _words(text: str, c: Claim) -> str:
    return " ".join(w for s in c.content for w in s.of(text).casefold().split())


def _counted(c: Claim) -> bool:
    return c.happening is not None and any(_figures(c.happening))


def _agree(one: Telling, other: Telling) -> bool:
    """Tell whether two happenings of one kind with the same figures say nothing else that differs."""
    return all(not x or not y or x == y for x, y in zip(one, other, strict=True))


def _rest(h: Happening) -> Telling:
    """Return what two happenings may each leave unsaid, but not say differently."""
    control = () if h.control is None else (h.control.place.casefold(), h.control.from_, h.control.to)
    return (_place(h), _days(h), _names(h, "actors"), _names(h, "targets"), control)


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


def _joined(claim: Claim, told: list[Span]) -> Claim:
    """Return the claim with every other place where it was told."""
    return replace(claim, repeats=tuple(sorted({*claim.repeats, *told} - {*claim.content}))) if told else claim


def _fullness(c: Claim) -> tuple[int, int]:
    h = c.happening
    fields = (
        0
        if h is None
        else sum(bool(x) for x in (h.actors, h.targets, h.place, h.when, h.means, h.control, *_figures(h)))
    )
    return fields, sum(s.end - s.start for s in c.content)
