from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.read.html_elements import Elements
from sayso.read.html_marks import NOTHING, Told

NAMES = ["div", "p", "b", "a", "li", "ul", "table", "tr", "td", "template", "noscript"]


@given(st.lists(st.tuples(st.booleans(), st.sampled_from(NAMES))))
def test_counts_and_places_hold_after_any_tags(tags: list[tuple[bool, str]]) -> None:
    elements = Elements()
    for closes, name in tags:
        if closes:
            before = [e.name for e in elements.open]
            closed = elements.close(name)
            assert [e.name for e in elements.open] + [e.name for e in reversed(closed)] == before
            assert not closed or closed[-1].name == name
        else:
            elements.push(name, NOTHING)
        for at, element in enumerate(elements.open):
            assert element.block <= at
            assert elements.open[element.block].name in {"html", "div", "p", "li", "ul", "table", "tr", "td"}
        for known in NAMES:
            assert elements.reached(known) in {True, False}
            assert elements._all.get(known, 0) == sum(e.name == known for e in elements.open)


def test_what_is_told_passes_down() -> None:
    elements = Elements()
    elements.push("nav", Told(words=("menu",)))
    elements.push("div", Told(hidden=True))
    elements.push("p", NOTHING)
    assert elements.top.within == ("nav", "menu")
    assert not elements.top.shown


def test_an_inline_end_tag_closes_no_block() -> None:
    elements = Elements()
    for name in ("b", "p", "i"):
        elements.push(name, NOTHING)
    assert elements.close("b") == []
    assert [e.name for e in elements.close("p")] == ["i", "p"]
