"""Attribution by evidence: photos, footage and recordings that show something, and who released them."""

from __future__ import annotations

from sayso.find.contents import FINITE, complement, right_region
from sayso.find.cue_words import cue_words
from sayso.find.noun_phrase import left_edge
from sayso.find.saying import Link, Saying
from sayso.find.speakers import agent_of, speaker_of
from sayso.find.tree import Tree


def evidence(tree: Tree, place: int, noun: int) -> Saying | None:
    """Read "Photos released by X show …", "footage appeared to show …", "released photos showing …"."""
    words = cue_words()
    verb = _showing(tree, noun)
    if verb is None:
        return None
    found = complement(tree, verb, ("ccomp", "dobj", "xcomp", "oprd", "prep", "advcl"), verb)
    if found is None and tree.tag[verb] in ("NN", "NNS", "VB"):
        found = right_region(tree, verb + 1)
    if found is None:
        return None
    first = left_edge(tree, noun)
    link = Link(None, tree.words(min(first if noun - first < 8 else noun, verb), max(noun, verb)), "cue.evidence")
    holder = _holder(tree, noun, words.carries)
    return Saying(tree, place, verb, (*holder, link), [tree.words(*found)], "cue.evidence")


def _showing(tree: Tree, noun: int) -> int | None:
    """Return the verb by which the pictures show, if they do."""
    up = tree.head[noun]
    for k in tree.children[noun]:
        if tree.dep[k] in ("acl", "relcl") and tree.tag[k] != "VBN" and (found := _shown(tree, k)) is not None:
            return found
    while tree.dep[noun] == "conj" and noun != up:
        noun, up = up, tree.head[up]
    if tree.dep[noun] in ("nsubj", "compound", "nmod") and up != noun:
        verb = up if tree.dep[noun] == "nsubj" else tree.head[up]
        if tree.tag[verb].startswith("VB") and (found := _shown(tree, verb)) is not None:
            return found
    return _next_showing(tree, noun)


def _next_showing(tree: Tree, noun: int) -> int | None:
    for k in range(noun + 1, min(len(tree) - 1, noun + 8)):
        tag = tree.tag[k]
        if tree.lemma[k].lower() in cue_words().shows and (
            tag in ("VBG", "VBZ", "VBD", "VBP")
            or (tag in ("NN", "NNS", "VB") and tree.tag[k + 1] in ("VBN", "VBD", "DT", "JJ", "CD"))
        ):
            return k
        if tag in FINITE or tree.text[k] in (",", ".", ";", ":"):
            break
    return None


def _shown(tree: Tree, verb: int) -> int | None:
    """Return the verb that shows: this one, or the one after "appear to"; None if neither does."""
    words = cue_words()
    if tree.lemma[verb].lower() in words.seems:
        return next((k for k in tree.kids(verb, "xcomp") if tree.lemma[k].lower() in words.shows), None)
    return verb if tree.lemma[verb].lower() in words.shows else None


def _holder(tree: Tree, noun: int, carries: frozenset[str]) -> tuple[Link, ...]:
    """Return who released the pictures: the subject of the verb they are the object of, or the by-agent after them."""
    for k in tree.children[noun]:
        if tree.dep[k] == "acl" and tree.lemma[k].lower() in carries and (by := agent_of(tree, k)):
            return (Link(by, tree.words(k, k), "chain.released"),)
    up = tree.head[noun]
    if tree.dep[noun] in ("dobj", "nsubjpass") and tree.lemma[up].lower() in carries and (who := speaker_of(tree, up)):
        return (Link(who, tree.words(up, up), "chain.released"),)
    return ()
