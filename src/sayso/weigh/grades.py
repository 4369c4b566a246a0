"""Grades of a happening by stated rules: how many origins, what is contested, and labels others use; never how true it is."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model.event import Account, Grade, Origin, Relation
from sayso.weigh.agreement import contested
from sayso.weigh.origins import grading

HELD = "only what this ledger holds was compared: no claim found is never did not happen"


def grades(accounts: Sequence[Account], relations: Sequence[Relation], origins: Sequence[Origin]) -> tuple[Grade, ...]:
    """Return every grade of a happening: ``origins``, ``single-origin``, ``contested``, ``admiralty``, ``airwars-like``."""
    known = [o for o in origins if o.known]
    quarrel = contested(relations, grading().contested)
    found = [_counted(known, origins), _single(known), _contested(quarrel), _admiralty(known, quarrel)]
    if any(k in grading().harm for a in accounts for k in a.kinds):
        found.append(_airwars(known, relations))
    return tuple(found)


def _counted(known: Sequence[Origin], origins: Sequence[Origin]) -> Grade:
    reasons = tuple(r for o in origins for r in o.reasons)
    unknown = len(origins) - len(known)
    more = (f"{unknown} more of nobody known",) if unknown else ()
    return Grade("origins", str(len(known)), "origins.distinct-voice-or-family", (*reasons, *more), HELD)


def _single(known: Sequence[Origin]) -> Grade:
    value = "yes" if len(known) == 1 else "no" if known else "unknown"
    return Grade("single-origin", value, "origins.one", (f"{len(known)} known origins",), HELD)


def _contested(quarrel: Sequence[str]) -> Grade:
    reasons = tuple(f"tellings contradict each other on {f}" for f in quarrel) or ("no contradiction found",)
    return Grade("contested", ", ".join(quarrel) or "no", "contested.fields", reasons, HELD)


def _admiralty(known: Sequence[Origin], quarrel: Sequence[str]) -> Grade:
    rule = next(
        d for d in grading().digits if len(known) >= d.origins and (d.contested or not quarrel or not d.origins)
    )
    value = f"{grading().letter}{rule.digit}"
    return Grade("admiralty", value, f"admiralty.{rule.digit}", (rule.why,), grading().digit_limits)


def _airwars(known: Sequence[Origin], relations: Sequence[Relation]) -> Grade:
    quarrel = contested(relations, ["responsibility"])
    label = "contested" if quarrel else "fair" if len(known) > 1 else "weak" if known else "unknown"
    why = grading().airwars[label]
    return Grade("airwars-like", label, f"airwars.{label}", (why,), grading().airwars_limits)
