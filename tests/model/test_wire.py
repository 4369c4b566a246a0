"""The wire form is a public contract: it goes out and comes back whole, and says what DESIGN §3 says, in those keys."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from tests import strategies
from tests.builders import actor, article, claim, day, figure, happening, place, span, voice

from sayso.model import wire
from sayso.model.article import Media, Rights, Stated, Zone
from sayso.model.happening import Codes, Control, Means
from sayso.model.problem import Problem
from sayso.model.reading import Reading
from sayso.model.span import Grounded, Span
from sayso.model.where import Place, PlaceCandidate

WITHOUT_CONTRACT = {"shares", "rule", "alternatives", "grounds", "repeats", "stated", "lineage", "attributions"}


@settings(max_examples=60, deadline=None)
@given(strategies.readings)
def test_a_reading_comes_back_whole(reading: Reading) -> None:
    line = wire.encode(reading)
    assert wire.decode(line) == reading
    assert wire.encode(wire.decode(line)) == line
    assert b"\n" not in line


@settings(max_examples=30, deadline=None)
@given(strategies.readings)
def test_the_parts_a_ledger_keeps_make_the_reading_again(reading: Reading) -> None:
    kept = wire.decode_article(wire.encode_article(reading.article), reading.article.ref)
    claims = [wire.decode_claim(wire.encode_claim(c)) for c in reading.claims]
    assert wire.reading_of(kept, claims, wire.to_json(wire.rest_out(reading))) == reading


def _there(place_: Place | None) -> Place:
    assert place_ is not None
    return place_


def full(text: str) -> Reading:
    """Return a reading that gives every field."""
    a = article(
        text, ref="story-1", title="T", outlet="Outlet", published="2017-09-26",
        original_outlet="South Front", original_published="2017-09-25",
    )  # fmt: skip
    zones = (Zone("body", Span(0, len(text)), "r"), Zone("rights", Span(0, 3), "r"))
    a = replace(
        a, zones=zones, authors=(Stated("A. Writer", "r"),), labels=(("region", ("Middle East",)),),
        rights=(Rights("copyright", Span(0, 3)),), media=(Media("image", "c", "South Front", Span(0, 3)),),
    )  # fmt: skip
    h = happening(
        "nonstate-overtakes-territory", codes=Codes("ASSAULT", "190", "Non-state actor overtakes territory"),
        actors=(actor(text, "fighters", "Islamic State"),), targets=(actor(text, "soldiers"),),
        place=place(text, "Maadan", 35.75, 39.61, km=4.0), when=day(text, "Sunday", "2017-09-24"),
        killed=figure(text, "at least 70", 70, None), injured=figure(text, "dozens", 24, 99),
        captured=figure(text, "two", 2, 2), displaced=figure(text, "hundreds", 200, 999),
        means=(Means("mortar", "mortar", span(text, "mortar"), "r"),),
        control=Control("Maadan", "army", "Islamic State", span(text, "took Maadan"), "r"),
    )  # fmt: skip
    h = replace(
        h,
        place=replace(
            _there(h.place), alternatives=(PlaceCandidate("p1", "Maadan", 35.0, 40.0, 0.4),), relation="near"
        ),
    )
    c = claim(a, "fighters took Maadan", voice(text, "the monitor", "ngo-monitor", cue="said"), happening=h)
    c = replace(c, manner=Grounded("indirect", "r"))
    return Reading(a, (c, claim(a, "it said")), problems=(Problem("S032", "m", None),))


STORY = (
    "fighters took Maadan on Sunday, killing at least 70 soldiers, wounding dozens and taking two; hundreds fled "
    "mortar fire, the monitor said, it said"
)


def test_every_key_of_the_contract_is_there_with_its_meaning() -> None:
    line = json.loads(wire.encode(full(STORY)))
    assert line["sayso"] == 1
    assert line["ref"] == "story-1"
    a = line["article"]
    assert a["text"] == STORY
    assert len(a["sha256"]) == 64
    assert (a["title"], a["outlet"], a["published"]) == ("T", "Outlet", "2017-09-26")
    assert (a["original_outlet"], a["original_published"]) == ("South Front", "2017-09-25")
    assert (a["authors"], a["language"], a["labels"]) == (["A. Writer"], "en", {"region": ["Middle East"]})
    assert a["rights"] == [{"kind": "copyright", "span": [0, 3]}]
    assert a["media"] == [{"kind": "image", "caption": "c", "credit": "South Front", "span": [0, 3]}]
    assert a["zones"][0]["kind"] == "body"
    assert a["zones"][0]["span"] == [0, len(STORY)]
    c = line["claims"][0]
    assert [STORY[s:e] for s, e in c["content"]] == ["fighters took Maadan"]
    (v,) = c["voices"]
    assert STORY[slice(*v["source"])] == "the monitor"
    assert STORY[slice(*v["cue"])] == "said"
    assert (v["name"], v["kind"], v["named"], v["party"]) == ("the monitor", "ngo-monitor", True, None)
    assert (c["manner"], c["polarity"], c["certainty"], c["tense"]) == ("indirect", "positive", "certain", "past")
    assert line["problems"] == [{"code": "S032", "message": "m", "span": None}]


def test_every_key_of_a_happening_is_there_with_its_meaning() -> None:
    h = json.loads(wire.encode(full(STORY)))["claims"][0]["happening"]
    assert h["kind"] == "nonstate-overtakes-territory"
    assert h["codes"] == {"plover": "ASSAULT", "cameo": "190", "acled_like": "Non-state actor overtakes territory"}
    assert h["actors"][0]["name"] == "Islamic State"
    assert h["actors"][0]["id"] is None
    assert STORY[slice(*h["actors"][0]["span"])] == "fighters"
    assert STORY[slice(*h["targets"][0]["span"])] == "soldiers"
    p = h["place"]
    assert (p["text"], p["name"], p["id"], p["lat"], p["lon"]) == ("Maadan", "Maadan", None, 35.75, 39.61)
    assert (p["radius_km"], p["precision"], p["relation"]) == (4.0, "town", "near")
    assert p["alternatives"][0]["name"] == "Maadan"
    w = h["when"]
    assert (w["text"], w["start"], w["end"]) == ("Sunday", "2017-09-24", "2017-09-24")
    assert {"precision", "anchor", "span"} <= w.keys()
    assert h["killed"] == h["killed"] | {"low": 70, "best": 70, "high": None}
    assert STORY[slice(*h["killed"]["span"])] == "at least 70"
    assert [h[n]["low"] for n in ("injured", "captured", "displaced")] == [24, 2, 200]
    assert h["means"][0] == h["means"][0] | {"name": "mortar", "class": "mortar"}
    assert (h["control"]["place"], h["control"]["from"], h["control"]["to"]) == ("Maadan", "army", "Islamic State")


def test_what_is_not_said_is_null_and_still_there() -> None:
    a = article("Words.")
    line = json.loads(wire.encode(Reading(a, (claim(a, "Words", happening=happening("other")),))))
    for key in ("title", "outlet", "published", "original_outlet", "original_published"):
        assert line["article"][key] is None
    h = line["claims"][0]["happening"]
    for key in ("place", "when", "killed", "injured", "captured", "displaced", "control"):
        assert h[key] is None
    assert (h["actors"], h["targets"], h["means"]) == ([], [], [])
    assert line["claims"][0]["voices"] == []


def test_a_line_with_the_contract_keys_alone_is_read() -> None:
    line = bare(json.loads(wire.encode(full(STORY))))
    found = wire.decode(json.dumps(line))
    first = full(STORY).claims[0]
    assert found.article.title == Stated("T", wire.UNSTATED)
    assert [s.value for s in found.article.authors] == ["A. Writer"]
    assert found.claims[0].manner.value == "indirect"
    assert found.claims[0].happening is not None
    assert found.claims[0].happening.kind.value == "nonstate-overtakes-territory"
    assert found.claims[0].content == first.content


def bare(found: Any) -> Any:
    """Return plain JSON without the keys that were added to the contract."""
    if isinstance(found, dict):
        place_too = "lat" in found and "alternatives" in found
        left_out = WITHOUT_CONTRACT - ({"alternatives"} if place_too else set())
        return {k: bare(v) for k, v in found.items() if k not in left_out}
    return [bare(x) for x in found] if isinstance(found, list) else found


@pytest.mark.parametrize(
    "change",
    [
        {"sayso": 2},
        {"claims": None},
        {"article": {}},
        {"problems": [{"code": "S001"}]},
    ],
)
def test_what_is_not_version_1_is_refused(change: dict[str, Any]) -> None:
    line = json.loads(wire.encode(full(STORY))) | change
    with pytest.raises(wire.NotWire):
        wire.decode(json.dumps(line))


def test_the_json_schema_asks_for_every_contract_key() -> None:
    schema = wire.json_schema()
    shapes = schema["$defs"]
    line = bare(json.loads(wire.encode(full(STORY))))

    def check(name: str, found: dict[str, Any]) -> None:
        assert set(found) - {"url", "modified", "dateline", "raw", "id"} <= set(shapes[name]["required"])
        assert set(shapes[name]["required"]) <= set(shapes[name]["properties"])

    check("WireReading", line)
    check("WireArticle", line["article"])
    check("WireClaim", line["claims"][0])
    check("WireVoice", line["claims"][0]["voices"][0])
    check("WireHappening", line["claims"][0]["happening"])
    check("WirePlace", line["claims"][0]["happening"]["place"])
    check("WireMoment", line["claims"][0]["happening"]["when"])
    check("WireFigure", line["claims"][0]["happening"]["killed"])
    check("WireControl", line["claims"][0]["happening"]["control"])
    check("WireMeans", line["claims"][0]["happening"]["means"][0])
    assert set(shapes["WireHappening"]["properties"]["kind"]["enum"]) >= {"armed-clash", "casualties-toll", "other"}


def test_the_word_lists_of_the_contract() -> None:
    shapes = wire.json_schema()["$defs"]
    assert len(shapes["WireHappening"]["properties"]["kind"]["enum"]) == 30
    assert len(shapes["WireVoice"]["properties"]["kind"]["enum"]) == 11
    assert len(shapes["WireZone"]["properties"]["kind"]["enum"]) == 11
