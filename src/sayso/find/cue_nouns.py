"""Saying without a verb of saying: "according to X", rumours and claims, photos that show, "reportedly", "it is said"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.find.according import according
from sayso.find.contents import FINITE, Range, complement, trim
from sayso.find.cue_words import cue_words
from sayso.find.evidence import evidence
from sayso.find.noun_phrase import left_edge, phrase_after
from sayso.find.quoted_as import quoted_as
from sayso.find.saying import Link, Saying, Speaker
from sayso.find.speakers import agent_of, speaker_of
from sayso.find.tree import Tree


def other_sayings(tree: Tree, place: int) -> Iterator[Saying]:
    """Yield the sayings of one sentence whose cue is no verb of saying with its speaker."""
    words = cue_words()
    for i, lower in enumerate(tree.lower):
        lemma = tree.lemma[i].lower()
        found = None
        if lower in words.accordings:
            found = according(tree, place, i)
        elif lower in words.reportedly:
            found = _reportedly(tree, place, i)
        elif lemma in words.evidence and tree.pos[i] in ("NOUN", "PROPN"):
            found = evidence(tree, place, i)
        elif lemma in words.clause_nouns and tree.pos[i] == "NOUN":
            found = _noun(tree, place, i, lemma)
        elif lemma in words.impersonal and tree.tag[i] == "VBN":
            found = _impersonal(tree, place, i, lemma)
        if lemma in words.cites and tree.pos[i] == "VERB":
            found = quoted_as(tree, place, i) or found
        if found:
            yield found


def _reportedly(tree: Tree, place: int, i: int) -> Saying | None:
    """The clause around "reportedly": nobody is named who reports it."""
    up = tree.head[i]
    inside = tree.subtree(up) if tree.pos[up] in ("VERB", "AUX") else []
    if tree.pos[up] not in ("VERB", "AUX"):
        up, inside = tree.head[up], tree.subtree(tree.head[up])
    inside = [k for k in inside if k != i and not (tree.dep[k] == "cc" and k < up)]
    if not inside:
        return None
    a, b = inside[0], inside[-1]
    if tree.dep[up] == "relcl" and tree.lower[a] in ("who", "which", "that"):
        a += 1
    parts = [p for p in (trim(tree, a, i - 1), trim(tree, i + 1, b)) if p]
    return Saying(
        tree,
        place,
        i,
        (Link(None, tree.words(i, i), "cue.reportedly"),),
        [tree.words(*p) for p in parts],
        "cue.reportedly",
    )


def _noun(tree: Tree, place: int, noun: int, lemma: str) -> Saying | None:
    """Read "Rumours that …", "a claim by X that …", "reports of …"."""
    words = cue_words()
    found = _that_clause(tree, noun)
    if found is None and lemma in words.of_nouns:
        of = next((k for k in tree.children[noun] if k == noun + 1 and tree.lower[k] == "of"), None)
        found = trim(tree, of + 1, tree.subtree(of)[-1]) if of is not None else None
    if found is None:
        return None
    speaker = _owner(tree, noun)
    if speaker is None and (lemma not in words.holderless or lemma in words.never_alone):
        return None
    if speaker and tree.lower[speaker.noun] in ("my", "our", "your", "i", "we", "you"):
        return None
    cue_first = noun - 1 if noun and tree.lower[noun - 1] == "the" else noun
    return Saying(
        tree, place, noun, (Link(speaker, tree.words(cue_first, noun), "cue.noun"),), [tree.words(*found)], "cue.noun"
    )


def _that_clause(tree: Tree, noun: int) -> Range | None:
    """Return the that-clause of the noun, hung by the parse on it or on the one it is by ("a claim by X that …")."""
    tops = [noun, *(p for by in tree.kids(noun, "prep") if tree.lower[by] == "by" for p in tree.kids(by, "pobj"))]
    for top in tops:
        for k in tree.children[top]:
            if k > top and tree.dep[k] in ("acl", "ccomp", "relcl") and _opened_by_that(tree, k, top):
                return complement(tree, top, (tree.dep[k],), top)
    return None


def _opened_by_that(tree: Tree, verb: int, noun: int) -> bool:
    low = min((i for i in tree.subtree(verb) if i > noun), default=verb)
    if tree.lower[low] != "that" or tree.tag[verb] == "VBG":
        return False
    return tree.tag[low] == "IN" or (
        tree.dep[low] not in ("nsubj", "nsubjpass") and bool(tree.kids(verb, "nsubj", "nsubjpass"))
    )


def _owner(tree: Tree, noun: int) -> Speaker | None:
    """Return whose statement it is: possessor, by-phrase, "from X", or the subject that makes it ("made a claim that")."""
    for k in tree.children[noun]:
        if tree.dep[k] == "poss":
            first = left_edge(tree, k)
            return Speaker(first, k, k)
        if k > noun and tree.lower[k] in ("by", "from") and (nouns := tree.kids(k, "pobj")):
            return phrase_after(tree, k + 1, nouns[0])
    up = tree.head[noun]
    if tree.dep[noun] == "dobj" and tree.lemma[up] in cue_words().makes:
        return speaker_of(tree, up)
    return None


def _impersonal(tree: Tree, place: int, verb: int, lemma: str) -> Saying | None:
    """Read "It is reported that …", "X is said to have …": a saying that nobody is named for; with a by-agent, his."""
    subjects = tree.kids(verb, "nsubjpass", "nsubj", "expl")
    if not subjects or not tree.kids(verb, "auxpass", "aux"):
        return None
    who = agent_of(tree, verb)
    it = next((k for k in subjects if tree.lower[k] in ("it", "there")), None)
    if any(tree.dep[k] == "neg" for k in tree.children[verb]):
        return None
    if it is not None and (found := complement(tree, verb, ("ccomp", "xcomp", "acl", "relcl"), verb)):
        return _holderless(tree, place, verb, it, who, [found], "cue.impersonal")
    if lemma not in cue_words().raised and who is None:
        return None
    raised = [
        k
        for k in tree.kids(verb, "xcomp")
        if tree.tag[k] == "VB" or any(tree.lower[c] == "to" for c in tree.children[k])
    ]
    if not raised:
        return None
    subject, rest = left_edge(tree, subjects[0]), complement(tree, verb, ("xcomp",), verb)
    edge = max(i for i in tree.subtree(subjects[0]) if i < verb)
    parts = [p for p in (trim(tree, min(subject, subjects[0]), edge), rest) if p]
    return _holderless(tree, place, verb, verb, who, parts, "cue.raised")


def _holderless(
    tree: Tree, place: int, verb: int, first: int, who: Speaker | None, parts: list[Range], rule: str
) -> Saying:
    low = min([first, *(k for k in tree.kids(verb, "aux", "auxpass") if tree.tag[k] in (*FINITE, "VBN"))])
    return Saying(tree, place, verb, (Link(who, tree.words(low, verb), rule),), [tree.words(*p) for p in parts], rule)
