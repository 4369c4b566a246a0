"""Writes answers of the desk for the front end's tests: what its validators are held to is what the back end really says.

    python -m bench.snapshots

Reads a part of the shipped sample and a few made-up lines into a ledger, asks for each page's twin, and writes the answers to
``frontend/tests/snapshots``. Times and tokens are put to fixed values.
"""

from __future__ import annotations

import json
import re
import tempfile
from importlib.resources import files
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from sayso.ledger.sqlite import SqliteStore
from sayso.model.article import Supplied
from sayso.pipeline import keep
from sayso.pipeline.library import text_capture
from sayso.pipeline.versions import Versions
from sayso.pipeline.weighing import Weighing
from sayso.show.desk import gate
from sayso.show.desk.app import create
from sayso.show.desk.desk import Desk

OUT = Path(__file__).parent.parent / "frontend" / "tests" / "snapshots"
TOLD = (
    ("Ahram", "Air strikes killed 31 people in Douma on Tuesday, the Syrian Observatory for Human Rights said."),
    ("Manar", "Warplanes bombed Douma on Tuesday, killing 43 people, the Syrian Observatory for Human Rights said."),
    ("Sana", "The Syrian army denied that it had bombed Douma on Tuesday."),
)
EDITED = "Jayrud shelled\n\nShelling killed {n} people in the town of Jayrud on Saturday, the Civil Defence said.\n"
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|\+00:00)")
NOW = "2026-01-01T00:00:00Z"
FIXED = {"csrf": "token", "seconds": 0.5, "name": "Ada"}


def ledger(path: Path) -> None:
    """Fill a ledger."""
    store = SqliteStore(path)
    seed = (files("sayso.show") / "sample" / "seed-deir-ezzor.txt").read_text(encoding="utf-8")
    keep.keep(iter([text_capture(seed, Supplied())]), store)
    keep.keep(iter([text_capture(t, Supplied("", o, "2016-07-06", "")) for o, t in TOLD]), store)
    for n in (31, 43):
        keep.keep(
            iter(
                [
                    text_capture(
                        EDITED.format(n=n), Supplied("", "Jayrud News", "2017-09-28", "https://example.org/jayrud")
                    )
                ]
            ),
            store,
        )
    Versions(store).catch_up()
    Weighing(store).catch_up()
    store.close()


def answers(client: TestClient) -> dict[str, Any]:
    """Return one answer of each shape by the shape's name."""
    session = client.get("/session.json").json()

    def send(method: str, path: str, body: Any) -> Any:
        return client.request(method, path, json=body, headers={"x-sayso-csrf": session["csrf"]}).json()

    def get(path: str) -> Any:
        return client.get(path).json()

    claims = get("/claims.json?limit=3&text=Asapov")
    claim = claims["rows"][0]["claim"]["id"]
    jayrud = get("/articles.json?text=Jayrud")["rows"][0]["id"]
    douma = get("/happenings.json?articles_min=2")["rows"][0]["id"]
    amended = {
        "claim": claim,
        "decision": "amend",
        "field": "place",
        "value": "Deir ez-Zor",
        "span": [10, 20],
        "why": "the words say so",
    }
    items = [
        {"kind": "text", "text": "What is said.", "who": "Ada"},
        {"kind": "claim", "ref": claim},
        {"kind": "happening", "ref": douma},
    ]
    found = {
        "ReviewLine": send("POST", "/reviews.json", amended),
        "Dossier": send("PUT", "/dossiers/douma.json", {"title": "Douma", "items": items, "region": ["Syria"]}),
        "Compared": send("POST", "/compare.json", {"text": TOLD[0][1], "outlet": "Wire", "published": "2016-07-06"}),
        "Trouble": get("/claims/none.json"),
        "Session": session,
    }
    pages = {
        "ClaimPage": "/claims.json?limit=3&text=Asapov", "ClaimDetail": f"/claims/{claim}.json", "ArticlePage": "/articles.json?limit=3",
        "ArticleDetail": f"/articles/{jayrud}.json", "HappeningPage": "/happenings.json?limit=3", "HappeningDetail": f"/happenings/{douma}.json",
        "MapView": "/happenings/map.json?zoom=3", "Timeline": "/happenings/timeline.json", "SourcePage": "/sources.json",
        "SourceDetail": "/sources/Ahram.json", "QueuePage": "/review.json?limit=2", "AgreementPage": "/review/agreement.json",
        "DossierPage": "/dossiers.json", "DossierDetail": "/dossiers/douma.json", "Board": "/board.json",
    }  # fmt: skip
    return found | {shape: get(path) for shape, path in pages.items()}


def fixed(value: Any, name: str = "") -> Any:
    """Return an answer with its times and tokens put to fixed values."""
    if isinstance(value, dict):
        return {k: fixed(v, k) for k, v in value.items()}
    if isinstance(value, list):
        return [fixed(v) for v in value]
    if name in FIXED and value:
        return FIXED[name] if name != "name" or value == "" else value
    return TIME.sub(NOW, value) if isinstance(value, str) else value


def made() -> dict[str, str]:
    """Return every snapshot as text by its file's name."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "desk.ledger"
        ledger(path)
        guard = gate.Gate(None, "Ada", frozenset({"localhost", *gate.LOOPBACK}))
        with TestClient(create(Desk(path), guard), base_url="http://localhost") as client:
            found = answers(client)
    return {
        f"{k}.json": json.dumps(fixed(v), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        for k, v in sorted(found.items())
    }


def main() -> None:
    """Write every snapshot."""
    OUT.mkdir(parents=True, exist_ok=True)
    for name, text in made().items():
        (OUT / name).write_text(text, encoding="utf-8")
        print(f"{name}: {len(text):,} characters")


if __name__ == "__main__":
    main()
