"""Units become claims whose every field rests on words."""

from __future__ import annotations

from sayso.find import find, found
from sayso.find.parse import parser
from sayso.find.tree import Tree
from sayso.model.article import Article, Zone, ZoneKind
from sayso.model.span import Span


def test_a_claim_with_its_happening(article: Article, trees: list[Tree]) -> None:
    """Seventeen civilians were killed in air strikes on a market near the rebel-held town of Kobra."""
    [claim] = found(article, (), trees)[0].claims
    assert [s.of(article.text) for s in claim.content] == [article.text[:-1]]
    assert claim.voices == ()
    assert (claim.manner.value, claim.rule) == ("own", "unit.sentence")
    happening = claim.happening
    assert happening is not None
    assert happening.kind.value == "air-drone-strike"
    assert happening.killed is not None
    assert (happening.killed.low, happening.killed.high) == (17, 17)
    assert happening.codes.acled_like == "Air/drone strike"
    assert [m.name for m in happening.means]


def test_a_state_of_affairs_has_no_happening(article: Article, trees: list[Tree]) -> None:
    """The rebels control more than 60 percent of the city."""
    [claim] = found(article, (), trees)[0].claims
    assert claim.happening is None


def test_ids_tell_claims_apart_and_are_the_same_again(article: Article, trees: list[Tree]) -> None:
    """Rebels shelled the town. Rebels shelled the town. Troops retook the village and pushed towards the hills."""
    first, second = found(article, (), trees)[0].claims, found(article, (), trees)[0].claims
    assert first == second
    assert len({c.id for c in first}) == len(first) == 4


def test_only_claim_zones_hold_claims() -> None:
    """Please donate now so that rebels are watched. Rebels shelled the town. Copyright: troops seized all rights."""
    text = test_only_claim_zones_hold_claims.__doc__ or ""
    a, b = text.index("Rebels shelled"), text.index(" Copyright")
    parts: tuple[tuple[ZoneKind, int, int], ...] = (("donation", 0, a), ("body", a, b), ("rights", b, len(text)))
    zones = tuple(Zone(kind, Span(start, end), "test") for kind, start, end in parts)
    article = Article("a1", "test", "0" * 64, text, zones)
    [(said, problems)] = find([article], [()], parser())
    assert problems == ()
    assert [s.of(text) for c in said.claims for s in c.content] == ["Rebels shelled the town"]
    assert all(Span(a, b).holds(m.span) for m in said.mentions)


def test_an_empty_article() -> None:
    [(said, problems)] = find([Article("a1", "test", "0" * 64, "", ())], [()], parser())
    assert (said.claims, said.attributions, said.mentions, problems) == ((), (), (), ())


def test_hostile_text_takes_little_time() -> None:
    for text in (
        '"' * 5_000,
        "rebels " * 6_000,
        "\u200b" * 5_000,
        "killed and " * 3_000,
        "( said " * 3_000,
        "attacked by rebels and " * 800,
    ):
        article = Article("a1", "test", "0" * 64, text, (Zone("body", Span(0, len(text)), "test"),))
        [(said, _)] = find([article], [()], parser())
        assert all(s.end <= len(text) for c in said.claims for s in c.content)
