"""What is said: the words that a word of saying lays in its speaker's mouth, within the sentence."""

from __future__ import annotations

from sayso.find.cue_words import cue_words
from sayso.find.saying import Speaker
from sayso.find.tree import Tree

QUOTES = frozenset({'"', "“", "”", "``", "''", "«", "»", "„"})
TRIM = QUOTES | frozenset({",", ".", ";", ":", "-", "–", "—", "!", "?", "--", "*", "_", "**"})
ENDS = frozenset({",", ".", ";", ":", "!", "?", "-", "–", "—", "--", ")", "]", "…", "..."}) | QUOTES
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})

Range = tuple[int, int]
"""First and last token, both inside."""

Content = tuple[list[Range], str, bool, bool]
"""Ranges of what is said, the rule's name, whether it stands before the verb, whether a quotation beside the sentence may be it."""


def after_adjuncts(tree: Tree, at: int) -> int:
    """Return the first token from ``at`` on that is no adverb, date, place, occasion or paper of the saying itself."""
    words, n, guard = cue_words(), len(tree), 0
    while at < n and guard < 25:
        guard += 1
        lower = tree.lower[at]
        if tree.entity[at] in ("DATE", "TIME") or lower in words.adjuncts or tree.tag[at] == "RB":
            at += 1
        elif lower in words.openers and (end := _adjunct_end(tree, at)) > at:
            at = end
        else:
            break
    return at


def _adjunct_end(tree: Tree, opener: int) -> int:
    """Return the token after a prepositional adjunct, ``opener`` itself if what follows looks like a clause."""
    at, n, seen_noun = opener + 1, len(tree), False
    while at < n and at - opener < 14:
        tag = tree.tag[at]
        if tree.text[at] in ENDS or tag in FINITE or tag in ("VBG", "WDT", "WP", "CC", "PRP"):
            break
        if seen_noun and tag in ("DT", "EX", "WRB"):
            break
        seen_noun = seen_noun or tag.startswith("NN")
        at += 1
    if at < n and (tree.tag[at] in FINITE or tree.tag[at] in ("PRP", "DT", "EX")) and tree.text[at] not in ENDS:
        return _short_adjunct(tree, opener)
    return at


def _short_adjunct(tree: Tree, opener: int) -> int:
    """Return the end of an adjunct that a clause follows at once: a date, or a paper ("in a statement")."""
    words, n, at = cue_words(), len(tree), opener + 1
    while (
        at < n
        and (tree.tag[at] in ("DT", "JJ", "PRP$", "CD") or tree.entity[at] in ("DATE", "TIME"))
        and at - opener < 5
    ):
        at += 1
    if at < n and tree.lemma[at].lower() in words.documents:
        return at + 1
    return at if at > opener + 1 and tree.entity[at - 1] in ("DATE", "TIME") else opener


def trailing(tree: Tree, verb: int, last: int) -> bool:
    """Tell whether the saying ends its sentence or clause: after ``last`` of its own words only adjuncts come before a break."""
    if last > verb and not [k for k in tree.children[verb] if k > last and tree.dep[k] == "ccomp"]:
        return True
    at = after_adjuncts(tree, _past_addressee(tree, verb, last) + 1)
    if at >= len(tree) or tree.text[at] in ENDS:
        return not (at < len(tree) and tree.text[at] in ("“", ":", "„", "«")) and not _opens_quote(tree, at)
    return tree.tag[at] == "VBG" or (
        tree.lower[at] in ("as", "but", "and", "while", "after", "before", "without", "because") and at > verb
    )


def _past_addressee(tree: Tree, verb: int, last: int) -> int:
    """Return the last token of whom it was told to ("told AFP"), ``last`` if nobody is named."""
    told = [k for k in tree.children[verb] if k > last and tree.dep[k] in ("dobj", "dative", "iobj", "oprd")]
    if not told or tree.lemma[verb].lower() not in cue_words().told:
        return last
    return max(i for i in tree.subtree(told[0]) if tree.pos[i] != "PUNCT")


def _opens_quote(tree: Tree, at: int) -> bool:
    """Tell whether a straight mark after the cue opens a quotation: more words follow it and none closed before."""
    if at >= len(tree) or tree.text[at] not in ('"', "``", "''"):
        return at < len(tree) and tree.text[at] == "," and _opens_quote(tree, at + 1)
    before = sum(1 for t in tree.text[:at] if t in QUOTES)
    return before % 2 == 0 and at + 1 < len(tree)


def left_region(tree: Tree, stop: int) -> Range | None:
    """Return the words before ``stop`` that the saying at the end of the clause covers: from the last break of the sentence on."""
    words, first, quoted = cue_words(), 0, False
    for i in range(stop):
        text = tree.text[i]
        if text in QUOTES:
            quoted = not quoted
        elif not quoted and (text == ";" or (tree.lower[i] in words.breaks and i > 2 and tree.text[i - 1] == ",")):
            first = i + 1
    while first < stop and tree.lower[first] in words.leads:
        first += 1
    return trim(tree, _last_quote(tree, first, stop), stop - 1)


def _last_quote(tree: Tree, first: int, stop: int) -> int:
    """Return where the quotation that ends right before ``stop`` begins, if another sentence ends before it; else ``first``."""
    last = stop - 1
    while last > first and tree.text[last] == ",":
        last -= 1
    if tree.text[last] not in QUOTES:
        return first
    opens = next((i for i in range(last - 1, first, -1) if tree.text[i] in QUOTES), first)
    return opens if any(tree.text[i] in (".", "!", "?") for i in range(first, opens)) else first


def right_region(tree: Tree, first: int) -> Range | None:
    """Return the words from ``first`` to the end of the sentence or to the break where another statement begins."""
    words, quoted, at = cue_words(), False, first
    while at < len(tree):
        text = tree.text[at]
        if text in QUOTES:
            quoted = not quoted
        elif not quoted and (text == ";" or (tree.lower[at] in words.breaks and tree.text[at - 1] == ",")):
            break
        at += 1
    return trim(tree, first, at - 1)


def trim(tree: Tree, first: int, last: int) -> Range | None:
    """Return the range without punctuation at its ends, but with the quotation marks that belong to it; None if empty."""
    while first <= last and tree.text[first] in TRIM and tree.text[first] not in QUOTES:
        first += 1
    while last >= first and tree.text[last] in TRIM and not (tree.text[last] in QUOTES and _paired(tree, first, last)):
        last -= 1
    if first <= last and tree.text[first] in QUOTES and not _paired(tree, first, last):
        return trim(tree, first + 1, last)
    return (first, last) if first <= last else None


def _paired(tree: Tree, first: int, last: int) -> bool:
    return sum(1 for i in range(first, last + 1) if tree.text[i] in QUOTES) % 2 == 0


def complement(tree: Tree, verb: int, deps: tuple[str, ...], after: int) -> Range | None:
    """Return the words of the verb's complements by ``deps`` that stand after token ``after``, as one range."""
    kids = [k for k in tree.children[verb] if k > after and tree.dep[k] in deps]
    if not kids:
        return None
    bare = tree.lemma[verb].lower() not in cue_words().told and not any(
        tree.lower[i] == "that" for i in range(after, kids[0])
    )
    if (
        deps == ("ccomp",)
        and bare
        and not any(tree.dep[k] in ("nsubj", "nsubjpass", "expl") for k in tree.children[kids[0]])
    ):
        kids = [*(k for k in tree.children[verb] if after < k < kids[0] and tree.dep[k] == "dobj"), *kids]
    inside = [i for k in kids for i in tree.subtree(k) if i > after]
    first, last = min(inside), max(inside)
    first = skip_that(tree, first)
    return trim(tree, first, last) if first <= last else None


def skip_that(tree: Tree, first: int) -> int:
    """Return the first token that is not the conjunction "that"."""
    while first < len(tree) and (
        (tree.lower[first] == "that" and tree.tag[first] in ("IN", "WDT")) or tree.text[first] == ","
    ):
        first += 1
    return first


def finite(tree: Tree, first: int, last: int) -> bool:
    """Tell whether the range holds a verb with a tense."""
    return any(tree.tag[i] in FINITE for i in range(first, last + 1))


def wordy(tree: Tree, span: Range | None) -> bool:
    """Tell whether the range says something: a verb, or at least three words."""
    return span is not None and (finite(tree, *span) or span[1] - span[0] >= 2)


def resumed(tree: Tree, speaker: Speaker, verb: int) -> Range | None:
    """Return what goes on after a saying in the middle: "The attack, he said, killed four"."""
    at = after_adjuncts(tree, max(verb, speaker.last) + 1)
    if at >= len(tree) - 1 or tree.text[at] not in ENDS:
        return None
    quoted = any(tree.text[i] in QUOTES for i in range(at, min(at + 3, len(tree))))
    nxt = at + 1
    while nxt < len(tree) and tree.text[nxt] in TRIM and tree.text[nxt] not in QUOTES:
        nxt += 1
    if nxt >= len(tree) - 1:
        return None
    start = min(speaker.first, verb)
    left = left_region(tree, start)
    unfinished = left is not None and not finite(tree, *left)
    if not quoted and not (unfinished and tree.text[at] == ","):
        return None
    return right_region(tree, at if tree.text[at] in QUOTES else nxt)
