"""What a number counts: the noun after it, past ages, asides and the words between, and whether that noun is people."""

from __future__ import annotations

from sayso.find.number_words import words
from sayso.find.tree import Tree

LONGEST_RUN = 9
"""Words looked at for the noun a number counts."""
ASIDE = 5
"""Tokens of an aside in brackets at most, brackets included."""
AGE = "-old"
AGES = frozenset((unit, "old") for unit in ("year", "years", "month", "months"))
OPENING, CLOSING = frozenset({",", "("}), frozenset({",", ")", ".", ";"})
PLACES = frozenset({"GPE", "LOC", "FAC", "NORP"})
"""Names that have no age: a number after one counts what happened there."""
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
INSIDE = frozenset({"JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "VBN", "VBG", "HYPH", "POS", "AFX", "''", "``"})


def counted(tree: Tree, last: int) -> tuple[int, int]:
    """Return the noun that the amount ending at ``last`` counts, and where its phrase ends; (-1, last) for a bare number."""
    w = words()
    at = last + 1
    if at < len(tree) and tree.lower[at] == "of":
        at += 1
        while at < len(tree) and tree.tag[at] in ("DT", "PRP$", "CD") and at <= last + 3:
            at += 1
    noun = -1
    stop = min(len(tree), at + LONGEST_RUN)
    while at < stop:
        lower = tree.lower[at]
        if lower in w.pronouns and tree.lower[at + 1 : at + 2] != ("than",):
            noun = at
        elif (end := max(age_end(tree, at), _bracket_end(tree, at))) >= 0:
            at = end
        elif tree.tag[at] not in INSIDE or lower in w.stops or (noun >= 0 and _participle(tree, at)):
            break
        elif tree.tag[at] in NOUNS or (tree.tag[at] == "JJ" and tree.lemma[at] in w.people):
            noun = at
            if tree.tag[at] == "NNS" and tree.lemma[at].lower() in w.people:
                break
        at += 1
    return noun, max(noun, last)


def _participle(tree: Tree, at: int) -> bool:
    """Tell whether a participle stands by itself, and not in a word such as "Saudi-led"."""
    return tree.tag[at] in ("VBN", "VBG") and tree.tag[at - 1] != "HYPH"


def _bracket_end(tree: Tree, at: int) -> int:
    """Return the closing bracket of a short aside in a name, "Islamic State (IS) group militants", -1 where there is none."""
    if tree.text[at] != "(":
        return -1
    return next((t for t in range(at + 2, min(at + ASIDE, len(tree) - 1)) if tree.text[t] == ")"), -1)


def age_aside(tree: Tree, first: int, last: int) -> bool:
    """Tell whether a bare number is set off after a name as that person's age: "Karlov, 62, was killed"."""
    after = tree.lower[last + 1] if last + 1 < len(tree) else "."
    closed = after in CLOSING and first > 1 and tree.lower[first - 1] in OPENING
    name = closed and tree.tag[first - 2] in ("NNP", "NNPS") and tree.entity[first - 2] not in PLACES
    return name and first == last and tree.lower[first].isdigit()


def age_end(tree: Tree, at: int) -> int:
    """Return the last token of an age that begins at a number ("14-year-old"), -1 where none begins."""
    if tree.lower[at].endswith(AGE) and tree.lower[at] != AGE:
        return at
    run = tuple(w for w in tree.lower[at + 1 : at + 5] if w != "-")
    if run[:2] not in AGES:
        return -1
    return next(t for t in range(at + 1, at + 5) if tree.lower[t] == "old")


def is_person(tree: Tree, noun: int) -> bool:
    """Tell whether the counted noun is surely people, by itself or as the name of a people."""
    lemma = tree.lemma[noun].lower()
    w = words()
    return (
        lemma in w.people
        or tree.lower[noun] in w.pronouns
        or tree.lower[noun] in w.people
        or tree.entity[noun] in ("NORP", "PERSON")
    )
