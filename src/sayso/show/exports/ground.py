"""The place of a happening as other codebooks put it: country, province, district, codes of precision."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from sayso.model.where import Place
from sayso.resolve import gazetteer
from sayso.resolve.placekeys import key
from sayso.vocab.loader import load
from sayso.vocab.shapes import places

NEAR_KM = 25.0
"""Up to this radius an area counts as lying around one place (UCDP's where_prec 2, ACLED's geo_precision 2)."""
LINES = frozenset({"between", "along"})
"""Relations that leave open where along a line something is."""
PROVINCE = " province"
STEPS_UP = 5


@dataclass(frozen=True, slots=True)
class Ground:
    """Where a happening is. ``country`` is the ISO 3166 code, ``kind`` the gazetteer's kind of place; "" where not known.

    ``name`` is the gazetteer's; ``lat`` and ``lon`` are WGS 84 degrees, ``radius`` kilometres.
    """

    name: str
    precision: str
    relation: str
    lat: float
    lon: float
    radius: float | None
    country: str = ""
    province: str = ""
    district: str = ""
    kind: str = ""

    @property
    def around(self) -> bool:
        """Tell whether it is somewhere around the place named, rather than at it."""
        return self.precision == "area" or bool(self.relation)

    @property
    def acled(self) -> int | None:
        """Return ACLED's geo_precision; None for a whole country."""
        if self.precision == "country":
            return None
        if self.precision == "province" or (self.around and (self.radius is None or self.radius > NEAR_KM)):
            return 3
        return 2 if self.around else 1

    @property
    def ucdp(self) -> int:
        """Return UCDP's where_prec, 1 to 7."""
        if self.kind == "sea":
            return 7
        if self.precision in {"country", "province"}:
            return 6 if self.precision == "country" else 4
        if (
            self.relation in LINES
            or self.kind == "river"
            or (self.around and (self.radius is None or self.radius > NEAR_KM))
        ):
            return 5
        if self.kind == "district":
            return 3
        return 2 if self.around else 1

    @property
    def resolution(self) -> int:
        """Return PLOVER's resolution: 5 inside a city, 4 city, 3 district, 2 province, 1 country."""
        by_kind = {"quarter": 5, "district": 3}
        by_precision = {"country": 1, "province": 2, "exact": 5, "town": 4}
        return by_kind.get(self.kind) or by_precision.get(self.precision, 3)


def ground(place: Place | None) -> Ground | None:
    """Return where a place is; None when nobody found it."""
    if place is None or place.lat is None or place.lon is None:
        return None
    found = Ground(
        place.name, place.precision, place.relation or "", round(place.lat, 4), round(place.lon, 4), place.radius_km
    )
    wanted = [(place.id, place.name)] if place.id else [(a.id, a.name) for a in place.alternatives if place.id is None]
    known = [k for k in (_known(*pair) for pair in wanted) if k is not None]
    if not known or len(known) < len(wanted):
        return found
    above = [_above(k) for k in known]
    return replace(
        found,
        country=_same([k.country for k in known]),
        province=_same([a[0] for a in above]),
        district=_same([a[1] for a in above]),
        kind=_same([k.kind for k in known]) if place.id else "",
    )


def country_name(code: str) -> str:
    """Return a country's name as reports have it."""
    found = load("places/countries", places.Countries).countries.get(code)
    return found.names[0] if found else ""


def _same(words: list[str]) -> str:
    return words[0] if len(set(words)) == 1 else ""


@lru_cache(maxsize=10_000)
def _known(ident: str, name: str) -> gazetteer.Known | None:
    """Return the gazetteer's place of that id; it is found by its name."""
    if ident.startswith("country:"):
        return gazetteer.country(ident.removeprefix("country:"))
    return next((p for p in gazetteer.named(key(name.removesuffix(PROVINCE))) if p.id == ident), None)


def _above(place: gazetteer.Known) -> tuple[str, str]:
    """Return the names of the province and the district a place is or lies in."""
    names = {"province": "", "district": ""}
    at: gazetteer.Known | None = place
    for _ in range(STEPS_UP):
        if at is None:
            break
        if at.kind in names and not names[at.kind]:
            names[at.kind] = at.name
        at = gazetteer.numbered(at.province)
    return names["province"], names["district"]
