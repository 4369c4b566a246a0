"""Words are compared by their beginnings; those that most news of an attack has are left out."""

from __future__ import annotations

from sayso.weigh.stems import bones, names, stems


def test_words_that_most_news_of_an_attack_has_say_nothing() -> None:
    assert stems("At least ten people were killed in an attack on a bakery") == {"bakery"}


def test_inflections_and_spellings_meet() -> None:
    assert stems("shelling") == stems("shellings")
    assert bones("Qamishli") == bones("Qameshly")


def test_days_months_and_countries_are_no_names() -> None:
    assert names("On Saturday in Syria and on Mondays of April Syrian jets hit Idlib") == {bones("Idlib")}
    assert names("George Sabra") == {bones("George"), bones("Sabra")}
