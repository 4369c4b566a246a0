"""Bytes to text: what encoding they are in, and a Problem wherever that had to be guessed or did not fit."""

from __future__ import annotations

import codecs
import re

from sayso.model.problem import Problem

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks, the longer before the shorter that it begins with."""
SAMPLE = 20_000
"""Bytes looked at when an encoding has to be guessed."""
LATIN_SHARE = 0.2
"""Texts in a Latin alphabet have fewer accented letters than this among their letters; other alphabets have far more."""

_META = re.compile(rb"""<meta\b[^>]{0,300}?\bcharset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_STRAY = dict.fromkeys(range(56448, 56576), "�")


def decode(data: bytes, declared: str | None = None) -> tuple[str, str, tuple[Problem, ...]]:
    """Return the text, the encoding it was read in, and what had to be guessed or replaced.

    A byte that does not fit its encoding stands in the text as one U+FFFD. ``declared`` is what the source says of itself
    (an HTML page's ``charset``); UTF-8 that decodes without fault wins over it. A byte order mark is left out of the text.
    """
    for bom, name in BOMS:
        if data.startswith(bom):
            return _marked(data, name)
    try:
        return _checked(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        if _mostly_utf8(data, error):
            return _replaced(data, "utf-8")
    return _declared(data, declared) or _guessed(data)


def declared_in(data: bytes) -> str | None:
    """Return the charset that an HTML page names in its first 4,096 bytes."""
    found = _META.search(data, 0, 4096)
    return found.group(1).decode("ascii") if found else None


def with_stray_bytes(data: bytes, encoding: str) -> str:
    """Return the text with each undecodable byte as a lone surrogate, so that encoding gives the bytes back exactly."""
    return data.decode(encoding, "surrogateescape")


def _marked(data: bytes, name: str) -> tuple[str, str, tuple[Problem, ...]]:
    if name == "utf-8-sig":
        try:
            return _checked(data.decode(name), name)
        except UnicodeDecodeError:
            return _replaced(data, name)
    return _checked(data.decode(name, "replace"), name)


def _checked(text: str, name: str) -> tuple[str, str, tuple[Problem, ...]]:
    if "\ufffd" not in text:
        return text, name, ()
    message = f"{text.count(chr(0xFFFD))} characters were lost before or while the text was read as {name}"
    return text, name, (Problem("S021", message),)


def _replaced(data: bytes, name: str) -> tuple[str, str, tuple[Problem, ...]]:
    return _checked(with_stray_bytes(data, name).translate(_STRAY), name)


def _mostly_utf8(data: bytes, error: UnicodeDecodeError) -> bool:
    """Tell whether the bytes are UTF-8 with faults (cut at the end, a few strays) and not another encoding."""
    if error.start >= len(data) - 3 and error.reason == "unexpected end of data":
        return True
    text = with_stray_bytes(data, "utf-8")
    strays = sum(1 for c in text if "\udc80" <= c <= "\udcff")
    whole = sum(1 for c in text if c > "\x7f") - strays
    return whole > 2 * strays


def _declared(data: bytes, declared: str | None) -> tuple[str, str, tuple[Problem, ...]] | None:
    if not declared:
        return None
    try:
        name = codecs.lookup(declared).name
        # The web reads Latin 1 as its superset windows-1252.
        name = "cp1252" if name in {"iso8859-1", "ascii"} else name
        text = data.decode(name, "replace" if name == "cp1252" else "strict")
    except (LookupError, UnicodeError, ValueError):
        return None
    return _checked(text, name) if isinstance(text, str) else None


def _guessed(data: bytes) -> tuple[str, str, tuple[Problem, ...]]:
    name = "cp1252" if _looks_latin(data[:SAMPLE]) else _detected(data[:SAMPLE])
    text, _, problems = _checked(data.decode(name, "replace"), name)
    shown = "windows-1252" if name == "cp1252" else name
    return text, name, (Problem("S020", f"not UTF-8 and no encoding declared; read as {shown}"), *problems)


def _looks_latin(sample: bytes) -> bool:
    letters = sum(1 for b in sample if b >= 0x80 or chr(b).isalpha())
    high = sum(1 for b in sample if b >= 0x80)
    return high <= LATIN_SHARE * max(letters, 1)


def _detected(sample: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    if best is None:
        return "cp1252"
    try:
        sample.decode(best.encoding, "replace")
    except (LookupError, UnicodeError, ValueError):
        return "cp1252"
    return best.encoding
