"""Place names that the parser overlooked, found by capital letters and what is known."""

from __future__ import annotations

import pytest
from tests.builders import RULE, article, span

from sayso.model.who import Mention
from sayso.resolve.capitals import overlooked, persons_parts


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("the Canadian government", ["Canadian"]),
        ("a bill in the Ohio Senate", ["Ohio"]),
        ("They met in Gainesville on Friday", ["Gainesville"]),
        ("Gainesville police said so. Then Gainesville slept", ["Gainesville", "Gainesville"]),
        ("the Israeli-Egyptian peace", ["Israeli", "Egyptian"]),
        ("flew to Gainesville, Texas, twice", ["Gainesville", "Texas"]),
        ("the EU and the US Army", ["EU", "US"]),
        ("Nothing here names One", []),
    ],
)
def test_names_are_told_by_what_is_known_and_the_words_around(text: str, wanted: list[str]) -> None:
    assert [s.of(text) for s in overlooked(article(text), [], [])] == wanted


def test_what_was_seen_is_not_found_again_but_its_repeats_are() -> None:
    text = "Gainesville fell. Gainesville rose"
    found = overlooked(article(text), [], [span(text, "Gainesville")])
    assert [s.start for s in found] == [18]


def test_a_person_s_surname_is_no_town() -> None:
    text = "Abraham Lincoln spoke. Lincoln police said Lincoln left"
    mentions = [Mention(span(text, "Abraham Lincoln"), "person", RULE)]
    assert overlooked(article(text), mentions, []) == []
    assert persons_parts(text, mentions) == {"Abraham", "Lincoln"}


def test_a_long_line_of_capitals_takes_bounded_time() -> None:
    text = "Xq " * 60_000
    assert overlooked(article(text), [], []) == []
