"""Lineage that an article states itself: reposts and citations of named outlets."""

from __future__ import annotations

from dataclasses import replace

from tests.builders import RULE, article, claim, span, voice

from sayso.model.article import Stated
from sayso.trace.explicit import lineage


def test_a_repost_names_whose_article_it_is(doc: str) -> None:
    """Douma was shelled. The original source of this article is South Front."""
    stated = Stated("South Front", "origin.original-source", span(doc, "South Front"))
    a = replace(article(doc, outlet="Global Research"), original_outlet=stated)
    (link,) = lineage(a, [])
    assert (link.article, link.kind, link.upstream, link.rule) == (a.id, "reposts", "South Front", stated.rule)
    assert [s.of(doc) for s in link.spans] == ["South Front"]


def test_a_repost_known_from_markup_has_no_words() -> None:
    (link,) = lineage(article("x", original_outlet="AFP"), [])
    assert link.spans == ()


def test_each_outlet_cited_is_one_link_at_its_first_mention(doc: str) -> None:
    """CNN said Douma was shelled. CNN said Homs was too, Reuters reported, and Russian media said so."""
    a = article(doc, outlet="South Front")
    cnn, reuters = voice(doc, "CNN", "media"), voice(doc, "Reuters", "media")
    again = replace(cnn, source=span(doc, "CNN said Homs"))
    unnamed = voice(doc, "Russian media", "media", named=False)
    first = claim(a, "Douma was shelled", cnn)
    links = lineage(a, [first, claim(a, "Homs was too", again, reuters), claim(a, "so", unnamed)])
    assert [(x.kind, x.upstream, x.spans[0].of(doc), x.rule) for x in links] == [
        ("cites", "CNN", "CNN", "cites.named-outlet"),
        ("cites", "Reuters", "Reuters", "cites.named-outlet"),
    ]


def test_neither_its_own_outlet_nor_those_it_reposts_are_citations(doc: str) -> None:
    """South Front, Global Research and an implied outlet said Douma was shelled."""
    a = article(doc, outlet="GLOBAL RESEARCH", original_outlet="South Front")
    implied = replace(voice(doc, "outlet", "media"), source=None)
    voices = (voice(doc, "South Front", "media"), voice(doc, "Global Research", "media"), implied)
    assert [x.kind for x in lineage(a, [claim(a, "Douma was shelled", *voices)])] == ["reposts"]


def test_only_media_are_outlets(doc: str) -> None:
    """The ministry said Douma was shelled."""
    a = article(doc)
    assert lineage(a, [claim(a, "Douma was shelled", voice(doc, "The ministry", "military"))]) == ()
    assert RULE
