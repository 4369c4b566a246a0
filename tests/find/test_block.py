"""Statements printed as a block after "X said:"."""

from __future__ import annotations

from tests.find.said import said

from sayso.find.tree import Tree
from sayso.model.article import Article


def test_a_statement_without_marks_runs_to_its_last_paragraph(article: Article, trees: list[Tree]) -> None:
    """The Foreign Secretary said:

    I welcome the report, which found that the convoy was attacked.

    At least ten people were killed in the town by the shelling.

    Notes to editors
    """
    sources, content = said(article, trees)[0]
    assert sources == ["The Foreign Secretary"]
    assert content.startswith("I welcome")
    assert content.rstrip(".").endswith("by the shelling")


def test_without_a_first_person_what_follows_is_the_outlets(article: Article, trees: list[Tree]) -> None:
    """The minister said:

    The army shelled the town of Homs on Monday.
    """
    assert all("shelled" not in content for _, content in said(article, trees))
