"""Accounts made by hand: what a test does not say is a strike on one town on one day, told by an outlet of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from sayso.model.event import Account, Said, Spot, Teller
from sayso.model.span import Span

JAYRUD = Spot("geonames:1", 33.8, 36.7, 2.0)
ATAREB = Spot("geonames:2", 36.1, 36.8, 2.0)
ALEPPO = Spot("geonames:3", 36.2, 37.15, 12.0)
DAY = date(2016, 7, 2).toordinal()
WORDS = ("bombar", "childr", "medics", "school", "shelli", "wounde")


def account(name: str, **given: Any) -> Account:
    """Return an account whose article, outlet and claim bear its name; ``killed`` is one number or a range."""
    killed = given.pop("killed", 31)
    ranges = () if killed is None else (killed if isinstance(killed, tuple) else (killed, killed),)
    claim = f"c{name}"
    voice = given.pop("voice", "")
    teller = Teller(
        claim, voice.casefold(), voice, "ngo-monitor" if voice else "", bool(voice), None, Span(0, 9), False, True
    )
    said = tuple(Said("killed", claim, str(low), Span(0, 2), low, high) for low, high in ranges)
    told = Account(
        id=f"t{name}", article=f"a{name}", outlet=name, published="2016-07-02",
        kind="shelling-artillery-missile", kinds=("shelling-artillery-missile",),
        first=DAY, last=DAY, dated=True, period=False, places=(JAYRUD,), killed=ranges, injured=(), actors=(), targets=(),
        names=("jrd",), words=WORDS, tellers=(teller,), said=said,
    )  # fmt: skip
    return replace(told, **given)
