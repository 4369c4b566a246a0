"""Who takes ground: a state's side, or a group that is no state's."""

from __future__ import annotations

import pytest
from tests.find.test_kinds import read

from sayso.find.kinds import kind
from sayso.find.parse import parser
from sayso.find.units import units


@pytest.mark.parametrize(
    ("text", "wanted", "rule"),
    [
        ("Iraqi forces seized the village from ISIS fighters.", "government-regains-territory", "kind.ground.state-side"),
        ("Islamic State fighters seized the village from troops.", "nonstate-overtakes-territory", "kind.ground.nonstate-side"),
        ("The town was recaptured, rebels and troops confirm.", "government-regains-territory", "kind.ground.by-verb"),
        ("The army lost control of the town to the rebels.", "nonstate-overtakes-territory", "kind.ground.nonstate-side"),
        ("The village was seized by rebels from the army.", "nonstate-overtakes-territory", "kind.ground.nonstate-side"),
        ("Government forces backed by Hezbollah seized the village.", "government-regains-territory", "kind.ground.state-side"),
        ("The Syrian Democratic Forces seized the village from troops.", "nonstate-overtakes-territory", "kind.ground.nonstate-side"),
        ("Troops of the Islamic Republic seized the village from rebels.", "government-regains-territory", "kind.ground.state-side"),
        ("It was wrested from militants; it captured the village from rebels.", "government-regains-territory", "kind.ground.state-side"),
    ],
)  # fmt: skip
def test_side(text: str, wanted: str, rule: str) -> None:
    article = read(text)
    found = [kind(u, article) for u in units(article, parser().parse([article])[0], [])]
    assert (wanted, rule) in [(t.kind.value, t.kind.rule) for t in found if t is not None]
