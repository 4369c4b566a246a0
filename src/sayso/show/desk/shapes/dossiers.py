"""Dossiers, as pages show and save them."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct, field

from sayso.show.desk.shapes.articles import ClaimLine
from sayso.show.desk.shapes.happenings import HappeningLine


class Item(Struct, frozen=True):
    """One part of a dossier: somebody's own ``text`` (``who`` names the writer), or a claim or happening by id with a note."""

    kind: Literal["text", "claim", "happening"]
    ref: str = ""
    text: str = ""
    who: str = ""


class DossierAsk(Struct, frozen=True):
    """Body of ``PUT /dossiers/ID.json``: the whole dossier as it is to be. ``version`` is the one it was made from (0: new)."""

    title: str
    items: list[Item]
    version: int = 0
    region: list[str] = field(default_factory=list)
    theme: list[str] = field(default_factory=list)


class Dossier(Struct, frozen=True):
    """A dossier as it was last saved; versions before it are kept."""

    id: str
    version: int
    title: str
    items: list[Item]
    region: list[str]
    theme: list[str]
    who: str
    at: str


class DossierPage(Struct, frozen=True):
    """``/dossiers.json``."""

    rows: list[Dossier]


class DossierDetail(Struct, frozen=True):
    """``/dossiers/ID.json``: the dossier and the claims and happenings it names, by id; ids that name nothing any more in ``lost``."""

    dossier: Dossier
    claims: dict[str, ClaimLine]
    happenings: dict[str, HappeningLine]
    lost: list[str]
