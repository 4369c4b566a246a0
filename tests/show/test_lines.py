"""JSON lists: one object a line, each parses."""

from __future__ import annotations

import json

from sayso.ledger.store import ClaimRow, Verdict
from sayso.show import lines


def test_a_claim_line_has_the_claim_its_words_and_its_article(rows: list[ClaimRow]) -> None:
    line = lines.claim(rows[0])
    assert "\n" not in line
    found = json.loads(line)
    assert set(found) == {"row", "words", "claim", "article"}
    assert found["claim"]["happening"]["control"] == found["claim"]["happening"]["control"] | {"from": None}
    assert found["claim"]["voices"][1]["named"] is False
    assert found["article"]["original_outlet"] == "South Front"


def test_an_article_line_has_what_lists_show(rows: list[ClaimRow]) -> None:
    found = json.loads(lines.article(rows[0].article))
    assert (found["title"], found["published"], found["claims"], found["problems"]) == (
        "Maadan falls",
        "2017-09-26",
        2,
        1,
    )


def test_a_verdict_line() -> None:
    found = json.loads(lines.verdict(Verdict(1, 2, 3, 4, "00", ("x is gone",))))
    assert found == {"captures": 1, "articles": 2, "claims": 3, "log": 4, "head": "00", "faults": ["x is gone"]}
