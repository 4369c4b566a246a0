"""The words that make a unit a happening of a kind."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.happening import Codes, HappeningKind
from sayso.model.span import Grounded


@dataclass(frozen=True, slots=True)
class Trigger:
    """The kind read in a unit and the token of its tree that bears it (a verb, or a noun such as "shelling")."""

    kind: Grounded[HappeningKind]
    token: int
    codes: Codes
