from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.read.html_tokens import Tag, Unclosed, Words, attributes, tokens

RAW = frozenset({"script", "title"})


@given(
    st.lists(
        st.sampled_from(
            [
                "<p a='>'>",
                "</p >",
                "text & ",
                "<!-- <p> -->",
                "<!doctype html>",
                "< ",
                "<script>a<b</script >",
                "'",
                '"',
                "=",
                "<i x=",
                ">",
            ]
        )
    ).map("".join)
)
def test_tokens_cover_the_source_in_order(source: str) -> None:
    at = 0
    for token in tokens(source, RAW):
        assert token.start >= at
        if isinstance(token, Unclosed):
            return
        between = source[at : token.start]
        assert between == "" or between.startswith(("<!", "<?", "</"))
        assert token.end > token.start
        at = token.end
    assert source[at:] == "" or source[at:].startswith(("<!", "<?", "</"))


def test_kinds_of_token() -> None:
    source = "a<P Class=x>b</p><title>c<i></title>"
    found = list(tokens(source, RAW))
    assert [type(t) for t in found] == [Words, Tag, Words, Tag, Tag]
    first, last = found[1], found[4]
    assert isinstance(first, Tag)
    assert isinstance(last, Tag)
    assert (first.name, first.closes, first.attrs) == ("p", False, " Class=x")
    assert last.content is not None
    assert source[slice(*last.content)] == "c<i>"


def test_attributes() -> None:
    assert attributes(" CLASS='a b' id = \"x>y\" hidden data-n=5 class=second url=/a/b?c=d&e ") == {
        "class": "a b", "id": "x>y", "hidden": "", "data-n": "5", "url": "/a/b?c=d&e",
    }  # fmt: skip
    assert attributes(" href=foo/ a=b=c x='unclosed y=2") == {
        "href": "foo/",
        "a": "b=c",
        "x": "",
        "unclosed": "",
        "y": "2",
    }
