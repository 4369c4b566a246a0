"""Where sentences are cut into claims."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sayso.find.parse import parser
from sayso.find.tree import Tree
from sayso.find.units import units
from sayso.model.article import Article, Zone
from sayso.model.claim import Attribution
from sayso.model.span import Span
from sayso.model.who import Voice


def cut(article: Article, trees: list[Tree], said: tuple[Attribution, ...] = ()) -> list[str]:
    return [
        " // ".join(s.of(article.text) for s in u.tree.spans(list(u.tokens))) for u in units(article, trees, list(said))
    ]


def says(article: Article, source: str, cue: str, content: str) -> Attribution:
    def at(words: str) -> Span:
        start = article.text.index(words)
        return Span(start, start + len(words))

    voice = Voice(source, "unspecified", named=True, source=at(source), cue=at(cue), rule="test")
    return Attribution((voice,), (at(content),), "indirect", "test")


def test_coordinated_happenings_are_two(article: Article, trees: list[Tree]) -> None:
    """The army retook the town of Maadan and pushed towards the oil fields."""
    assert cut(article, trees) == ["The army retook the town of Maadan", "pushed towards the oil fields"]


def test_casualties_stay_with_their_deed(article: Article, trees: list[Tree]) -> None:
    """Rebels shelled the city centre, killing 15 civilians and injuring 50 others."""
    assert cut(article, trees) == [article.text[:-1]]


def test_what_the_parse_hangs_on_the_source_stays_with_what_is_said(article: Article, trees: list[Tree]) -> None:
    """A hospital was destroyed by airstrikes that killed 13 people MSF said."""
    said = says(article, "MSF", "said", "A hospital was destroyed by airstrikes that killed 13 people")
    assert cut(article, trees, (said,)) == ["A hospital was destroyed by airstrikes that killed 13 people"]


def test_coordinated_casualties_are_one(article: Article, trees: list[Tree]) -> None:
    """The air strike killed 12 aid workers and destroyed 18 trucks."""
    assert cut(article, trees) == [article.text[:-1]]


def test_a_participle_that_tells_more_is_its_own(article: Article, trees: list[Tree]) -> None:
    """The army advanced north of the city, retaking the town of Maadan from the rebels."""
    assert cut(article, trees) == [
        "The army advanced north of the city",
        "retaking the town of Maadan from the rebels",
    ]


def test_the_deed_of_the_casualties_stays(article: Article, trees: list[Tree]) -> None:
    """At least 18 civilians were killed on Tuesday when a missile struck a neighbourhood."""
    assert cut(article, trees) == [article.text[:-1]]


def test_another_deed_in_a_clause_is_its_own(article: Article, trees: list[Tree]) -> None:
    """The militants killed 270 guards when they captured a gas field on Thursday."""
    assert cut(article, trees) == ["The militants killed 270 guards", "they captured a gas field on Thursday"]


def test_a_clause_that_only_points_is_none(article: Article, trees: list[Tree]) -> None:
    """The attack comes as government forces advance against the rebels in the east."""
    assert cut(article, trees) == ["government forces advance against the rebels in the east"]


def test_a_relative_clause_with_a_fact_of_its_own(article: Article, trees: list[Tree]) -> None:
    """The army attacked the group, which captured most of the eastern province in 2014."""
    assert cut(article, trees) == [
        "The army attacked the group",
        "the group // which captured most of the eastern province in 2014",
    ]


def test_source_and_cue_are_left_out(article: Article, trees: list[Tree]) -> None:
    """In a statement on Monday the ministry said that rebels shelled the town."""
    said = says(article, "the ministry", "said", "rebels shelled the town")
    found = units(article, trees, [said])
    assert cut(article, trees, (said,)) == ["rebels shelled the town"]
    assert [v.name for v in found[0].voices] == ["the ministry"]
    assert found[0].manner == "indirect"


def test_the_widest_voice_comes_first(article: Article, trees: list[Tree]) -> None:
    """CNN announced citing a US official that US forces have increased surveillance."""
    outer = says(article, "CNN", "announced", "citing a US official that US forces have increased surveillance")
    inner = says(article, "a US official", "citing", "US forces have increased surveillance")
    [unit] = units(article, trees, [inner, outer])
    assert [v.name for v in unit.voices] == ["CNN", "a US official"]


def test_nothing_to_check(article: Article, trees: list[Tree]) -> None:
    """Who shelled the town? We condemn this cowardly attack. It was not immediately possible to verify the report. Stop the war now!"""
    assert cut(article, trees) == []


def test_no_sentences() -> None:
    assert units(Article("a", "t", "0" * 64, "", ()), [], []) == []


@given(st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80)), max_size=12))
def test_units_hold_no_word_of_source_or_cue_and_stay_in_their_sentence(ranges: list[tuple[int, int]]) -> None:
    text = "The ministry said rebels shelled the town, and the army retook a village, killing two."
    article = Article("a", "t", "0" * 64, text, (Zone("body", Span(0, len(text)), "test"),))
    said = [_attribution(a, b) for a, b in ranges]
    for unit in units(article, parser().parse([article])[0], said):
        spans = unit.tree.spans(list(unit.tokens))
        assert all(unit.tree.span.holds(s) and s.of(text).strip() for s in spans)
        assert list(unit.tokens) == sorted(set(unit.tokens))
        assert unit.head in unit.tokens
        for v in unit.voices:
            assert v.cue is not None
            assert not any(v.cue.holds(unit.tree.words(i, i)) for i in unit.tokens)


def _attribution(a: int, b: int) -> Attribution:
    cue = Span(min(a, b), min(a, b) + 6)
    voice = Voice("x", "unspecified", named=False, source=None, cue=cue, rule="test")
    return Attribution((voice,), (Span(min(a, b), max(a, b)),), "indirect", "test")


def test_many_attributions_over_many_sentences_take_little_time() -> None:
    text = "Rebels shelled it. " * 2000
    article = Article("a", "t", "0" * 64, text, (Zone("body", Span(0, len(text)), "test"),))
    [tree] = parser().parse([Article("b", "t", "0" * 64, text[:18], (Zone("body", Span(0, 18), "test"),))])[0]
    trees = [
        replace(tree, start=tuple(s + 19 * n for s in tree.start), end=tuple(e + 19 * n for e in tree.end))
        for n in range(2000)
    ]
    said = [_attribution(19 * n, 19 * n + 18) for n in range(2000)]
    assert len(units(article, trees, said)) <= 4000


def claims_it(article: Article, source: str, cue: str, content: str) -> Attribution:
    return replace(says(article, source, cue, content), rule="cue.responsibility")


def test_who_claims_a_deed_vouches_for_no_toll_of_it(article: Article, trees: list[Tree]) -> None:
    """The militants claimed responsibility for a suicide bombing that killed more than 30 fighters near the border."""
    said = claims_it(article, "The militants", "claimed", "responsibility for a suicide bombing")
    assert cut(article, trees, (said,)) == [
        "responsibility for a suicide bombing",
        "a suicide bombing that killed more than 30 fighters near the border",
    ]


def test_what_a_claimed_deed_did_is_told_by_the_outlet(article: Article, trees: list[Tree]) -> None:
    """A massive bomb blast claimed by the Daesh terror group killed at least 44 people on Wednesday in Qamishli."""
    said = claims_it(article, "the Daesh terror group", "claimed", "A massive bomb blast")
    assert cut(article, trees, (said,)) == [
        "A massive bomb blast",
        "A massive bomb blast // killed at least 44 people on Wednesday in Qamishli",
    ]


def test_what_happened_on_a_day_named_as_a_mark_of_time_is_its_own(article: Article, trees: list[Tree]) -> None:
    """The blast is the latest in a series since Monday, when 13 people were killed in a suicide bombing in Lahore."""
    assert cut(article, trees) == [
        "The blast is the latest in a series since Monday",
        "Monday // when 13 people were killed in a suicide bombing in Lahore",
    ]


def test_the_cost_of_a_deed_told_with_its_day_stays(article: Article, trees: list[Tree]) -> None:
    """The town was last hit on Monday, when rockets killed 12 people."""
    assert len(cut(article, trees)) == 1
