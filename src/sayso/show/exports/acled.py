"""The cells of ACLED-compatible tables that other formats do not have."""

from __future__ import annotations

from sayso.model.happening import Figure
from sayso.show.exports.crosswalk import acled_names, acled_types, kinds
from sayso.show.exports.people import Party
from sayso.show.exports.told import Cells, Told, range_of
from sayso.show.words import FIGURES

CROWDS = {"protest": "protesters", "riot-mob": "rioters"}
"""Kinds of happenings in which people who act are coded as a crowd."""


def cells(t: Told) -> Cells:
    """Return event type, actors with their kinds, and figures as tags."""
    sub = kinds()[t.happening.kind.value].acled_like
    event, disorder = acled_types().get(sub, ("", ""))
    one, other = known(t.actors), known(t.targets)
    first, second = inter(t, one, acting=True), inter(t, other, acting=False)
    return {
        "acled_sub": sub, "acled_type": event, "acled_disorder": disorder,
        "acled_actor1": lead(t, one), "acled_assoc1": rest(t, one), "acled_inter1": first,
        "acled_actor2": lead(t, other), "acled_assoc2": rest(t, other), "acled_inter2": second,
        "acled_fatalities": fatalities(t.happening.killed),
        "acled_interaction": interaction(first, second, alone=not (one and other)),
        "acled_tags": "; ".join(f"{n}={range_of(f)}" for n in FIGURES if (f := getattr(t.happening, n))),
    }  # fmt: skip


def fatalities(f: Figure | None) -> int | None:
    """Return the conservative number: the lowest the wording allows, and what the codebook has for a vague word."""
    return None if f is None else min(f.low, acled_names().vague.get(f.rule, f.low))


def known(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """Return those that may stand in an actor's column: known by name, or people; things and unknown names may not."""
    return tuple(p for p in parties if p.side)


def lead(t: Told, parties: tuple[Party, ...]) -> str:
    """Return the first name."""
    return t.shown(parties[0].name, private=parties[0].private) if parties else ""


def rest(t: Told, parties: tuple[Party, ...]) -> str:
    """Return the other names."""
    return "; ".join(t.shown(p.name, private=p.private) for p in parties[1:])


def inter(t: Told, parties: tuple[Party, ...], *, acting: bool) -> int | None:
    """Return the number of the first party's kind; None where it can't be told."""
    codes = acled_names().inter
    if not parties:
        return None
    p = parties[0]
    crowd = CROWDS.get(t.happening.kind.value)
    if acting and crowd and (p.civilian or p.side == "people"):
        return codes[crowd]
    if p.civilian:
        return codes["protesters" if p.side == "protesters" else "civilians"]
    if p.side == "coalition" or p.kind == "international-org":
        return codes["external"]
    if p.side == "state" and p.country and t.ground and t.ground.country:
        return codes["state" if p.country == t.ground.country else "external"]
    return None


def interaction(first: int | None, second: int | None, *, alone: bool) -> int | None:
    """Return the pair, the smaller number first; N0 when one side stands alone; None when one of two can't be told."""
    if first is None or second is None:
        only = first or second
        return only * 10 if only and alone else None
    return min(first, second) * 10 + max(first, second)
