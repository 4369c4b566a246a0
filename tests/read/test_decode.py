from __future__ import annotations

import pytest

from sayso.read.decode import declared_in, decode

RUSSIAN = "Министерство обороны сообщило в воскресенье, что город освобождён от боевиков. " * 5
ARABIC = "قالت وزارة الدفاع يوم الأحد إن الجيش استعاد المدينة من المسلحين " * 5


@pytest.mark.parametrize(
    ("data", "declared", "text", "encoding", "codes"),
    [
        (b"plain", None, "plain", "utf-8", []),
        ("é".encode(), "iso-8859-1", "é", "utf-8", []),
        (b"\xef\xbb\xbf\xc3\xa9", None, "é", "utf-8-sig", []),
        ("dé".encode("utf-16"), None, "dé", "utf-16", []),
        (b"\xfe\xff\x00d\x00\xe9", None, "dé", "utf-16", []),
        (b"caf\xe9 \x93so\x94", "iso-8859-1", "café “so”", "cp1252", []),
        (b"caf\xe9 \x93so\x94 said the army", None, "café “so” said the army", "cp1252", ["S020"]),
        ("сказал".encode("koi8-r"), "koi8-r", "сказал", "koi8-r", []),
        (b"caf\xe9 au lait noir", "no-such-thing", "café au lait noir", "cp1252", ["S020"]),
        (b"caf\xe9 au lait noir", "base64", "café au lait noir", "cp1252", ["S020"]),
        ("cut é in half".encode()[:5], None, "cut \ufffd", "utf-8", ["S021"]),
        ("é é é one stray ".encode() + b"\xff end", None, "é é é one stray \ufffd end", "utf-8", ["S021"]),
        ("lost \ufffd before".encode(), None, "lost \ufffd before", "utf-8", ["S021"]),
    ],
)
def test_encodings(data: bytes, declared: str | None, text: str, encoding: str, codes: list[str]) -> None:
    found, name, problems = decode(data, declared)
    assert (found, name) == (text, encoding)
    assert [p.code for p in problems] == codes


@pytest.mark.parametrize(("text", "encoding"), [(RUSSIAN, "cp1251"), (ARABIC, "cp1256")])
def test_other_alphabets_are_guessed_and_the_guess_is_named(text: str, encoding: str) -> None:
    found, name, problems = decode(text.encode(encoding))
    assert found == text
    assert problems[0].code == "S020"
    assert name in problems[0].message


def test_declared_in_a_page() -> None:
    assert (
        declared_in(b'<html><META http-equiv="Content-Type" content="text/html; charset=windows-1251">')
        == "windows-1251"
    )
    assert declared_in(b"<meta charset='utf-8'/>") == "utf-8"
    assert declared_in(b"<p>charset=latin1</p>") is None
