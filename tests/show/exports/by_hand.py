"""A claim as exports take it, built by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from tests.builders import RULE, actor, article, claim, day, figure, happening, place, span, voice

from sayso.ledger.store import ArticleRow, ClaimRow
from sayso.model.claim import Claim
from sayso.model.happening import Means
from sayso.model.who import Actor
from sayso.show.exports.holding import holding
from sayso.show.exports.told import Told

NOW = datetime(2017, 10, 1, tzinfo=UTC)
TEXT = (
    "The front is quiet. On Sunday Russian jets bombed a market in Raqqa, killing at least 15 civilians, "
    "Ahmad Darwish said. Nothing else stands here."
)


def known(words: str, name: str, ident: str, text: str = TEXT) -> Actor:
    return replace(actor(text, words, name), id=ident)


def make(
    *, kind: Any = "air-drone-strike", said: dict[str, Any] | None = None, profile: str = "public", text: str = TEXT,
    words: str = "Russian jets bombed a market in Raqqa, killing at least 15 civilians", **changed: Any,
) -> Told:  # fmt: skip
    """Return the claim of the text with parts changed: of the happening by name, of the claim by ``said``."""
    facts: dict[str, Any] = {
        "title": "Market hit",
        "outlet": "Reuters",
        "published": "2017-09-26",
        "url": "https://example.org/1",
    }
    a = article(text, **facts)
    standard: dict[str, Any] = {}
    if text == TEXT:
        raqqa = replace(place(text, "Raqqa", 35.95, 39.01, km=5), id="geonames:172955", name="Raqqa")
        standard = {
            "actors": (known("Russian jets", "Russian air force", "ru-air-force"),), "targets": (actor(text, "civilians"),),
            "place": raqqa, "when": replace(day(text, "On Sunday", "2017-09-24"), anchor="published 2017-09-26"),
            "killed": figure(text, "at least 15", 15, None), "means": (Means("jets", "aircraft", span(text, "jets"), RULE),),
        }  # fmt: skip
    h = happening(kind, **(standard | changed))
    told = {"manner": "indirect"} | (said or {})
    voices = (voice(text, "Ahmad Darwish", "witness-local", cue="said"),) if text == TEXT else ()
    c: Claim = claim(a, words, *voices, happening=h, **told)
    home = ArticleRow(1, a.id, a.ref, "Market hit", "Reuters", "2017-09-26", "", 1, 0)
    return Told(ClaimRow(1, c, words, home), a, h, holding(profile, NOW))
