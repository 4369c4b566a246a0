"""A desk over a small ledger: five articles on two strikes, read once, and a client that is a person at it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from sayso.ledger.sqlite import SqliteStore
from sayso.model.article import Supplied
from sayso.pipeline import keep
from sayso.pipeline.library import text_capture
from sayso.pipeline.weighing import Weighing
from sayso.show.desk import gate
from sayso.show.desk.app import create
from sayso.show.desk.desk import Desk

NASTY = "<script>alert(1)</script><img src=x onerror=alert(2)>"
MORE = (
    "The raids also damaged a market and a school in the east of the town, and rescue workers were still digging through the rubble "
    "of the two buildings on Wednesday morning, residents said."
)
TEXTS = (
    ("Ahram", "2016-07-06", "Air strikes on Douma\n\nAir strikes killed 31 people in Douma on Tuesday, the Syrian Observatory for Human Rights said. " + MORE),
    ("Manar", "2016-07-06", "Raids on Douma\n\nWarplanes bombed Douma on Tuesday, killing 43 people, the Syrian Observatory for Human Rights said."),
    ("Sana", "2016-07-06", "Army denies\n\nThe Syrian army denied that it had bombed Douma on Tuesday. Terrorists shelled Aleppo on Monday, killing 3 people, SANA reported."),
    ("Trt", "2016-07-07", "Douma\n\nAt least 31 people were killed in air strikes on Douma on Tuesday, activists told AFP. Rebels may attack Hama soon, a source said."),
    (NASTY, "2016-07-08", f"{NASTY} title\n\nA bomb killed 5 people in Baghdad on Thursday, police {NASTY} said."),
)  # fmt: skip


@pytest.fixture(scope="session")
def read_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("desk") / "desk.ledger"
    store = SqliteStore(path)
    found = [text_capture(text, Supplied(text.partition("\n")[0], outlet, day, "")) for outlet, day, text in TEXTS]
    keep.keep(iter(found), store, 1, lambda _: None)
    Weighing(store).catch_up()
    store.close()
    return path


@pytest.fixture
def ledger(read_once: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(read_once, tmp_path / "desk.ledger"))


class Person:
    """A client that sends the token with every write, as the front end does."""

    def __init__(self, client: TestClient) -> None:
        self.client = client
        self.csrf = client.get("/session.json").json()["csrf"]

    def get(self, path: str, **params: Any) -> Any:
        """Return the twin at a path, which has to be there."""
        answer = self.client.get(path, params=params)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def send(self, method: str, path: str, body: Any, status: int = 200) -> Any:
        """Write, and return the answer, whose status has to be the one given."""
        answer = self.client.request(method, path, json=body, headers={"x-sayso-csrf": self.csrf})
        assert answer.status_code == status, answer.text
        return answer.json()


@pytest.fixture
def client(ledger: Path) -> Iterator[TestClient]:
    guard = gate.Gate(None, "Ada", frozenset({"testserver", *gate.LOOPBACK}))
    with TestClient(create(Desk(ledger), guard), base_url="http://localhost") as found:
        yield found


@pytest.fixture
def ada(client: TestClient) -> Person:
    return Person(client)
