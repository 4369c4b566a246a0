"""What one stage found, as lines for programs and lists for people."""

from __future__ import annotations

import io
import json
from dataclasses import replace

from tests.builders import RULE, article, place, span, voice

from sayso.model.article import Article
from sayso.model.claim import Attribution
from sayso.model.problem import Problem
from sayso.model.reading import Reading
from sayso.model.when import Timex
from sayso.model.where import PlaceCandidate
from sayso.model.who import Voice
from sayso.pipeline.alone import StageResult
from sayso.show import alone, terminal

TEXT = "ISIS retook Maadan on Sunday, CNN announced citing a US official."


def chained() -> Attribution:
    official = voice(TEXT, "a US official", "government", cue="citing", named=False)
    cnn = voice(TEXT, "CNN", "media", cue="announced")
    return Attribution((cnn, official), (span(TEXT, "ISIS retook Maadan on Sunday"),), "indirect", RULE)


def words(pairs: list[list[int]]) -> list[str]:
    return [TEXT[a:b] for a, b in pairs]


def test_each_voice_of_a_chain_has_its_own_cue_and_carries_the_voices_behind_it() -> None:
    outer, inner = alone.levels(chained())
    assert (words(outer["source"]), words(outer["cue"])) == (["CNN"], ["announced"])
    assert words(outer["content"]) == ["ISIS retook Maadan on Sunday", "citing", "a US official"]
    assert (words(inner["source"]), words(inner["cue"])) == (["a US official"], ["citing"])
    assert words(inner["content"]) == ["ISIS retook Maadan on Sunday"]


def test_a_voice_of_which_no_word_stands_is_no_level_unless_it_is_the_only_one() -> None:
    silent = Voice("", "unspecified", False, None, None, RULE)
    content = (span(TEXT, "ISIS retook Maadan"),)
    assert alone.levels(Attribution((silent,), content, "indirect", RULE)) == [
        {"source": [], "cue": [], "content": [[0, 18]]}
    ]
    both = Attribution((silent, voice(TEXT, "CNN")), content, "indirect", RULE)
    assert [words(level["source"]) for level in alone.levels(both)] == [["CNN"]]


def test_a_time_in_lines_has_type_value_and_days() -> None:
    t = Timex(
        span(TEXT, "Sunday"), "DATE", "2017-09-24", RULE, "2017-09-24", "2017-09-24", "day", "published 2017-09-26"
    )
    assert alone.timex(t) == [
        {"start": 22, "end": 28, "type": "DATE", "value": "2017-09-24", "first": "2017-09-24", "last": "2017-09-24"}
    ]
    assert alone.dated(TEXT, t) == ("Sunday", "DATE 2017-09-24 · 2017-09-24 · counted from published 2017-09-26")


def test_a_vague_time_is_shown_without_days() -> None:
    assert alone.dated(TEXT, Timex(span(TEXT, "Sunday"), "DATE", "PAST_REF", RULE))[1] == "DATE PAST_REF · no days"


def test_a_place_in_lines_has_the_keys_of_the_contract() -> None:
    found = place(TEXT, "Maadan", 35.75, 39.61, km=12)
    found = replace(
        found, id="geonames:173420", alternatives=(PlaceCandidate("wof:9", "Maadan (Homs)", 34.5, 38.0, 0.25),)
    )
    (line,) = alone.toponym(found)
    assert list(line) == [
        "start", "end", "name", "id", "geonameid", "lat", "lon", "radius_km", "precision", "alternatives",
    ]  # fmt: skip
    assert (TEXT[line["start"] : line["end"]], line["geonameid"]) == ("Maadan", 173420)
    assert line["alternatives"] == [
        {"id": "wof:9", "geonameid": None, "name": "Maadan (Homs)", "lat": 34.5, "lon": 38.0, "score": 0.25}
    ]
    what, means = alone.placed(TEXT, found)
    assert what == "Maadan"
    assert "± 12 km" in means
    assert "or Maadan (Homs) (wof:9)" in means


def test_a_place_nobody_found_has_no_point() -> None:
    assert alone.toponym(place(TEXT, "Maadan"))[0]["lat"] is None
    assert alone.placed(TEXT, place(TEXT, "Maadan")) == ("Maadan", "not found in the gazetteer")


def test_a_number_is_of_geonames_only_where_the_identity_is() -> None:
    assert [alone.geonameid(i) for i in ("geonames:12", "wof:12", "12", None, "geonames:x")] == [
        12,
        None,
        None,
        None,
        None,
    ]


def result(a: Article) -> StageResult[Attribution]:
    return StageResult(a, (chained(),), (Problem("S102", "read in pieces", span(TEXT, "ISIS")),))


def test_a_line_for_programs_is_one_line_with_its_problems() -> None:
    line = alone.for_programs(result(article(TEXT, ref="a\nb")), "attributions", alone.levels)
    assert "\n" not in line
    found = json.loads(line)
    assert list(found) == ["ref", "attributions", "problems"]
    assert (found["ref"], len(found["attributions"])) == ("a\nb", 2)
    assert found["problems"] == [{"code": "S102", "message": "read in pieces", "span": [0, 4]}]


def test_a_list_for_people_names_who_says_so_and_shows_no_control_characters(reading: Reading) -> None:
    out = io.StringIO()
    alone.for_people(terminal.console(out), result(article(TEXT, ref="a\x1b[31m.txt")), alone.said)
    printed = out.getvalue()
    assert "\x1b" not in printed
    assert "← CNN (media), “announced” › a US official (government, unnamed), “citing”" in printed
    assert "S102" in printed
    alone.for_people(terminal.console(out), StageResult(reading.article, (), ()), alone.said)
    assert "nothing found" in out.getvalue()
