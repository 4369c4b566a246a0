"""Places: each claim's wording of where becomes a place with its identity, its point and the size of the doubt about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sayso.model.article import Article
from sayso.model.claim import Claim
from sayso.model.happening import Control, Happening
from sayso.model.problem import Problem
from sayso.model.where import Place
from sayso.resolve.backward import named_before
from sayso.resolve.choose import ACCEPTED, Context, Scored, candidates, context, namesakes, shares
from sayso.resolve.gazetteer import Known, country, named
from sayso.resolve.holding import widened
from sayso.resolve.place_words import words
from sayso.resolve.placekeys import key
from sayso.resolve.placing import alternatives, between, feature_by_town, named_place, of_container, several
from sayso.resolve.pointing import kind_meant, named_earlier, no_place, points_back, same_as_before
from sayso.resolve.relations import distance
from sayso.resolve.surroundings import support
from sayso.resolve.toponyms import Toponym, toponyms

CERTAIN = 0.85
KNOWN_CITY = 50_000
PLACE_VOTE = 0.5
SPOKEN_FOR, COUNTRY_SPOKEN_FOR = 1.2, 2.0
"""Votes of other names for a province, and for a country, from which a country's name may mean a town or province there."""
ONE_AREA = 60.0
"""Kilometres within which a city and the areas named after it lie."""
MOST_CERTAIN = 12
POINTING = ("the ", "this ", "that ", "in the ", "both ", "near the ", "inside the ", "outside the ")
NO_PLACE = "place.none"
QUARTERLY = frozenset({"quarter", "spot"})


@dataclass(slots=True)
class _Desk:
    """What is known while an article's places are resolved, in reading order: the last place, and the last of each kind."""

    where: Context
    text: str = ""
    done: dict[tuple[str, str], Place] = field(default_factory=dict)
    last: Place | None = None
    towns: list[Known] = field(default_factory=list)
    by_kind: dict[str, Place] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    usual: set[str] = field(default_factory=set)


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
    desk = _Desk(_certain(wordings, _around(wordings, _cities(wordings, context(article)))), article.text)
    found = list(wanted)
    problems: dict[tuple[str, str], Problem] = {}
    for n in order:
        found[n] = _resolve(wanted[n], desk)
        if found[n].rule != NO_PLACE and (problem := _problem(found[n], desk.where)):
            problems.setdefault((problem.code, wanted[n].text), problem)
    found = [f if f.text == g.text else replace(f, text=g.text) for f, g in zip(found, given, strict=True)]
    return found, desk.usual, tuple(problems.values())


def _around(wordings: dict[str, None], where: Context) -> Context:
    """Return the context with what the names speak for together."""
    names = (name for wording in wordings for name in toponyms(wording, ()))
    return replace(where, around=support(names, where.shares, where.stated))


def _cities(wordings: dict[str, None], where: Context) -> Context:
    """Return the context with votes for the countries that the wordings name, or whose cities no other country has.

    Where things happen says more than who acts: great powers are named in reports of every war.
    """
    votes = dict(where.shares)
    for wording in wordings:
        for name in toponyms(wording, ()):
            code = name.country or _only_country(name, where)
            if code:
                votes[code] = votes.get(code, 0.0) + PLACE_VOTE
    return replace(where, shares=shares(votes))


def _only_country(name: Toponym, where: Context) -> str:
    """Return the one country that has a city of the name, unless a country the article names has a place of the name too."""
    bearers = named(key(name.text))
    cities = {p.country for p in bearers if p.people >= KNOWN_CITY and p.country}
    here = {p.country for p in bearers if p.country in where.shares}
    return next(iter(cities)) if len(cities) == 1 and here <= cities else ""


def _certain(wordings: dict[str, None], where: Context) -> Context:
    """Return the context with the places that are certain without knowing of the others."""
    certain: dict[str, Known] = {}
    for wording in wordings:
        for name in toponyms(wording, where.countries):
            if not name.country and (known := _sure(candidates(name, where))):
                certain.setdefault(known.id, known)
        if len(certain) >= MOST_CERTAIN:
            break
    return replace(where, certain=tuple(certain.values()))


def _sure(scored: list[Scored]) -> Known | None:
    """Return the likeliest candidate when it and its namesakes close by (a city and its province) leave no real doubt."""
    if not scored or scored[0].place.course:
        return None
    top = scored[0].place
    here = sum(s.score for s in scored if distance((s.place.lat, s.place.lon), (top.lat, top.lon)) <= ONE_AREA)
    town = next((s.place for s in scored if s.place.kind not in {"country", "province"}), None)
    return town if here >= CERTAIN and town and distance((town.lat, town.lon), (top.lat, top.lon)) <= ONE_AREA else None


def _resolve(place: Place, desk: _Desk) -> Place:
    """Return one claim's place, resolved, and note it as the last one named."""
    names = toponyms(place.text, desk.where.countries)
    if no_place(place.text, names):
        return replace(place, precision="unknown", rule=NO_PLACE)
    if points_back(place.text, names):
        return _pointed(place, desk)
    before = desk.towns[-1].id if desk.towns else ""
    ready = desk.done.get((place.text, before))
    found = replace(ready, span=place.span) if ready else _identify(place, names, desk)
    desk.done[place.text, before] = found
    if found.lat is not None:
        desk.last = found
        desk.by_kind[desk.kinds.get(found.id or "", found.precision)] = found
    return found


def _pointed(place: Place, desk: _Desk) -> Place:
    """Return the place a wording points back at: the last of its kind among the claims' places, else in the text."""
    kind = kind_meant(place.text)
    definite = place.text.casefold().startswith(POINTING)
    if definite and kind not in desk.by_kind and desk.last is not None and desk.last.precision == kind:
        return same_as_before(place, desk.last, desk.by_kind)
    if definite and kind not in desk.by_kind and place.span:
        known = named_before(desk.text, place.span.start, kind, desk.where)
        if known is not None:
            return named_earlier(place, known)
    return same_as_before(place, desk.last, desk.by_kind)


def _identify(place: Place, names: tuple[Toponym, ...], desk: _Desk) -> Place:
    """Return the place that the names of a wording mean."""
    first = _primary(names)
    group = [names[first]]
    for name in names[first + 1 :]:
        if name.join not in {"and", "same"}:
            break
        group.append(name)
    group = [n for n in group if n.asked != "border"] or group
    holder, lies = _container(names, first, len(group), desk)
    if any(n.join == "same" for n in group[1:]):
        return _one(place, _best_spelled(group, desk, holder), holder, lies, desk)
    if len(group) == 1:
        return _one(place, group[0], holder, lies, desk)
    each = [_one(place, name, holder, lies, desk) for name in group]
    found = [one for one in each if one.lat is not None]
    if len(found) < len(each):
        return replace(found[0], rule="place.one-of-several", precision="area") if found else each[0]
    return between(place, each) if group[0].relation == "between" else several(place, each)


def _primary(names: tuple[Toponym, ...]) -> int:
    """Return which name is the most specific: the first that doesn't merely hold the next."""
    n = 0
    while n + 1 < len(names) and names[n + 1].join == "held":
        n += 1
    return n


def _container(names: tuple[Toponym, ...], first: int, size: int, desk: _Desk) -> tuple[Known | None, Toponym | None]:
    """Return the smallest place the words say the first one lies in or beside, and the name that says so."""
    others: list[Toponym] = [*names[first + size :], *reversed(names[:first])]
    holder: Known | None = None
    lies: Toponym | None = None
    outer = next((country(n.country) for n in others if n.country and n.asked != "border"), None)
    for name in others:
        known = country(name.country) if name.country else _top(name, desk.where, outer)
        if known is not None and name.asked != "border" and (holder is None or holder.kind == "country"):
            holder, lies = (known, name) if holder is None or known.kind != "country" else (holder, lies)
    if holder is not None and holder.kind == "town":
        desk.towns.append(holder)
    return holder, lies


def _top(name: Toponym, where: Context, holder: Known | None = None) -> Known | None:
    best = candidates(name, where, holder)[:1]
    return best[0].place if best and best[0].score >= ACCEPTED else None


def _best_spelled(group: list[Toponym], desk: _Desk, holder: Known | None) -> Toponym:
    """Return which of several names of one place is the best known: "Tadmur/Palmyra"."""
    asked = next((n.asked for n in group if n.asked), "")
    alike = [replace(n, asked=asked, relation=group[0].relation, bearing=group[0].bearing) for n in group]
    return max(alike, key=lambda n: max((c.score for c in candidates(n, desk.where, holder)), default=0.0))


def _one(place: Place, name: Toponym, holder: Known | None, lies: Toponym | None, desk: _Desk) -> Place:
    """Return the place of one name, or of what holds it when the name is in no gazetteer."""
    if name.country and not name.people and not name.asked and (other := _namesake(name, desk.where, holder)):
        name = replace(name, country="")
        return named_place(place, name, other, desk.where.certain)
    if name.country and name.asked in {"", "border", "area", "country", "province"}:
        known = country(name.country)
        return named_place(place, name, [Scored(known, 1.0, 1.0)], desk.where.certain) if known else place
    if name.country:
        known = country(name.country)
        return of_container(place, name, known, None) if known else place
    assumed = desk.towns[-1] if holder is None and name.asked in QUARTERLY and desk.towns else None
    scored = candidates(
        name,
        desk.where,
        holder or assumed,
        assumed=assumed is not None,
        beside=lies is not None and lies.join == "beside",
    )
    good = [s for s in scored if s.score >= ACCEPTED]
    wrong = not good or _stands_for_feature(name, good[0])
    if wrong and (holder or assumed) and not (good and holder is None):
        back = of_container(place, name, holder or assumed, lies)
        return replace(back, rule="place.quarter-of-last-town") if assumed else back
    if not good:
        return replace(place, name=name.text, rule="place.not-found", alternatives=alternatives(scored))
    desk.kinds[good[0].place.id] = good[0].place.kind
    if good[0].place.people >= KNOWN_CITY:
        desk.usual.add(good[0].place.id)
    if good[0].place.kind == "town":
        desk.towns.append(good[0].place)
    return feature_by_town(place, name, good) if wrong else named_place(place, name, scored, desk.where.certain)


def _namesake(name: Toponym, where: Context, holder: Known | None) -> list[Scored]:
    """Return the readings of a country's name as a town or province, when the text speaks of those parts, not of the country."""
    others = namesakes(name.text, name.country)
    inside = holder is not None and any(o.country == holder.country for o in others) and holder.country != name.country
    if not others or (name.country in where.sure and not inside):
        return []
    spelled = key(name.text)
    here = any(where.around.of_area(o, spelled) >= SPOKEN_FOR for o in others)
    states = any(o.kind == "province" and where.around.of_country(o, spelled) >= COUNTRY_SPOKEN_FOR for o in others)
    found = (
        [s for s in candidates(name, where, holder) if s.place.kind != "country"] if here or states or inside else []
    )
    return found if found and found[0].score > 0 else []


def _stands_for_feature(name: Toponym, best: Scored) -> bool:
    """Tell whether a field, base or the like was asked for and only a settlement of that name is known."""
    return name.asked in words().features and words().suits[name.asked].get(best.place.kind, 0.0) < 0.25


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
