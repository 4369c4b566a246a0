from __future__ import annotations

from sayso.read.html_body import kept, matched, widened
from sayso.read.html_text import read

FIRST = "The army said on Sunday that it had retaken the key town of Maadan from the militants."
SECOND = "In turn the opposing forces consolidated their gains over the fields east of the river."


def test_lines_are_found_however_the_extract_breaks_them() -> None:
    extract = f"{FIRST} {SECOND}\n- Yes\nA | B"
    assert matched(
        [FIRST, SECOND, "Yes", "No", "A\tB", "The army said nothing of the kind when it was asked"], extract
    ) == [True, True, True, False, True, False]


def test_paragraphs_of_the_same_make_are_kept_too() -> None:
    page = read(
        f"<div class=post><p>{FIRST}</p></div><div class=post><p>{SECOND}</p><p>Share</p></div><div class=comments><p>{SECOND}</p></div>"
    )
    assert widened(page, [True, False, False, False]) == [True, True, False, False]


def test_the_extractor_keeps_the_report() -> None:
    source = f"<html><body><nav><a href=/>Home</a></nav><article><h1>A town retaken</h1>{''.join(f'<p>{FIRST} {n}</p>' for n in range(9))}</article><footer>About us</footer></body></html>"
    found, problems = kept(source, read(source))
    assert not problems
    assert found is not None
    assert found[0] is False
    assert found[2:11] == [True] * 9
    assert found[-1] is False


def test_too_deep_a_page_is_not_handed_to_it() -> None:
    source = "<div>" * 500 + FIRST
    found, problems = kept(source, read(source))
    assert found is None
    assert [p.code for p in problems] == ["S026"]
