"""Names in running text to wordings that are looked up: the bare name, with what it is said to lie in."""

from __future__ import annotations

import pytest
from tests.builders import RULE, article, span

from sayso.model.who import Mention
from sayso.resolve.spotted import spotted


def wordings(text: str, *names: str) -> list[tuple[str, str]]:
    mentions = [Mention(span(text, n), "place", RULE) for n in names]
    return [(p.span.of(text), p.text) for p in spotted(article(text), mentions)]


@pytest.mark.parametrize(
    ("text", "names", "wanted"),
    [
        ("in Paris, Texas on Sunday", ("Paris", "Texas"), [("Paris", "Paris, Texas"), ("Texas", "Texas")]),
        ("in Tripoli (Lebanon)", ("Tripoli", "Lebanon"), [("Tripoli", "Tripoli (Lebanon"), ("Lebanon", "Lebanon")]),
        ("Paris, London fell", ("Paris", "London"), [("Paris", "Paris"), ("London", "London")]),
        ("Mosul, Syria and Iran", ("Mosul", "Syria"), [("Mosul", "Mosul"), ("Syria", "Syria"), ("Iran", "Iran")]),
        ("Iraq, Syria", ("Iraq", "Syria"), [("Iraq", "Iraq"), ("Syria", "Syria")]),
    ],
)
def test_a_second_name_counts_where_it_holds_the_first(text: str, names: tuple[str, ...], wanted: list[object]) -> None:
    assert wordings(text, *names) == wanted


@pytest.mark.parametrize(
    ("words", "name"),
    [("the Netherlands", "Netherlands"), ("Syria's", "Syria"), ("The Hague’s", "Hague"), ("Hims'", "Hims")],
)
def test_articles_and_possessives_are_no_part_of_a_name(words: str, name: str) -> None:
    assert wordings(f"near {words} border", words) == [(name, name)]


def test_only_places_with_letters_are_looked_up() -> None:
    text = "Putin the 's 12"
    mentions = [Mention(span(text, "Putin"), "person", RULE), Mention(span(text, "the 's"), "place", RULE)]
    assert spotted(article(text), [*mentions, Mention(span(text, "12"), "place", RULE)]) == ()
    assert spotted(article(text), []) == ()


@pytest.mark.parametrize(("text", "found"), [
    ("fled to camps near Raqqah overnight", True), ("the road from the Raqqah front", True),
    ("told Raqqah that", False), ("Raqqah said", False),
])  # fmt: skip
def test_a_known_place_taken_for_a_person_counts_after_in_or_near(text: str, found: bool) -> None:
    mentions = [Mention(span(text, "Raqqah"), "person", RULE)]
    assert bool(spotted(article(text), mentions)) is found


def test_a_body_of_no_place_s_name_is_no_place_after_in() -> None:
    text = "a post in the Observatory of Nothing"
    assert spotted(article(text), [Mention(span(text, "Observatory of Nothing"), "organisation", RULE)]) == ()
