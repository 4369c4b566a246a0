"""When it is said to be: past, present or future, by helping verbs, tags and what governs the words."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.find.firm_words import firm_words
from sayso.find.tree import Tree
from sayso.model.claim import Tense
from sayso.model.span import Grounded
from sayso.model.who import Voice

VERBAL = frozenset({"VERB", "AUX"})


def tense_of(
    tree: Tree, line: Sequence[int], inside: frozenset[int], cues: list[tuple[Voice, frozenset[str]]]
) -> Grounded[Tense]:
    """Return the tense of the unit whose predicates are ``line``; present perfect is past, participles take their governor's tense."""
    words = firm_words()
    if ahead := _ahead(tree, line):
        return Grounded("future", "tense.ahead", tuple(tree.words(k, k) for k in ahead))
    found = next((t for node in line if tree.pos[node] in VERBAL and (t := finite_tense(tree, node))), None)
    if found:
        return found
    said = next((v.cue for v, c in reversed(cues) if v.cue and c & words.ahead_said), None)
    if said and not _has_tense(tree, inside):
        return Grounded("future", "tense.said", (said,))
    if tree.pos[line[0]] not in VERBAL:
        return _of_noun(tree, line[0], inside)
    return _governed(tree, line[0], inside) or Grounded("past", "tense.default")


def _of_noun(tree: Tree, noun: int, inside: frozenset[int]) -> Grounded[Tense]:
    """Return a noun's tense: that of the clause that tells more of it, the future of what governs it, else past."""
    for k in tree.children[noun]:
        if k in inside and tree.dep[k] == "relcl" and (found := finite_tense(tree, k)):
            return found
    at = noun
    for _ in range(6):
        at = tree.head[at]
        if tree.pos[at] in VERBAL and (ahead := _ahead(tree, [at])):
            return Grounded("future", "tense.governor", tuple(tree.words(k, k) for k in ahead))
    return Grounded("past", "tense.noun")


def _ahead(tree: Tree, line: Sequence[int]) -> list[int]:
    """Return the words by which the predicates look ahead: "will", "is set to", "likely to rise", "vowed to"."""
    words, out = firm_words(), []
    for n, node in enumerate(line):
        helpers = [k for k in tree.children[node] if tree.dep[k] == "aux" and tree.lower[k] in words.future]
        if helpers and not any(tree.lower[k] == "have" and tree.dep[k] == "aux" for k in tree.children[node]):
            out += helpers
        below = line[n + 1] if n + 1 < len(line) else -1
        if (
            below >= 0
            and tree.lemma[node].lower() in words.ahead
            and tree.tag[below] == "VB"
            and not _have(tree, below)
            and not _stative(tree, node, below)
        ):
            out.append(node)
        if tree.lower[node] == "going" and below >= 0 and tree.tag[below] == "VB":
            out.append(node)
    return sorted(set(out))


def _stative(tree: Tree, node: int, below: int) -> bool:
    """Tell whether "likely to be" speaks of what is, not of what will be."""
    return tree.lemma[node] in ("likely", "unlikely") and tree.lemma[below] == "be" and not tree.kids(below, "auxpass")


def _have(tree: Tree, verb: int) -> bool:
    return any(tree.lower[k] == "have" and tree.dep[k] == "aux" for k in tree.children[verb])


def finite_tense(tree: Tree, verb: int) -> Grounded[Tense] | None:
    """Return the tense that a verb and its helpers show; None where they show none (infinitives, bare participles)."""
    words = firm_words()
    helpers = [k for k in tree.children[verb] if tree.dep[k] in ("aux", "auxpass") and k < verb]
    shown = tuple(tree.words(k, k) for k in [*helpers, verb])
    if any(tree.lower[k] in words.perfect for k in helpers):
        return Grounded("past", "tense.perfect", shown)
    if any(tree.lower[k] in words.modals for k in helpers) and not any(tree.tag[k] == "VBD" for k in helpers):
        return Grounded("present", "tense.modal", shown)
    bearers = [k for k in helpers if tree.tag[k] in ("VBD", "VBZ", "VBP")] or [verb]
    if any(tree.tag[k] == "VBD" for k in bearers):
        return Grounded("past", "tense.aux" if helpers else "tense.verb", shown)
    if any(tree.tag[k] in ("VBZ", "VBP") for k in bearers):
        return Grounded("present", "tense.aux" if helpers else "tense.verb", shown)
    return None


def _has_tense(tree: Tree, inside: frozenset[int]) -> bool:
    return any(tree.tag[i] in ("VBD", "VBZ", "VBP", "MD") for i in inside)


def _governed(tree: Tree, top: int, inside: frozenset[int]) -> Grounded[Tense] | None:
    """Return the tense of the nearest governing verb that has one, for participles, infinitives and nouns."""
    if tree.tag[top] == "VBN" and tree.dep[top] in ("acl", "ROOT", "ccomp", "advcl", "conj"):
        return Grounded("past", "tense.participle", (tree.words(top, top),))
    at = top
    for _ in range(8):
        up = tree.head[at]
        if up == at:
            return None
        at = up
        if tree.pos[at] in VERBAL and (found := _own(tree, at, at in inside)):
            return found
    return None


def _own(tree: Tree, verb: int, inside: bool) -> Grounded[Tense] | None:
    """Return a governor's tense; one outside the unit (a word of saying) lends only its past."""
    ahead = [k for k in tree.children[verb] if tree.dep[k] == "aux" and tree.lower[k] in firm_words().future]
    if ahead and inside:
        return Grounded("future", "tense.governor", (tree.words(ahead[0], verb),))
    found = finite_tense(tree, verb)
    if found is None:
        return None
    return (
        Grounded(found.value, "tense.governor", found.spans)
        if inside or found.value == "past" or tree.lemma[verb] not in ("say", "tell")
        else None
    )
