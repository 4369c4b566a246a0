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
        ("The group raised the death toll from the strikes on the market to 61.", (61, 61), "figure.number"),
        ("The toll in a raid on buses carrying Syrians evacuated from two towns has risen to 112.", (112, 112), "figure.number"),
        ("Shells hit the town of Saraqib killing at least 12 people.", (12, None), "figure.at-least"),
        ("No civilians were killed in the strike.", (0, 0), "figure.none"),
        ("More than 10 people died.", (10, None), "figure.more-than"),
        ("Thirty one Islamic State (IS) group militants have been killed.", (31, 31), "figure.number"),
        ("Two hundred and fifty people were killed in Darfur.", (250, 250), "figure.number"),
        ("Two-hundred people were killed.", (200, 200), "figure.number"),
        ("Some 1 200 people were killed in Mekelle.", (1200, 1200), "figure.about"),
        ("The war killed 10k civilians.", (10000, 10000), "figure.number"),
        ("More than two dozen Saudi-led coalition troops were killed.", (24, None), "figure.more-than"),
        ("50 or more people died.", (50, None), "figure.or-more"),
        ("As many as 50 may have been killed in the landslide.", (0, 50), "figure.up-to"),
        ("A family of six was killed in Khan Younis.", (6, 6), "figure.number"),
        ("Two women and a six-year-old boy were killed.", (3, 3), "figure.sum"),
        ("A 14-year-old girl was killed in Gaza.", (1, 1), "figure.one"),
        ("On Tuesday 25 people including seven women and a child were killed.", (25, 25), "figure.number"),
        ("The bomb killed 44 civilians including 11 women nine children and one rescue worker.", (44, 44), "figure.number"),
        ("At least 15 civilians including a woman and two children had been killed.", (15, None), "figure.at-least"),
        ("Six civilians including a child were among at least 22 people killed in strikes.", (22, None), "figure.at-least"),
        ("The dead included four children and a pregnant woman.", (5, None), "figure.part-of"),
        ("The attack killed 23 people, nine children and 14 others.", (23, 23), "figure.number"),
        ("The blast killed 10 soldiers and 10 civilians.", (20, 20), "figure.sum"),
        ("A teacher and two pupils were killed.", (3, 3), "figure.sum"),
        ("Abu Hassan and Abu Ali were killed.", (2, 2), "figure.sum"),
        ("30 jihadists were killed around Shadadi and another five outside the embattled town.", (35, 35), "figure.sum"),
        ("The blast led to the killing of one person in Taiz.", (1, 1), "figure.number"),
        ("In the past two weeks more than 200 civilians have been killed.", (200, None), "figure.more-than"),
        ("Twelve hostages were killed in the raid.", (12, 12), "figure.number"),
        ("Rebels executed 15 captured soldiers in Tigray.", (15, 15), "figure.number"),
        ("The forces destroyed over 60 terrorists.", (60, None), "figure.more-than"),
        ("Police shot dead three protesters.", (3, 3), "figure.number"),
        ("The death toll from the rocket attacks on a crowded part of the old city in Aleppo rose to 8 civilians.", (8, 8), "figure.number"),
        ("The ministry put the death toll at 34,049.", (34049, 34049), "figure.number"),
        ("The opposition put the death toll between 500 and 1300.", (500, 1300), "figure.range"),
        ("None of the crew was killed.", (0, 0), "figure.none"),
        ("The group carried out several executions.", (3, 9), "figure.several"),
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
        ("The blast led to the killing of one person and the injury of 40 others.", {"killed": (1, 1), "injured": (40, 40)}),
        ("6 citizens killed 22 injured in attacks with shells in Damascus.", {"killed": (6, 6), "injured": (22, 22)}),
        ("The toll rose to 8 civilians in addition to 12 injured a source said.", {"killed": (8, 8), "injured": (12, 12)}),
        ("Hundreds of people were killed or injured.", {"killed": (0, 999), "injured": (0, 999)}),
        ("The jet killed one pilot, injuring another.", {"killed": (1, 1), "injured": (1, 1)}),
        ("The rebels took 12 people hostage.", {"captured": (12, 12)}),
        ("15 soldiers were taken prisoner and 40 lost their lives.", {"captured": (15, 15), "killed": (40, 40)}),
        ("The fighting forced more than 100,000 people to flee.", {"displaced": (100000, None)}),
        ("Some 300,000 people have been forced from their homes.", {"displaced": (300000, 300000)}),
        ("The war has displaced 1.5m people.", {"displaced": (1500000, 1500000)}),
        ("Nobody was hurt in the attack.", {"injured": (0, 0)}),
        ("Two bombers struck, killing and wounding dozens.", {"killed": (0, 99), "injured": (0, 99)}),
        ("49 fighters were killed and wounded in fighting.", {"killed": (0, 49), "injured": (0, 49)}),
        ("A plot to kill two officers was foiled.", {}),
        ("The conflict has killed 400000 people and displaced millions.", {"killed": (400000, 400000), "displaced": (2000000, 9999999)}),
        ("Two women and two children were among eight people killed in Aleppo.", {"killed": (8, 8)}),
        ("Shells hit houses, injuring a 45-years-old woman and a 9-years-old girl.", {"injured": (2, 2)}),
        ("An explosion has claimed the lives of at least 40 people and left scores wounded.", {"killed": (40, None), "injured": (40, 99)}),
        ("It struck a wedding, wounding dozens and killing 32 people.", {"injured": (24, 99), "killed": (32, 32)}),
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
        ("One in five of the dead were women.", "other"),
        ("The army destroyed 12 positions and 3 depots.", "air-drone-strike"),
        ("The No. 2 man of the group spoke.", "other"),
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


def sides(text: str) -> list[tuple[int, str, bool]]:
    found = read(text).killed
    assert found is not None
    return [(s.low, s.side, s.within) for s in found.shares]


def test_shares_say_whose_the_dead_are() -> None:
    assert sides("The attack killed 15 civilians and 27 fighters.") == [
        (15, "civilians", False),
        (27, "combatants", False),
    ]
    assert sides("Strikes killed 23 people, including nine children.") == [(23, "", False), (9, "civilians", True)]
    assert sides("Colonel Ahmed Hassan and two of his bodyguards were killed.")[1] == (2, "combatants", False)
    assert sides("220 non-combatants have died in strikes.") == [(220, "civilians", False)]
    assert sides("Dozens of civilians died in a strike aimed at killing a commander.") == [(24, "civilians", False)]
    assert sides("Strikes killed 23 people.") == []


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(2, 99), min_size=2, max_size=3))
def test_shares_add_up_to_the_figure(numbers: list[int]) -> None:
    sorts = ("soldiers", "civilians", "rebels")
    told = " and ".join(f"{n} {who}" for n, who in zip(numbers, sorts, strict=False))
    found = read(f"The blast killed {told}.").killed
    assert found is not None
    assert found.low == sum(numbers) == sum(s.low for s in found.shares if not s.within)


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Andrey Karlov, 62, was killed in an attack in Ankara.", (1, 1)),
        ("The gunman killed Ahmed, 12, and his brother Ali, 9.", (2, 2)),
        ("The raid killed William Owens (36) near the base.", (1, 1)),
    ],
)
def test_an_age_beside_a_name_counts_nobody(text: str, killed: tuple[int, int]) -> None:
    assert ranges(read(text)).get("killed", (1, 1)) == killed
