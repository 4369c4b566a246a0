"""Which place the names of one wording mean: the most specific name, in what the others say holds it, or together with those beside it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from sayso.model.where import Place
from sayso.resolve.choose import ACCEPTED, Context, Scored, candidates, namesakes
from sayso.resolve.gazetteer import Known, capital, country
from sayso.resolve.place_words import words
from sayso.resolve.placekeys import key
from sayso.resolve.placing import alternatives, between, feature_by_town, named_place, of_container, several
from sayso.resolve.pointing import CAPITAL
from sayso.resolve.toponyms import Toponym

KNOWN_CITY = 50_000
SPOKEN_FOR, COUNTRY_SPOKEN_FOR = 1.2, 2.0
"""Votes of other names for a province, and for a country, from which a country's name may mean a town or province there."""
WELL_SPELLED = 0.9
"""Likeness from which a village of a name may tell where the field or base of that name lies."""
QUARTERLY = frozenset({"quarter", "spot"})
WHOLE = frozenset({"", "border", "area", "country", "province"})
"""Kinds asked for that a country's name answers by itself."""


@dataclass(slots=True)
class Desk:
    """What is known while an article's places are resolved, in reading order: the last place, and the last of each kind."""

    where: Context
    text: str = ""
    done: dict[tuple[str, str], Place] = field(default_factory=dict)
    last: Place | None = None
    towns: list[Known] = field(default_factory=list)
    by_kind: dict[str, Place] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    usual: set[str] = field(default_factory=set)


def identify(place: Place, names: tuple[Toponym, ...], desk: Desk) -> Place:
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


def _container(names: tuple[Toponym, ...], first: int, size: int, desk: Desk) -> tuple[Known | None, Toponym | None]:
    """Return the smallest place the words say the first one lies in or beside, and the name that says so."""
    others: list[Toponym] = [*names[first + size :], *reversed(names[:first])]
    holder: Known | None = None
    lies: Toponym | None = None
    outer = next((country(n.country) for n in others if n.country and n.asked != "border"), None)
    for name in others:
        known = country(name.country) if name.country else _top(_holding(name), desk.where, outer)
        if known is not None and name.asked != "border" and (holder is None or holder.kind == "country"):
            holder, lies = (known, name) if holder is None or known.kind != "country" else (holder, lies)
    if holder is not None and holder.kind == "town":
        desk.towns.append(holder)
    return holder, lies


def _holding(name: Toponym) -> Toponym:
    """Return a name set after another and a comma as one that asks for what holds places: rather a province than its town."""
    return name if name.asked or name.join != "within" else replace(name, asked="holder")


def _top(name: Toponym, where: Context, holder: Known | None = None) -> Known | None:
    best = candidates(name, where, holder)[:1]
    return best[0].place if best and best[0].score >= ACCEPTED else None


def _best_spelled(group: list[Toponym], desk: Desk, holder: Known | None) -> Toponym:
    """Return which of several names of one place is the best known: "Tadmur/Palmyra"."""
    asked = next((n.asked for n in group if n.asked), "")
    alike = [replace(n, asked=asked, relation=group[0].relation, bearing=group[0].bearing) for n in group]
    return max(alike, key=lambda n: max((c.score for c in candidates(n, desk.where, holder)), default=0.0))


def _one(place: Place, name: Toponym, holder: Known | None, lies: Toponym | None, desk: Desk) -> Place:
    """Return the place of one name, or of what holds it when the name is in no gazetteer."""
    if name.country and not name.people and not name.asked and (other := _namesake(name, desk.where, holder)):
        name = replace(name, country="")
        return named_place(place, name, other, desk.where.certain)
    if name.country:
        return _of_country(place, name, desk)
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
    nearer = bool(good) and (holder is None or _in_stated_area(good[0], holder))
    if wrong and (holder or assumed) and not nearer:
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


def _of_country(place: Place, name: Toponym, desk: Desk) -> Place:
    """Return the country that a name means, its capital where that is asked for, or something somewhere in it."""
    if name.asked == CAPITAL and (seat := capital(name.country)):
        desk.towns.append(seat)
        return named_place(place, replace(name, country=""), [Scored(seat, 1.0, 1.0)], desk.where.certain)
    known = country(name.country)
    if known is None:
        return place
    if name.asked in WHOLE:
        return named_place(place, name, [Scored(known, 1.0, 1.0)], desk.where.certain)
    return of_container(place, name, known, None)


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


def _in_stated_area(known: Scored, holder: Known) -> bool:
    """Tell whether a place so spelled lies in the province or district that the words name: it says more than the whole of that."""
    here = holder.kind in {"province", "district"} and known.place.province == holder.number
    return here and known.alikeness >= WELL_SPELLED


def _stands_for_feature(name: Toponym, best: Scored) -> bool:
    """Tell whether a field, base or the like was asked for and only a settlement of that name is known."""
    return name.asked in words().features and words().suits[name.asked].get(best.place.kind, 0.0) < 0.25
