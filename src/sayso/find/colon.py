"""Attribution by a colon: "Russia: terrorists broke the truce", "270 killed: monitor"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.find.contents import finite, trim
from sayso.find.cue_words import cue_words
from sayso.find.saying import Link, Saying, Speaker
from sayso.find.tree import Tree
from sayso.find.voice_kinds import kind_of

MOST = 7
"""Tokens of the longest source before or after a colon."""


def colon_sayings(tree: Tree, place: int) -> Iterator[Saying]:
    """Yield the saying of a sentence whose first or last words are a source set off by a colon."""
    if ":" not in tree.text:
        return
    at = tree.text.index(":")
    last = len(tree) - 1
    while last > at and tree.pos[last] == "PUNCT":
        last -= 1
    if 0 < at <= MOST and last - at >= 3 and finite(tree, at + 1, last):
        speaker, content = Speaker(0, at - 1, at - 1), trim(tree, at + 1, last)
    elif 0 < last - at <= MOST and finite(tree, 0, at - 1):
        speaker, content = Speaker(at + 1, last, last), trim(tree, 0, at - 1)
    else:
        return
    if content and _source(tree, speaker):
        yield Saying(
            tree,
            place,
            at,
            (Link(speaker, tree.words(at, at), "cue.colon"),),
            [tree.words(*content)],
            "cue.colon",
            open=True,
        )


def _source(tree: Tree, speaker: Speaker) -> bool:
    """Tell whether the words are nothing but a source: no verb among them, and a person's or a speaking body's name."""
    tokens = range(speaker.first, speaker.last + 1)
    if any(
        tree.pos[i] in ("VERB", "AUX", "ADV", "NUM", "PUNCT", "ADP", "PRON") and tree.text[i] != "-" for i in tokens
    ):
        return False
    if any(tree.lemma[i].lower() in cue_words().evidence for i in tokens):
        return False
    return kind_of(tree, speaker).sure or tree.entity[speaker.last] in ("PERSON", "ORG")
