"""Which claims a format has no room for, and what lets them in."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.builders import figure
from tests.show.exports.by_hand import TEXT, make

from sayso.ledger.store import Query
from sayso.show.exports.admit import barring, reason, reasons
from sayso.show.exports.sheets import MAPS, TABLES, sheet

FORMS = (*TABLES, *MAPS)


@pytest.mark.parametrize("form", FORMS)
def test_reasons_of_a_sheet_are_known(form: str) -> None:
    assert {*sheet(form).leaves_out} <= reasons().keys()


@pytest.mark.parametrize(
    ("form", "said", "changed", "why"),
    [
        ("acled", {}, {}, ""),
        ("acled", {"polarity": "negative"}, {}, "negative"),
        ("acled", {"tense": "future"}, {}, "future"),
        ("acled", {"certainty": "possible"}, {}, "possible"),
        ("acled", {"certainty": "probable"}, {}, ""),
        ("acled", {}, {"kind": "talks-diplomacy"}, "no-code"),
        ("acled", {}, {"when": None}, "no-day"),
        ("acled", {}, {"place": None}, "no-place"),
        ("ucdp", {}, {"killed": None}, "no-deaths"),
        ("ucdp", {}, {"killed": figure(TEXT, "15", 0, 0)}, "no-deaths"),
        ("ucdp", {}, {"killed": figure(TEXT, "15", 0, 30)}, ""),
        ("plover", {}, {"actors": ()}, "no-actor"),
        ("geojson", {"polarity": "negative"}, {"place": None, "when": None}, ""),
    ],
)  # fmt: skip
def test_why_a_claim_is_left_out(form: str, said: dict[str, Any], changed: dict[str, Any], why: str) -> None:
    t = make(said=said, **changed)
    assert reason(t, form, barring(form, Query(), ())) == why


def test_options_and_filters_let_claims_in() -> None:
    assert barring("acled", Query(), ("incomplete", "unasserted")) == ("fresh",)
    assert "negative" not in barring("acled", Query(polarity="negative"), ())
    assert "possible" not in barring("acled", Query(certainty=("possible",)), ())
    fresh = make()
    held = replace(fresh.held, now=fresh.held.now.replace(month=9, day=25))
    assert (
        reason(replace(fresh, held=held), "geojson", barring("geojson", Query(), ("incomplete", "unasserted")))
        == "fresh"
    )
