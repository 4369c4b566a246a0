"""Who asks, and who is asked."""

from __future__ import annotations

import pytest
from tests.find.test_kinds import read

from sayso.find import found
from sayso.find.parse import parser


@pytest.mark.parametrize(
    ("text", "asking", "asked"),
    [
        ("Kerry urged the government to spare the rebels and soldiers.", "Kerry", "government"),
        ("We call on the rebels to end the attacks on troops.", "We", "rebels"),
        ("The regime must comply with its obligations and spare civilians and rebels, Johnson said.", "Johnson", "regime"),
    ],
)  # fmt: skip
def test_who_is_asked(text: str, asking: str, asked: str) -> None:
    article = read(text)
    claims = found(article, (), parser().parse([article])[0])[0].claims
    asks = [c.happening for c in claims if c.happening and c.happening.kind.value == "threat-or-demand"]
    assert [([a.name for a in h.actors], [t.name for t in h.targets]) for h in asks] == [([asking], [asked])]


def test_a_threat_to_attack_keeps_its_target() -> None:
    article = read("The militants threatened to attack the army. Soldiers and rebels had fled.")
    claims = found(article, (), parser().parse([article])[0])[0].claims
    assert "army" in [t.name for c in claims if c.happening for t in c.happening.targets]
