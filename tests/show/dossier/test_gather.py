from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest
from tests.show.dossier.made import AHRAM, BAD, MANAR, NEWS, NOW, POSITION, SAW, key

from sayso.ledger.reviews import Reviews
from sayso.ledger.sqlite import SqliteStore
from sayso.model.problem import SaysoError
from sayso.model.review import Dossier
from sayso.show.dossier.decisions import KEPT
from sayso.show.dossier.gather import FRESH, LOST, gathered
from sayso.show.dossier.shown import Published


def public(store: SqliteStore, dossier: Dossier) -> Published:
    return gathered(store, dossier, profile="public", now=NOW)


def test_a_happening_has_its_tellings_origins_and_both_sides(store: SqliteStore, dossier: Dossier) -> None:
    h = public(store, dossier).happenings[key(AHRAM)]
    assert {t.claim for t in h.tellings} >= {key(AHRAM), key(MANAR)}
    assert h.counted.startswith(f"{h.articles} articles, {h.families} wire families, {h.origins} origin")
    killed = next(q for q in h.quarrels if q.field == "killed")
    assert {killed.one.words, killed.other.words} == {"31", "43"}
    assert (h.first, h.last) == ("2016-07-02", "2016-07-02")
    assert [g.name for g in h.grades][:2] == ["origins", "single-origin"]


def test_what_is_fresh_is_left_out_with_its_note(store: SqliteStore, dossier: Dossier) -> None:
    p = public(store, dossier)
    assert key(NEWS) not in p.claims
    assert "secret" not in msgspec.json.encode(p).decode()
    assert [(x.ref, x.missing) for x in p.parts if x.missing] == [(key(NEWS), FRESH), ("c000000000000dead", LOST)]
    assert (p.held.claims_fresh, p.held.lost) == (1, 1)
    later = gathered(store, dossier, profile="public", now=NOW + timedelta(days=3))
    assert key(NEWS) in later.claims


def test_a_day_that_a_person_gave_makes_a_claim_fresh(store: SqliteStore, dossier: Dossier) -> None:
    reviews = Reviews(store.db)
    with reviews.writing():
        reviews.decide(key(BAD), "amend", "Jo", field="when", value="2017-09-29 to 2017-09-30")
    assert key(BAD) not in public(store, dossier).claims


def test_a_telling_held_back_is_counted_nowhere_and_takes_grades_with_it(store: SqliteStore, dossier: Dossier) -> None:
    reviews = Reviews(store.db)
    with reviews.writing():
        reviews.decide(key(MANAR), "amend", "Jo", field="when", value="2017-09-30")
    h = public(store, dossier).happenings[key(AHRAM)]
    assert key(MANAR) not in {t.claim for t in h.tellings}
    assert h.held_back == 1
    assert (h.quarrels, h.grades) == ([], [])
    assert not any("Manar" in o.name or o.reasons for o in h.sources if len(o.articles) == 0)


def test_a_position_is_coarse_and_no_amendment_gives_it_away(store: SqliteStore, dossier: Dossier) -> None:
    p = public(store, dossier)
    c = p.claims[key(POSITION)]
    assert c.place
    assert (c.place.coarse, c.place.radius_km) == (True, 25)
    points = [point for polygon in c.place.area for ring in polygon for point in ring]
    assert max(y for _, y in points) - min(y for _, y in points) > 0.4
    assert [(d.field, d.value, d.why) for d in c.decided] == [("place", KEPT, "the map has it")]
    assert "Well 7" not in msgspec.json.encode(p).decode()
    assert p.held.amendments == 1


def test_a_kind_that_a_person_gave_makes_a_place_coarse(store: SqliteStore, dossier: Dossier) -> None:
    assert not public(store, dossier).claims[key(BAD)].guarded
    reviews = Reviews(store.db)
    with reviews.writing():
        reviews.decide(key(BAD), "amend", "Jo", field="kind", value="base-or-fortification")
    c = public(store, dossier).claims[key(BAD)]
    assert c.place
    assert c.place.coarse
    assert c.kind == "shelling-artillery-missile"
    assert [(d.machine, d.value) for d in c.decided] == [("shelling-artillery-missile", "base-or-fortification")]


@pytest.mark.parametrize("name", ["Darwish", "darwish", "Basil Haddad"])
def test_a_name_withheld_once_is_withheld_everywhere(store: SqliteStore, dossier: Dossier, name: str) -> None:
    p = public(store, dossier)
    assert name not in msgspec.json.encode(p).decode()
    assert p.claims[key(SAW)].credit == "Trt wrote on 2016-07-04, citing name withheld."
    assert p.articles[SAW.reading.article.id].url == ""
    assert p.held.addresses == 1
    assert name in msgspec.json.encode(gathered(store, dossier, profile="own", now=NOW)).decode()


def test_own_holds_nothing_back(store: SqliteStore, dossier: Dossier) -> None:
    p = gathered(store, dossier, profile="own", now=NOW)
    assert key(NEWS) in p.claims
    place = p.claims[key(POSITION)].place
    assert place
    assert (place.coarse, place.radius_km) == (False, 0.5)
    assert (p.held.names, p.held.claims_fresh, p.held.places_coarse) == (0, 0, 0)


def test_decisions_stand_with_name_and_reason_and_the_machines_reading(store: SqliteStore, dossier: Dossier) -> None:
    p = public(store, dossier)
    assert p.claims[key(AHRAM)].state == "confirmed"
    rejected = p.claims[key(MANAR)]
    assert (rejected.state, rejected.decided[0].who, rejected.decided[0].decision) == ("rejected", "Jo", "reject")
    assert rejected.decided[0].why.startswith("counts another day")


def test_a_decision_taken_back_stays_as_such(store: SqliteStore, dossier: Dossier) -> None:
    reviews = Reviews(store.db)
    with reviews.writing():
        reviews.undo(2, "Jo")
    c = public(store, dossier).claims[key(MANAR)]
    assert (c.state, [(d.decision, d.undone) for d in c.decided]) == ("", [("reject", True)])


def test_own_words_keep_their_writer(store: SqliteStore, dossier: Dossier) -> None:
    first = public(store, dossier).parts[0]
    assert first.who == "Mona"
    assert first.text.startswith("First words.\n\n[name withheld] is named here")


def test_there_is_no_other_profile(store: SqliteStore, dossier: Dossier) -> None:
    with pytest.raises(SaysoError, match="public, own"):
        gathered(store, dossier, profile="lax", now=NOW)
