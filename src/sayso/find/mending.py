"""Mends the parse where it lost the verb of a sentence: "An air strike on a market killed 12" read as one long noun.

The small parser takes "killed" after a long subject for a participle ("a strike killed by …"). A participle that hangs on a noun
is passive and has no object, so one of a verb with one object that has its object is the verb of the clause. A sentence that is
nothing but a number of people and what was done to them ("Five children killed in a raid") leaves out "were".
"""

from __future__ import annotations

from dataclasses import replace

from sayso.find.cue_words import cue_words
from sayso.find.happening_words import cuts
from sayso.find.tree import Tree, children_of

DOWN = frozenset({"pobj", "prep", "agent", "conj", "compound", "appos", "nmod", "acl"})
"""Relations between a participle's noun and the noun that is the subject: "a blast claimed by the group", "fire from rebels"."""
OWNED = frozenset({"aux", "auxpass", "mark", "nsubj", "nsubjpass", "agent", "neg"})
"""What only a verb that the parser read right, or a true passive, governs."""
CLAUSES = frozenset({"ROOT", "ccomp", "advcl", "npadvmod", "dep", "parataxis"})
"""Relations in which a noun stands for a whole clause when its verb was lost."""
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
NOUNS = frozenset({"NOUN", "PROPN"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def mended(tree: Tree) -> Tree:
    """Return the tree with the first verb it lost given back to its subject; the same tree where none was lost."""
    for i, dep in enumerate(tree.dep):
        if dep == "csubj" and (lent := _lent(tree, i)):
            return lent
        if tree.lower[i].endswith("ing") and (loosed := _loosed(tree, i)):
            return loosed
        if dep == "acl" and _acts(tree, i):
            top = _subject(tree, i)
            if top is not None:
                return _raised(tree, i, top, "VBD", "nsubj")
    suffered = _suffered(tree)
    return tree if suffered is None else _raised(tree, suffered, tree.root, "VBN", "nsubjpass")


def _lent(tree: Tree, i: int) -> Tree | None:
    """Return the tree where a participle had taken the subject of the verb that follows it ("the toll in a raid on buses carrying people moved from the town has risen")."""
    up = tree.head[i]
    subjects = [k for k in tree.kids(i, "nsubj") if k < i]
    if (
        tree.tag[i] != "VBN"
        or tree.kids(i, "aux", "auxpass", "mark")
        or up < i
        or not subjects
        or tree.pos[i - 1] not in NOUNS
    ):
        return None
    head, dep = list(tree.head), list(tree.dep)
    head[subjects[0]], dep[subjects[0]] = up, "nsubj"
    head[i], dep[i] = i - 1, "acl"
    heads = tuple(head)
    return replace(tree, head=heads, dep=tuple(dep), children=children_of(heads))


def _loosed(tree: Tree, i: int) -> Tree | None:
    """Return the tree where what the deed did had swallowed the place before it ("fired rockets on Ghouta killing 12"), or had become a noun."""
    verb = next((v for v in cuts().transitive if tree.lower[i] in (v + "ing", v.removesuffix("e") + "ing")), None)
    harmed = any(k > i for at in (i, *tree.kids(i, "conj")) for k in tree.kids(at, "dobj"))
    if verb is None or not harmed or tree.kids(i, "det", "poss", "prep"):
        return None
    head, dep, tag, pos, lemma = list(tree.head), list(tree.dep), list(tree.tag), list(tree.pos), list(tree.lemma)
    place = [k for k in tree.kids(i, "amod", "compound", "nmod") if k == i - 1 and tree.text[k][0].isupper()]
    if tree.dep[i] == "pobj" and place:
        above = _verb_above(tree, i)
        if above is None:
            return None
        head[place[0]], dep[place[0]], pos[place[0]] = tree.head[i], "pobj", "PROPN"
        for k in tree.children[i]:
            if k < place[0]:
                head[k] = place[0]
        head[i], dep[i] = above, "advcl"
    elif tree.dep[i] != "advcl" or tree.tag[i][0] == "V":
        return None
    tag[i], pos[i], lemma[i] = "VBG", "VERB", verb
    heads = tuple(head)
    return replace(
        tree,
        head=heads,
        dep=tuple(dep),
        tag=tuple(tag),
        pos=tuple(pos),
        lemma=tuple(lemma),
        children=children_of(heads),
    )


def _verb_above(tree: Tree, i: int) -> int | None:
    """Return the first verb up from a word, None when there is none before it."""
    at = i
    while tree.head[at] != at:
        at = tree.head[at]
        if tree.pos[at] == "VERB":
            return at if at < i else None
    return None


def _acts(tree: Tree, i: int) -> bool:
    """Tell whether a participle after a noun can't be passive: its verb has one object, or stands in the past tense, and here it has an object."""
    past = tree.tag[i] == "VBD"
    if not (past or (tree.tag[i] == "VBN" and tree.lemma[i] in cuts().transitive)) or tree.kids(i, *OWNED):
        return False
    return any(k > i for k in tree.kids(i, "dobj"))


def _suffered(tree: Tree) -> int | None:
    """Return what was done to the people that a sentence without a verb counts; None where it says more or less than that."""
    root = tree.root
    if tree.tag[root] not in ("NNS", "CD") or any(tag in FINITE for tag in tree.tag):
        return None
    if tree.tag[root] != "CD" and not tree.kids(root, "nummod"):
        return None
    told = [k for k in tree.kids(root, "acl") if tree.tag[k] == "VBN" and tree.lemma[k] in cuts().transitive]
    told += [
        k
        for c in tree.kids(root, "conj")
        for k in tree.kids(c, "acl")
        if tree.tag[k] == "VBN" and tree.lemma[k] in cuts().transitive
    ]
    return told[0] if told else None


def _subject(tree: Tree, i: int) -> int | None:
    """Return the noun whose verb this is: the first one up that stands where a clause should; None if there's none."""
    at = tree.head[i]
    while tree.dep[at] in DOWN and at < i:
        at = tree.head[at]
    if at > i or tree.tag[at][0] not in "NPC":
        return None
    if tree.dep[at] in CLAUSES:
        return at
    up = tree.head[at]
    return at if tree.dep[at] in SUBJECTS and up > i and tree.lemma[up].lower() in cue_words().verbs else None


def _raised(tree: Tree, verb: int, noun: int, form: str, role: str) -> Tree:
    """Return the tree with the verb in the noun's place, the noun under it in its role, and what stood after the verb under it too."""
    head, dep, tag = list(tree.head), list(tree.dep), list(tree.tag)
    up, relation = tree.head[noun], tree.dep[noun]
    head[verb] = verb if up == noun else up
    dep[verb] = "ccomp" if relation in SUBJECTS else relation
    tag[verb] = form
    head[noun], dep[noun] = verb, role
    for k in tree.children[noun]:
        if k > verb:
            head[k] = verb
    heads = tuple(head)
    return replace(
        tree,
        head=heads,
        dep=tuple(dep),
        tag=tuple(tag),
        children=children_of(heads),
        root=verb if up == noun else tree.root,
    )
