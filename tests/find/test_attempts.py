"""What is only tried has not happened."""

from __future__ import annotations

import pytest
from tests.find.test_kinds import read

from sayso.find.kinds import kind
from sayso.find.parse import parser
from sayso.find.units import units


@pytest.mark.parametrize(
    ("text", "wanted", "rule"),
    [
        ("Rebels and soldiers say the army is fighting to seize the town.", "advance-or-hold", "kind.ground.tried"),
        ("The troops tried to recapture the village from rebels.", "advance-or-hold", "kind.ground.tried"),
        ("The soldiers attempted to retake the village and capture the base, rebels said.", "advance-or-hold", "kind.ground.tried"),
        ("The troops managed to recapture the village from rebels.", "government-regains-territory", "kind.ground.state-side"),
        ("Rebels and troops failed to agree on a truce.", "talks-diplomacy", "kind.agreement.tried"),
        ("Rebels and troops agreed on a truce.", "agreement-ceasefire", "kind.verb.agree"),
    ],
)  # fmt: skip
def test_tried(text: str, wanted: str, rule: str) -> None:
    article = read(text)
    found = [kind(u, article) for u in units(article, parser().parse([article])[0], [])]
    assert (wanted, rule) in [(t.kind.value, t.kind.rule) for t in found if t is not None]
