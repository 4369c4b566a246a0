"""Words signed by a name: quotations with a dash and a name, talk written down with labels."""

from __future__ import annotations

from tests.find.said import read, said

from sayso.find.tree import Tree
from sayso.model.article import Article


def test_signed_below(article: Article, trees: list[Tree]) -> None:
    """“The bombing never stopped for three days.” ― Nadia Haddad

    “We had no bread and no water in the camp.” ― Omar, a teacher
    """
    assert said(article, trees) == [
        (["Nadia Haddad"], "The bombing never stopped for three days."),
        (["Omar, a teacher"], "We had no bread and no water in the camp."),
    ]
    assert {a.rule for a in read(article, trees)} == {"quote.signed"}


def test_signed_on_the_next_line(article: Article, trees: list[Tree]) -> None:
    """"Our people will return to their homes."
    - Governor Ahmed al-Sayed
    """  # fmt: skip
    assert said(article, trees) == [(["Governor Ahmed al-Sayed"], "Our people will return to their homes.")]


def test_dash_that_goes_on_signs_nothing(article: Article, trees: list[Tree]) -> None:
    """The remark -- "we will burn the town to the ground" -- and what followed shocked the court."""
    assert "quote.signed" not in {a.rule for a in read(article, trees)}


def test_name_with_a_verb_signs_nothing(article: Article, trees: list[Tree]) -> None:
    """He called it "a war of lies and of shadows" — Moscow denied that."""
    assert "quote.signed" not in {a.rule for a in read(article, trees)}


def test_talk_written_down(article: Article, trees: list[Tree]) -> None:
    """QUESTION: Has the convoy left the town?

    MR. TONER: It left on Monday. It has not arrived.

    QUESTION: Who stopped it?

    MR. TONER: We have seen reports of a checkpoint.
    """
    found = [(a.voices[0].source, a.content) for a in read(article, trees) if a.rule == "cue.turn"]
    assert [(s.of(article.text), c[0].of(article.text)) for s, c in found if s] == [
        ("QUESTION", "Has the convoy left the town?"),
        ("MR. TONER", "It left on Monday. It has not arrived."),
        ("QUESTION", "Who stopped it?"),
        ("MR. TONER", "We have seen reports of a checkpoint."),
    ]


def test_headings_are_no_talk(article: Article, trees: list[Tree]) -> None:
    """Aleppo: The shelling went on for a second day.

    Homs: Two buses left the quarter.

    Idlib: A market was hit.
    """
    assert "cue.turn" not in {a.rule for a in read(article, trees)}
