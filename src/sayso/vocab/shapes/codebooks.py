"""Shapes of ``vocab/codebooks/*.yaml``: the code lists of other codebooks, which our codes must be in."""

from __future__ import annotations

from msgspec import Struct, field


class AcledNames(Struct, frozen=True, forbid_unknown_fields=True):
    """Names of ACLED-compatible columns: event type → sub-type → disorder type; ``inter`` numbers the kinds of actors.

    ``vague`` is what vague words count for, by the rule that read them ("figure.dozens").
    """

    events: dict[str, dict[str, str]]
    inter: dict[str, int]
    vague: dict[str, int]


class PloverEvent(Struct, frozen=True, forbid_unknown_fields=True):
    """One event type: its quad class (1 to 4), its place on the scale of conflict (-10) and cooperation (10), its modes."""

    quad: int
    scale: float
    modes: list[str] = field(default_factory=list)


class Plover(Struct, frozen=True, forbid_unknown_fields=True):
    """PLOVER's event types, contexts, auxiliary modes, and the codes of actors.

    ``sectors`` are codes of kinds of actors; ``words`` put people nobody knows by name in a sector;
    ``quantities`` before "of" only count them. ``bodies`` say what stands in the
    country field for kinds of bodies, ``named`` for bodies by name; ``lands`` are peoples, lands, groups and capitals under their state.
    """

    events: dict[str, PloverEvent]
    contexts: list[str]
    auxiliary: list[str]
    sectors: dict[str, str]
    bodies: dict[str, str]
    words: dict[str, list[str]] = field(default_factory=dict)
    quantities: list[str] = field(default_factory=list)
    named: dict[str, list[str]] = field(default_factory=dict)
    lands: dict[str, str] = field(default_factory=dict)


class CameoRoot(Struct, frozen=True, forbid_unknown_fields=True):
    """A root code and the PLOVER types its codes fall under."""

    label: str
    plover: list[str]


class Cameo(Struct, frozen=True, forbid_unknown_fields=True):
    """CAMEO's codes with their labels; ``exceptions`` have a PLOVER type that is not their root's."""

    roots: dict[str, CameoRoot]
    exceptions: dict[str, str]
    codes: dict[str, str]

    def plover(self, code: str) -> list[str]:
        """Return the PLOVER event types that a code may go with."""
        return [self.exceptions[code]] if code in self.exceptions else self.roots[code[:2]].plover


class CountryCodes(Struct, frozen=True, forbid_unknown_fields=True):
    """ISO 3166 codes of a state: three letters, number."""

    iso3: str
    number: int


class Countries(Struct, frozen=True, forbid_unknown_fields=True):
    """Codes by ISO 3166 two letters."""

    codes: dict[str, CountryCodes]
