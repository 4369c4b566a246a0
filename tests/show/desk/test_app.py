"""The desk from outside: every page has a twin, refusals are told in words, what is decided is kept."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import msgspec
import pytest
from starlette.testclient import TestClient
from tests.show.desk.conftest import MORE, NASTY, Person

from sayso.ledger.sqlite import SqliteStore
from sayso.show.desk import openapi, shapes
from sayso.show.desk.app import PAGES
from sayso.show.desk.pages.review import kappa

TWINS = {
    "/board": shapes.Board, "/articles": shapes.ArticlePage, "/claims": shapes.ClaimPage, "/happenings": shapes.HappeningPage,
    "/happenings/map": shapes.MapView, "/happenings/timeline": shapes.Timeline, "/sources": shapes.SourcePage,
    "/review": shapes.QueuePage, "/review/agreement": shapes.AgreementPage, "/dossiers": shapes.DossierPage,
    "/session": shapes.Session,
}  # fmt: skip


@pytest.mark.parametrize("path", sorted(TWINS))
def test_every_page_has_a_twin_of_its_shape(client: TestClient, path: str) -> None:
    answer = client.get(f"{path}.json")
    assert answer.status_code == 200
    msgspec.json.decode(answer.content, type=TWINS[path])


def test_details_have_their_shapes(ada: Person) -> None:
    claim = ada.get("/claims.json")["rows"][0]
    msgspec.convert(ada.get(f"/claims/{claim['claim']['id']}.json"), shapes.ClaimDetail)
    msgspec.convert(ada.get(f"/articles/{claim['article']['id']}.json"), shapes.ArticleDetail)
    happening = ada.get("/happenings.json")["rows"][0]
    msgspec.convert(ada.get(f"/happenings/{happening['id']}.json"), shapes.HappeningDetail)
    msgspec.convert(ada.get("/sources/Ahram.json"), shapes.SourceDetail)


@pytest.mark.parametrize("path", PAGES)
def test_pages_give_the_shell_and_no_data(client: TestClient, path: str) -> None:
    answer = client.get(path.replace("{key}", "c123").replace("{key:path}", "x"))
    assert answer.status_code == 200
    assert "script-src 'self'" in answer.headers["content-security-policy"]
    assert b"Douma" not in answer.content


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/claims/c000000.json", 404), ("/articles/none.json", 404), ("/happenings/zz.json", 404), ("/sources/Nobody.json", 404),
        ("/dossiers/none.json", 404), ("/claims.json?since=2016-02-31", 400), ("/claims.json?near=1,2", 400),
        ("/claims.json?after=x", 400), ("/claims.json?sort=newest&after=x", 400), ("/claims.json?limit=0", 422),
        ("/claims.json?sort=best", 422), ("/happenings.json?box=1,2,3", 400), ("/happenings.json?box=1,2,3,nan", 400),
        ("/happenings/map.json?zoom=-1", 422), ("/review.json?queue=all", 422), ("/claims.json?text=%22%22", 400),
        ("/static/../app.py", 404), ("/static/%2e%2e/app.py", 404), ("/basemap/..%2f..%2fcli.py", 404), ("/nothing", 404),
    ],
)  # fmt: skip
def test_refusals_are_told_in_words(client: TestClient, path: str, status: int) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    found = msgspec.json.decode(answer.content, type=shapes.Trouble)
    assert found.code == status
    assert found.error


def test_claims_are_found_sorted_and_paged(ada: Person) -> None:
    assert {r["article"]["outlet"] for r in ada.get("/claims.json", text="Douma", kind="air-drone-strike")["rows"]} >= {
        "Ahram",
        "Trt",
    }
    for sort in ("added", "newest", "oldest"):
        seen, after = [], ""
        while True:
            page = ada.get("/claims.json", sort=sort, limit=2, after=after)
            seen += [r["claim"]["id"] for r in page["rows"]]
            if not (after := page["next"]):
                break
        assert len(seen) == len(set(seen)) == len(ada.get("/claims.json", sort=sort, limit=500)["rows"]) > 3
    killed = [r["claim"]["happening"]["killed"]["low"] for r in ada.get("/claims.json", sort="killed")["rows"]]
    assert killed == sorted(killed, reverse=True)


def test_facets_count_what_is_found_and_say_of_how_many(ada: Person) -> None:
    whole = {f["field"]: f for f in ada.get("/claims.json")["facets"]}
    assert (
        sum(c["count"] for c in whole["certainty"]["counts"])
        == whole["certainty"]["of"]
        == len(ada.get("/claims.json")["rows"])
    )
    some = {f["field"]: f for f in ada.get("/claims.json", outlet="Sana")["facets"]}
    assert [c["value"] for c in some["outlet"]["counts"]] == ["Sana"]
    assert some["outlet"]["all"]


def test_csv_has_the_claims_of_the_list(client: TestClient, ada: Person) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get("/claims.csv", params={"outlet": "Ahram"}).text)))
    assert [r["id"] for r in rows] == [r["claim"]["id"] for r in ada.get("/claims.json", outlet="Ahram")["rows"]]


def douma(ada: Person) -> Any:
    return ada.get("/happenings.json", contested="yes")["rows"][0]


def test_a_happening_shows_both_sides_and_its_origins(ada: Person) -> None:
    found = ada.get(f"/happenings/{douma(ada)['id']}.json")
    quarrels = [r for r in found["relations"] if r["bearing"] == "contradicts"]
    assert {quarrels[0]["one"]["words"], quarrels[0]["other"]["words"]} & {"43", "43 people"}
    for side in ("one", "other"):
        said = quarrels[0][side]
        assert said["sentence"][said["start"] : said["end"]] == said["words"]
        assert "Observatory" in said["said_by"] or "activists" in said["said_by"]
    assert found["line"]["counted"].endswith(("origins", "origin"))
    assert sum(len(f["articles"]) for o in found["origins"] for f in o["families"]) == found["line"]["articles"]


def test_a_pin_never_stands_without_its_sentence(ada: Person) -> None:
    found = ada.get("/happenings/map.json", zoom=3)
    assert found["total"] == sum(s["count"] for s in found["spots"]) > 0
    assert all(s["lead"] and s["said_by"] and s["radius_km"] > 0 for s in found["spots"])
    west, south, east, north = found["spots"][0]["box"]
    inside = ada.get("/happenings.json", box=f"{west},{south},{east},{north}")
    assert inside["total"] == found["spots"][0]["count"]


def test_what_has_no_place_or_day_is_counted_not_dropped(ada: Person) -> None:
    page = ada.get("/happenings.json", limit=500)
    assert len(ada.get("/happenings.json", placed="no")["rows"]) == page["placeless"]
    assert len(ada.get("/happenings.json", placed="yes", limit=500)["rows"]) + page["placeless"] == page["total"]


def test_a_decision_is_kept_beside_the_reading_and_can_be_undone(ada: Person, ledger: Path) -> None:
    claim = ada.get("/claims.json")["rows"][0]["claim"]["id"]
    made = ada.send("POST", "/reviews.json", {"claim": claim, "decision": "confirm", "why": "read the page"})
    assert (made["who"], made["undone"]) == ("Ada", False)
    assert ada.get("/claims.json", state="confirmed")["rows"][0]["claim"]["id"] == claim
    amended = {"claim": claim, "decision": "amend", "field": "killed", "value": "32", "span": [22, 28]}
    number = ada.send("POST", "/reviews.json", amended)["number"]
    assert ada.get(f"/claims/{claim}.json")["line"]["amended"] == {"killed": "32"}
    ada.send("POST", "/reviews/undo.json", {"number": number})
    assert ada.get(f"/claims/{claim}.json")["line"]["amended"] == {}
    assert ada.get(f"/claims/{claim}.json")["line"]["state"] == "confirmed"
    ada.send("POST", "/reviews/undo.json", {"number": number}, 409)
    assert [r["undone"] for r in ada.get(f"/claims/{claim}.json")["reviews"]] == [False, True, False]
    assert SqliteStore(ledger).verify().faults == ()


@pytest.mark.parametrize(
    "body",
    [
        {"decision": "confirm"}, {"claim": "c", "decision": "maybe"}, {"decision": "amend", "field": "truth", "value": "yes"},
        {"decision": "note"}, {"decision": "confirm", "field": "killed"}, {"decision": "amend", "field": "killed", "span": [5, 99999]},
        [], "x", {"decision": "reject", "why": "x" * 5000},
    ],
)  # fmt: skip
def test_a_decision_that_says_too_little_is_refused(ada: Person, body: Any) -> None:
    if isinstance(body, dict) and "claim" not in body and body != {"decision": "confirm"}:
        body["claim"] = ada.get("/claims.json")["rows"][0]["claim"]["id"]
    ada.send("POST", "/reviews.json", body, 422)
    assert ada.get("/review/agreement.json")["latest"] == []


def test_a_split_holds_and_can_be_taken_back(ada: Person, ledger: Path) -> None:
    before = ada.get(f"/happenings/{douma(ada)['id']}.json")
    out = next(t for t in before["tellings"] if t["article"]["outlet"] == "Manar")
    made = ada.send(
        "POST",
        "/judgements.json",
        {"verdict": "split", "one": before["line"]["id"], "other": [out["claim"]], "why": "another raid"},
    )
    assert made["one"] != made["other"]
    assert ada.get("/happenings.json", contested="yes")["rows"] == []
    ada.send("POST", "/judgements/undo.json", {"number": made["judgement"]["number"]})
    after = ada.get(f"/happenings/{douma(ada)['id']}.json")
    assert {t["claim"] for t in after["tellings"]} == {t["claim"] for t in before["tellings"]}
    assert [j["undone"] for j in after["judgements"]] == [True]
    assert SqliteStore(ledger).verify().faults == ()


def test_a_dossier_is_saved_in_versions_and_nobody_writes_over_another(ada: Person) -> None:
    claim = ada.get("/claims.json")["rows"][0]["claim"]["id"]
    items = [
        {"kind": "text", "text": "What is said of Douma.", "who": "Ada"},
        {"kind": "claim", "ref": claim},
        {"kind": "happening", "ref": "enone"},
    ]
    asked = {"title": "Douma", "items": items, "region": ["Syria"]}
    assert ada.send("PUT", "/dossiers/douma.json", asked)["version"] == 1
    ada.send("PUT", "/dossiers/douma.json", asked, 409)
    assert ada.send("PUT", "/dossiers/douma.json", asked | {"version": 1})["version"] == 2
    found = ada.get("/dossiers/douma.json")
    assert list(found["claims"]) == [claim]
    assert found["lost"] == ["enone"]
    ada.send("PUT", "/dossiers/Not-A-Slug.json", asked, 422)


def test_a_pasted_text_finds_who_else_carries_its_claims(ada: Person) -> None:
    text = (
        "Douma\n\nAir strikes killed 31 people in Douma on Tuesday, the Syrian Observatory for Human Rights said. "
        + MORE
    )
    found = ada.send("POST", "/compare.json", {"text": text, "published": "2016-07-06", "outlet": "Wire"})
    assert found["claims"][0]["happenings"][0]["happening"]["id"] == douma(ada)["id"]
    assert "Observatory" in found["claims"][0]["line"]
    assert {c["article"]["outlet"] for c in found["copies"]} >= {"Ahram"}
    ada.send("POST", "/compare.json", {"address": "http://10.0.0.1/secret"}, 404)
    ada.send("POST", "/compare.json", {"text": " "}, 422)


def test_names_of_strangers_are_only_ever_data(client: TestClient, ada: Person) -> None:
    assert any(a["outlet"] == NASTY for a in ada.get("/articles.json")["rows"])
    for path in ("/articles.json", "/claims.json", "/sources.json", "/claims.csv", "/sources.graphml"):
        answer = client.get(path)
        assert "html" not in answer.headers["content-type"]
        assert answer.headers["x-content-type-options"] == "nosniff"


def test_the_description_names_every_path_and_shape(client: TestClient) -> None:
    found = client.get("/openapi.json").json()
    assert {f"{p}.json" for p in TWINS} <= set(found["paths"])
    assert {s.__name__ for s in openapi.structs()} <= set(found["components"]["schemas"])


@pytest.mark.parametrize(
    ("pairs", "value"),
    [
        ([], None), ([("a", "a")], None), ([("a", "a"), ("b", "b")], 1.0), ([("a", "b"), ("b", "a")], -1.0),
        ([("a", "a")] * 20 + [("a", "b")] * 5 + [("b", "a")] * 10 + [("b", "b")] * 15, 0.4),
    ],
)  # fmt: skip
def test_kappa(pairs: list[tuple[str, str]], value: float | None) -> None:
    assert kappa(pairs) == value
