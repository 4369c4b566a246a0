"""The shapes of the word lists that reading goes by: furniture, headers, dates, languages, outlets."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from sayso.model.article import ZoneKind

Where = Literal["block", "words", "rest", "head", "inset"]
"""``block``: the block begins so, all of it is meant; ``words``: these words alone, wherever they stand; ``rest``: from here to
the end of the block; ``head``: these words at the very start of the first paragraph, among date and headline; ``inset``: from here to where the
sentences of the report begin again."""


class Mark(Struct, frozen=True, forbid_unknown_fields=True):
    """One pattern of what is not reporting.

    ``match`` is a regular expression, in any case unless ``case``; a group named ``z`` narrows the zone to itself. ``hint`` are
    lower-case words of which one must stand in the text before the pattern is tried at all. ``most`` is the greatest number
    of words the zone may have (0: no limit); ``late`` admits it only in the last two fifths of the text. ``rights`` names
    the kind of rights statement it is.
    """

    id: str
    kind: ZoneKind
    hint: tuple[str, ...]
    match: str
    where: Where = "block"
    most: int = 0
    late: bool = False
    case: bool = False
    rights: Literal["", "copyright", "terms", "licence", "disclaimer"] = ""


class Furniture(Struct, frozen=True, forbid_unknown_fields=True):
    """A file of marks that hold for every outlet."""

    marks: tuple[Mark, ...]


class Tie(Struct, frozen=True, forbid_unknown_fields=True):
    """Whose an outlet is, by somebody's word: ``kind`` of tie, to whom (``to``), who says so (``source``) and when that was looked up.

    ``since`` and ``until`` are years or days, "" where the source gives none. ``party-to`` names a conflict to which the outlet, or
    whoever runs it, is a party.
    """

    kind: Literal["owned-by", "state-controlled-by", "member-of", "party-to"]
    to: str
    source: str
    seen: str
    since: str = ""
    until: str = ""


class Outlet(Struct, frozen=True, forbid_unknown_fields=True):
    """Facts about one outlet: its names, where it lives, and the marks of its own pages.

    ``credit`` are the short forms it signs datelines and credits with ("AFP", "TASS"); ``kind`` is "agency" where others
    reprint it; ``labels`` maps its own label names to label kinds ("In-depth Report" to "dossier"); ``ties`` tell whose it is.
    """

    id: str
    name: str
    kind: Literal["agency", "newspaper", "broadcaster", "website", "party", "government"]
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    credit: tuple[str, ...] = ()
    country: str = ""
    labels: dict[str, str] = {}
    marks: tuple[Mark, ...] = ()
    ties: tuple[Tie, ...] = ()


class Headers(Struct, frozen=True, forbid_unknown_fields=True):
    """Words that open the lines between headline and report."""

    by: tuple[str, ...]
    published: tuple[str, ...]
    modified: tuple[str, ...]
    original: tuple[str, ...]
    labels: dict[str, str]
    caption: tuple[str, ...]
    credit: tuple[str, ...]
    openers: tuple[str, ...]
    plain: tuple[str, ...]
    running: tuple[str, ...]
    not_names: tuple[str, ...]
    aside: dict[str, ZoneKind]


class Dates(Struct, frozen=True, forbid_unknown_fields=True):
    """Names of months and days of the week, with their short forms; months in order, from January."""

    months: tuple[tuple[str, ...], ...]
    weekdays: tuple[tuple[str, ...], ...]


class Suspicion(Struct, frozen=True, forbid_unknown_fields=True):
    """What makes a text doubtful: phrases that address machines, and the common words of each language."""

    machines: tuple[str, ...]
    machine_hints: tuple[str, ...]
    languages: dict[str, str]
