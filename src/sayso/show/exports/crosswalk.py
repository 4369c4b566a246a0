"""The codes of a kind of happening in other codebooks, as the word lists have them now."""

from __future__ import annotations

from functools import cache
from hashlib import sha256

from sayso.model import wire
from sayso.vocab.loader import load, load_all
from sayso.vocab.shapes.codebooks import AcledNames, Cameo, Countries, CountryCodes, Plover
from sayso.vocab.shapes.happenings import Kind


@cache
def kinds() -> dict[str, Kind]:
    """Return the kinds of happenings by id."""
    return {k.id: k for k in load_all("happenings", Kind)}


def acled_names() -> AcledNames:
    """Return the names of ACLED-compatible columns."""
    found: AcledNames = load("codebooks/acled", AcledNames)
    return found


def plover() -> Plover:
    """Return PLOVER's code lists."""
    found: Plover = load("codebooks/plover", Plover)
    return found


def country_codes(code: str) -> CountryCodes | None:
    """Return the other ISO 3166 codes of a country."""
    found: Countries = load("codebooks/countries", Countries)
    return found.codes.get(code.upper())


@cache
def acled_types() -> dict[str, tuple[str, str]]:
    """Return event type and disorder type of each sub-type; no sub-type belongs to two."""
    events = acled_names().events
    return {sub: (event, disorder) for event, subs in events.items() for sub, disorder in subs.items()}


def faults(kind: Kind) -> list[str]:
    """Return what is wrong with the codes of a kind: codes that no list has, and codes that contradict each other."""
    books, cameo = plover(), load("codebooks/cameo", Cameo)
    event, _, mode = kind.plover.partition("/")
    found = []
    if event and event not in books.events:
        found.append(f"{event} is no PLOVER event type")
    elif mode and mode not in books.events[event].modes:
        found.append(f"{mode} is no mode of {event}")
    found += [f"{c} is no PLOVER context" for c in kind.context if c not in books.contexts]
    if kind.cameo and kind.cameo not in cameo.codes:
        found.append(f"{kind.cameo} is no CAMEO code")
    elif kind.cameo and event not in cameo.plover(kind.cameo):
        found.append(f"CAMEO {kind.cameo} does not go with PLOVER {event or 'nothing'}")
    if kind.acled_like and kind.acled_like not in acled_types():
        found.append(f"{kind.acled_like} is no sub-type")
    return found


@cache
def digest() -> str:
    """Return the SHA-256 over all codes of all kinds: what an export's manifest names the crosswalk by."""
    rows = [[k.id, k.plover, k.context, k.cameo, k.acled_like] for _, k in sorted(kinds().items())]
    return sha256(wire.to_json(rows)).hexdigest()
