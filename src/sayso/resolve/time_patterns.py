"""Text to classes of words: every token becomes one letter, and the patterns of ``vocab/time`` run over those letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import count

from sayso.model.problem import SaysoError
from sayso.vocab.loader import load
from sayso.vocab.shapes.time import TimeWords

TOKEN = re.compile(
    r"[0-9]{1,5}([-./])[0-9]{1,2}\1[0-9]{1,5}(?![0-9])|[0-9]{1,2}:[0-9]{2}(?![0-9])|[0-9]+(?:[.,][0-9]+)+|[0-9]+"
    r"|[^\W\d_]+|\n+|[^\w\s]"
)
FIGURES = ("dd", "num", "year", "clock", "numeric", "no_year")
"""Classes of the lexer itself: 1 to 31, other short numbers, 1000 to 2100, 10:30, 2017-09-24 in any order, 0 and 10000 up."""
LONGEST_YEAR = 6
"""Digits up to which a figure is taken for a year that can't be."""
OTHER = "."
NAME = re.compile(r"[A-Za-z_]+")
AROUND = {"<": "(?<=", ">": ")", "{": "(?=", "}": ")"}
"""Signs of a pattern for words that must stand before or after without being part of the expression."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """One language, compiled. ``letter`` maps a word as it stands to its class's letter, ``value`` to what it stands for."""

    letter: dict[str, str]
    value: dict[str, int | str]
    name: dict[str, str]
    figures: dict[str, str]
    pattern: re.Pattern[str]
    rules: dict[str, tuple[str, str]]
    words: TimeWords
    future: frozenset[str]
    since: frozenset[str]
    before_year: frozenset[str]
    weakly_before_year: frozenset[str]
    counted: frozenset[str]
    after_year: frozenset[str]
    aside: frozenset[str]
    clock_after: frozenset[str]
    aside_far: frozenset[str]
    joiners: frozenset[str]
    not_names: frozenset[str]
    goes_on: frozenset[str]
    range_opens: frozenset[str]
    range_joins: frozenset[str]

    @property
    def hyphen(self) -> str:
        """The letter of the class of hyphens."""
        return self.letter["-"]


@dataclass(frozen=True, slots=True)
class Lexed:
    """A stretch of text as tokens: the words, where they stand in the article, and their classes, a letter each."""

    words: list[str]
    starts: list[int]
    classes: str


@dataclass(frozen=True, slots=True)
class Said:
    """One match: what was said, class by class, and the tokens ``first`` to ``last`` (inside) of ``lexed``."""

    slots: dict[str, list[int | str]]
    lexed: Lexed
    first: int
    last: int
    rule: str
    read: str
    known: Grammar

    def one(self, name: str) -> int | str | None:
        """Return the first value of a class, None when no word of it was said."""
        found = self.slots.get(name)
        return found[0] if found else None

    def number(self, name: str, default: int = 0) -> int:
        """Return the first value of a class as an integer."""
        found = self.slots.get(name)
        return int(found[0]) if found else default

    def has(self, *names: str) -> bool:
        """Tell whether a word of any of the classes was said."""
        return any(n in self.slots for n in names)


@cache
def grammar(language: str = "en") -> Grammar:
    """Return the compiled words and patterns of a language.

    Raises:
        SaysoError: when there is no such word list, or a pattern names a word that stands in a class.
    """
    words = load(f"time/{language}", TimeWords)
    fresh = (chr(0xE000 + k) for k in count())
    letters = {name: next(fresh) for name in (*FIGURES, *words.classes)}
    letter: dict[str, str] = {}
    value: dict[str, int | str] = {}
    for name, entries in words.classes.items():
        for word, stands in entries.items():
            _teach(letter, value, word, letters[name], stands, word in words.capital)
    compiled, rules = [], {}
    for k, p in enumerate(words.patterns):
        compiled.append(f"(?P<p{k}>{_translate(p.match, words, letters, letter, fresh)})")
        rules[f"p{k}"] = (p.rule, p.read)
    whole = re.compile(f"(?=[^{OTHER}])(?:{'|'.join(compiled)})")
    names = {v: k for k, v in letters.items()}
    lists = (
        words.future, words.since, words.before_year, words.weakly_before_year, words.counted, words.after_year, words.aside,
        words.clock_after, words.aside_far, words.joiners, words.not_names, words.goes_on, words.range_opens, words.range_joins,
    )  # fmt: skip
    figures = {name: letters[name] for name in FIGURES} | {"": OTHER}
    return Grammar(letter, value, names, figures, whole, rules, words, *map(frozenset, lists))


def _teach(
    letter: dict[str, str], value: dict[str, int | str], word: str, sign: str, stands: int | str, capital_only: bool
) -> None:
    forms = (word.capitalize(), word.upper()) if capital_only else (word, word.capitalize(), word.upper())
    for form in forms:
        letter.setdefault(form, sign)
        value.setdefault(form, stands)


def _translate(
    match: str, words: TimeWords, letters: dict[str, str], letter: dict[str, str], fresh: Iterator[str]
) -> str:
    """Return the pattern over letters; a plain word gets a letter of its own."""

    def put(found: re.Match[str]) -> str:
        name = found[0]
        if name in words.macros:
            return _translate(words.macros[name], words, letters, letter, fresh)
        if name not in letters:
            if name in letter:
                raise SaysoError(f"time pattern {match!r}: {name!r} stands in a class; name the class instead")
            letters[name] = next(fresh)
            _teach(letter, {}, name, letters[name], 0, capital_only=False)
        return letters[name]

    put_in = NAME.sub(put, match).replace(" ", "").replace("(?:", "(").replace("(", "(?:")
    for sign, means in AROUND.items():
        put_in = put_in.replace(sign, means)
    return put_in


def lex(text: str, start: int, end: int, known: Grammar) -> Lexed:
    """Return the tokens of ``text[start:end]``."""
    found = list(TOKEN.finditer(text, start, end))
    words = [m[0] for m in found]
    get = known.letter.get
    classes = "".join([get(w) or (known.figures[figure(w)] if w[0].isdigit() else OTHER) for w in words])
    return Lexed(words, [m.start() for m in found], classes)


def figure(word: str) -> str:
    """Return the class of a token that begins with a digit, "" when it is of no use for dates."""
    if word.isdecimal():
        return _plain(word)
    if ":" in word and len(word) <= 5:
        return "clock"
    parts = re.split(r"[-./]", word)
    return "numeric" if len(parts) == 3 and "," not in word else ""


def _plain(word: str) -> str:
    if len(word) > 4:
        return "no_year" if len(word) <= LONGEST_YEAR else ""
    number = int(word)
    if number == 0:
        return "no_year"
    if len(word) <= 2:
        return "dd" if 1 <= number <= 31 else "num"
    return "year" if len(word) == 4 and 1000 <= number <= 2100 else "num"


def said(lexed: Lexed, known: Grammar) -> Iterator[Said]:
    """Yield what the patterns match, from left to right."""
    for m in known.pattern.finditer(lexed.classes):
        rule, read = known.rules[m.lastgroup or ""]
        slots: dict[str, list[int | str]] = {}
        for k in range(m.start(), m.end()):
            word = lexed.words[k]
            name = known.name.get(lexed.classes[k])
            if name is not None:
                slots.setdefault(name, []).append(known.value.get(word, int(word) if word.isdecimal() else word))
        yield Said(slots, lexed, m.start(), m.end() - 1, rule, read, known)
