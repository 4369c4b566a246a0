"""Through whose hands the words came: "told X", "citing Y", "quoted Y as saying", "in a statement carried by X"."""

from __future__ import annotations

from sayso.find.cue_words import cue_words
from sayso.find.kind_words import kind_tables
from sayso.find.noun_phrase import phrase_after
from sayso.find.saying import Link, Speaker
from sayso.find.tree import Tree
from sayso.find.voice_kinds import kind_of

REACH = 12
"""Tokens looked at on either side of a cue for whom it was told to or cited from."""


def told(tree: Tree, verb: int, speaker: Speaker) -> tuple[Link, ...]:
    """Return the outlet to which the words were said or which carried them, as the link before the speaker's."""
    for k in tree.children[verb]:
        if (
            k > verb
            and tree.dep[k] in ("dobj", "dative", "iobj", "nsubj")
            and tree.lemma[verb].lower() == "tell"
            and k != speaker.noun
            and (link := _outlet(tree, k, verb, verb))
        ):
            return (link,)
    return _carried(tree, max(verb, speaker.last)) or _speaking_to(tree, verb, speaker)


def _outlet(tree: Tree, noun: int, cue_from: int, cue_to: int) -> Link | None:
    """Return a link for a single outlet; reporters and the press at large are no link."""
    phrase = phrase_after(tree, max(cue_to + 1, noun - 8), noun)
    first = _start(tree, noun, cue_to)
    phrase = Speaker(first, phrase.last, noun)
    kind = kind_of(tree, phrase)
    named = any(tree.tag[i] in ("NNP", "NNPS") or tree.entity[i] == "ORG" for i in range(phrase.first, phrase.last + 1))
    if kind.kind != "media" or not named or tree.tag[noun] == "NNS":
        return None
    return Link(phrase, tree.words(cue_from, cue_to), "chain.told")


def parted(tree: Tree, speaker: Speaker) -> Speaker:
    """Return the person alone where the parse ran an outlet and a speaker together: "Speaking to state TV Barazi said"."""
    to = speaker.first - 1
    if (
        to < 1
        or tree.lower[to] not in ("to", "with")
        or tree.lower[to - 1] not in cue_words().talking | cue_words().documents
    ):
        return speaker
    for k in range(speaker.last, speaker.first, -1):
        if kind_of(tree, Speaker(speaker.first, k - 1, k - 1)).kind == "media" and tree.tag[k] == "NNP":
            return Speaker(k, speaker.last, speaker.last)
    return speaker


def _start(tree: Tree, noun: int, after: int) -> int:
    lefts = [i for i in tree.subtree(noun) if after < i <= noun]
    first = min(lefts, default=noun)
    while first - 1 > after and tree.tag[first - 1] in ("NNP", "NNPS", "JJ", "NN", "DT", "POS"):
        first -= 1
    return first


def _speaking_to(tree: Tree, verb: int, speaker: Speaker) -> tuple[Link, ...]:
    """Return the outlet in "the mayor, speaking to X, said", "Speaking to X the mayor said", "In comments to X he said"."""
    words = cue_words()
    for i in range(1, min(speaker.first, verb, REACH)):
        opens = tree.lower[i - 1] in words.talking or tree.lemma[i - 1].lower() in words.documents
        if opens and tree.lower[i] in ("to", "with") and (link := _opening(tree, i, speaker)):
            return (link,)
    for i in range(min(verb, speaker.last), min(len(tree) - 2, max(verb, speaker.last) + 3)):
        if tree.lower[i] in cue_words().talking and (nouns := tree.kids(i + 1, "pobj")):
            link = _outlet(tree, nouns[0], i, i + 1)
            return (link,) if link else ()
    return ()


def _opening(tree: Tree, to: int, speaker: Speaker) -> Link | None:
    """Return the outlet named from ``to`` up to the speaker, or to the comma before him."""
    last = to
    while last + 1 < speaker.first and tree.tag[last + 1] in ("DT", "JJ", "NN", "NNP", "NNPS", "POS", "HYPH"):
        last += 1
    return _outlet(tree, last, to - 1, to) if last > to else None


def _carried(tree: Tree, after: int) -> tuple[Link, ...]:
    """Return the outlet in "in a statement carried by X", "in an interview with X", "to X"."""
    words = cue_words()
    for i in range(after + 1, min(len(tree), after + REACH)):
        if tree.text[i] in (",", ".", ";", '"', "“") or (
            tree.tag[i] in ("VBD", "VBZ", "IN") and tree.lower[i] == "that"
        ):
            break
        by = tree.lower[i] == "by" and tree.lemma[i - 1].lower() in words.carries
        to = (
            tree.lower[i] in ("with", "to", "on")
            and tree.lemma[i - 1].lower() in words.documents
            and tree.tag[i - 1].startswith("NN")
        )
        if (by or to) and (nouns := tree.kids(i, "pobj")) and (link := _outlet(tree, nouns[0], i - 1, i)):
            return (link,)
    return ()


def cited(tree: Tree, verb: int, speaker: Speaker) -> tuple[Link, ...]:
    """Return whom the speaker cites: "CNN announced citing a US official that", "AFP, quoting police, said"."""
    words = cue_words()
    if tree.lower[verb] in words.citing and tree.tag[verb] == "VBG":
        return ()
    for i in range(max(0, verb - REACH), min(len(tree), max(verb, speaker.last) + REACH)):
        if tree.lower[i] in words.citing and tree.tag[i] == "VBG" and i != verb and _governed(tree, i, verb, speaker):
            if nouns := tree.kids(i, "dobj", "nsubj", "ccomp"):
                return (Link(phrase_after(tree, i + 1, nouns[0]), tree.words(i, i), "chain.citing"),)
            if i + 1 < len(tree):
                return (Link(_next_noun(tree, i + 1), tree.words(i, i), "chain.citing"),)
    return ()


def _governed(tree: Tree, citing: int, verb: int, speaker: Speaker) -> bool:
    """Tell whether the citing hangs on the saying: on its verb, its speaker, or between the two."""
    up = tree.head[citing]
    return (
        up in (verb, speaker.noun)
        or speaker.last < citing < verb
        or (verb < citing <= verb + 3)
        or tree.head[up] == verb
    )


def _next_noun(tree: Tree, first: int) -> Speaker:
    at = first
    while (
        at + 1 < len(tree)
        and at - first < 8
        and tree.tag[at] in ("DT", "JJ", "NN", "NNP", "NNS", "NNPS", "POS", "PRP$", "CD", "HYPH")
        and tree.tag[at + 1] in ("JJ", "NN", "NNP", "NNS", "NNPS", "POS", "HYPH")
    ):
        at += 1
    return Speaker(first, at, at)


def single_outlet(words: str) -> bool:
    """Tell whether the words are an outlet's own name."""
    return words.lower().removeprefix("the ") in kind_tables().outlets
