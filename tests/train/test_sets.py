"""Marked sets to labels of words, and to the examples cut from them."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

from train.example import Marked, example, examples, reading
from train.heads import FILLERS, HAPPENED_ROLES, NAMED

from sayso.find.encoder.session import FOLDER
from sayso.find.encoder.wordpiece import wordpiece
from sayso.model.happening import HAPPENING_KINDS
from train import sets

TEXT = "Activists said the army shelled Douma on Sunday."
NUMBERS = wordpiece(FOLDER / "vocab.txt")


def at(words: str, text: str = TEXT) -> list[int]:
    return [text.index(words), text.index(words) + len(words)]


SAID = {"source": [at("Activists")], "cue": [at("said")], "content": [at("the army shelled Douma on Sunday")]}


def test_an_attribution_tags_its_cue_and_links_its_words() -> None:
    read, _ = reading(TEXT, NUMBERS)
    found = sets.said(read, [SAID])
    assert found["tags"]["said"] == [[0, 1, 0, 0, 0, 0, 0, 0, 0]]
    assert found["links"]["said"] == [(1, 1, {0: 1, 1: 3, 2: 2, 3: 2, 4: 2, 5: 2, 6: 2, 7: 2})]


def test_a_happening_tags_its_word_with_its_kind_and_links_its_parts() -> None:
    read, _ = reading(TEXT, NUMBERS)
    kind = "shelling-artillery-missile"
    mark = {"kind": kind, "trigger": [at("shelled")], "actor": [at("the army")], "target": [at("Douma")]}
    found = sets.happened(read, [mark])
    assert found["tags"]["happened"][0][4] == 1 + HAPPENING_KINDS.index(kind)
    ((_, _, roles),) = found["links"]["happened"]
    assert {read.text[w]: HAPPENED_ROLES[r] for w, r in roles.items()} == {
        "the": "actor", "army": "actor", "shelled": "trigger", "Douma": "target",
    }  # fmt: skip


def test_of_names_within_one_another_the_longest_counts() -> None:
    read, _ = reading("Iraqi President Fuad Masum", NUMBERS)
    rows = sets.each(read, ("Person", "Nationality"), {"Person": [[0, 26], [6, 20]], "Nationality": [[0, 5]]})
    assert rows == [[1, 2, 2, 2], [1, 0, 0, 0]]


def test_a_window_holds_the_links_whose_cues_it_holds(tmp_path: Path) -> None:
    (tmp_path / "train.text.jsonl").write_text(json.dumps({"id": "a", "text": TEXT}))
    (tmp_path / "train.gold.jsonl").write_text(json.dumps({"id": "a", "attributions": [SAID]}))
    (marked,) = sets.polnear(tmp_path, "train", NUMBERS)
    whole = example(marked, 0, 9)
    assert [whole.pieces[f] for f in whole.first] == [p[0] for p in marked.pieces]
    assert len(whole.pieces) == len(whole.looks)
    assert whole.links["said"][0][:2] == (1, 1)
    assert example(marked, 2, 9).links["said"] == []
    later = example(marked, 1, 4)
    assert later.links["said"] == [(0, 0, {0: 3, 1: 2, 2: 2})]


def test_one_article_in_ten_is_kept_out(tmp_path: Path) -> None:
    rows = [{"id": f"war-{k}", "attributions": [SAID], "happenings": []} for k in range(60)]
    (tmp_path / "war.jsonl").write_text("\n".join(map(json.dumps, rows)))
    learnt, tried = (sets.war(tmp_path / "war.jsonl", lambda _: TEXT, NUMBERS, 1.0, tried=t) for t in (False, True))
    assert len(learnt) + len(tried) == 60
    assert 1 <= len(tried) <= 15
    assert not {m.name for m in learnt} & {m.name for m in tried}


def test_fillers_are_marked_wherever_their_words_stand(tmp_path: Path) -> None:
    text = "GUERRILLAS KIDNAPPED A\nPEASANT. THE PEASANT FLED."
    slots = ("perp_individual", "perp_org", "victim_name", "victim_desc", "target_phys", "weapon")
    template: dict[str, Any] = {s: [] for s in slots} | {"incident_type": ["KIDNAPPING"]}
    template["victim_desc"] = [{"alternates": [{"str": "A PEASANT"}, {"str": "PEASANT"}]}]
    (tmp_path / "m.jsonl").write_text(json.dumps({"id": "m", "text": text, "gold": {"templates": [template]}}))
    (marked,) = sets.muc4(tmp_path / "m.jsonl", NUMBERS)
    row = marked.tags["fillers"][FILLERS.index("victim")]
    assert [marked.words.text[i] for i, t in enumerate(row) if t] == ["A", "PEASANT", "PEASANT"]
    assert sum(marked.sorts["incidents"]) == 1


def test_a_file_that_is_not_there_holds_no_marks(tmp_path: Path) -> None:
    assert sets.silver(tmp_path / "none.jsonl", lambda _: TEXT, NUMBERS, 1.0) == []


def test_every_word_is_shown_in_each_pass() -> None:
    text = TEXT * 60
    read, pieces = reading(text, NUMBERS)
    marked = Marked("a", "x", read, pieces, {"named": [[0] * len(read)] * len(NAMED)})
    shown = list(examples([marked], Random(1)))
    assert sum(len(e.first) for e in shown) >= len(read)
    assert all(len(e.pieces) <= 302 for e in shown)
