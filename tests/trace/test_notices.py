"""Notes of change are read from the article's own words, and from no others."""

from __future__ import annotations

import pytest
from tests.builders import RULE, article, span

from sayso.model.article import Zone
from sayso.trace.notices import notes, taking_back

REPORT = "The army shelled Douma on Sunday, killing nine people, activists said.\n" * 20


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Correction: the strike was on Sunday.", "correction"),
        ("CORRECTION (Sept. 27, 2017) — The ministry's name was misspelled.", "correction"),
        ("An earlier version of this article misstated the toll.", "correction"),
        ("This story has been amended to reflect the new toll.", "correction"),
        ("Clarification: the town lies in Idlib.", "clarification"),
        ("UPDATED: adds a statement of the ministry", "update"),
        ("Last updated at 14:30 GMT", "update"),
        ("This report was updated to include a denial.", "update"),
        ("Editor’s note: names were changed.", "editors-note"),
        ("This article has been removed.", "removal"),
        ("We have taken down the video.", "removal"),
        ("RETRACTED: Shelling in Douma", "retraction"),
        ("This dispatch has been withdrawn.", "retraction"),
        ("404 - Page not found", "gone"),
        ("The page you are looking for does not exist.", "gone"),
    ],
)
def test_a_note_is_seen_with_its_kind(line: str, kind: str) -> None:
    a = article(f"{REPORT}\n{line}\n")
    (note,) = notes(a)
    assert (note.kind, note.span.of(a.text)) == (kind, line)


@pytest.mark.parametrize(
    "line",
    [
        "The correction of the border was agreed on Sunday.",
        "Rebels have withdrawn from the town.",
        "The mines have been removed, the army said.",
        "The newspaper retracted its story about the minister.",
        "Residents were updated by loudspeaker.",
        "The army gave 404 bodies to the families.",
    ],
)
def test_words_of_the_report_are_no_note(line: str) -> None:
    assert notes(article(f"{REPORT}{line}")) == ()


def test_furniture_speaks_of_other_pages() -> None:
    text = f"{REPORT}\nUpdated: see our other stories"
    here = span(text, "Updated: see our other stories")
    body = Zone("body", span(text, REPORT), RULE)
    assert notes(article(text, zones=(body, Zone("navigation", here, RULE)))) == ()
    assert len(notes(article(text, zones=(body, Zone("disclaimer", here, RULE))))) == 1


def test_a_notice_takes_back_when_it_is_all_the_text_says() -> None:
    assert taking_back(article("Article removed\nThis article has been removed.")) is not None
    assert taking_back(article(f"{REPORT}\nThis video has been removed.")) is None
    assert taking_back(article(f"This article has been retracted.\n{REPORT}")) is not None
    assert taking_back(article(f"Correction: it was Sunday.\n{REPORT[:70]}")) is None
