"""What is said where it is no clause: an object, an infinitive, what stands after a preposition, a passive's subject."""

from __future__ import annotations

from sayso.find.contents import Content, Range, complement, trim
from sayso.find.cue_span import cue_span
from sayso.find.cue_words import cue_words
from sayso.find.saying import Link, Saying, Speaker
from sayso.find.tree import Tree


def passive_saying(tree: Tree, place: int, verb: int, by: Speaker, lemma: str) -> Saying | None:
    """Read "The attack was claimed by X", "a deal touted by the rebels as the best way": the agent says it."""
    words = cue_words()
    found = next(
        (
            trim(tree, k + 1, tree.subtree(k)[-1])
            for k in tree.kids(verb, "prep")
            if tree.lower[k] == "as" and len(tree.subtree(k)) > 1
        ),
        None,
    )
    if found is None and lemma in words.object and (subjects := tree.kids(verb, "nsubjpass")):
        inside = tree.subtree(subjects[0])
        found = trim(tree, inside[0], inside[-1])
    if (
        found is None
        or (lemma not in words.described and lemma not in words.object)
        or tree.lower[by.noun] in words.not_speakers
    ):
        return None
    return Saying(
        tree, place, verb, (Link(by, cue_span(tree, verb), "cue.passive"),), [tree.words(*found)], "cue.passive"
    )


def other_content(tree: Tree, verb: int, lemma: str, speaker: Speaker) -> Content | None:
    """Content that is no clause: an object, an infinitive, what stands after a preposition."""
    words = cue_words()
    after = max(verb, speaker.last) if speaker.first > verb else verb
    found: Range | None = None
    name = ""
    if lemma in words.puts and (found := _toll(tree, verb, after)):
        name = "cue.toll"
    elif lemma in words.urges and tree.kids(verb, "xcomp", "ccomp", "advcl") and (found := _urged(tree, verb, after)):
        name = "cue.urge"
    elif lemma in words.infinitive and (found := _infinitive(tree, verb, after)):
        name = "cue.infinitive"
    elif words.after.get(lemma) and (found := _prepositional(tree, verb, lemma, after)):
        name = "cue.preposition"
    elif lemma in words.object and (found := _object(tree, verb, lemma, after)):
        name = "cue.object"
    return ([found], name, False, False) if found else None


def _toll(tree: Tree, verb: int, after: int) -> Range | None:
    """Return the toll and its number in "put the death toll at 70"."""
    at = next((k for k in tree.children[verb] if k > after and tree.lower[k] in ("at", "to")), None)
    noun = next((k for k in tree.kids(verb, "dobj") if k > after and tree.lemma[k].lower() in cue_words().tolls), None)
    if at is None or noun is None or not any(tree.pos[i] == "NUM" for i in tree.subtree(at)):
        return None
    return trim(tree, min(tree.subtree(noun)), max(tree.subtree(at)))


def _object(tree: Tree, verb: int, lemma: str, after: int) -> Range | None:
    if lemma == "claim" and not any(tree.lemma[k] in cue_words().claimable for k in tree.kids(verb, "dobj")):
        return None
    found = complement(tree, verb, ("dobj", "ccomp", "xcomp"), after)
    return _without_relative(tree, found) if found and lemma == "claim" else found


def _without_relative(tree: Tree, span: Range) -> Range:
    """Return what is claimed without the clause that tells more of it: who claims an attack vouches for no toll of it."""
    low = [
        min(i for i in tree.subtree(k) if i >= span[0])
        for k in range(span[0] + 1, span[1] + 1)
        if tree.dep[k] == "relcl" and span[0] <= tree.head[k] <= span[1]
    ]
    return (trim(tree, span[0], min(low) - 1) or span) if low else span


def _infinitive(tree: Tree, verb: int, after: int) -> Range | None:
    kids = [k for k in tree.children[verb] if k > after and tree.dep[k] == "xcomp" and tree.tag[k] == "VB"]
    return complement(tree, verb, ("xcomp",), after) if kids else None


def _urged(tree: Tree, verb: int, after: int) -> Range | None:
    kids = [
        k
        for k in tree.children[verb]
        if k > after and tree.dep[k] in ("xcomp", "ccomp", "advcl") and tree.tag[k] == "VB"
    ]
    if not kids or not any(tree.lower[i] == "to" for k in kids for i in tree.children[k]):
        return None
    return complement(tree, verb, ("dobj", "xcomp", "ccomp", "advcl"), after)


def _prepositional(tree: Tree, verb: int, lemma: str, after: int) -> Range | None:
    words = cue_words()
    if not [k for k in tree.children[verb] if k > after and tree.lower[k] in words.after[lemma]]:
        return (
            complement(tree, verb, ("dobj", "oprd", "xcomp"), after)
            if lemma in words.described and tree.kids(verb, "oprd")
            else None
        )
    found = complement(tree, verb, ("dobj", "prep", "oprd", "xcomp", "pcomp"), after)
    if found and tree.lower[found[0]] in words.after[lemma]:
        found = trim(tree, found[0] + 1, found[1])
    return found
