"""What an article is about, and how many that killed."""

from __future__ import annotations

from dataclasses import replace

from tests.builders import article, claim, day, figure, happening

from sayso.model.happening import Figure
from sayso.weigh.main import Main, main_happening

TEXT = (
    "Dozens died in Taiz. A strike killed 31 there. Shelling killed 5 in Aden. 280000 were killed in the war. "
    "Talks were held. From 2014 to 2016 strikes killed 900."
)
A = article(TEXT)
TALKS = claim(A, "Talks were held", happening=happening("talks-diplomacy"))
VAGUE = claim(
    A,
    "Dozens died in Taiz",
    happening=happening("armed-clash", killed=replace(figure(TEXT, "Dozens", 24, 99), rule="figure.dozens")),
)
STRIKE = claim(
    A, "A strike killed 31 there", happening=happening("air-drone-strike", killed=figure(TEXT, "31", 31, 31))
)
SHELLS = claim(
    A, "Shelling killed 5 in Aden", happening=happening("shelling-artillery-missile", killed=figure(TEXT, "5", 5, 5))
)
WAR = claim(
    A,
    "280000 were killed in the war",
    happening=happening("casualties-toll", killed=figure(TEXT, "280000", 280000, 280000)),
)
YEARS = claim(
    A,
    "From 2014 to 2016 strikes killed 900",
    happening=happening(
        "casualties-toll", killed=figure(TEXT, "900", 900, 900), when=day(TEXT, "2014", "2014-01-01", "2016-12-31")
    ),
)


def test_a_number_tells_more_than_a_word() -> None:
    assert main_happening([TALKS, VAGUE, STRIKE, SHELLS]) == Main(STRIKE, STRIKE.happening.killed, "main.first-number")  # type: ignore[union-attr]


def test_the_headline_chooses() -> None:
    headline: Figure = figure(TEXT, "5", 5, 5)
    found = main_happening([VAGUE, STRIKE, SHELLS], headline)
    assert (found.claim, found.killed, found.rule) == (SHELLS, headline, "main.headline")


def test_a_toll_of_a_war_is_no_act() -> None:
    assert main_happening([WAR, YEARS, SHELLS]).claim == SHELLS
    assert main_happening([WAR]).rule == "main.first-of-war"


def test_what_is_denied_or_to_come_is_not_it() -> None:
    denied = claim(A, "A strike killed 31 there", happening=STRIKE.happening, polarity="negative")
    assert main_happening([denied, SHELLS]).claim == SHELLS


def test_without_a_toll_force_comes_before_talks() -> None:
    clash = claim(A, "A strike killed 31 there", happening=happening("air-drone-strike"))
    assert main_happening([TALKS, clash]) == Main(clash, None, "main.first-force")
    assert main_happening([]) == Main(None, None, "main.first-force")
