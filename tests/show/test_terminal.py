"""Readings and lists on a terminal keep to its width; in a pipe they are plain and never wrapped."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from rich.cells import cell_len
from rich.console import Console
from tests.builders import article, claim, stated, voice

from sayso.ledger.store import ClaimRow
from sayso.model.article import Refusal
from sayso.model.problem import Problem
from sayso.model.reading import Reading
from sayso.show import terminal

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


def on_terminal(width: int) -> Console:
    return Console(file=io.StringIO(), width=width, force_terminal=True, highlight=False, markup=False, emoji=False)


def printed(out: Console) -> str:
    assert isinstance(out.file, io.StringIO)
    return out.file.getvalue()


@pytest.mark.parametrize("width", [40, 80, 200])
def test_a_reading_keeps_to_the_width_of_the_terminal(reading: Reading, width: int) -> None:
    out = on_terminal(width)
    terminal.reading(out, reading)
    lines = ESCAPE.sub("", printed(out)).split("\n")
    assert max(map(cell_len, lines)) <= width
    assert "\x1b[" in printed(out)


def test_in_a_pipe_nothing_is_wrapped_or_coloured(reading: Reading, rows: list[ClaimRow]) -> None:
    text = "word " * 400
    long = article(text.strip(), outlet="X")
    stream = io.StringIO()
    out = terminal.console(stream)
    terminal.reading(out, Reading(long, (claim(long, text.strip()),)))
    terminal.claim_rows(out, rows, {reading.article.id: reading.article})
    terminal.article_rows(out, [rows[0].article])
    assert text.strip() in stream.getvalue()
    assert "\x1b" not in stream.getvalue()


def test_colour_is_not_forced_where_none_is_wanted(reading: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    out = on_terminal(80)
    terminal.reading(out, reading)
    assert not re.search(r"\x1b\[(?:[0-9;]*;)?(?:3[0-7]|9[0-7]|38)", printed(out))


def test_a_reading_shows_head_claims_and_problems_last(reading: Reading) -> None:
    stream = io.StringIO()
    terminal.reading(terminal.console(stream), reading)
    shown = stream.getvalue()
    order = [
        "Maadan falls", "Global Research, reposting South Front · 2017-09-26, original 2017-09-25", "https://example.org/1",
        "region: Middle East, Russia  (the outlet's labels)", "2 claims; not read as reporting: donation",
        "1 Islamic State fighters retook Maadan", "said by", "CNN (media) › a US official (government, unnamed)", "how sure",
        "what", "who", "where", "when", "figures", "2 Nothing else stands here", "in its own voice", "1 problem",
        "S032  header and dateline disagree  “Sunday”",
    ]  # fmt: skip
    at = 0
    for words in order:
        assert words in shown[at:], words
        at = shown.index(words, at)
    assert "Donate now" not in shown


def test_hostile_words_can_t_command_the_terminal(reading: Reading) -> None:
    evil = "\x1b]0;owned\x07[bold]\u202e\r\n:smile: {x}"
    a = replace(
        article(f"said {evil} {evil} end", ref=evil, outlet=evil, url=evil),
        title=stated(evil),
        labels=((evil, (evil,)),),
    )
    found = Reading(a, (claim(a, a.text, voice(a.text, "said")),), problems=(Problem("S032", evil),))
    stream = io.StringIO()
    out = terminal.console(stream)
    terminal.reading(out, found)
    terminal.refusals(out, [Refusal(evil, evil, Problem("S001", evil))])
    shown = stream.getvalue()
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "\x07" not in shown
    assert "[bold]" in shown
    assert ":smile:" in shown
    assert reading


def test_a_list_names_each_article_once(reading: Reading, rows: list[ClaimRow]) -> None:
    stream = io.StringIO()
    terminal.claim_rows(terminal.console(stream), rows, {reading.article.id: reading.article})
    assert stream.getvalue().count("Maadan falls · Global Research · 2017-09-26") == 1
    assert all(r.claim.id in stream.getvalue() for r in rows)


def test_articles_are_listed_with_whom_they_repost(rows: list[ClaimRow]) -> None:
    stream = io.StringIO()
    terminal.article_rows(terminal.console(stream), [rows[0].article, replace(rows[0].article, title="", outlet="")])
    first, second = stream.getvalue().splitlines()
    assert first.split("\t")[:3] == [rows[0].article.id, "2017-09-26", "Global Research ← South Front"]
    assert "Maadan falls" in first
    assert "news/story.txt" in second


def test_articles_on_a_terminal_stand_in_columns(rows: list[ClaimRow]) -> None:
    out = on_terminal(70)
    terminal.article_rows(out, [rows[0].article])
    lines = ESCAPE.sub("", printed(out)).splitlines()
    assert lines[0].split() == ["id", "published", "outlet", "claims", "problems", "title"]
    assert max(map(cell_len, lines)) <= 70


def test_in_a_pipe_no_line_ends_in_a_space(reading: Reading, rows: list[ClaimRow]) -> None:
    stream = io.StringIO()
    out = terminal.console(stream)
    terminal.reading(out, reading)
    terminal.claim_rows(out, rows, {reading.article.id: reading.article})
    assert [line for line in stream.getvalue().splitlines() if line != line.rstrip()] == []
