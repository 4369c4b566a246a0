"""The room's two doors."""

from __future__ import annotations

from collections.abc import Callable

from sayso.model.article import Article, Stated
from sayso.model.claim import Found
from sayso.resolve import country_of, tag_times


def test_times_come_with_their_problems(doc: str, make_article: Callable[..., Article]) -> None:
    """On Sunday, and on 31 February 2017."""
    timexes, problems = tag_times(make_article(doc, published="2017-09-26"))
    assert [t.start for t in timexes] == ["2017-09-24", None]
    assert [p.code for p in problems] == ["S203"]
    assert problems[0].span is not None
    assert problems[0].span.of(doc) == "31 February 2017"


def test_only_claim_zones_are_read(make_article: Callable[..., Article]) -> None:
    article = make_article("On Sunday.", published="2017-09-26")
    bare = Article("a", "r", "0", article.text, (), published=Stated("2017-09-26", "test"))
    assert tag_times(bare) == ((), ())


def test_the_country_comes_from_names_and_actors(
    doc: str, make_article: Callable[..., Article], make_found: Callable[..., Found]
) -> None:
    """Yemeni soldiers met Russian envoys. Yemeni soldiers fled."""
    article = make_article(doc)
    assert country_of(article, make_found(doc, [], acted=[["Yemeni soldiers"]])) == "ye"
    assert country_of(article, make_found(doc, [], [("Yemeni", "group"), ("Russian", "group")])) == "ye"
    assert country_of(article, make_found(doc, [])) == ""
