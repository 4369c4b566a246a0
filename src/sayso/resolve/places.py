"""Places: each claim's wording of where becomes a place with its identity, its point and the size of the doubt about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.model.article import Article
from sayso.model.claim import Claim
from sayso.model.happening import Control, Happening
from sayso.model.problem import Problem
from sayso.model.where import Place
from sayso.resolve.backward import named_before
from sayso.resolve.choose import Context, context
from sayso.resolve.gazetteer import Known, capital
from sayso.resolve.holding import widened
from sayso.resolve.identity import Desk, identify
from sayso.resolve.pointing import (
    kind_meant,
    named_earlier,
    no_place,
    only_capital,
    points_back,
    same_as_before,
)
from sayso.resolve.surmise import surmised
from sayso.resolve.toponyms import toponyms

MOST_SEATS = 2
POINTING = ("the ", "this ", "that ", "in the ", "both ", "near the ", "inside the ", "outside the ")
NO_PLACE = "place.none"


def places(article: Article, claims: Sequence[Claim]) -> tuple[tuple[Claim, ...], tuple[Problem, ...]]:
    """Return the claims with their places looked up, in the same order, and a problem for each place missing or ambiguous.

    A place that nobody found keeps its wording, has no point, and its precision is ``unknown``.
    """
    wanted = [(n, p) for n, c in enumerate(claims) if c.happening and (p := c.happening.place)]
    found, usual, problems = _looked_up(article, [p for _, p in wanted])
    resolved = list(claims)
    for (n, _), place in zip(wanted, found, strict=True):
        known = place.rule != NO_PLACE
        resolved[n] = _with(claims[n], place, renamed=place.id in usual) if known else _without(claims[n])
    return tuple(resolved), problems


def located(article: Article, wordings: Sequence[Place]) -> tuple[tuple[Place | None, ...], tuple[Problem, ...]]:
    """Return the place of each wording of an article, None where the words name no place, and the problems as ``places`` does.

    Of a wording its ``text`` and ``span`` are read; the words may reach beyond the span, to what the place lies in.
    """
    found, _, problems = _looked_up(article, wordings)
    return tuple(None if p.rule == NO_PLACE else p for p in found), problems


def _looked_up(article: Article, wanted: Sequence[Place]) -> tuple[list[Place], set[str], tuple[Problem, ...]]:
    """Return the places in the order given, looked up in reading order, the ids of well-known ones, and the problems."""
    if not wanted:
        return [], set(), ()
    order = sorted(range(len(wanted)), key=lambda n: (wanted[n].span.start, n))
    given, wanted = wanted, widened(article.text, wanted)
    wordings = dict.fromkeys(p.text for p in wanted)
    desk = Desk(surmised(wordings, context(article)), article.text)
    found = list(wanted)
    problems: dict[tuple[str, str], Problem] = {}
    for n in order:
        found[n] = _resolve(wanted[n], desk)
        if found[n].rule != NO_PLACE and (problem := _problem(found[n], desk.where)):
            problems.setdefault((problem.code, wanted[n].text), problem)
    found = [f if f.text == g.text else replace(f, text=g.text) for f, g in zip(found, given, strict=True)]
    return found, desk.usual, tuple(problems.values())


def _resolve(place: Place, desk: Desk) -> Place:
    """Return one claim's place, resolved, and note it as the last one named."""
    names = toponyms(place.text, desk.where.countries)
    if no_place(place.text, names):
        return replace(place, precision="unknown", rule=NO_PLACE)
    if points_back(place.text, names):
        return _pointed(place, desk)
    before = desk.towns[-1].id if desk.towns else ""
    ready = desk.done.get((place.text, before))
    found = replace(ready, span=place.span) if ready else identify(place, names, desk)
    desk.done[place.text, before] = found
    if found.lat is not None:
        desk.last = found
        desk.by_kind[desk.kinds.get(found.id or "", found.precision)] = found
    return found


def _pointed(place: Place, desk: Desk) -> Place:
    """Return the place a wording points back at: the last of its kind among the claims' places, else in the text."""
    kind = kind_meant(place.text)
    if only_capital(place.text) and (seat := _seat_named(desk)):
        return named_earlier(place, seat)
    definite = place.text.casefold().startswith(POINTING)
    if definite and kind not in desk.by_kind and desk.last is not None and desk.last.precision == kind:
        return same_as_before(place, desk.last, desk.by_kind)
    if definite and kind not in desk.by_kind and place.span:
        known = named_before(desk.text, place.span.start, kind, desk.where)
        if known is not None:
            return named_earlier(place, known)
    return same_as_before(place, desk.last, desk.by_kind)


def _seat_named(desk: Desk) -> Known | None:
    """Return the capital, named in the text, of the country that the text speaks of most; None when it names none."""
    codes = sorted(desk.where.shares, key=lambda c: (-desk.where.shares[c], c))
    seats = (seat for code in codes[:MOST_SEATS] if (seat := capital(code)))
    return next((seat for seat in seats if seat.name in desk.text), None)


def _with(claim: Claim, place: Place, *, renamed: bool) -> Claim:
    """Return the claim with its place; control of a well-known place takes its usual name, of others it keeps the wording."""
    happening = claim.happening
    assert happening is not None
    control = happening.control
    if control is not None and renamed and control.place in place.text:
        control = replace(control, place=place.name)
    return replace(claim, happening=_placed(happening, place, control))


def _without(claim: Claim) -> Claim:
    """Return the claim without a place: what was taken for one is a group or a person."""
    assert claim.happening is not None
    return replace(claim, happening=replace(claim.happening, place=None))


def _placed(happening: Happening, place: Place, control: Control | None) -> Happening:
    return replace(happening, place=place, control=control)


def _problem(place: Place, where: Context) -> Problem | None:
    """Return what a reader should know of a resolved place; a wording without a name ("the scene") is no problem."""
    if place.lat is None and place.precision == "unknown":
        if not any(not n.people for n in toponyms(place.text, where.countries)):
            return None
        return Problem("S210", f"no place was found for “{place.text[:80]}”", place.span)
    if place.rule == "place.ambiguous":
        other = place.alternatives[0]
        return Problem(
            "S211", f"“{place.text[:80]}” is read as {place.name}, but may be {other.name} ({other.id})", place.span
        )
    return None
