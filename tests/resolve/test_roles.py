"""Who did it and to whom, under their names."""

from __future__ import annotations

from collections.abc import Callable

from sayso.model.article import Article
from sayso.model.claim import Claim, Found
from sayso.model.happening import Control, Happening
from sayso.model.span import Grounded, Span
from sayso.model.when import Moment
from sayso.resolve.cast import Cast
from sayso.resolve.roles import roles

Make = Callable[..., Article]
Find = Callable[..., Found]


def actors(text: str, found: Found, country: str = "") -> list[tuple[str, str | None]]:
    cast = Cast(text, found, country)
    read = [roles(c, text, cast) for c in found.claims]
    return [(a.name, a.id) for c in read if c.happening for a in c.happening.actors]


def test_names_and_fillers(doc: str, make_found: Find) -> None:
    """Dozens of Daesh militants attacked. The Lebanese terrorist group Hezbollah fled. Liwa al-Fateh stayed."""
    found = make_found(
        doc, [], acted=[["Dozens of Daesh militants", "The Lebanese terrorist group Hezbollah", "Liwa al-Fateh"]]
    )
    assert actors(doc, found) == [
        ("Islamic State", "islamic-state"),
        ("Hezbollah", "hezbollah"),
        ("Liwa al-Fateh", None),
    ]


def test_bare_words_follow_the_country(doc: str, make_found: Find) -> None:
    """The army shelled the rebels."""
    found = make_found(doc, [], acted=[["The army", "the rebels"]])
    assert actors(doc, found, "sy") == [("Syrian Arab Army", "sy-army"), ("Syrian opposition", "sy-opposition")]
    assert actors(doc, found, "ye") == [("Yemeni army", "ye-army"), ("Houthis", "houthis")]
    assert actors(doc, found, "") == [("The army", None), ("the rebels", None)]


def test_pronouns_take_the_nearest_actor(doc: str, make_found: Find) -> None:
    """Islamic State killed guards when they captured the field. The Hezbollah said it had taken a hill."""
    found = make_found(
        doc,
        [("The Hezbollah", "said", "unspecified")],
        acted=[["Islamic State"], ["they"], ["it"]],
    )
    assert doc[found.claims[3].happening.actors[0].span.start - 5 :].startswith("said it")  # type: ignore[union-attr]
    assert [i for _, i in actors(doc, found)] == ["islamic-state", "islamic-state", "hezbollah"]


def test_control_is_named_and_unresolved_moments_go(doc: str, make_found: Find) -> None:
    """ISIS took the town from the SAA at some time."""
    happening = Happening(
        Grounded("nonstate-overtakes-territory", "test"),
        when=Moment("some time", Span(33, 42), "test"),
        control=Control("the town", "the SAA", "ISIS", Span(0, 4), "test"),
    )
    plain = Grounded("x", "test")
    claim = Claim("c1", (), (), plain, plain, plain, plain, happening, "test")  # type: ignore[arg-type]
    read = roles(claim, doc, Cast(doc, make_found(doc, []), "")).happening
    assert read is not None
    assert read.when is None
    assert read.control is not None
    assert (read.control.from_, read.control.to) == ("Syrian Arab Army", "Islamic State")
