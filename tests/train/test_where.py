"""Marked happenings to the weights of signs."""

from __future__ import annotations

from train.where import SELDOM, Case, case, learn, score

from sayso.find.parse import parser
from sayso.model.article import Article, Zone
from sayso.model.span import Span

RIGHT = Case("evloc", "a", "killed", (("by=in",), ("by=to",)), (True, False), ((0,), (1,)), 1)
NONE = Case("evloc", "b", "killed", (("by=to",),), (False,), ((0,),), 0)


def test_signs_of_right_names_gain_and_those_of_others_lose() -> None:
    weights = learn([RIGHT, NONE] * SELDOM)
    assert weights["by=in"] > 0 > weights["by=to"]
    assert score(RIGHT, weights) == {"found": 1, "right": 1, "marked": 1}
    assert score(NONE, weights) == {"found": 0, "right": 0, "marked": 0}


def test_a_seldom_sign_is_not_learnt() -> None:
    assert "by=in" not in learn([RIGHT] * (SELDOM - 1) + [NONE] * SELDOM)


def test_a_marked_sentence_becomes_a_case() -> None:
    text = "Five people were killed in Homs near Hama."
    article = Article("a", "a", "", text, (Zone("body", Span(0, len(text)), "test"),))
    at = text.index("Homs")
    found = case("evloc", article, parser().parse([article])[0], Span(17, 23), [Span(at, at + 4)])
    assert found is not None
    assert (found.word, found.right, found.marked) == ("killed", (True, False), 1)
    assert "by=pobj:in" in found.signs[0]


def test_a_word_that_no_sentence_has_makes_none() -> None:
    article = Article("a", "a", "", "", ())
    assert case("evloc", article, [], Span(0, 1), []) is None
