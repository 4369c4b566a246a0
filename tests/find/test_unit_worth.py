"""What states nothing that could be checked gives no unit."""

from __future__ import annotations

import pytest
from tests.find.test_kinds import read

from sayso.find.parse import parser
from sayso.find.units import units


@pytest.mark.parametrize(
    "text",
    [
        "Who fired the rockets at the market?",
        "The president condemned the attack on the convoy.",
        "The report could not be independently verified.",
        "It was not immediately clear who carried out the attack.",
        "Heavy smoke over the city.",
        "The town lies 12 kilometres from the border.",
        "Stop the shelling of our city.",
    ],
)
def test_nothing_to_check(text: str) -> None:
    article = read(text)
    assert units(article, parser().parse([article])[0], []) == []


@pytest.mark.parametrize(
    "text", ["Rebels retreated.", "Rebels lie in wait near the town.", "State media made no mention of the attack."]
)
def test_something_to_check(text: str) -> None:
    article = read(text)
    assert len(units(article, parser().parse([article])[0], [])) == 1
