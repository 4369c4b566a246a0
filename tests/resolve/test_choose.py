"""Which of several places of one name is meant."""

from __future__ import annotations

from sayso.model.article import Article, Zone
from sayso.model.span import Span
from sayso.resolve.choose import Context, candidates, context
from sayso.resolve.gazetteer import country
from sayso.resolve.toponyms import Toponym, toponyms


def test_names_count_more_than_demonyms(doc: str) -> None:
    """Russian jets flew over Syria. A Russian spokesman spoke of Syria, South Sudan and the United Arab Emirates."""
    where = context(Article("a", "a", "0", doc, (Zone("body", Span(0, len(doc)), "t"),)))
    assert where.shares == {"SY": 1.0, "RU": 0.5, "SS": 0.5, "AE": 0.5}


def test_furniture_has_no_say(doc: str) -> None:
    """Donate to our Kenya fund. Troops left Yemen."""
    zones = (Zone("donation", Span(0, 24), "t"), Zone("body", Span(25, len(doc)), "t"))
    assert context(Article("a", "a", "0", doc, zones)).shares == {"YE": 1.0}


def test_the_articles_country_decides() -> None:
    tripoli = Toponym("Tripoli", "first")
    in_libya, in_lebanon = (candidates(tripoli, Context({code: 1.0}))[0].place for code in ("LY", "LB"))
    assert (in_libya.country, in_lebanon.country) == ("LY", "LB")


def test_the_kind_asked_for_decides() -> None:
    where = Context({"SY": 1.0})
    kinds = {
        asked: candidates(Toponym("Deir ez-Zor", "first", asked=asked), where)[0].place.kind
        for asked in ("town", "province", "base")
    }
    assert kinds == {"town": "town", "province": "province", "base": "base"}


def test_a_world_city_needs_no_country() -> None:
    assert candidates(Toponym("Geneva", "first"), Context({"SY": 1.0}))[0].place.country == "CH"


def test_a_container_abroad_rules_out() -> None:
    found = candidates(Toponym("Hama", "first"), Context({"SY": 1.0}), country("IQ"))
    assert all(s.place.country == "IQ" for s in found), "there is a Hama in Iraq, and a far larger one in Syria"


def test_scores_are_shares() -> None:
    found = candidates(Toponym("Salamiyah", "first"), Context({"SY": 1.0}))
    assert all(0 < s.score <= 1 for s in found)
    assert sum(s.score for s in found) <= 1.01
    assert [s.score for s in found] == sorted((s.score for s in found), reverse=True)


def test_a_city_abroad_is_not_what_lies_in_a_province() -> None:
    homs = candidates(Toponym("Homs", "first", asked="province"), Context({"SY": 1.0}))[0].place
    found = candidates(Toponym("Qom", "first"), Context({"SY": 1.0}), homs)
    assert not found or found[0].place.country == "SY", "the city of Qom lies in Iran"


def test_a_village_is_found_by_the_longer_name_that_adds_what_it_is() -> None:
    raqqa = candidates(Toponym("Raqqa", "first", asked="province"), Context({"SY": 1.0}))[0].place
    best = candidates(Toponym("Az Zamlah", "first", asked="town"), Context({"SY": 1.0}), raqqa)[0]
    assert (best.place.name, best.alikeness < 1) == ("Bir az Zamlah", True)


def test_a_name_says_its_own_kind() -> None:
    (name,) = toponyms("the base in Powhatan County", ())
    assert name.asked == "district"
