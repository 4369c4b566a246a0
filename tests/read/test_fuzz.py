"""Whatever the bytes are, every reader gives captures, refusals, articles and problems, and nothing else."""

from __future__ import annotations

import gzip
import io
import json
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.model.article import Article, Capture, Form, Refusal, Supplied
from sayso.model.problem import Problem
from sayso.read import article, captures, page_of

PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))
FORMS: list[Form] = ["text", "markdown", "html", "json-row", "csv-row"]
SCRAPS = [
    b"<", b">", b"</p>", b"<p class='related'>", b"<!--", b"-->", b"<script>", b"</script>", b"<td>", b"</table>", b"<div hidden>",
    b"&#x110000;", b"&amp", b"&#" + b"9" * 5000 + b";", b"\0", b"\xff\xfe", b"\xed\xa0\x80", b'"', b"'", b"\xe2\x80\x8b" * 50,
    b'<script type="application/ld+json">{"@type":"NewsArticle","author":[[{"@id":1}]],"headline":5,"keywords":{"a":[]},"isBasedOn":{"url":[1]}}</script>',
    b"<meta property='og:url' content='http://[bad'>", b"<link rel=canonical href='//[::1'>", b"<title>", b"<plaintext>", b"<time datetime='2017-99-99'>",
    b"<figure><img><figcaption>", b"<pre>\n\n a\n\x0b b", b"\x85", b"\r", b"\x1c",
]  # fmt: skip


def capture(data: bytes, form: Form, header: bytes = b"") -> Capture:
    return Capture(
        data, sha256(data).hexdigest(), "ref", "/ref", form, 0, Supplied(url="https://example.org/a"), header
    )


def sound(found: Capture) -> None:
    """Check what holds of every page and article."""
    page, _ = page_of(found)
    page.text.encode()  # no half surrogates: the wire form could not carry them
    covered = 0
    for block in page.blocks:
        assert not page.text[covered : block.span.start].strip()
        assert block.span.of(page.text).strip()
        covered = block.span.end
        assert block.raw is None or 0 <= block.raw[0] < block.raw[1] <= len(found.data)
    assert not page.text[covered:].strip()
    for stated in (*page.stated.values(), *page.authors):
        assert stated.value
        assert stated.rule
    built, problems = article(found)
    assert isinstance(built, Article)
    assert all(isinstance(p, Problem) for p in problems)
    assert built.text == page.text
    at = 0
    for zone in sorted(built.zones, key=lambda z: z.span):
        assert not built.text[at : zone.span.start].strip()
        assert zone.span.start >= at
        at = zone.span.end
    assert not built.text[at:].strip()


@given(st.binary(max_size=400), st.sampled_from(FORMS))
@settings(max_examples=150, deadline=None)
def test_any_bytes(data: bytes, form: Form) -> None:
    sound(capture(data, form, b"id,text"))


@given(st.text(max_size=400), st.sampled_from(FORMS))
@settings(max_examples=150, deadline=None)
def test_any_text(text: str, form: Form) -> None:
    sound(capture(text.encode("utf-8", "replace"), form, b"id,text"))


@given(st.data())
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.data_too_large])
def test_broken_pages(data: st.DataObject) -> None:
    page = data.draw(st.sampled_from(PAGES)).read_bytes()
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(page)))
        gone = data.draw(st.integers(0, 3000))
        page = page[:at] + data.draw(st.sampled_from(SCRAPS)) + page[at + gone :]
    sound(capture(page, "html"))


@given(
    st.lists(st.sampled_from(SCRAPS) | st.text(max_size=20).map(lambda t: t.encode("utf-8", "replace")), max_size=60)
)
@settings(max_examples=200, deadline=None)
def test_scraps_of_markup(scraps: list[bytes]) -> None:
    sound(capture(b"".join(scraps), "html"))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda x: st.lists(x, max_size=3) | st.dictionaries(st.text(max_size=8), x, max_size=3),
)


@given(
    st.dictionaries(
        st.sampled_from(["text", "title", "id", "author", "authors", "date", "publisher", "language", "url"]), JSON
    )
)
@settings(max_examples=150, deadline=None)
def test_rows_of_any_shape(row: dict[str, object]) -> None:
    sound(capture(json.dumps(row).encode(), "json-row"))


@given(
    st.dictionaries(
        st.sampled_from(
            [
                "headline",
                "author",
                "publisher",
                "datePublished",
                "keywords",
                "articleBody",
                "isBasedOn",
                "url",
                "@id",
                "mainEntityOfPage",
                "inLanguage",
            ]
        ),
        JSON,
    )
)
@settings(max_examples=150, deadline=None)
def test_structured_data_of_any_shape(thing: dict[str, object]) -> None:
    data = json.dumps([{"@type": "NewsArticle", **thing}]).replace("<", "\\u003c")
    sound(capture(f'<script type="application/ld+json">{data}</script><p>Words.'.encode(), "html"))


@pytest.mark.parametrize(
    "suffix", ["", ".txt", ".html", ".json", ".jsonl", ".csv", ".tsv", ".jsonl.gz", ".csv.gz", ".txt.gz"]
)
@given(
    data=st.binary(max_size=300)
    | st.lists(
        st.sampled_from([b'{"text":"a b"}', b"text,id\n", b"\n", b'"', b"x,y\r", b"[", b"]", b",", b"\0", b"\xff"])
    ).map(b"".join),
    cut=st.integers(0, 40),
)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_file(tmp_path: Path, suffix: str, data: bytes, cut: int) -> None:
    path = tmp_path / f"file{suffix}"
    packed = gzip.compress(data) if suffix.endswith(".gz") else data
    path.write_bytes(packed[: len(packed) - cut])
    given_out = [*captures([path]), *captures(["-"], stdin=io.BytesIO(packed))]
    assert given_out
    for found in given_out:
        if isinstance(found, Capture):
            assert found.sha256 == sha256(found.data).hexdigest()
            sound(found)
        else:
            assert isinstance(found, Refusal)
