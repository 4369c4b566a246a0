"""Which provinces and countries the names of a text speak for together: local news names towns of one region and never the region."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field

from sayso.resolve.gazetteer import Known, named
from sayso.resolve.placekeys import key
from sayso.resolve.toponyms import Toponym

MOST_NAMES, MOST_NAMESAKES = 80, 40
SHARPNESS = 0.5
"""The power to which a candidate's likelihood is taken as its vote: small ones count, for many of them in one place tell."""
STATED = 2.0
"""The vote of a province that the text names itself."""
GROWTH, NOBODY = 0.6, 300
AREA_WEIGHT, COUNTRY_WEIGHT, CELL_WEIGHT = 1.2, 0.5, 1.3
AREA_GAIN, COUNTRY_GAIN, CELL_GAIN = 8.0, 4.0, 8.0
CELLS_A_DEGREE = 2
"""A cell is half a degree of latitude and longitude; a place is near what lies in its own cell and the eight around."""
Cell = tuple[int, int]
LOCAL = frozenset({"town", "district"})


@dataclass(frozen=True, slots=True)
class Support:
    """Votes for provinces (by row), countries (by code) and cells of half a degree, and those that each name itself gave (by key)."""

    areas: dict[int, float] = field(default_factory=dict)
    countries: dict[str, float] = field(default_factory=dict)
    own: dict[str, tuple[dict[int, float], dict[str, float]]] = field(default_factory=dict)
    cells: dict[Cell, float] = field(default_factory=dict)
    own_cells: dict[str, dict[Cell, float]] = field(default_factory=dict)
    weighed: dict[tuple[str, str], float] = field(default_factory=dict)

    def of_area(self, place: Known, spelled: str) -> float:
        """Return the votes of other names for the province that a place lies in or is."""
        number = area_of(place)
        given = self.own.get(spelled)
        return max(0.0, self.areas.get(number, 0.0) - (given[0].get(number, 0.0) if given else 0.0)) if number else 0.0

    def of_country(self, place: Known, spelled: str) -> float:
        """Return the votes of other names for the country of a place."""
        given = self.own.get(spelled)
        own = given[1].get(place.country, 0.0) if given else 0.0
        return max(0.0, self.countries.get(place.country, 0.0) - own) if place.country else 0.0

    def of_cell(self, place: Known, spelled: str) -> float:
        """Return the votes of other names for places about as near as a county is wide."""
        near = [c for c in _around(place) if c in self.cells]
        own = self.own_cells.get(spelled, {}) if near else {}
        return sum(max(0.0, self.cells[c] - own.get(c, 0.0)) for c in near)

    def weight(self, place: Known, spelled: str) -> float:
        """Return the log weight that the other names of the text lend a place; 0 when they're none."""
        known = self.weighed.get((place.id, spelled))
        if known is None:
            known = self.weighed[place.id, spelled] = self._weigh(place, spelled) if self.own else 0.0
        return known

    def _weigh(self, place: Known, spelled: str) -> float:
        area = AREA_WEIGHT * math.log(1 + AREA_GAIN * self.of_area(place, spelled))
        area += CELL_WEIGHT * math.log(1 + CELL_GAIN * self.of_cell(place, spelled))
        return area + COUNTRY_WEIGHT * math.log(1 + COUNTRY_GAIN * self.of_country(place, spelled))


def area_of(place: Known) -> int:
    """Return the row of the province that a place is or lies in; 0 when none is known."""
    return place.number if place.kind == "province" else place.province


def support(names: Iterable[Toponym], shares: dict[str, float], stated: dict[int, tuple[str, str]]) -> Support:
    """Return what the names speak for; ``stated`` are provinces that the text names, by row, with country and key."""
    found = Support()
    distinct = {key(n.text): n for n in names if not n.country}
    for spelled in list(distinct)[:MOST_NAMES]:
        bearers = named(spelled)[:MOST_NAMESAKES]
        weights = _likely(bearers, shares)
        found.own[spelled] = _votes(bearers, weights)
        found.own_cells[spelled] = _cell_votes(bearers, weights)
    for number, (country, spelled) in stated.items():
        areas, countries = found.own.setdefault(spelled, ({}, {}))
        areas[number] = countries[country] = STATED
    for areas, countries in found.own.values():
        for number, vote in areas.items():
            found.areas[number] = found.areas.get(number, 0.0) + vote
        for country, vote in countries.items():
            found.countries[country] = found.countries.get(country, 0.0) + vote
    for cells in found.own_cells.values():
        for cell, vote in cells.items():
            found.cells[cell] = found.cells.get(cell, 0.0) + vote
    return found


def _around(place: Known) -> list[Cell]:
    row, column = _cell(place)
    return [
        (row - 1, column - 1), (row - 1, column), (row - 1, column + 1), (row, column - 1), (row, column),
        (row, column + 1), (row + 1, column - 1), (row + 1, column), (row + 1, column + 1),
    ]  # fmt: skip


def _cell(place: Known) -> Cell:
    return math.floor(place.lat * CELLS_A_DEGREE), math.floor(place.lon * CELLS_A_DEGREE)


def _likely(bearers: tuple[Known, ...], shares: dict[str, float]) -> list[float]:
    """Return how likely each place of one name is to be meant, as votes."""
    weights = [(p.people + NOBODY) ** GROWTH * (1 + 100 * shares.get(p.country, 0.0)) for p in bearers]
    total = sum(weights) or 1.0
    return [(w / total) ** SHARPNESS for w in weights]


def _cell_votes(bearers: tuple[Known, ...], votes: list[float]) -> dict[Cell, float]:
    found: dict[Cell, float] = {}
    for place, vote in zip(bearers, votes, strict=True):
        if place.kind in LOCAL:
            cell = _cell(place)
            found[cell] = max(found.get(cell, 0.0), vote)
    return found


def _votes(bearers: tuple[Known, ...], votes: list[float]) -> tuple[dict[int, float], dict[str, float]]:
    areas: dict[int, float] = {}
    countries: dict[str, float] = {}
    for place, vote in zip(bearers, votes, strict=True):
        if number := area_of(place):
            areas[number] = max(areas.get(number, 0.0), vote)
        if place.country:
            countries[place.country] = max(countries.get(place.country, 0.0), vote)
    return areas, countries
