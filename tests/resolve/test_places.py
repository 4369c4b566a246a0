"""Places end to end: the docstring is the article, the words between ⟦ ⟧ are its claims' places."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import pytest

from sayso.model.article import Article, Zone
from sayso.model.claim import Claim
from sayso.model.happening import Control, Happening
from sayso.model.span import Grounded, Span
from sayso.model.where import Place
from sayso.resolve.places import places
from sayso.resolve.relations import distance

Marked = Callable[[str], list[Place]]


def article_of(text: str) -> Article:
    return Article("a", "a", "0", text, (Zone("body", Span(0, len(text)), "test"),))


def claim_of(text: str, start: int, control: Control | None = None) -> Claim:
    place = Place(text, Span(start, start + len(text)), "test", text)
    happening = Happening(Grounded("other", "test"), place=place, control=control)
    grounds = (Grounded("own", "t"), Grounded("positive", "t"), Grounded("certain", "t"), Grounded("past", "t"))
    return Claim(str(start), (), (), *grounds, happening, "test")  # type: ignore[arg-type]


def resolved(marked: str | None) -> list[Place]:
    assert marked
    claims, at, plain = [], 0, re.sub("[⟦⟧]", "", marked)
    for n, m in enumerate(re.finditer("⟦([^⟧]*)⟧", marked)):
        at = m.start() - 2 * n
        claims.append(claim_of(m[1], at))
    found, _ = places(article_of(plain), claims)
    assert [c.id for c in found] == [c.id for c in claims]
    return [c.happening.place for c in found if c.happening and c.happening.place]


def near(place: Place, lat: float, lon: float, km: float = 25) -> bool:
    return place.lat is not None and place.lon is not None and distance((place.lat, place.lon), (lat, lon)) <= km


def test_city_and_province_are_two_places() -> None:
    """Syrian troops shelled ⟦Aleppo⟧ and then moved through ⟦Aleppo province⟧."""
    city, province = resolved(test_city_and_province_are_two_places.__doc__)
    assert (city.precision, province.precision) == ("town", "province")
    assert city.id != province.id
    assert (province.radius_km or 0) > 5 * (city.radius_km or 0)


def test_context_beats_population() -> None:
    """In Syria the army retook ⟦the town of Maadan⟧ on the road from ⟦Raqqa⟧ to Deir Ezzor."""
    maadan, _ = resolved(test_context_beats_population.__doc__)
    assert near(maadan, 35.75, 39.6), "not the far larger Mardan in Pakistan"


def test_misspelled_town_is_found_by_its_bones() -> None:
    """Syria's army struck an area ⟦near Dier Ezzor⟧."""
    (place,) = resolved(test_misspelled_town_is_found_by_its_bones.__doc__)
    assert near(place, 35.33, 40.14)
    assert place.relation == "near"
    assert (place.radius_km or 0) > 15


def test_nothing_is_found_by_bones_far_from_the_article() -> None:
    """Ukraine said its forces left ⟦Qabaseen⟧."""
    (place,) = resolved(test_nothing_is_found_by_bones_far_from_the_article.__doc__)
    assert place.lat is None
    assert place.precision == "unknown"
    assert place.name == "Qabaseen"


def test_field_is_no_village_of_like_name() -> None:
    """Syria: the militants seized ⟦the Shaar gas field east of Homs in central Syria⟧."""
    (place,) = resolved(test_field_is_no_village_of_like_name.__doc__)
    assert place.name == "Shaar gas field"
    assert place.precision == "area"


def test_unknown_base_says_it_stands_for_the_town() -> None:
    """Iraq: rockets hit ⟦the Samarra airbase⟧."""
    (place,) = resolved(test_unknown_base_says_it_stands_for_the_town.__doc__)
    assert place.rule == "place.feature-by-town"
    assert place.id is None
    assert near(place, 34.2, 43.87)
    assert (place.radius_km or 0) >= 15


def test_unknown_quarter_falls_back_to_its_city() -> None:
    """Syria: shells fell on ⟦the Xyzzyq neighborhood in Aleppo city⟧."""
    (place,) = resolved(test_unknown_quarter_falls_back_to_its_city.__doc__)
    assert place.rule == "place.container"
    assert place.id is None
    assert place.alternatives[0].name == "Aleppo"


def test_bare_wording_takes_the_last_place() -> None:
    """Clashes broke out in ⟦Tikrit⟧ in Iraq. Six died in ⟦the area⟧, and ⟦the city⟧ was cut off."""
    tikrit, area, city = resolved(test_bare_wording_takes_the_last_place.__doc__)
    assert (area.lat, area.precision, area.id) == (tikrit.lat, "area", None)
    assert (area.radius_km or 0) > (tikrit.radius_km or 0)
    assert city.id == tikrit.id


def test_nothing_before_means_unknown() -> None:
    """Six died in ⟦the area⟧."""
    text = re.sub("[⟦⟧]", "", test_nothing_before_means_unknown.__doc__ or "")
    (claim,), problems = places(article_of(text), [claim_of("the area", 12)])
    assert claim.happening
    assert claim.happening.place
    assert claim.happening.place.lat is None
    assert not problems, "only a name that nobody knows is a problem"


def test_a_name_nobody_knows_is_a_problem() -> None:
    """Six died in Qzwxlopolis."""
    text = test_a_name_nobody_knows_is_a_problem.__doc__ or ""
    _, (problem,) = places(article_of(text), [claim_of("Qzwxlopolis", 12)])
    assert problem.code == "S210"


def test_the_city_is_the_one_named_before() -> None:
    """In Iraq, troops entered the city of Mosul at dawn. By night shells fell on ⟦the city⟧ again."""
    (city,) = resolved(test_the_city_is_the_one_named_before.__doc__)
    assert near(city, 36.34, 43.13)
    assert city.rule == "place.named-before"


def test_leaders_and_groups_are_no_places() -> None:
    """In Syria they fought ⟦Daesh⟧, then ⟦President Bashar al-Assad⟧, at last ⟦the Islamic State of Iraq and al-Sham⟧."""
    assert resolved(test_leaders_and_groups_are_no_places.__doc__) == []


def test_lost_apostrophe() -> None:
    """Militants killed dozens in ⟦central Syrias Hama province⟧, ⟦Aleppos outskirts⟧ and elsewhere in Syria."""
    hama, aleppo = resolved(test_lost_apostrophe.__doc__)
    assert (hama.name, hama.precision) == ("Hama province", "province")
    assert (aleppo.name, aleppo.relation) == ("Aleppo", "outskirts")


def test_river_bank_near_the_other_places() -> None:
    """In Syria troops left ⟦Deir Ezzor⟧ and reached ⟦the east bank of the Euphrates⟧."""
    town, bank = resolved(test_river_bank_near_the_other_places.__doc__)
    assert bank.rule == "relation.bank"
    assert near(bank, town.lat or 0, town.lon or 0, 30)


def test_two_towns_make_one_circle() -> None:
    """In Syria buses left ⟦Madaya and Zabadani⟧, fighters went to ⟦Iraq and Syria⟧."""
    towns, states = resolved(test_two_towns_make_one_circle.__doc__)
    assert near(towns, 33.7, 36.1, 10)
    assert len(towns.alternatives) == 2
    assert states.lat is None, "one circle around two countries says nothing"


def test_other_wars() -> None:
    """Ukraine: ⟦Donetsk airport⟧ was shelled, and ⟦the town of Avdiivka⟧, 10 km to the north."""
    airport, town = resolved(test_other_wars.__doc__)
    assert airport.name == "Donetsk airport"
    assert near(town, 48.14, 37.74)


def test_control_takes_the_name() -> None:
    """Syria said its army took Palmyra."""
    control = Control("Palmyra", None, "army", Span(23, 30), "test")
    (claim,), _ = places(article_of(test_control_takes_the_name.__doc__ or ""), [claim_of("Palmyra", 23, control)])
    assert claim.happening
    assert claim.happening.control
    assert claim.happening.place
    assert claim.happening.control.place == claim.happening.place.name


@pytest.mark.parametrize(
    "text", ["A" * 200_000, "al-" * 70_000, "Syrian " * 30_000, "\u200bA'" * 60_000, "Aleppo, " * 10_000]
)
def test_hostile_wordings_are_bounded(text: str) -> None:
    started = time.process_time()
    places(article_of(text), [claim_of(text, 0)])
    assert time.process_time() - started < 3


def test_claims_without_a_place_are_left_alone() -> None:
    assert places(article_of("Nothing happened."), []) == ((), ())
