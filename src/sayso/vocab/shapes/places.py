"""Shapes of ``vocab/places``: the world's countries, words around place names, and places that gazetteers of settlements lack."""

from __future__ import annotations

from msgspec import Struct, field

KNOWN_ROUGHLY = "coordinates to about 5 km from general knowledge"


class Country(Struct, frozen=True):
    """A country's names, as reports write them, the words for its people, its seat of government and its number in GeoNames ("" and 0: none)."""

    names: list[str]
    people: list[str]
    geonameid: int = 0
    capital: str = ""


class Countries(Struct, frozen=True):
    """Countries by ISO 3166 code."""

    countries: dict[str, Country]


class Province(Struct, frozen=True):
    """A state or province: ``code`` as set after a town's name, ``short`` forms with their full stop, words for the ``people``."""

    name: str
    country: str
    code: str = ""
    short: list[str] = field(default_factory=list)
    people: list[str] = field(default_factory=list)


class Provinces(Struct, frozen=True):
    """The provinces that reports name by short forms."""

    provinces: list[Province]


class OverlayPlace(Struct, frozen=True):
    """A place beside the gazetteer: point in WGS 84 degrees, radius in kilometres, and where the point comes from.

    ``near`` names the town it belongs to when another town has a place of the same name; ``geonameid`` is its number in
    GeoNames where it's one of those (0: none).
    """

    name: str
    kind: str
    country: str
    lat: float
    lon: float
    radius_km: float
    aliases: list[str] = field(default_factory=list)
    source: str = KNOWN_ROUGHLY
    near: str = ""
    geonameid: int = 0


class River(Struct, frozen=True):
    """A river as points (lat, lon) along its course."""

    name: str
    aliases: list[str]
    course: list[tuple[float, float]]


class Overlay(Struct, frozen=True):
    """``usual`` maps a gazetteer id to the usual English name, ``points`` a country to its commonly published point.

    Places and rivers stand beside the gazetteer.
    """

    usual: dict[str, str]
    points: dict[str, tuple[float, float]]
    places: list[OverlayPlace]
    rivers: list[River]


class Middles(Struct, frozen=True):
    """Points (latitude, longitude) in the middle of provinces, by GeoNames number, in place of the gazetteer's."""

    middles: dict[str, tuple[float, float]]


class PlaceWords(Struct, frozen=True):
    """Words around place names.

    ``townsfolk`` are words after a town's name that tell it's the town that is named. ``kinds`` maps a noun to the kind of place it asks for; ``suits`` says, for each asked kind, how well each kind of
    place answers it (0 to 1); ``features`` are asked kinds that a settlement of the name does not answer.
    ``relations`` and ``after`` map a word before or after a name to the relation it states; ``bearings`` are degrees
    from north; ``units`` are kilometres. ``within``, ``beside`` and ``joins`` say how a second name lies to the first.
    ``fillers`` are capitalised words that begin no name, ``holding`` ends of compounds that tell who holds a place.
    ``displaced`` are words after a demonym that tell the people are not at home, ``nowhere`` wordings that name no place.
    ``ways`` run between two places, ``landforms`` begin villages' names in one source and not in another.
    ``back`` and ``back_nouns`` are wordings that point at a place named before.
    """

    townsfolk: list[str]
    kinds: dict[str, str]
    suits: dict[str, dict[str, float]]
    features: list[str]
    relations: dict[str, str]
    after: dict[str, str]
    bearings: dict[str, float]
    middles: list[str]
    within: list[str]
    beside: list[str]
    joins: list[str]
    stops: list[str]
    units: dict[str, float]
    counts: dict[str, float]
    fillers: list[str]
    holding: list[str]
    ways: list[str]
    displaced: list[str]
    nowhere: list[str]
    landforms: list[str]
    back: list[str]
    back_nouns: list[str]
