"""A full claim and its article, as every surface shows it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.builders import RULE, actor, article, claim, day, figure, happening, place, span, voice

from sayso.ledger.store import ArticleRow, ClaimRow
from sayso.model.article import Zone
from sayso.model.claim import Claim
from sayso.model.happening import Codes, Control, Means
from sayso.model.problem import Problem
from sayso.model.reading import Reading
from sayso.model.span import Span
from sayso.model.where import PlaceCandidate

TEXT = (
    "Islamic State fighters retook Maadan near Raqqa on Sunday with mortars, killing at least 15 soldiers, "
    "CNN announced citing a US official.\n"
    "Nothing else stands here.\n"
    "Donate now."
)


@pytest.fixture
def reading() -> Reading:
    zones = (Zone("body", Span(0, TEXT.index("Donate") - 1), RULE), Zone("donation", span(TEXT, "Donate now."), RULE))
    a = article(
        TEXT, ref="news/story.txt", zones=zones, title="Maadan falls", outlet="Global Research", published="2017-09-26",
        original_outlet="South Front", original_published="2017-09-25", url="https://example.org/1",
    )  # fmt: skip
    a = replace(a, labels=(("region", ("Middle East", "Russia")),))
    where = place(TEXT, "Maadan", 35.75, 39.61, km=12)
    h = happening(
        "nonstate-overtakes-territory", codes=Codes("ASSAULT", "190", ""),
        actors=(actor(TEXT, "Islamic State fighters", "Islamic State"),), targets=(actor(TEXT, "soldiers"),),
        place=replace(where, alternatives=(PlaceCandidate("w1", "Maadan (Homs)", 34.5, 38.0, 0.25),)),
        when=replace(day(TEXT, "on Sunday", "2017-09-24"), anchor="published 2017-09-26"),
        killed=figure(TEXT, "at least 15", 15, None), means=(Means("mortars", "mortar", span(TEXT, "mortars"), RULE),),
        control=Control("Maadan", None, "Islamic State", span(TEXT, "retook Maadan"), RULE),
    )  # fmt: skip
    official = voice(TEXT, "a US official", "government", cue="citing", named=False)
    full = claim(
        a, "Islamic State fighters retook Maadan", voice(TEXT, "CNN", "media", cue="announced"), official,
        happening=h, manner="indirect", certainty="probable",
    )  # fmt: skip
    own = claim(a, "Nothing else stands here", polarity="negative")
    return Reading(a, (full, own), problems=(Problem("S032", "header and dateline disagree", span(TEXT, "Sunday")),))


def home(r: Reading) -> ArticleRow:
    a = r.article
    assert a.title
    assert a.outlet
    assert a.published
    assert a.original_outlet
    return ArticleRow(
        1, a.id, a.ref, a.title.value, a.outlet.value, a.published.value, a.original_outlet.value, len(r.claims), 1
    )


@pytest.fixture
def rows(reading: Reading) -> list[ClaimRow]:
    def row(number: int, c: Claim) -> ClaimRow:
        return ClaimRow(number, c, c.content[0].of(TEXT), home(reading))

    return [row(n, c) for n, c in enumerate(reading.claims, start=1)]
