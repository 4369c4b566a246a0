"""Where the noun phrase of a source begins and ends, by the parse and, in texts without commas, by tags alone."""

from __future__ import annotations

from sayso.find.kind_words import kind_tables
from sayso.find.saying import Speaker
from sayso.find.tree import Tree

NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "CD", "JJ"})
INNER = NOMINAL | {"POS", "HYPH", "VBN", "VBG", "RB", "JJR", "JJS", "AFX", "FW", "ADD"}
JOINS = frozenset({"of", "for", "at", "in", "from", "with", "to", "on"})
MOST = 14
"""No source is longer than this when it is read off the surface."""


def set_off(tree: Tree, first: int) -> bool:
    """Tell whether punctuation or the sentence's start shows that the phrase begins at ``first``, as the parse has it."""
    return first == 0 or (tree.pos[first - 1] == "PUNCT" and tree.text[first - 1] not in ("-", "(", ")", "'", "’"))


def with_others(tree: Tree, first: int, noun: int) -> int:
    """Return where a pair of sources begins: "the monitor and doctors at the scene"."""
    up = tree.head[noun]
    if first < 2 or tree.lower[first - 1] != "and" or tree.dep[noun] != "conj" or up >= first or first - up > 4:
        return first
    known = kind_tables()
    lower = _singular(tree.lower[up])
    if lower not in known.nouns and tree.tag[up] not in ("NNP", "NNPS"):
        return first
    return walk_left(tree, up) or up


def whole_phrase(tree: Tree, first: int, noun: int) -> int:
    """Return where the phrase begins when nothing before a full stop, a mark or a dash in it counts."""
    for i in range(noun - 1, first - 1, -1):
        if tree.pos[i] == "PUNCT" and tree.text[i] not in (",", "-", "/", "'", "’", "(", ")", "&"):
            return i + 1
    return first


def left_edge(tree: Tree, noun: int) -> int:
    """Return the first token of a noun's phrase, steps taken only through words before it."""
    at = noun
    for _ in range(MOST):
        first = next(
            (
                k
                for k in tree.children[at]
                if k < at and tree.dep[k] not in ("punct", "cc", "mark", "advmod", "relcl", "acl", "appos")
            ),
            at,
        )
        if first == at:
            break
        at = first
    return at


def last_before(tree: Tree, noun: int, verb: int) -> int:
    """Return the last token of the subject before the verb; appositions stay, relative clauses and participles go."""
    last = noun
    for k in tree.children[noun]:
        if noun < k < verb and tree.dep[k] not in ("relcl", "acl", "punct", "advcl", "parataxis", "ccomp"):
            last = max(last, right_edge(tree, k, verb))
    return last


def right_edge(tree: Tree, token: int, stop: int) -> int:
    """Return the last token that ``token`` governs before ``stop``, clauses left out."""
    edge, stack, seen = token, [token], 0
    while stack and seen < 60:
        at = stack.pop()
        seen += 1
        edge = max(edge, at)
        stack.extend(
            k for k in tree.children[at] if k < stop and tree.dep[k] not in ("relcl", "punct", "ccomp", "advcl")
        )
    return edge


def phrase_after(tree: Tree, first: int, noun: int) -> Speaker:
    """Return the phrase of ``noun`` that begins at ``first``, cut before the first clause or break in it."""
    last, at = noun, noun + 1
    edge = right_edge(tree, noun, len(tree))
    while at <= edge and at - noun <= MOST * 2:
        if tree.tag[at] in ("VBD", "VBZ", "VBP", "MD", "WDT", "WP", "WRB", "``", "''", '"') or tree.text[at] in (
            '"',
            "“",
            "”",
            ";",
            ":",
            "—",
            "–",
        ):
            break
        if tree.text[at] == "," and not _apposition(tree, at, noun):
            break
        last, at = at, at + 1
    while last > noun and (
        tree.pos[last] in ("PUNCT", "CCONJ", "ADP", "DET", "PRON", "SCONJ") or tree.tag[last] == "VBG"
    ):
        last -= 1
    return Speaker(min(max(first, noun - MOST), noun), last, noun)


def _apposition(tree: Tree, comma: int, noun: int) -> bool:
    nxt = comma + 1
    if nxt >= len(tree):
        return False
    return any(
        tree.dep[k] in ("appos", "conj") and k > comma and left_edge(tree, k) <= nxt + 1 for k in tree.children[noun]
    )


def walk_left(tree: Tree, last: int) -> int | None:
    """Return where the noun phrase that ends at ``last`` begins, by tags alone: texts without commas parse badly.

    A name takes the titles before it; a common noun its determiner; "source at X", "spokesman for X" keep together.
    """
    if tree.pos[last] == "PRON":
        return last
    first = _name_start(tree, last) if tree.tag[last] in ("NNP", "NNPS") else _noun_start(tree, last)
    for _ in range(3):
        joined = _joined(tree, first)
        if joined is None:
            return first
        first = joined
    return first


def _joined(tree: Tree, first: int) -> int | None:
    """Return the start of the phrase that a preposition before ``first`` ties it to ("a source at ...")."""
    p = first - 1
    if p < 1 or tree.lower[p] not in JOINS:
        return None
    left, nouns = p - 1, kind_tables()
    same_name = tree.entity[left] == "ORG" and tree.entity[p] == "ORG"
    role = _singular(tree.lower[left]) in nouns.nouns or _singular(tree.lower[left]) in nouns.titles
    if tree.tag[left] not in NOMINAL or not (same_name or role):
        return None
    return _name_start(tree, left) if tree.tag[left] in ("NNP", "NNPS") else _noun_start(tree, left)


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _name_start(tree: Tree, last: int) -> int:
    """Return where a proper name begins, with the nouns of office before it and a determiner before those."""
    words, at = kind_tables(), last
    while at > 0 and last - at < MOST:
        lower, tag = tree.lower[at - 1], tree.tag[at - 1]
        name = (
            tag in ("NNP", "NNPS", "HYPH", "POS")
            or tree.text[at - 1] == "-"
            or (tree.entity[at - 1] == "NORP" and tree.text[at - 1][:1].isupper())
        )
        office = _singular(lower) in words.titles or _singular(lower) in words.nouns or lower in words.modifiers
        if not (name or (office and tag in ("NN", "NNS", "JJ"))):
            break
        at -= 1
    while at > 0 and tree.lower[at - 1] in words.anonymous and tree.tag[at - 1] in ("JJ", "CD", "DT", "JJS", "PDT"):
        at -= 1
    return _determined(tree, at, last)


def _determined(tree: Tree, at: int, last: int) -> int:
    """Take the determiner before ``at`` in, over describing words if they lead to one and no clause lies between."""
    k = at - 1
    if tree.entity[last] == "PERSON":  # before a title and a name, only a determiner right beside them is theirs
        return k if k >= 0 and tree.tag[k] in ("DT", "PRP$") else at
    while (
        k >= 0
        and at - k <= 4
        and tree.tag[k] in ("JJ", "HYPH", "VBN", "NNP", "NN", "POS", "JJS", "CD")
        and tree.dep[k] in ("amod", "compound", "punct", "nmod", "poss", "npadvmod", "nummod")
    ):
        k -= 1
    if k >= 0 and tree.tag[k] in ("DT", "PRP$") and (k == at - 1 or _within(tree, k, last)):
        return k
    return at


def _within(tree: Tree, determiner: int, last: int) -> bool:
    """Tell whether the parse also hangs the determiner on the phrase that ends at ``last``."""
    up = tree.head[determiner]
    return determiner < up <= last and (up == last or tree.head[up] == last or tree.head[last] == up)


def _noun_start(tree: Tree, last: int) -> int:
    """Return where a phrase headed by a common noun begins: at its determiner, else at the first word that describes it."""
    at = last
    while at > 0 and last - at < MOST:
        tag = tree.tag[at - 1]
        if tag in ("DT", "PRP$", "PDT"):
            return at - 1
        if tag not in INNER or (tag in ("VBN", "VBG", "RB", "CD") and not _describes(tree, at - 1, last)):
            break
        if (
            tag in ("NN", "NNS", "JJ")
            and at == last
            and tree.text[at - 1][:1].islower()
            and not _describes(tree, at - 1, last)
        ):
            break
        at -= 1
    while at < last and tree.tag[at] in ("POS", "HYPH", "RB"):
        at += 1
    return at


def _describes(tree: Tree, token: int, last: int) -> bool:
    up = tree.head[token]
    return token < up <= last and tree.dep[token] in (
        "amod",
        "compound",
        "nmod",
        "nummod",
        "npadvmod",
        "advmod",
        "quantmod",
        "poss",
    )
