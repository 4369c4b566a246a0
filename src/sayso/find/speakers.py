"""Who says it: the words of the source that belong to a word of saying."""

from __future__ import annotations

from sayso.find.cue_words import cue_words
from sayso.find.noun_phrase import (
    MOST,
    NOMINAL,
    last_before,
    left_edge,
    phrase_after,
    set_off,
    walk_left,
    whole_phrase,
    with_others,
)
from sayso.find.number_words import words as number_words
from sayso.find.saying import Speaker
from sayso.find.tree import Tree

CLOSED = frozenset({'"', "”", "''", "»"})
OBJECTS = frozenset({"dobj", "attr", "npadvmod", "dep"})
BEGINS = frozenset({"DT", "JJ", "NN", "NNS", "NNP", "NNPS"})
"""Tags that the first word of a source may have."""
RELATIVE = frozenset({"who", "which", "that", "whom"})


def speaker_of(tree: Tree, verb: int, depth: int = 0) -> Speaker | None:
    """Return the source of the verb of saying, by subject, agent, governor or place; None when nobody is named."""
    if depth > 4:
        return None
    noun = _subject(tree, verb)
    if noun is not None:
        relative = tree.lower[noun] in RELATIVE and not tree.text[noun].isupper()
        return _antecedent(tree, verb) if relative else _phrase(tree, noun, verb)
    if (after := _inverted(tree, verb)) is not None:
        return _phrase(tree, after, verb)
    if tree.kids(verb, "nsubjpass", "auxpass"):
        return agent_of(tree, verb)
    near = adjacent(tree, verb)
    return near if near and not depth else _by_governor(tree, verb, depth) or near


def _subject(tree: Tree, verb: int) -> int | None:
    found = tree.kids(verb, "nsubj")
    return found[-1] if found else None


def _inverted(tree: Tree, verb: int) -> int | None:
    """Return the noun right after a verb that follows what is said, taken by the parse for its object: ``"…" declared the ministry``."""
    said = verb > 0 and (
        tree.text[verb - 1] in CLOSED or any(k < verb and tree.dep[k] == "ccomp" for k in tree.children[verb])
    )
    if not said or tree.lemma[verb].lower() in cue_words().told:
        return None
    return next(
        (k for k in tree.children[verb] if k > verb and tree.dep[k] in OBJECTS and left_edge(tree, k) == verb + 1), None
    )


def _antecedent(tree: Tree, verb: int) -> Speaker | None:
    up = tree.head[verb]
    return _phrase(tree, up, verb) if tree.dep[verb] == "relcl" and up < verb else None


def agent_of(tree: Tree, verb: int) -> Speaker | None:
    """Return the by-agent of a passive verb."""
    for by in tree.kids(verb, "agent", "prep"):
        if tree.lower[by] == "by" and (nouns := tree.kids(by, "pobj")):
            return phrase_after(tree, by + 1, nouns[0])
    return None


def _by_governor(tree: Tree, verb: int, depth: int) -> Speaker | None:
    up, dep = tree.head[verb], tree.dep[verb]
    if up == verb:
        return None
    if dep in ("conj", "xcomp", "advcl", "pcomp", "dep", "parataxis") and tree.pos[up] in ("VERB", "AUX", "ADJ"):
        return speaker_of(tree, up, depth + 1)
    if dep == "acl" and tree.tag[verb] == "VBG" and tree.pos[up] in ("NOUN", "PROPN", "PRON"):
        return _phrase(tree, up, verb)
    if dep in ("prep", "pcomp") and tree.pos[up] in ("ADP", "SCONJ"):
        return speaker_of(tree, up, depth + 1)
    return None


def adjacent(tree: Tree, verb: int) -> Speaker | None:
    """Return the noun phrase that ends right before the verb and its helpers, read off the surface."""
    last = before_verb(tree, verb)
    if last >= 0 and tree.text[last] == "WHO":
        return Speaker(last, last, last)
    if last < 0 or tree.tag[last] not in NOMINAL or tree.entity[last] in ("DATE", "TIME"):
        return None
    first = walk_left(tree, last)
    return None if first is None else Speaker(first, last, last)


def before_verb(tree: Tree, verb: int) -> int:
    """Return the last token before the verb that is neither a helping verb nor an adverb of it."""
    at = verb - 1
    while at >= 0 and (
        tree.pos[at] == "AUX" or tree.tag[at] == "RB" or tree.lower[at] in ("has", "have", "had", "also", "then")
    ):
        at -= 1
    return at


def _phrase(tree: Tree, noun: int, verb: int) -> Speaker:
    """Return the words of the subject ``noun``: its own, without clauses that tell more of it."""
    if noun > verb:
        return phrase_after(tree, min([verb + 1, *_low(tree, noun)], key=lambda i: (i < verb, abs(i - noun))), noun)
    last = last_before(tree, noun, verb)
    first = left_edge(tree, noun)
    if (
        not set_off(tree, first)
        and verb - last <= 4
        and (walked := walk_left(tree, last)) is not None
        and walked <= noun
    ):
        first = max(first, walked)
    first = with_others(tree, whole_phrase(tree, max(first, last - MOST * 2), noun), noun)
    if last + 1 < len(tree) and tree.text[last + 1] == ")" and "(" in tree.text[first:last]:
        last += 1
    return Speaker(_after_counted(tree, first, last), last, noun)


def _after_counted(tree: Tree, first: int, last: int) -> int:
    """Return where the source begins after people counted in what it says, in texts without commas.

    "… killed 13 people MSF said": a number and a plural of people, and right behind it another noun, are two phrases.
    """
    if "CD" not in (tree.tag[first], tree.tag[first - 1] if first else ""):
        return first
    people = number_words().people
    counted = (t for t in range(last - 1, first - 1, -1) if tree.tag[t] == "NNS" and tree.lemma[t].lower() in people)
    return next((t + 1 for t in counted if tree.tag[t + 1] in BEGINS), first)


def holder(tree: Tree, speaker: Speaker) -> Speaker:
    """Return who stands behind a paper that is named as the source ("a statement released by X"), else the source itself."""
    words, noun = cue_words(), speaker.noun
    if tree.lemma[noun].lower() not in words.documents:
        return speaker
    for k in tree.children[noun]:
        if k > noun and tree.dep[k] == "acl" and tree.lemma[k].lower() in words.carries and (by := agent_of(tree, k)):
            return by
        if k > noun and tree.lower[k] in ("by", "from") and (nouns := tree.kids(k, "pobj")):
            return phrase_after(tree, k + 1, nouns[0])
    up = tree.head[noun]
    if tree.dep[noun] == "dobj" and tree.lemma[up].lower() in words.carries | words.makes:
        return speaker_of(tree, up) or speaker
    return speaker


def _low(tree: Tree, noun: int) -> list[int]:
    return [left_edge(tree, noun)]
