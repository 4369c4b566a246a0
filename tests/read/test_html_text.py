from __future__ import annotations

import pytest

from sayso.read.html_text import read


def lines(source: str) -> list[str]:
    return [line.text for line in read(source).lines]


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("a<b>b</b>c", ["abc"]),
        ("a <b> b </b> c", ["a b c"]),
        ("<p>a\n\t  b&nbsp;c</p>", ["a b c"]),
        ("a<br>b<BR/>c", ["a", "b", "c"]),
        ("<p>a<p>b<div>c</div>d", ["a", "b", "c", "d"]),
        ("<ul><li>a<li>b<ul><li>c</ul><li>d</ul>", ["a", "b", "c", "d"]),
        ("<table><tr><td>a</td> <td>b c</td></tr><tr><th>d<th>e</table>", ["a\tb c", "d\te"]),
        ("<table><tr><td>a<br>b</td><td>c</td></tr></table>", ["a", "b", "c"]),
        ("<table><tr><td><p>a</p></td><td>c</td></tr></table>", ["a", "c"]),
        ("<pre>a\n  b  c\n\n</pre>d", ["a", "  b  c", "d"]),
        ("a<!-- b -->c<script>d<p></script>e<style>f</style>g", ["aceg"]),
        ("<head><title>t</title><meta name=a>x</head><p>a", ["a"]),
        ("<head><title>t</title><p>a", ["a"]),
        ("<title>t</title>a", ["a"]),
        ("<noscript>a</noscript><template>b</template><select><option>c</select>d", ["d"]),
        ("<p hidden>a</p><p style='color:red; DISPLAY : none'>b</p><p class='x sr-only'>c</p><p style='display:inline'>d", ["d"]),
        ("<div hidden><div>a</div>b</div>c", ["c"]),
        ("<b hidden>a</b>b", ["b"]),
        ("a &amp; &lt;b&gt; &#8217; &eacute; &nosuch; &#xD800;", ["a & <b> ’ é &nosuch; \ufffd"]),
        ("1 < 2 and 3 > 2", ["1 < 2 and 3 > 2"]),
        ("a<", ["a<"]),
        ("a<b", ["a<b"]),
        ("<p title='a>b'>c</p>", ["c"]),
        ('<p title="a\'>b">c</p>', ["c"]),
        ('<p title="a>b>c', ["b>c"]),
        ("<x-y>a</x-y>", ["a"]),
        ("</p>a</div></b>b", ["ab"]),
        ("<p>a</div>b", ["ab"]),
        ("<b><p>a</b>b</p>c", ["ab", "c"]),
        ("<table><tr><td>a</div></table>b", ["a", "b"]),
        ("<plaintext>a<b>", ["a<b>"]),
        ("<textarea>a</textarea><iframe>b</iframe>c", ["c"]),
        ("", []),
        (" \n ", []),
    ],
)  # fmt: skip
def test_visible_lines(source: str, shown: list[str]) -> None:
    assert lines(source) == shown


@pytest.mark.parametrize(
    ("source", "tag", "within"),
    [
        ("<nav><ul><li><a href=x>a</a>", "li", ("a", "li", "nav")),
        ("<p><a>a</a> b", "p", ()),
        ("<div class='RelatedPosts x'><p>a", "p", ("related",)),
        ("<div id=share-buttons><p>a", "p", ("share",)),
        ("<body class=comments><p>a", "p", ()),
        ("<p><span class=byline>a</span></p>", "p", ("byline",)),
        ("<p><span class=byline>a</span> b</p>", "p", ()),
        ("<footer><div class=nav>x</div><p>a", "p", ("footer",)),
        ("<div itemprop=articleBody>a", "div", ("articlebody", "article", "body")),
        ("<p class=article-subscription-offer-for-all>a", "p", ("article", "subscription")),
        ("<a rel=tag>a</a>", "html", ("a", "tag")),
    ],
)
def test_what_a_line_stands_in(source: str, tag: str, within: tuple[str, ...]) -> None:
    last = read(source).lines[-1]
    assert (last.tag, last.within) == (tag, within)


def test_end_tags_do_not_reach_out_of_a_cell() -> None:
    found = read("<div class=story><table><tr><td><p>a</div><p>b</td></tr></table><p>c")
    assert [line.within for line in found.lines] == [("table", "story"), ("table", "story"), ("story",)]


def test_places_in_the_source() -> None:
    source = "<p> a &amp; <i>b </i></p>\n<pre> x\n y</pre>"
    assert [source[line.start : line.end] for line in read(source).lines] == ["a &amp; <i>b", " x", " y"]


def test_head_of_the_page() -> None:
    found = read(
        "<html lang=en-GB><head><title> A\n title </title><meta property=og:title content='B &amp; C'><meta name=Empty content=''>"
        "<link rel='Canonical' href=/x?a=1&amp;b=2><script type='application/ld+json'>{}</script></head><body><time datetime=2017-09-26>Tuesday</time>"
    )
    assert found.title == "A title"
    assert found.language == "en-GB"
    assert found.metas == [("og:title", "B & C")]
    assert found.links == [("canonical", "/x?a=1&b=2")]
    assert len(found.data) == 1
    assert [(m.kind, m.value) for m in found.marks] == [("time", "2017-09-26")]
