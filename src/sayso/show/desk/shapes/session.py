"""Comparing, who is at the desk, the board, and refusals."""

from __future__ import annotations

from typing import Literal

from msgspec import UNSET, Struct, UnsetType

from sayso.model.wire_shapes import WireArticle, WireClaim
from sayso.show.desk.shapes.articles import ArticleLine, ChangeLine, CopyLine
from sayso.show.desk.shapes.happenings import HappeningLine


class CompareAsk(Struct, frozen=True):
    """Body of ``POST /compare.json``: a text to read, or the address of an article that the ledger holds. Nothing is fetched or kept."""

    text: str = ""
    address: str = ""
    outlet: str = ""
    published: str = ""


class Carried(Struct, frozen=True):
    """A claim of a pasted text, and the happenings of the ledger that tell the same, with how sure that is."""

    claim: WireClaim
    words: str
    chain: str
    line: str
    happenings: list[CarriedBy]


class CarriedBy(Struct, frozen=True):
    """A happening of the ledger that may be what a claim of a pasted text tells, with the points and what gave them."""

    happening: HappeningLine
    score: float
    reasons: list[str]


class Compared(Struct, frozen=True):
    """``POST /compare.json``: the reading of the text, its claims by how much they are attributed, and articles that share its words."""

    article: WireArticle
    claims: list[Carried]
    copies: list[CopyLine]
    known: str
    seconds: float


class Session(Struct, frozen=True):
    """``/session.json``: who is at the desk and what they may do. ``csrf`` goes into the header ``X-Sayso-CSRF`` of every write."""

    name: str
    role: Literal["", "reader", "coder", "reviewer", "custodian"]
    accounts: bool
    csrf: str
    ledger: str
    articles: int
    claims: int
    happenings: int
    waiting: int


class LoginAsk(Struct, frozen=True):
    """Body of ``POST /login.json``."""

    name: str
    password: str


class Board(Struct, frozen=True):
    """``/board.json``: what is new, changed, contradicted and withdrawn since a time (UTC)."""

    since: str
    articles: list[ArticleLine]
    articles_more: bool
    contested: list[HappeningLine]
    changes: list[ChangeLine]


class Trouble(Struct, frozen=True):
    """What every refused request gives."""

    error: str
    code: int
    hint: str | UnsetType = UNSET
