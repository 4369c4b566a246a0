"""The codes of the thirty kinds, held to the code lists of the books they come from and to each other."""

from __future__ import annotations

import pytest

from sayso.model.happening import HAPPENING_KINDS
from sayso.show.exports.crosswalk import acled_types, faults, kinds, plover
from sayso.vocab.loader import load
from sayso.vocab.shapes.codebooks import Cameo
from sayso.vocab.shapes.happenings import Kind

UNCODED = {"other", "casualties-toll", "displacement-evacuation", "surveillance-intelligence"}
"""Kinds for which no PLOVER type holds as a whole."""


@pytest.mark.parametrize("kind", kinds().values(), ids=lambda k: k.id)
def test_codes_are_in_their_books_and_agree(kind: Kind) -> None:
    assert faults(kind) == []


@pytest.mark.parametrize("kind", HAPPENING_KINDS)
def test_each_kind_is_coded_unless_nothing_fits_it_whole(kind: str) -> None:
    found = kinds()[kind]
    assert bool(found.plover) == bool(found.cameo) == (kind not in UNCODED)


def kind(plover: str = "", cameo: str = "", acled_like: str = "", context: tuple[str, ...] = ()) -> Kind:
    return Kind("other", "a", "b", "c", "d", "e", plover, cameo, acled_like, [*context])


@pytest.mark.parametrize(
    ("codes", "fault"),
    [
        ({"plover": "DEMAND"}, "DEMAND is no PLOVER event type"),
        ({"plover": "ASSAULT/assassinate"}, "assassinate is no mode of ASSAULT"),
        ({"plover": "COERCE/confiscate"}, "confiscate is no mode of COERCE"),
        ({"plover": "ASSAULT", "cameo": "188"}, "188 is no CAMEO code"),
        ({"plover": "AID", "cameo": "190"}, "CAMEO 190 does not go with PLOVER AID"),
        ({"plover": "ASSAULT", "cameo": "192"}, "CAMEO 192 does not go with PLOVER ASSAULT"),
        ({"acled_like": "Airstrike"}, "Airstrike is no sub-type"),
    ],
)
def test_a_wrong_code_is_seen(codes: dict[str, str], fault: str) -> None:
    told = {"plover": "", "cameo": "", "acled_like": ""} | codes
    assert faults(kind(told["plover"], told["cameo"], told["acled_like"])) == [fault]


def test_a_context_the_manual_does_not_have_is_seen() -> None:
    assert faults(kind(context=("humanitarian",))) == ["humanitarian is no PLOVER context"]


def test_the_lists_are_whole() -> None:
    assert len(acled_types()) == 25
    assert len({event for event, _ in acled_types().values()}) == 6
    assert len(plover().events) == 16
    assert len(plover().contexts) == 37
    cameo: Cameo = load("codebooks/cameo", Cameo)
    assert len(cameo.roots) == 20
    assert {code[:2] for code in cameo.codes} <= cameo.roots.keys()
    assert {t for r in cameo.roots.values() for t in r.plover} <= plover().events.keys()
    assert {*cameo.exceptions.values()} <= plover().events.keys()
