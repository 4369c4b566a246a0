from __future__ import annotations

import gzip
import io
import os
import threading
import tracemalloc
from hashlib import sha256
from pathlib import Path

import pytest

from sayso.model.article import Capture, Refusal, Supplied
from sayso.read import article, captures
from sayso.read.sources import LONGEST


def got(*sources: str | Path, stdin: bytes | None = None) -> list[Capture | Refusal]:
    return list(captures(sources, supplied=Supplied(outlet="Said"), stdin=None if stdin is None else io.BytesIO(stdin)))


def codes(found: list[Capture | Refusal]) -> list[str]:
    return [f.problem.code if isinstance(f, Refusal) else "ok" for f in found]


def refs(found: list[Capture | Refusal]) -> list[str]:
    return [f.ref for f in found]


@pytest.mark.parametrize(
    ("name", "data", "form"),
    [
        ("a.txt", b"The army said so.", "text"),
        ("a", b"The army said so.", "text"),
        ("a.md", b"# Army\n\nSaid so.", "markdown"),
        ("a.HTM", b"<p>Said so.", "html"),
        ("saved.txt", b"\n<!DOCTYPE html><p>Said so.", "html"),
        ("a.jsonl", b'{"text": "Said so."}\n', "json-row"),
        ("a.json", b'{"text": "Said so."}', "json-row"),
        ("lines.json", b'{"text": "Said so."}\n{"text": "Denied."}\n', "json-row"),
        ("a.csv", b"id,text\n1,Said so.\n", "csv-row"),
        ("noending", b"id;text\n1;Said so.\n", "csv-row"),
        ("a.log", b"(text, in brackets) said so", "text"),
    ],
)
def test_form_by_ending_and_content(tmp_path: Path, name: str, data: bytes, form: str) -> None:
    (tmp_path / name).write_bytes(data)
    first = got(tmp_path / name)[0]
    assert isinstance(first, Capture)
    assert first.form == form
    assert first.supplied.outlet == "Said"
    assert first.sha256 == sha256(first.data).hexdigest()
    assert first.origin == str(tmp_path / name)
    if not name.endswith("x"):
        (tmp_path / (name + ".gz")).write_bytes(gzip.compress(data))
        packed = got(tmp_path / (name + ".gz"))[0]
        assert isinstance(packed, Capture)
        assert (packed.form, packed.data) == (form, first.data)


def test_rows_keep_their_bytes_and_places(tmp_path: Path) -> None:
    data = b'\n {"text": "one"} \r\n\n{"id": "x:7", "text": "two"}\nbroken\n{"title": "no text"}\n[1]\n{"text": "last"}'
    path = tmp_path / "rows.jsonl"
    path.write_bytes(data)
    found = got(path)
    assert refs(found) == [f"{path}#2", "x:7", f"{path}#5", f"{path}#6", f"{path}#7", f"{path}#8"]
    assert codes(found) == ["ok", "ok", "S016", "S017", "S016", "ok"]
    for row in found:
        if isinstance(row, Capture):
            assert data[row.offset : row.offset + len(row.data)] == row.data
            assert row.data.startswith(b"{")
            assert row.data.endswith(b"}")
    assert isinstance(found[2], Refusal)
    assert "row 5" in found[2].problem.message


def test_csv_records_may_hold_line_ends(tmp_path: Path) -> None:
    data = b'\xef\xbb\xbfid,Title,text\n1,"A, b","First line\nsecond ""quoted"" line"\r\n\n2,C,"short"\n3,D\n'
    path = tmp_path / "t.csv"
    path.write_bytes(data)
    found = got(path)
    assert refs(found) == ["1", "2", f"{path}#3"]
    assert codes(found) == ["ok", "ok", "S017"]
    first = found[0]
    assert isinstance(first, Capture)
    assert first.data == b'1,"A, b","First line\nsecond ""quoted"" line"'
    assert data[first.offset :].startswith(first.data)
    read, _ = article(first)
    assert read.text == 'First line\nsecond "quoted" line'
    assert read.title is not None
    assert read.title.value == "A, b"


def test_tabs_and_semicolons_part_columns(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_bytes(b"id\ttext\n1\tSaid, so; there\n")
    (tmp_path / "b.csv").write_bytes(b"id;text\n1;Said, so\n")
    texts = [article(f)[0].text for f in got(tmp_path / "a.tsv", tmp_path / "b.csv") if isinstance(f, Capture)]
    assert texts == ["Said, so; there", "Said, so"]


def test_json_array_elements_are_rows(tmp_path: Path) -> None:
    data = '[{"text": "é one"},\n  {"id": 5, "text": "two"}, 7]'.encode()
    path = tmp_path / "a.json"
    path.write_bytes(data)
    found = got(path)
    assert refs(found) == [f"{path}#1", "5", f"{path}#3"]
    assert codes(found) == ["ok", "ok", "S016"]
    for row in found[:2]:
        assert isinstance(row, Capture)
        assert data[row.offset : row.offset + len(row.data)] == row.data


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.txt", b"", "S001"),
        ("a.txt", b" \n\n", "S001"),
        ("a.html", b"", "S001"),
        ("a.jsonl", b"", "S001"),
        ("a.json", b"  ", "S001"),
        ("a.csv", b"", "S001"),
        ("a.csv", b"id,text\n", "S018"),
        ("a.json", b"[]", "S018"),
        ("a.json", b'{"text": "cut', "S016"),
        ("a.json", b"[" * 100_000, "S016"),
        ("a.jsonl", b'{"text":' + b"[" * 100_000, "S016"),
        ("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "S013"),
        ("a.txt", b"%PDF-1.4 words", "S013"),
        ("a.txt", b"some\0thing", "S013"),
        ("a.txt", b"words " * 20_000 + b"\0", "S013"),
        ("a.txt", bytes(range(1, 32)) * 10, "S013"),
        ("a.csv", "id,text\n1,a".encode("utf-16"), "S013"),
        ("a.txt.gz", gzip.compress(b"words " * 1000)[:-20], "S015"),
        ("a.txt.gz", b"\x1f\x8b" + b"damaged, this is no gzip", "S015"),
    ],
)
def test_refusals_name_file_and_cause(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    found = got(path)
    assert codes(found) == [code]
    assert refs(found)[0].startswith(str(path))


def test_missing_unreadable_and_impossible_names(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "picture.png").write_bytes(b"x")
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    assert codes(got(tmp_path / "none.txt")) == ["S010"]
    assert codes(got("bad\0name")) == ["S011"]
    assert codes(got(loop)) == ["S011"]
    assert codes(got(tmp_path / "empty")) == ["S012"]
    assert codes(got("-")) == ["S011"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_file_without_permission(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x")
    path.chmod(0)
    assert codes(got(path)) == ["S011"]


def test_a_bad_source_does_not_stop_the_next(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("Said so.")
    assert codes(got("none.txt", tmp_path / "good.txt")) == ["S010", "ok"]


def test_folder_is_read_sorted_deep_and_once(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/y.md", ".hidden.txt", ".git/c.txt", "a/notes.docx", "c.jsonl"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text('{"text": "x"}')
    (tmp_path / "a" / "back").symlink_to(tmp_path)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    found = got(tmp_path)
    names = [f.ref.removeprefix(f"{tmp_path}/") for f in found]
    assert names == ["a/y.md", "a/z.txt", "b.txt", "c.jsonl#1", "gone.txt"]
    assert codes(found) == ["ok", "ok", "ok", "ok", "S010"]


def test_a_folder_that_cannot_be_listed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "shut").mkdir()
    (tmp_path / "z.txt").write_text("Said so.")
    listed = os.listdir

    def refuse(path: str) -> list[str]:
        if path.endswith("shut"):
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(os, "listdir", refuse)
    found = got(tmp_path)
    assert codes(found) == ["S011", "ok"]
    assert refs(found)[0] == str(tmp_path / "shut")


def test_standard_input_has_its_form_from_content() -> None:
    for data, form in ((b"Said so.", "text"), (b"<html><p>Said", "html"), (b'{"text":"a"}\n{"text":"b"}', "json-row")):
        found = got("-", stdin=data)
        assert {f.form for f in found if isinstance(f, Capture)} == {form}
        assert found[0].origin == "-"
    assert refs(got("-", stdin=b'{"text":"a"}\n{"text":"b"}')) == ["-#1", "-#2"]


def test_whole_rows_before_the_break_of_a_cut_gzip_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    rows = b"".join(b'{"id": "%d", "text": "%s"}\n' % (n, sha256(b"%d" % n).hexdigest().encode()) for n in range(5000))
    packed = gzip.compress(rows)
    path.write_bytes(packed[: len(packed) // 2])
    found = got(path)
    assert codes(found)[:-1] == ["ok"] * (len(found) - 1)
    assert 2000 < len(found) < 3000
    assert codes(found)[-1] == "S015"
    assert isinstance(found[-1], Refusal)
    assert "cut" in found[-1].problem.message


def test_gzip_of_several_members_is_one_file(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"text": "a"}\n') + gzip.compress(b'{"text": "b"}\n'))
    assert codes(got(path)) == ["ok", "ok"]


def test_endless_line_is_refused_in_bounded_memory() -> None:
    reader, writer = os.pipe()

    def pour() -> None:
        with os.fdopen(writer, "wb") as pipe:
            pipe.write(b'{"text": "first"}\n{"text": "')
            for _ in range(200):
                pipe.write(b"words and" * 111_111)
            pipe.write(b'"}\n{"text": "last"}\n')

    thread = threading.Thread(target=pour)
    thread.start()
    tracemalloc.start()
    with os.fdopen(reader, "rb") as pipe:
        found = list(captures(["-"], stdin=pipe))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    thread.join()
    assert codes(found) == ["ok", "S014", "ok"]
    assert refs(found)[1] == "-#2"
    assert peak < 5 * LONGEST


def test_long_texts_and_unclosed_quotes_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"words " * (LONGEST // 6 + 10))
    (tmp_path / "b.csv").write_bytes(b'id,text\n1,fine\n2,"never closed\n' + b"and so on\n" * (LONGEST // 10 + 10))
    assert codes(got(tmp_path / "a.txt")) == ["S014"]
    found = got(tmp_path / "b.csv")
    assert codes(found) == ["ok", "S014"]
    assert isinstance(found[1], Refusal)
    assert "line 3" in found[1].problem.message


def test_small_file_that_unpacks_to_much_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.txt.gz"
    path.write_bytes(gzip.compress(b"a" * (20 * LONGEST)))
    tracemalloc.start()
    assert codes(got(path)) == ["S014"]
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 4 * LONGEST
