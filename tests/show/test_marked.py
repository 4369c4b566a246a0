"""A claim in its paragraph: the words of every field where they stand, and the rule that read each."""

from __future__ import annotations

import io
import re
from dataclasses import replace

from rich.console import Console
from tests.builders import RULE, article, claim

from sayso.model.reading import Reading
from sayso.model.span import Span
from sayso.show import marked, terminal


def shown(reading: Reading, number: int = 0) -> str:
    stream = io.StringIO()
    marked.claim(terminal.console(stream), reading.article, reading.claims[number])
    return stream.getvalue()


def test_in_a_pipe_the_content_stands_in_brackets(reading: Reading) -> None:
    assert "«Islamic State fighters retook Maadan» near Raqqa on Sunday with mortars" in shown(reading)
    assert "Nothing else stands here" not in shown(reading)


def test_on_a_terminal_it_is_coloured_and_the_words_are_the_same(reading: Reading) -> None:
    out = Console(file=io.StringIO(), width=500, force_terminal=True, color_system="standard", highlight=False)
    marked.claim(out, reading.article, reading.claims[0])
    assert isinstance(out.file, io.StringIO)
    text = out.file.getvalue()
    assert "\x1b[" in text
    assert "«" not in text
    assert reading.article.text.split("\n")[0] in re.sub(r"\x1b\[[0-9;]*m", "", text)


def test_every_field_is_listed_with_its_words_place_and_rule(reading: Reading) -> None:
    a, c = reading.article, reading.claims[0]
    listed = marked.fields(a, c)
    labels = [f.label for f in listed]
    for label in ("content", "voice", "cue", "how sure", "what", "actor", "target", "where", "when", "killed", "means",
                  "control"):  # fmt: skip
        assert label in labels, label
    assert labels.count("voice") == labels.count("cue") == 2
    assert labels.count("how sure") == 4
    assert all(f.rule for f in listed)
    text = shown(reading)
    for words in (
        "at least 15",
        "a US official",
        f"{c.content[0].start}-{c.content[0].end}",
        RULE,
        "Maadan (Homs)",
        c.id,
    ):
        assert words in text


def test_the_own_voice_is_named(reading: Reading) -> None:
    assert "South Front, in its own voice" in shown(reading, 1)


def test_repeats_are_shown(reading: Reading) -> None:
    c = replace(reading.claims[1], repeats=(Span(0, 7),))
    (again,) = (f for f in marked.fields(reading.article, c) if f.label == "again")
    assert (again.value, again.rule) == ("Islamic", "weigh.repeats")


def test_each_line_with_a_marked_word_is_shown_once_in_order() -> None:
    text = "first line\nsecond line\nthird line"
    a = article(text)
    fields = marked.fields(a, replace(claim(a, "third"), content=(Span(0, 5), Span(23, 28))))
    assert [p.of(text) for p in marked.paragraphs(text, fields)] == ["first line", "third line"]
    assert marked._bracketed(text, Span(0, len(text)), (Span(0, 5), Span(23, 28))).startswith("«first» line")


def test_a_content_over_two_lines_is_bracketed_in_both() -> None:
    text = "one two\nthree four"
    a = article(text)
    found = Reading(a, (claim(a, "two\nthree"),))
    assert "one «two three» four" in shown(found)


def test_hidden_marks_do_not_shift_the_colours() -> None:
    text = "a\u202eb\x1bc\u3000d"
    assert len(marked._same_length(text)) == len(text)
