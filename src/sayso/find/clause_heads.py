"""Decides which verbs of a sentence state something of their own, and so head a claim of their own (gold guide, rule 1)."""

from __future__ import annotations

from sayso.find.happening_words import cuts
from sayso.find.kinds import bears, verbal
from sayso.find.tree import Tree

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
OWN_LEAST = 0.55
"""The least weight of a word of happening for its clause to be cut out as a claim of its own."""
ROOTS = frozenset({"ROOT", "parataxis"})


def heads(tree: Tree, frame: frozenset[int], claimed: frozenset[int] = frozenset()) -> dict[int, str]:
    """Return the tokens that head claims and the rule that made each one; ``frame`` are words of sources and cues.

    What is told of one of the ``claimed`` deeds in a clause that its claimer does not vouch for is a claim of its own. The root of the sentence is always among them, also where it is a cue or no verb.
    """
    found: dict[int, str] = {}
    for i in range(len(tree)):
        if tree.head[i] == i:
            found[i] = "unit.sentence"
        elif verbal(tree, i) and tree.dep[i] not in ("aux", "auxpass", "compound", "amod"):
            rule = _rule(tree, i, frame) or ("unit.relative" if _told_of(tree, i, claimed) else "")
            if rule:
                found[i] = rule
    return found


def _rule(tree: Tree, i: int, frame: frozenset[int]) -> str:
    dep, up = tree.dep[i], tree.head[i]
    if dep in ROOTS:
        return "unit.sentence"
    if dep == "ccomp":
        return _complement(tree, i, up, frame)
    if dep == "conj":
        return _conjunct(tree, i, up)
    if dep in ("relcl", "advcl"):
        return _relative(tree, i) if dep == "relcl" else _adverbial(tree, i, up)
    return "unit.loose" if dep == "dep" and finite(tree, i) and happens(tree, i) else ""


def _complement(tree: Tree, i: int, up: int, frame: frozenset[int]) -> str:
    """A clause that a cue brings, or one that stands before the verb it seems to hang on, is a claim of its own."""
    if up in frame or (i < up and finite(tree, i) and _has_subject(tree, i)):
        return "unit.complement"
    return ""


def _conjunct(tree: Tree, i: int, up: int) -> str:
    """A second verb is a claim of its own unless it only tells the cost of the first, or shares all it says with it."""
    c = cuts()
    if not verbal(tree, up):
        return "unit.conjunct" if finite(tree, i) and _has_subject(tree, i) else ""
    if tree.tag[i] == "VB" and not (tree.kids(i, "aux") or _has_subject(tree, i) or tree.dep[up] in ROOTS | {"ccomp"}):
        return ""
    first, second = tree.lemma[up], tree.lemma[i]
    if second in c.harm and (first in c.harm or first in c.attacks) and not _other_doer(tree, i):
        return ""
    if tree.tag[i] == "VBG" and tree.dep[up] == "advcl" and not happens(tree, i):
        return ""
    if not _complements(tree, up, i) or not _complements(tree, i, len(tree)):
        return "" if not _has_subject(tree, i) else "unit.conjunct"
    return "unit.conjunct"


def _other_doer(tree: Tree, i: int) -> bool:
    """Tell whether the verb brings a subject that acts (not one that suffers)."""
    return bool(tree.kids(i, "nsubj")) and bool(tree.kids(i, "dobj"))


def _complements(tree: Tree, verb: int, before: int) -> bool:
    """Tell whether a verb has words of its own after it: an object, a place, a clause."""
    return any(verb < k < before and tree.dep[k] in OWN_WORDS for k in tree.children[verb]) or bool(
        tree.kids(verb, "nsubjpass")
    )


OWN_WORDS = frozenset(
    {"dobj", "prep", "attr", "acomp", "xcomp", "ccomp", "agent", "advmod", "npadvmod", "prt", "dative", "oprd"}
)


def _relative(tree: Tree, i: int) -> str:
    """A relative clause with "which", or with "who" on a full name or phrase, that tells a happening or a standing fact."""
    opener = _opener(tree, i)
    if opener < 0 or not finite(tree, i):
        return ""
    word, noun = tree.lower[opener], tree.head[i]
    if word == "which" and tree.dep[opener] != "pobj":
        return "" if _cost_of(tree, i, noun) or not (happens(tree, i) or _names(tree, i)) else "unit.relative"
    if word == "where" and happens(tree, i) and _has_subject(tree, i):
        return "unit.relative"
    comma = tree.text[opener - 1] in (",", "-", "–", "—")
    if word == "when" and comma and tree.entity[noun] == "DATE" and happens(tree, i) and _has_subject(tree, i):
        cost = tree.lemma[i] in cuts().harm and tree.lemma[_verb_over(tree, noun)] in cuts().harm | cuts().attacks
        return "" if cost else "unit.relative"
    if word in ("who", "where", "which") and (comma or tree.tag[noun] == "NNP") and happens(tree, i):
        return "unit.relative"
    return "unit.relative" if word == "who" and happens(tree, i) and _definite(tree, noun) else ""


def _verb_over(tree: Tree, i: int) -> int:
    """Return the first verb up from a word, the root where there is none."""
    while tree.head[i] != i and tree.pos[i] not in ("VERB", "AUX"):
        i = tree.head[i]
    return i


def _told_of(tree: Tree, i: int, claimed: frozenset[int]) -> bool:
    """Tell whether a relative clause tells more of a deed that somebody claims: "responsibility for a bombing [that killed 30]"."""
    return tree.dep[i] == "relcl" and tree.head[i] in claimed and i not in claimed and finite(tree, i)


def _names(tree: Tree, i: int) -> bool:
    """Tell whether a clause names somebody, some place or some time: then it states a fact that can be checked."""
    return any(tree.entity[k] for k in tree.subtree(i))


def _cost_of(tree: Tree, i: int, noun: int) -> bool:
    """Tell whether the clause tells the cost of the deed its noun names: then it stays with it."""
    return tree.lemma[i] in cuts().harm and tree.lemma[noun].lower() in cuts().deeds


def _definite(tree: Tree, noun: int) -> bool:
    return any(tree.dep[k] == "det" and tree.lower[k] == "the" for k in tree.children[noun])


def _opener(tree: Tree, i: int) -> int:
    """Return the relative pronoun of a clause, -1 if it has none."""
    for k in tree.children[i]:
        if k > i:
            break
        if tree.tag[k] in ("WDT", "WP", "WRB", "WP$"):
            return k
        for q in tree.children[k]:
            if tree.tag[q] in ("WDT", "WP", "WRB", "WP$") and q < i:
                return q
    return -1


def _adverbial(tree: Tree, i: int, up: int) -> str:
    """A clause of time or cause, or a participle, that tells a happening other than its governor's."""
    c = cuts()
    marks = {tree.lower[k] for k in tree.kids(i, "mark", "advmod")}
    if marks & (c.staying | c.unasserted) or tree.lemma[i] in c.checking:
        return ""
    if not (finite(tree, i) or tree.kids(i, "aux", "auxpass")):
        alone = tree.tag[i] == "VBG" and tree.lemma[i] not in c.harm and not marks
        return "unit.participle" if alone and happens(tree, i) else ""
    if tree.lemma[up] in c.empty and _has_subject(tree, i):
        return "unit.pointed-at"
    if _same_deed(tree, i, up, marks):
        return ""
    return "unit.adverbial" if happens(tree, i) and _has_subject(tree, i) else ""


def _same_deed(tree: Tree, i: int, up: int, marks: set[str]) -> bool:
    """Tell whether the clause tells the deed whose cost its governor tells ("killed when a missile struck"), or more of the cost."""
    c, first, second = cuts(), tree.lemma[up], tree.lemma[i]
    if second in c.harm and first in c.harm | c.attacks and marks <= c.alongside:
        return True
    return second in c.attacks and (first in c.harm or first == "be") and "as" not in marks


def finite(tree: Tree, i: int) -> bool:
    """Tell whether a verb is finite, by itself or through its auxiliary."""
    return tree.tag[i] in FINITE or any(tree.tag[k] in FINITE for k in tree.kids(i, "aux", "auxpass"))


def _has_subject(tree: Tree, i: int) -> bool:
    return bool(tree.kids(i, "nsubj", "nsubjpass", "expl", "csubj"))


def happens(tree: Tree, i: int) -> bool:
    """Tell whether a verb, or the noun it carries, tells a happening surely enough to stand alone."""
    return bears(tree, i, OWN_LEAST)
