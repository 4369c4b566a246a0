"""What the attributes of one start tag tell: that it is hidden, and which words of its class, id and role say what it is."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from sayso.read.html_tokens import attributes
from sayso.vocab.loader import load
from sayso.vocab.shapes.formats import Markup

LONGEST_NAME = 2_000
"""Characters of a class or id that are looked at; longer ones are machine output or an attack."""

_TOLD_BY = ("class", "id", "role", "itemprop", "rel")
_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_NOTHING_TOLD = re.compile(r"(?:class|id|role|itemprop|rel|hidden|style)\b", re.IGNORECASE)


class Told(NamedTuple):
    """What one start tag tells."""

    words: tuple[str, ...] = ()
    hidden: bool = False
    credit: bool = False


NOTHING = Told()


@cache
def markup() -> Markup:
    """Return what elements do and which words tell."""
    found: Markup = load("formats/html", Markup)
    return found


@cache
def _hiding_style() -> re.Pattern[str]:
    return re.compile(markup().hidden_style)


def told(source: str) -> Told:
    """Return what the attributes, as they stand in the source, tell of their element."""
    if not _NOTHING_TOLD.search(source):
        return NOTHING
    found = attributes(source)
    names = [found[a][:LONGEST_NAME] for a in _TOLD_BY if a in found]
    words = [w for name in names for w in _words_of(name)]
    telling = tuple(dict.fromkeys(w for w in words if w in markup().telling_words))
    credit = any(w in markup().credit_classes for w in words)
    return Told(telling, _hides(found), credit)


def _words_of(name: str) -> list[str]:
    """Return the words of class names: each name whole, and its parts between hyphens, underscores and capitals."""
    return [w for token in name.split() for w in (token.lower(), *(p.lower() for p in _WORDS.findall(token)))]


def _hides(found: dict[str, str]) -> bool:
    if "hidden" in found and found["hidden"].lower() != "until-found":
        return True
    classes = found.get("class", "")[:LONGEST_NAME].lower()
    if classes and not markup().hidden_classes.isdisjoint(classes.split()):
        return True
    style = found.get("style", "")[:LONGEST_NAME].lower()
    return bool(style) and bool(_hiding_style().search("".join(style.split())))
