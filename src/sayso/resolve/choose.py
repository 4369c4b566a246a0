"""Chooses among the places of one name by context: the article's countries, the kind asked for, containers, distance, spelling, people."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from functools import lru_cache

from sayso.model.article import Article
from sayso.resolve.gazetteer import Known, alike, country_words, named
from sayso.resolve.place_words import words
from sayso.resolve.placekeys import key, likeness, plain, voiced
from sayso.resolve.province_words import stated
from sayso.resolve.relations import distance, radius_of
from sayso.resolve.seats import bearers
from sayso.resolve.surroundings import Support
from sayso.resolve.toponyms import POSSESSIVE, TOKEN, Toponym

NOBODY = 300
"""People a place of unknown population is taken to have."""
GROWTH = 0.8
"""How much likelier a place is to be meant the more people live there: weight = people to this power."""
ABOUT = 1000.0
"""How much likelier a place is to be meant when it lies in the country the article is about than when that isn't named."""
ADMIN_PEOPLE = 0.1
"""An area's people count less: its town of the same name is what is meant."""
NONE_OF_THESE = 8.0
"""Log weight of the chance that no gazetteer place is meant: a hamlet of a country the article barely names."""
SURE = 10.0
"""Log weight from which an exactly spelled place needs no rivals found by their bones."""
ACCEPTED = 0.2
DEMONYM = 0.5
MISSPELLED = 2.0
USUAL_NAME, SAME_SPELLING = 0.6, 0.4
"""Log weights of a place whose usual name has the key asked for, not another of its names, and of one spelled just so."""
LIKENESS_WEIGHT = 20.0
ASTRAY = 1.5
"""Log weight against a place that is both spelled otherwise and elsewhere than the words say."""
AMONG_PROVINCES, PROVINCES = 6.0, 3
"""Log weight of a province for its name in a text that names so many of them: "Louisiana, Nevada, Oregon" are no towns."""
AS_ALIKE = 0.02
"""How much less alike a place's usual name may be than the best of its names to be the one that is misspelled."""
FULLER_LIKENESS = 0.85
"""How alike a name is held to be that only adds the word for a mound, well or the like: "Bir az Zamlah" for "Zamlah"."""
CLOSE_KM = 80.0
FAR_DEGREES = 4.0
"""Degrees of latitude from which nearness to a certain place says nothing."""
MOST_CERTAIN = 12
TWIN_KM = 5.0
"""Kilometres within which two towns of one name are taken for one town that two sources have."""
QUARTER_KM = 30.0
BESIDE_KM = 120.0
WITHIN_KM = 40.0
"""What is said to lie in a town is looked for no farther from it than this."""
OUT = -30.0
AREAS = frozenset({"province", "district", "area"})
NOTHING_AROUND = Support()
NAMESAKE = 2_000
"""People from which on a town abroad makes a country's name ambiguous."""
CITY = 200_000
"""A city of so many people is meant by its name even where something smaller was asked for."""


@dataclass(frozen=True, slots=True)
class Context:
    """What an article says of where it is: each country's share of the most named one's (0 to 1), and places that are certain.

    ``around`` is what its names speak for together, ``stated`` the provinces it names (with country and key), ``sure`` the
    countries named in words that no other place bears.
    """

    shares: dict[str, float]
    certain: tuple[Known, ...] = ()
    around: Support = NOTHING_AROUND
    stated: dict[int, tuple[str, str]] = field(default_factory=dict)
    sure: frozenset[str] = frozenset()
    nearness: dict[str, float] = field(default_factory=dict)
    """What nearness to the certain places speaks for a place, by its id, kept once worked out."""

    @property
    def countries(self) -> tuple[str, ...]:
        """Return the countries in which a misspelled name may be looked for, likeliest first."""
        return tuple(sorted((c for c, s in self.shares.items() if s >= 0.25), key=lambda c: (-self.shares[c], c))[:3])


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate: its score from 0 to 1, and how alike the spellings are (1 when its key is the same)."""

    place: Known
    score: float
    alikeness: float


def context(article: Article) -> Context:
    """Return the countries an article names, in its claim zones, title and labels, names counting twice a demonym."""
    votes: dict[str, float] = {}
    areas: dict[int, tuple[str, str]] = {}
    sure: set[str] = set()
    stretches = [z.span.of(article.text) for z in article.claim_zones()]
    stretches += [article.title.value] if article.title else []
    stretches += [word for _, labels in article.labels for word in labels]
    index = country_words()
    for stretch in stretches:
        tokens, taken = TOKEN.findall(stretch), 0
        for n, token in enumerate(tokens):
            if n < taken or not token[0].isupper():
                continue
            if rows := index.get(token) or index.get(POSSESSIVE.sub("", token).removesuffix("s")):
                code, weight, size = _vote(rows, tokens[n : n + 6])
                votes[code] = votes.get(code, 0.0) + weight
                taken = n + size
                if code and (weight == DEMONYM or not namesakes(" ".join(tokens[n : n + size]), code)):
                    sure.add(code)
            elif area := stated(tokens, n):
                areas[area[0].number] = (area[0].country, key(area[0].name))
                taken = n + area[1]
    return Context(shares(votes), stated=areas, sure=frozenset(sure))


@lru_cache(maxsize=500)
def namesakes(name: str, code: str) -> tuple[Known, ...]:
    """Return the towns and provinces of other countries that bear a country's name: Georgia, Lebanon, Peru."""
    known = named(key(name))
    return tuple(
        p for p in known if p.country not in {"", code} and p.kind in {"town", "province"} and p.people >= NAMESAKE
    )


def _vote(rows: tuple[tuple[tuple[str, ...], str, bool], ...], here: list[str]) -> tuple[str, float, int]:
    for parts, code, people in rows:
        if len(parts) == 1 or tuple(here[: len(parts)]) == parts:
            return code, DEMONYM if people else 1.0, len(parts)
    return "", 0.0, 1


def shares(votes: dict[str, float]) -> dict[str, float]:
    """Return each country's votes as a share of the most votes."""
    most = max(votes.values(), default=0.0)
    return {code: n / most for code, n in votes.items() if code and n} if most else {}


def candidates(
    name: Toponym, where: Context, container: Known | None = None, *, assumed: bool = False, beside: bool = False
) -> list[Scored]:
    """Return the places a name may mean, likeliest first, those under the least score left out.

    ``container`` is a place the words say it lies in or beside; ``assumed`` when only the order of the article says so, ``beside`` when
    it lies next to the place, not in it.
    """
    spelled, suits = key(name.text), words().suits
    fit = suits.get(name.asked, suits["none"])
    asked = _Asked(name, spelled, plain(name.text), fit, where, container, assumed, beside)
    exact = [(_weight(p, asked, 1.0), p, 1.0) for p in bearers(spelled)]
    found = exact
    if max((w for w, _, _ in exact), default=0.0) < SURE:
        known = {p.id for _, p, _ in exact}
        inside = (container.country,) if container and container.country else ()
        for code in dict.fromkeys((*inside, *where.countries)):
            rivals = [(p, a) for p, a in alike(spelled, code) if p.id not in known]
            found = found + [(_weight(p, asked, a), p, a) for p, a in rivals]
    if container is not None and container.kind in AREAS and all(w < NONE_OF_THESE for w, _, _ in found):
        found = found + [(_weight(p, asked, FULLER_LIKENESS), p, FULLER_LIKENESS) for p in _fuller(spelled, container)]
    return _usual_first(_scored(found, NONE_OF_THESE if where.shares else NONE_OF_THESE - 3), spelled)


def _usual_first(scored: list[Scored], spelled: str) -> list[Scored]:
    """Return the candidates with the one usually named so before a first one close by that only bears the name too."""
    if not scored or scored[0].place.kind != "town" or key(scored[0].place.name) == spelled:
        return scored
    first = scored[0].place
    for s in scored[1:]:
        p = s.place
        if p.kind == "town" and key(p.name) == spelled and distance((p.lat, p.lon), (first.lat, first.lon)) <= TWIN_KM:
            return [
                replace(s, score=scored[0].score),
                replace(scored[0], score=s.score),
                *(o for o in scored[1:] if o is not s),
            ]
    return scored


def _fuller(spelled: str, area: Known) -> list[Known]:
    """Return the places of an area whose names add to a spelling key the word for a mound, well or the like."""
    longer = (p for word in words().landforms for p in named(word + spelled))
    return [p for p in longer if p.kind == "town" and p.province == area.number]


def _scored(found: list[tuple[float, Known, float]], none: float) -> list[Scored]:
    top = max([none, *(w for w, _, _ in found)])
    odds = [math.exp(max(-50.0, w - top)) for w, _, _ in found]
    total = sum(odds) + math.exp(none - top)
    scored = [Scored(p, round(o / total * a, 3), a) for o, (_, p, a) in zip(odds, found, strict=True)]
    return sorted((s for s in scored if s.score > 0.005), key=lambda s: (-s.score, -s.place.people, s.place.id))


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked for, worked out once for all candidates of a name."""

    name: Toponym
    spelled: str
    flat: tuple[str, ...]
    suits: dict[str, float]
    where: Context
    container: Known | None
    assumed: bool
    beside: bool


def _weight(p: Known, a: _Asked, alikeness: float) -> float:
    """Return the log weight of one candidate."""
    where, container = a.where, a.container
    people = p.people * (ADMIN_PEOPLE if p.kind in {"province", "district"} else 1.0)
    weight = GROWTH * math.log(people + NOBODY) + math.log(a.suits.get(p.kind, 0.02))
    if p.country:
        weight += math.log(1 + ABOUT * where.shares.get(p.country, 0.0))
    elif p.kind in {"river", "sea", "area", "lake"}:
        weight += math.log(1 + ABOUT)
    if container is None or container.kind == "country":
        weight += where.around.weight(p, a.spelled)
    weight += _near_certain(p, where)
    if container is not None:
        inside = a.name.asked in {"quarter", "spot"} or not a.beside
        held = _contained(p, container, inside=inside) * (0.5 if a.assumed else 1.0)
        weight += held - (ASTRAY if held < 0 and alikeness < 1 else 0.0)
    if p.near:
        weight += 2.0 if any(c.name == p.near for c in (*where.certain, *((container,) if container else ()))) else -1.0
    if alikeness == 1:
        weight += AMONG_PROVINCES * (p.number in where.stated and len(where.stated) >= PROVINCES)
        return weight + USUAL_NAME * (key(p.name) == a.spelled) + SAME_SPELLING * (plain(p.name) == a.flat)
    usual = likeness(voiced(key(p.name)), voiced(a.spelled)) >= alikeness - AS_ALIKE
    return weight + LIKENESS_WEIGHT * math.log(alikeness) - MISSPELLED + USUAL_NAME * usual


def _near_certain(p: Known, where: Context) -> float:
    """Return how much the nearness of a certain place speaks for a candidate, 0 to 2."""
    known = where.nearness.get(p.id)
    if known is None:
        known = where.nearness[p.id] = _nearness(p, where.certain)
    return known


def _nearness(p: Known, certain: tuple[Known, ...]) -> float:
    close = [c for c in certain if abs(c.lat - p.lat) < FAR_DEGREES and c.id != p.id]
    if not close:
        return 0.0
    return 2 * math.exp(-min(distance((p.lat, p.lon), (c.lat, c.lon)) for c in close) / CLOSE_KM)


def _contained(p: Known, container: Known, *, inside: bool) -> float:
    """Return how much a container speaks for a candidate, from -8 to 4, or that it can't be."""
    abroad = bool(p.country and container.country and p.country != container.country)
    if container.kind == "country":
        return (OUT if inside else -4.0) if abroad or p.id == container.id else 4.0
    apart = distance((p.lat, p.lon), (container.lat, container.lon))
    if (abroad and inside) or (
        p.people < CITY and (abroad or (inside and apart > WITHIN_KM and container.kind not in AREAS))
    ):
        return OUT
    if container.kind in AREAS:
        return _in_area(p, container, apart)
    far = p.kind in {"province", "country"} or p.id == container.id or apart >= BESIDE_KM
    return -3.0 if far else 4.0 * math.exp(-apart / QUARTER_KM)


def _in_area(p: Known, area: Known, apart: float) -> float:
    if p.province == area.number:
        return 4.0
    if apart > 1.5 * radius_of(area) or p.id == area.id:
        return -8.0
    return -2.0 if p.province else 1.0
