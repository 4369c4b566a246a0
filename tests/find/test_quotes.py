"""Quotation marks: pairs, paragraphs, marks that are missing, marks that are something else."""

from __future__ import annotations

from sayso.find.quotes import MOST, quotations
from sayso.model.article import Article, Zone
from sayso.model.span import Span


def quoted(article: Article) -> list[str]:
    return [" / ".join(p.of(article.text) for p in q.pieces) for q in quotations(article)[0]]


def test_straight_and_curly_and_guillemets(article: Article) -> None:
    """He said "we won" and “they fled” and «all is quiet»."""
    assert quoted(article) == ["we won", "they fled", "all is quiet"]


def test_each_paragraph_opens_again(article: Article) -> None:
    """
    "We held the hill.

    "They left at dawn," he said.
    """
    assert quoted(article) == ["We held the hill. / They left at dawn,"]
    assert quotations(article)[1] == []


def test_closed_in_the_next_paragraph_without_opening_again(article: Article) -> None:
    """
    "The shots show the units.

    No patrol has been seen," the statement said.
    """
    assert quoted(article) == ["The shots show the units. / No patrol has been seen,"]


def test_not_closed(article: Article) -> None:
    """
    He said "we will not leave the town.

    Troops "advanced" later.
    """
    found, problems = quotations(article)
    assert [q.whole for q in found] == [False, True]
    assert [p.code for p in problems] == ["S101"]


def test_apostrophes_are_no_quotations(article: Article) -> None:
    """The rebels' leader didn't say where the army's tanks were."""
    assert quoted(article) == []


def test_single_marks_alone(article: Article) -> None:
    """The general called it ‘a clean victory’ on Monday."""
    assert quoted(article) == ["a clean victory"]


def test_nested_single_marks_stay_inside(article: Article) -> None:
    """ "They shouted 'surrender' at us," she said."""
    assert quoted(article) == ["They shouted 'surrender' at us,"]


def test_stray_marks_are_bounded() -> None:
    text = "\n".join('he said "so' + " x" * k for k in range(200)).replace("\nhe", "\n\nhe")
    article = Article("a1", "t", "", text, (Zone("body", Span(0, len(text)), "test"),))
    _, problems = quotations(article)
    assert 0 < len(problems) <= MOST
