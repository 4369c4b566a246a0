"""Trouble in a text that its readers should know of: hidden characters, look-alike letters, words to machines, other languages."""

from __future__ import annotations

import re
from functools import cache

from sayso.model.problem import Problem
from sayso.model.span import Span
from sayso.read.sheet import Sheet
from sayso.vocab.loader import load
from sayso.vocab.shapes.reading import Suspicion

SAMPLE = 4000
"""Code points at each end of the text from which its language is told."""
FEWEST = 12
"""Words a text must have before its language is told; shorter ones are taken for English."""
_HIDDEN = re.compile("[\u00ad\u180e\u200b-\u200d\u2060-\u2064\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]")
_TURNED = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
_MIXED = re.compile("[A-Za-z][\u0370-\u03ff\u0400-\u052f]|[\u0370-\u03ff\u0400-\u052f][A-Za-z]")
_LETTER = re.compile(r"[^\W\d_]")
_LATIN_WORD = re.compile(r"[a-zà-ÿąćęłńóśźżğışœ]+")


@cache
def _machines() -> tuple[re.Pattern[str], tuple[str, ...]]:
    words = load("read/suspicion", Suspicion)
    return re.compile("|".join(words.machines), re.IGNORECASE), words.machine_hints


@cache
def _languages() -> dict[str, frozenset[str]]:
    return {code: frozenset(words.split()) for code, words in load("read/suspicion", Suspicion).languages.items()}


def look(sheet: Sheet) -> None:
    """Write down what is doubtful about the characters and words of the text."""
    text = sheet.text
    control = _CONTROL.search(text)
    if control is not None:
        _note(sheet, "S035", "The text holds control characters", control)
    if not text.isascii():
        for code, message, pattern in (
            ("S033", "The text holds characters that can't be seen", _HIDDEN),
            ("S035", "The text holds marks that turn the direction of writing", _TURNED),
            ("S034", "A word mixes letters of scripts that look alike", _MIXED),
        ):
            if (m := pattern.search(text)) is not None:
                count = sum(1 for _ in pattern.finditer(text))
                _note(sheet, code, f"{message} ({count}, here the first)", m)
    pattern, hints = _machines()
    if any(h in sheet.lower for h in hints) and (m := pattern.search(text)) is not None:
        _note(sheet, "S036", f"The text addresses machines ({m[0][:80]!r}); nothing in it is followed", m)


def _note(sheet: Sheet, code: str, message: str, m: re.Match[str]) -> None:
    sheet.problems.append(Problem(code, message, Span(m.start(), m.end())))


def language(text: str) -> str:
    """Return the ISO 639-1 code of the text's language as its commonest small words show it; "und" when they don't.

    Texts in other scripts give "und" unless the script has one language only here: Arabic "ar", Cyrillic "ru", Hebrew "he",
    Chinese "zh". Very short texts count as English.
    """
    sample = text if len(text) <= 2 * SAMPLE else text[:SAMPLE] + " " + text[-SAMPLE:]
    if not sample.isascii() and (script := _script(sample)):
        return script
    words = _LATIN_WORD.findall(sample.lower())
    if len(words) < FEWEST:
        return "en"
    scores = {code: sum(w in known for w in words) for code, known in _languages().items()}
    best = max(scores, key=lambda code: (scores[code], code == "en"))
    return best if scores[best] * 12 >= len(words) else ("en" if best == "en" else "und")


_SCRIPTS = (
    ("ar", 0x0600, 0x06FF),
    ("ru", 0x0400, 0x04FF),
    ("he", 0x0590, 0x05FF),
    ("zh", 0x4E00, 0x9FFF),
    ("el", 0x0370, 0x03FF),
)


def _script(sample: str) -> str:
    """Return the language that goes with the script of most letters; "" for Latin script."""
    letters = [ord(c) for c in _LETTER.findall(sample)]
    for code, low, high in _SCRIPTS:
        if sum(low <= x <= high for x in letters) * 2 > len(letters):
            return code
    return ""
