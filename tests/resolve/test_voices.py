"""Who "he", "it", "the monitor" and "the statement" are."""

from __future__ import annotations

from collections.abc import Callable

from sayso.model.article import Article
from sayso.model.claim import Found
from sayso.model.who import Voice
from sayso.resolve import country_of
from sayso.resolve.cast import Cast
from sayso.resolve.voices import voices

Make = Callable[..., Article]
Find = Callable[..., Found]


def read(article: Article, found: Found) -> list[Voice]:
    cast = Cast(article.text, found, country_of(article, found))
    return [v for c in voices(article, found, cast) for v in c.voices]


def test_it_is_the_body_that_spoke_last(doc: str, make_article: Make, make_found: Find) -> None:
    """Rebels shelled the town, the Syrian Observatory for Human Rights said. It said five people died."""
    found = make_found(
        doc, [("the Syrian Observatory for Human Rights", "said", "unspecified"), ("It", "said|2", "unspecified")]
    )
    first, second = read(make_article(doc), found)
    assert first.id == second.id == "sohr"
    assert first.kind == second.kind == "ngo-monitor"
    assert second.source == first.source
    assert second.cue is not None
    assert second.cue.of(doc) == "It said"


def test_he_is_the_person_and_not_the_body(doc: str, make_article: Make, make_found: Find) -> None:
    """Observatory chief Rami Abdel Rahman told AFP. SANA reported a strike. Fighting went on, he said. Abdel Rahman gave no toll."""
    found = make_found(
        doc,
        [
            ("Observatory chief Rami Abdel Rahman", "told", "unspecified"),
            ("SANA", "reported", "media"),
            ("he", "said", "unspecified"),
            ("Abdel Rahman|2", "gave", "unspecified"),
        ],
        [("Rami Abdel Rahman", "person"), ("SANA", "organisation")],
    )
    chief, agency, he, surname = read(make_article(doc), found)
    assert agency.name == "SANA"
    assert he.name == chief.name == surname.name == "Rami Abdel Rahman"
    assert {he.kind, chief.kind, surname.kind} == {"ngo-monitor"}
    assert surname.source is not None
    assert surname.source.of(doc) == "Abdel Rahman"


def test_a_monitor_is_named_by_the_next_sentence(doc: str, make_article: Make, make_found: Find) -> None:
    """Fifty people died, a monitor said. The Syrian Observatory for Human Rights said most were soldiers."""
    told = [("a monitor", "said", "ngo-monitor"), ("The Syrian Observatory for Human Rights", "said|2", "unspecified")]
    monitor, _ = read(make_article(doc), make_found(doc, told))
    assert monitor.name == "Syrian Observatory for Human Rights"
    assert monitor.source is not None
    assert monitor.source.of(doc) == "a monitor"


def test_short_forms_go_to_who_was_named_with_the_noun(doc: str, make_article: Make, make_found: Find) -> None:
    """The Russian Defense Ministry said troops advanced. CNN reported a strike. The ministry denied it. The group added more."""
    told = [
        ("The Russian Defense Ministry", "said", "unspecified"),
        ("CNN", "reported", "media"),
        ("The ministry", "denied", "unspecified"),
        ("The group", "added", "unspecified"),
    ]
    ministry, _, again, group = read(make_article(doc), make_found(doc, told))
    assert again.id == ministry.id == "ru-defence-ministry"
    assert again.kind == "military"
    assert again.party is True
    assert again.source is not None
    assert again.source.of(doc) == "The ministry", "the noun itself says who: the words stay"
    assert group.id is None, "no group was named: the words stay as they stand"


def test_a_statement_is_whose_words_it_carries(doc: str, make_article: Make, make_found: Find) -> None:
    """Hezbollah fired rockets, the Israeli army said. The area was sealed, the statement said."""
    told = [("the Israeli army", "said", "military"), ("the statement", "said|2", "unspecified")]
    army, statement = read(make_article(doc), make_found(doc, told))
    assert statement.id == army.id
    assert statement.source == army.source


def test_an_official_stays_one_of_the_body(doc: str, make_article: Make, make_found: Find) -> None:
    """CNN reported a raid, citing a US official."""
    (official,) = read(make_article(doc), make_found(doc, [("a US official", "citing", "unspecified")]))
    assert (official.name, official.id, official.kind) == ("a US official", None, "government")


def test_unknown_voices_stay_as_they_stand(doc: str, make_article: Make, make_found: Find) -> None:
    """Residents said shells fell. It was unclear who fired, they said."""
    told = [("Residents", "said", "witness-local"), ("they", "said|2", "unspecified")]
    residents, they = read(make_article(doc), make_found(doc, told))
    assert residents.name == "Residents"
    assert (they.name, they.kind) == ("Residents", "witness-local")


def test_a_pronoun_without_anyone_before_it_stays(doc: str, make_article: Make, make_found: Find) -> None:
    """It said nothing."""
    (it,) = read(make_article(doc), make_found(doc, [("It", "said", "unspecified")]))
    assert (it.name, it.id) == ("It", None)


def test_a_thousand_voices_take_little_time(make_article: Make, make_found: Find) -> None:
    text = "CNN said so. It said so. " * 2
    told = [("CNN", "said", "media"), ("It", "said|2", "unspecified")] * 500
    found = make_found(text, [(s, c, k) for s, c, k in told])
    assert {v.name for v in read(make_article(text), found)} == {"CNN"}
