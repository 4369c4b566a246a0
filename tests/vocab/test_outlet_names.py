"""Outlets by their names, and the ties they are shipped with."""

from __future__ import annotations

from sayso.vocab.loader import load_all
from sayso.vocab.outlet_names import fold, named, outlet_key
from sayso.vocab.shapes.reading import Outlet


def test_every_name_of_an_outlet_has_one_key() -> None:
    assert {outlet_key(n) for n in ("SANA", "Syrian Arab News Agency", "sana.sy", "the Syrian Arab News Agency")} == {
        "sana"
    }
    assert outlet_key("The Example Post") == fold("example post") == "examplepost"
    assert outlet_key("") == ""
    assert named("no such paper") is None


def test_every_tie_has_its_source_and_the_day_it_was_looked_up() -> None:
    ties = [(o.id, t) for o in load_all("outlets", Outlet) for t in o.ties]
    assert len(ties) > 10
    assert [o for o, t in ties if not t.source.startswith("https://") or len(t.seen) != 10] == []
