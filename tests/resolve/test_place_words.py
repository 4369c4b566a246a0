"""What the words before a name say of it."""

from __future__ import annotations

import pytest

from sayso.resolve.place_words import kind_of, read_gap
from sayso.resolve.toponyms import toponyms


@pytest.mark.parametrize(
    ("word", "kind"),
    [("towns", "town"), ("cities", "town"), ("airbase", "base"), ("governorate", "province"), ("happiness", "")],
)
def test_kind(word: str, kind: str) -> None:
    assert kind_of(word) == kind


@pytest.mark.parametrize(
    ("text", "relation", "bearing", "inside", "km"),
    [
        ("on the outskirts of Homs", "outskirts", None, False, None),
        ("7.5 kilometers from Homs", "from", None, False, 7.5),
        ("ten miles southwest of Homs", "", 225, False, 16.09),
        ("in northern Homs", "", 0, True, None),
        ("the countryside of Homs", "countryside", None, False, None),
    ],
)
def test_before(text: str, relation: str, bearing: float | None, inside: bool, km: float | None) -> None:
    (name,) = toponyms(text, ())
    assert (name.relation, name.bearing, name.inside, name.km) == (relation, bearing, inside, km)


def test_absurd_distances_are_no_distances() -> None:
    assert read_gap(["99999999", "km", "from"]).km is None
    assert read_gap(["nan", "km", "from"]).km is None
