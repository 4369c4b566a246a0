"""The tables of versions: what is tampered with is seen, and a ledger of an earlier shape grows into them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.builders import article, claim, kept

from sayso.ledger import migrate
from sayso.ledger.sqlite import SqliteStore
from sayso.ledger.store import Kept, Query
from sayso.ledger.versions import Versions
from sayso.model.change import Version


def one(text: str) -> Kept:
    a = article(text, ref=text[:4], outlet="Outlet", published="2017-09-26", url="https://example.org/a")
    return kept(a, claim(a, "Douma fell"))


ALL = [one(f"{word} it: Douma fell") for word in ("Once", "Then", "Last")]
KEYS = [k.reading.article.id for k in ALL]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    found = SqliteStore(tmp_path / "x.ledger")
    found.add(ALL)
    versions = Versions(found.db)
    with versions.writing():
        for n, key in enumerate(KEYS[:2], start=1):
            versions.put(Version(n, key, "example.org/a", KEYS[0], f"2017-09-2{n}", ""))
        versions.put(Version(3, KEYS[2], "", KEYS[2], "2017-09-30", ""))
        versions.stand({KEYS[0]: 1, KEYS[1]: 2}, {KEYS[0]: ("superseded", KEYS[1])})
        versions.withdraw(KEYS[2], "a reader", "no longer online", lifted=False)
    assert found.verify().faults == ()
    found.db.execute("PRAGMA foreign_keys = OFF")
    yield found
    found.close()


TAMPERED = {
    "an article hidden without a reason": (f"INSERT INTO outdated VALUES (2, 'superseded', '{KEYS[1]}')", "passed over"),
    "an article hidden by another story": (f"INSERT INTO outdated VALUES (3, 'superseded', '{KEYS[1]}')", "passed over"),
    "an article hidden by nobody": ("UPDATE outdated SET by = ''", "passed over"),
    "a withdrawal put in": (f"INSERT INTO withdrawal VALUES (2, 'w0', '{KEYS[0]}', '{{}}')", "not what the log holds"),
    "a withdrawal taken out": ("DELETE FROM withdrawal", "not what the log holds"),
    "a withdrawal in another name": ("UPDATE withdrawal SET wire = replace(wire, 'a reader', 'nobody')", "not what the log holds"),
    "a withdrawal that is no JSON": ("UPDATE withdrawal SET wire = '{'", "not what the log holds"),
    "a judgement put in": ("INSERT INTO judgement VALUES (1, 'j0', '{}')", "not what the log holds"),
}  # fmt: skip


@pytest.mark.parametrize("what", TAMPERED)
def test_tampering_is_seen(store: SqliteStore, what: str) -> None:
    sql, said = TAMPERED[what]
    store.db.execute(sql)
    assert any(said in f for f in store.verify().faults)


def test_what_stands_no_longer_is_passed_over_by_every_filter(store: SqliteStore) -> None:
    for query in (Query(), Query(text="Douma"), Query(outlet="outlet"), Query(since="2017-09-01")):
        assert KEYS[0] not in {r.article.id for r in store.claims(query).rows}
        assert KEYS[0] not in {r.id for r in store.articles(query).rows}
        assert store.claims(query).rows
    assert len(store.articles(Query(all_versions=True)).rows) == 3


def test_standing_the_same_moves_nothing(store: SqliteStore) -> None:
    versions = Versions(store.db)
    rows = {KEYS[0]: 1, KEYS[1]: 2}
    with versions.writing():
        assert versions.stand(rows, {KEYS[0]: ("superseded", KEYS[1])}) == set()
        assert versions.stand(rows, {}) == {KEYS[0]}
        assert versions.stand(rows, {KEYS[1]: ("superseded", KEYS[0])}) == {KEYS[1]}
    assert {r.id for r in store.articles(Query()).rows} == {KEYS[0], KEYS[2]}


def test_a_ledger_of_an_earlier_shape_grows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "old.ledger"
    before = [s for s in migrate.steps() if s[0] <= 3]
    with monkeypatch.context() as m:
        m.setattr(migrate, "steps", lambda: before)
        old = sqlite3.connect(path, isolation_level=None)
        migrate.migrate(old, str(path))
        old.close()
    store = SqliteStore(path)
    store.add(ALL[:1])
    assert [(a.key, a.url) for a in Versions(store.db).unplaced(9)] == [(KEYS[0], "https://example.org/a")]
    assert all(a.at > "2026" for a in Versions(store.db).unplaced(9))
    assert store.verify().faults == ()
    store.close()
