"""Tells what states nothing that could be checked: questions, wishes, condemnations, fragments, notes that nobody verified it."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.find.happening_words import cuts, lexicon
from sayso.find.kinds import verbal
from sayso.find.responsibility import holding, taking
from sayso.find.tree import Tree

SHORTEST = 4
"""Tokens below which a stretch without a word of happening states nothing."""


def worth(tree: Tree, tokens: Sequence[int], head: int, attributed: bool) -> bool:
    """Tell whether the tokens under ``head`` state something checkable."""
    if not verbal(tree, head):
        return attributed and _names_deed(tree, tokens, head)
    if len(tokens) < SHORTEST and not _bears(tree, tokens):
        return False
    if _asks(tree, head, attributed) or _commands(tree, head):
        return False
    return not (_rhetoric(tree, head) or _lies(tree, head) or _unchecked(tree, head) or _points(tree, head))


def _names_deed(tree: Tree, tokens: Sequence[int], head: int) -> bool:
    """Tell whether the noun of a stretch without a verb, or what it is a number or part of, names a happening.

    What a claim of responsibility is for, or somebody is blamed for, the parse may hang on the verb of saying.
    """
    nouns = lexicon().nouns
    if tree.lemma[head] in taking().nouns:
        return True
    loose = [
        k
        for k in tokens
        if tree.dep[k] == "prep" and tree.lemma[tree.head[k]] in holding() and tree.head[k] not in tokens
    ]
    brought = [n for k in (*tree.kids(head, "prep"), *loose) for n in tree.kids(k, "pobj")]
    near = [head, *brought, *tree.kids(head, "conj", "compound", "dobj")]
    if tree.pos[head] == "ADP":
        return False
    return any(tree.lemma[n].lower() in nouns for n in near) or bool(tree.kids(head, "acl", "relcl"))


def _bears(tree: Tree, tokens: Sequence[int]) -> bool:
    words = lexicon()
    return any(tree.lemma[i].lower() in (words.verbs if verbal(tree, i) else words.nouns) for i in tokens)


def _asks(tree: Tree, head: int, attributed: bool) -> bool:
    return not attributed and "?" in tree.text[-2:] and head == tree.root


def _commands(tree: Tree, head: int) -> bool:
    """Tell whether the verb is a bare imperative."""
    if tree.tag[head] != "VB" or tree.head[head] != head:
        return False
    return not tree.kids(head, "nsubj", "nsubjpass", "aux", "auxpass", "expl", "csubj")


def _rhetoric(tree: Tree, head: int) -> bool:
    return tree.lemma[head] in cuts().rhetoric


def _lies(tree: Tree, head: int) -> bool:
    """Tell whether the clause only says where a place lies."""
    return tree.lemma[head] in cuts().lying and any(
        tree.entity[k] or tree.lemma[k] in cuts().places for k in tree.kids(head, "nsubj", "nsubjpass")
    )


def _unchecked(tree: Tree, head: int) -> bool:
    """Tell whether the clause only says that a report could not be checked, or that something is not clear."""
    checking = cuts().checking
    denied = any(tree.dep[k] == "neg" for k in tree.children[head])
    if tree.lemma[head] in checking or any(tree.lemma[k] in checking for k in tree.kids(head, "acomp")):
        return denied
    inner = tree.kids(head, "xcomp", "csubj", "advcl", "ccomp")
    inner += [q for k in tree.kids(head, "acomp") for q in tree.kids(k, "xcomp")]
    return any(tree.lemma[k] in checking for k in inner)


def _points(tree: Tree, head: int) -> bool:
    """Tell whether the clause only points at the clause hanging on it ("the attack comes as …")."""
    c = cuts()
    if tree.lemma[head] not in c.empty or tree.kids(head, "dobj"):
        return False
    if not any(
        tree.dep[k] == "advcl" or (tree.dep[k] == "prep" and tree.kids(k, "pcomp")) for k in tree.children[head]
    ):
        return False
    return any(tree.lemma[k].lower() in c.deeds for k in tree.kids(head, "nsubj"))
