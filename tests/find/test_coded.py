"""Rows of UCDP GED beside reports: read column by column, matched with what reports tell, and silent on what they leave out."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from sayso.ledger.eventlines import LineQuery, page
from sayso.ledger.sqlite import SqliteStore
from sayso.ledger.store import Query
from sayso.model.claim import Claim
from sayso.pipeline import keep
from sayso.pipeline.weighing import Weighing
from sayso.read import captures

HEADER = (
    "id,year,type_of_violence,dyad_name,side_a,side_b,number_of_sources,source_article,source_original,where_prec,where_coordinates,"
    "adm_1,adm_2,latitude,longitude,country,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low"
)
ROWS = {
    "suwar": '900001,2017,2,IS - SDF,IS,SDF,1,"SOHR,2017-09-25,SDF attack as-Suwar",SOHR,1,As Suwar town,Deir ez Zor Governorate,'
    "Deir ez Zor district,35.50603,40.65671,Syria,1,1,2017-09-24 00:00:00.000,2017-09-25 00:00:00.000,4,2,0,0,6,8,5",
    "sea": "900002,2017,3,Government of Syria - Civilians,Government of Syria,Civilians,1,,,7,Mediterranean Sea,,,35.1,35.2,Syria,1,1,"
    "2017-09-22,2017-09-22,0,0,3,0,3,3,3",
    "empty": "900003,2017,,,,,,,,,,,,,,,,,,,,,,,,,",
}  # fmt: skip
"""Rows made up in the shape of UCDP GED 24.1; the place and its point are UCDP's own."""


@pytest.fixture
def store(tmp_path: Path) -> SqliteStore:
    table = tmp_path / "ged.csv"
    table.write_text("\n".join([HEADER, *ROWS.values()]) + "\n", encoding="utf-8")
    found = SqliteStore(tmp_path / "x.ledger")
    keep.keep(captures([table, Path(str(files("sayso.show") / "sample" / "seed-deir-ezzor.txt"))]), found)
    return found


def coded(store: SqliteStore, words: str) -> Claim:
    (row,) = [r for r in store.claims(Query(outlet="UCDP GED", limit=50)).rows if words in r.words]
    return row.claim


def test_each_field_is_read_from_its_column(store: SqliteStore) -> None:
    c = coded(store, "As Suwar")
    h = c.happening
    assert h is not None
    assert h.place is not None
    assert h.when is not None
    assert h.killed is not None
    assert [v.name for v in c.voices] == ["Syrian Observatory for Human Rights"]
    assert (h.kind.value, [a.name for a in h.actors]) == ("armed-clash", ["Islamic State", "Syrian Democratic Forces"])
    assert (h.place.lat, h.place.lon, h.place.radius_km) == (35.50603, 40.65671, 2)
    assert (h.when.start, h.when.end) == ("2017-09-24", "2017-09-25")
    assert (h.killed.low, h.killed.best, h.killed.high) == (5, 6, 8)
    home = store.claim(c.id)
    assert home is not None
    assert [s.of(home[1].article.text) for s in c.content] == [
        "IS - SDF",
        "As Suwar town",
        "2017-09-24 00:00:00.000",
        "6",
    ]


def test_a_place_that_the_code_leaves_open_has_no_point(store: SqliteStore) -> None:
    h = coded(store, "Mediterranean").happening
    assert h is not None
    assert h.place is not None
    assert (h.kind.value, h.place.lat, [a.name for a in h.targets]) == ("attack-on-civilians", None, ["Civilians"])


def test_a_row_that_says_nothing_is_refused_in_words(store: SqliteStore) -> None:
    assert store.size()[0] == 3
    (detail,) = store.db.execute("SELECT detail FROM log WHERE action = 'refused'").fetchone()
    assert "S017" in detail


def test_the_attack_on_suwar_is_corroborated_and_nothing_is_claimed_of_asapov(store: SqliteStore) -> None:
    weighing = Weighing(store)
    weighing.catch_up()
    (both,) = page(store.db, LineQuery(articles=2))[0]
    assert set(both.outlets) == {"Global Research", "UCDP GED"}
    assert both.origins == 2
    asapov = store.claims(Query(text="Asapov", killed_min=1)).rows[0].claim.id
    alone = weighing.event(asapov)
    assert {a.outlet for a in alone.accounts} == {"Global Research"}
    assert not any("not" in g.value for g in alone.grades)
    assert all("no claim found is never did not happen" in g.limits for g in alone.grades if g.name == "origins")
