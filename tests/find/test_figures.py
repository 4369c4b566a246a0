"""How many, by the wordings of the gold guide's rules 4 and 11."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.find.told import Told

from sayso.find.figures import Figures, figures
from sayso.find.parse import parser
from sayso.find.trigger import Trigger
from sayso.find.unit import Unit
from sayso.model.article import Article, Zone
from sayso.model.happening import Codes, HappeningKind
from sayso.model.span import Grounded, Span


def read(text: str, kind: HappeningKind = "other") -> Figures:
    article = Article("a1", "test", "0" * 64, text, (Zone("body", Span(0, len(text)), "test"),))
    tree = parser().parse([article])[0][0]
    unit = Unit(tree, tuple(range(len(tree))), tree.root, (), "own", "test")
    return figures(unit, Trigger(Grounded(kind, "test"), tree.root, Codes()), article)


def ranges(f: Figures) -> dict[str, tuple[int, int | None]]:
    every = {"killed": f.killed, "injured": f.injured, "captured": f.captured, "displaced": f.displaced}
    return {name: (x.low, x.high) for name, x in every.items() if x}


@pytest.mark.parametrize(
    ("text", "killed", "rule"),
    [
        ("At least 70 people were killed in the raid.", (70, None), "figure.at-least"),
        ("The attack killed more than 50 people.", (50, None), "figure.more-than"),
        ("Over 40 soldiers were killed.", (40, None), "figure.more-than"),
        ("Up to 30 fighters were killed in the strike.", (0, 30), "figure.up-to"),
        ("About 50 people were killed.", (50, 50), "figure.about"),
        ("Nearly 170 militants were killed.", (170, 170), "figure.about"),
        ("Dozens of civilians were killed.", (24, 99), "figure.dozens"),
        ("Scores of people were killed.", (40, 99), "figure.scores"),
        ("Several soldiers were killed.", (3, 9), "figure.several"),
        ("Hundreds of people were killed.", (200, 999), "figure.hundreds"),
        ("Thousands of people were killed.", (2000, 9999), "figure.thousands"),
        ("Between 20 and 30 people were killed.", (20, 30), "figure.range"),
        ("Twenty-five people were killed.", (25, 25), "figure.number"),
        ("The war has killed 280,000 people.", (280000, 280000), "figure.number"),
        ("The war has killed more than 280000 people.", (280000, None), "figure.more-than"),
        ("Shelling killed a general near the city.", (1, 1), "figure.one"),
        ("Seventeen civilians including eight children were killed.", (17, 17), "figure.number"),
        ("The attack killed 15 civilians and 27 fighters.", (42, 42), "figure.sum"),
        ("The shells left 12 civilians dead.", (12, 12), "figure.number"),
        ("Two blasts occurred, claiming the lives of at least 40 people.", (40, None), "figure.at-least"),
        ("The death toll reached 3 on Monday.", (3, 3), "figure.number"),
        ("No civilians were killed in the strike.", (0, 0), "figure.none"),
        ("More than 10 people died.", (10, None), "figure.more-than"),
    ],
)  # fmt: skip
def test_killed(text: str, killed: tuple[int, int | None], rule: str) -> None:
    found = read(text).killed
    assert found is not None
    assert ((found.low, found.high), found.rule) == (killed, rule)
    assert found.span.of(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They shelled the town, killing 15 civilians and injuring 50 others.", {"killed": (15, 15), "injured": (50, 50)}),
        ("The toll reached 3 in addition to 8 injured people.", {"killed": (3, 3), "injured": (8, 8)}),
        ("Another 50 were wounded or missing in the town.", {"injured": (0, 50)}),
        ("A suicide bomber killed 12 people and wounded 30.", {"killed": (12, 12), "injured": (30, 30)}),
        ("There were no casualties in the attack.", {"killed": (0, 0), "injured": (0, 0)}),
        ("The conflict has killed 400000 people and displaced millions.", {"killed": (400000, 400000), "displaced": (2000000, 9999999)}),
    ],
)  # fmt: skip
def test_several_figures(text: str, expected: dict[str, tuple[int, int | None]]) -> None:
    assert ranges(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The army captured 12 villages and 3 towns.", "government-regains-territory"),
        ("The strike on July 21 2015 destroyed 18 trucks.", "air-drone-strike"),
        ("Troops are 15 kilometres from the airport.", "advance-or-hold"),
        ("IS controls 60 percent of the city.", "other"),
        ("In 2011 the war began.", "armed-clash"),
        ("The rebels fired 20 rockets.", "shelling-artillery-missile"),
    ],
)
def test_what_is_no_person_is_no_figure(text: str, kind: HappeningKind) -> None:
    assert ranges(read(text, kind)) == {}


def test_kind_gives_a_number_its_sense(told: Told, article: Article) -> None:
    """More than 5000 people left the two towns."""
    found = figures(told.unit(), told.trigger("displacement-evacuation"), article)
    assert found.displaced is not None
    assert (found.displaced.low, found.displaced.high) == (5000, None)


def test_only_the_unit_counts(told: Told, article: Article) -> None:
    """The army retook the town and shelling killed 9 people."""
    found = figures(told.unit("The", "town"), told.trigger("government-regains-territory"), article)
    assert found == Figures()


@settings(max_examples=25, deadline=None)
@given(st.integers(2, 1899))
def test_any_number_is_read_as_itself(n: int) -> None:
    assert ranges(read(f"At least {n} soldiers were killed."))["killed"] == (n, None)
