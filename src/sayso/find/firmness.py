"""How firmly it is said: affirmed or denied, certain or only possible, past, present or to come, with the words that show it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.find.firm_words import firm_words, lemmas
from sayso.find.tense import tense_of
from sayso.find.tree import Tree
from sayso.model.claim import Certainty, Polarity, Tense
from sayso.model.span import Grounded
from sayso.model.who import Voice

ABOVE = frozenset({"xcomp", "ccomp", "acomp", "attr", "oprd", "pcomp", "advcl", "acl", "csubj", "csubjpass"})
BESIDE = frozenset({"aux", "auxpass", "neg", "advmod", "acomp", "det", "amod", "preconj", "cc", "mark"})


@dataclass(frozen=True, slots=True)
class Firmness:
    """Polarity, certainty and tense of one unit, each with the words that show it; no words where the default rule spoke."""

    polarity: Grounded[Polarity]
    certainty: Grounded[Certainty]
    tense: Grounded[Tense]


def firmness(tree: Tree, tokens: Sequence[int], head: int, voices: Sequence[Voice], text: str) -> Firmness:
    """Return how firmly the last speaker puts the unit: ``tokens`` of ``tree`` under ``head``, carried by ``voices``.

    What claimed or alleged it is kept as a word of saying and is no doubt of ours; only reports that nobody
    answers for, and the speaker's own words of doubt, lower the certainty (gold guide).
    """
    inside = frozenset(tokens)
    line = predicates(tree, head, inside)
    cues = [(v, lemmas(v.cue.of(text))) for v in voices if v.cue]
    return Firmness(
        _polarity(tree, line, cues),
        _certainty(tree, line, cues),
        tense_of(tree, line, inside, cues),
    )


Cues = list[tuple[Voice, frozenset[str]]]
"""Each voice with the lemmas its words of saying may have."""


def predicates(tree: Tree, head: int, inside: frozenset[int]) -> list[int]:
    """Return the words that bear on the unit's head, topmost first: what governs it as its predicate, itself, what it governs so."""
    words = firm_words()
    up: list[int] = []
    at = head
    while tree.dep[at] in ABOVE and tree.head[at] != at and len(up) < 6:
        above = tree.head[at]
        if above not in inside and not (tree.lemma[above].lower() in words.through and tree.dep[at] == "xcomp"):
            break
        if (
            tree.dep[at] in ("advcl", "acl", "ccomp", "pcomp", "csubj", "csubjpass")
            and tree.lemma[above].lower() not in words.through | words.undone
        ):
            break
        up.append(above)
        at = above
    return [*reversed(up), head, *_below(tree, head, words.through | words.undone)]


def _below(tree: Tree, head: int, through: frozenset[str]) -> Iterator[int]:
    """Yield what the head passes its firmness to: "were not [able] to [develop]", "is [likely] to [rise]"."""
    at, seen = head, 0
    while seen < 4:
        seen += 1
        nxt = next(
            (k for k in tree.children[at] if tree.dep[k] in ("acomp", "oprd") and tree.lemma[k].lower() in through),
            None,
        )
        if nxt is None and tree.lemma[at].lower() in through:
            nxt = next((k for k in tree.children[at] if tree.dep[k] == "xcomp"), None)
        if nxt is None:
            return
        yield nxt
        at = nxt


def beside(tree: Tree, line: Sequence[int]) -> Iterator[int]:
    """Yield the helping words, adverbs and adjectives of the predicates, and the predicates themselves."""
    for node in line:
        yield node
        for k in tree.children[node]:
            if tree.dep[k] in BESIDE:
                yield k


def _polarity(tree: Tree, line: Sequence[int], cues: Cues) -> Grounded[Polarity]:
    words = firm_words()
    found = [k for k in beside(tree, line) if tree.lower[k] in words.negations or tree.dep[k] == "neg"]
    found += [k for k in line[:-1] if tree.lemma[k].lower() in words.undone]
    found += [k for k in line[-1:] if tree.lemma[k].lower() in words.denying and tree.kids(k, "xcomp", "ccomp", "dobj")]
    found += list(_none(tree, line, words.none))
    found += (
        [tree.head[line[0]]] if tree.dep[line[0]] == "pcomp" and tree.lower[tree.head[line[0]]] == "without" else []
    )
    spans = [tree.words(k, k) for k in dict.fromkeys(found)]
    negative = len(spans) % 2 == 1
    denial = next((v.cue for v, c in cues if v.cue and c & words.denying), None)
    if denial and not negative:
        return Grounded("negative", "polarity.denial", (denial,))
    if negative:
        return Grounded("negative", "polarity.negation", tuple(sorted(spans)))
    return Grounded("positive", "polarity.double" if spans else "polarity.default", tuple(sorted(spans)))


def _none(tree: Tree, line: Sequence[int], none: frozenset[str]) -> Iterator[int]:
    """Yield "no" and its like on what the predicates say it of: "no patrol has been organised", "made no mention"."""
    for node in line:
        for k in tree.children[node]:
            if tree.dep[k] in ("nsubj", "nsubjpass", "dobj", "attr"):
                if tree.lower[k] in none and tree.lower[k] != "few":
                    yield k
                yield from (
                    d for d in tree.children[k] if tree.dep[d] in ("det", "neg") and tree.lower[d] in ("no", "neither")
                )
            elif tree.dep[k] in ("det", "neg") and tree.lower[k] == "no":
                yield k


def _certainty(tree: Tree, line: Sequence[int], cues: Cues) -> Grounded[Certainty]:
    words = firm_words()
    near = [k for k in beside(tree, line) if not (k in line and k == line[-1] and tree.pos[k] == "VERB")]
    for value, table, rule in (
        ("possible", words.possible, "certainty.possible"),
        ("probable", words.probable, "certainty.probable"),
    ):
        if hit := [k for k in near if tree.lemma[k].lower() in table and not _plain(tree, k)]:
            return Grounded(value, rule, tuple(tree.words(k, k) for k in sorted(set(hit))))  # type: ignore[arg-type]
    if hit := [k for k in _modifiers(tree, line) if tree.lower[k] in words.possible_before]:
        return Grounded("possible", "certainty.adjective", (tree.words(hit[0], hit[0]),))
    if said := _said(cues):
        return said
    if mark := next(
        (k for k in tree.children[line[0]] if tree.dep[k] == "mark" and tree.lower[k] in words.conditions), None
    ):
        return Grounded("possible", "certainty.condition", (tree.words(mark, mark),))
    return Grounded("certain", "certainty.default")


def _plain(tree: Tree, k: int) -> bool:
    """Tell whether a word of doubt is used plainly here: "could" and "can" for ability in the past, "thought" as the deed itself."""
    if tree.lower[k] in ("can", "could") and tree.dep[k] == "aux":
        verb = tree.head[k]
        return tree.lower[k] == "can" or any(tree.dep[c] == "neg" for c in tree.children[verb])
    if tree.pos[k] in ("VERB", "AUX") and tree.dep[k] not in ("aux", "advmod"):
        return not tree.kids(k, "xcomp", "oprd") or (tree.lemma[k] == "say" and not tree.kids(k, "auxpass"))
    return False


def _modifiers(tree: Tree, line: Sequence[int]) -> list[int]:
    head = line[-1]
    return [k for k in tree.children[head] if tree.dep[k] == "amod"] if tree.pos[head] in ("NOUN", "PROPN") else []


def _said(cues: Cues) -> Grounded[Certainty] | None:
    """Return the certainty that the words of saying leave: of rumours nobody answers for, and of what the last voice believes."""
    words = firm_words()
    for voice, cue in cues:
        if voice.source is None and cue & words.holderless and voice.cue and not voice.rule.startswith("cue.evidence"):
            return Grounded("possible", "certainty.holderless", (voice.cue,))
    if not cues:
        return None
    voice, cue = cues[-1]
    if cue & words.possibly_said and voice.cue:
        return Grounded("possible", "certainty.said", (voice.cue,))
    if cue & words.probably_said and voice.cue:
        return Grounded("probable", "certainty.said", (voice.cue,))
    return None
