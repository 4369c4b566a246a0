"""Claims of responsibility and denials of it: "X claimed responsibility for the attack", "an attack claimed by X", "nobody has claimed it"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.find.contents import Range, trim
from sayso.find.cue_span import cue_span
from sayso.find.cue_words import cue_words
from sayso.find.deeds import is_deed
from sayso.find.noun_phrase import phrase_after
from sayso.find.phrase import left_edge
from sayso.find.saying import Link, Saying, Speaker
from sayso.find.speakers import agent_of, speaker_of
from sayso.find.tree import Tree
from sayso.model.span import Span
from sayso.vocab.loader import load
from sayso.vocab.shapes.roles import Verbs
from sayso.vocab.shapes.voices import Responsibility

RULE = "cue.responsibility"


@dataclass(frozen=True, slots=True)
class Taking:
    """The words of ``voices/responsibility`` as sets; ``of`` gives what each verb takes or refuses."""

    of: dict[str, frozenset[str]]
    nouns: frozenset[str]
    nobody: frozenset[str]
    claims: frozenset[str]
    joins: frozenset[str]


@cache
def taking() -> Taking:
    """Return the words by which somebody takes a deed upon himself or refuses it."""
    r = load("voices/responsibility", Responsibility)
    takes, refuses = frozenset(r.nouns), frozenset([*r.nouns, *r.refused])
    of = dict.fromkeys(r.takes, takes) | dict.fromkeys(r.refuses, refuses)
    return Taking(of, takes, frozenset(r.nobody), frozenset(r.claims), frozenset(r.joins))


def responsibilities(tree: Tree, place: int) -> tuple[list[Saying], set[int]]:
    """Return the claims of responsibility in one sentence, and the words that claim it for nobody: those lay nothing in a mouth."""
    found: list[Saying] = []
    nobody: set[int] = set()
    words = taking()
    for i, lemma in enumerate(tree.lemma):
        if lemma in words.claims and tree.pos[i] == "NOUN" and _no(tree, i):
            nobody.add(i)
        elif lemma in words.of and tree.pos[i] == "VERB" and (claimed := _claimed(tree, i)):
            span, speaker = claimed
            if any(tree.dep[k] == "neg" for k in tree.children[i]) or (speaker and _nobody(tree, speaker)):
                nobody.add(i)
            elif span and speaker and tree.lower[speaker.noun] not in cue_words().not_speakers:
                link = Link(speaker, cue_span(tree, i), RULE)
                found.append(Saying(tree, place, i, (link,), [tree.words(*span)], RULE))
    return found, nobody


def _claimed(tree: Tree, verb: int) -> tuple[Range | None, Speaker | None] | None:
    """Return what a verb says is claimed, and by whom; None when it speaks of no responsibility."""
    lemma, words = tree.lemma[verb], taking()
    noun = next((k for k in tree.kids(verb, "dobj", "nsubjpass") if tree.lemma[k] in words.of[lemma]), None)
    if noun is not None:
        passive = tree.dep[noun] == "nsubjpass"
        return _taken(tree, verb, noun), agent_of(tree, verb) if passive else speaker_of(tree, verb)
    deed = next(_deeds(tree, verb), None) if lemma in words.claims else None
    if deed is None or (agent := agent_of(tree, verb)) is None:
        return None
    return trim(tree, left_edge(tree, deed), max(i for i in tree.subtree(deed) if i < verb)), agent


def _deeds(tree: Tree, verb: int) -> Iterator[int]:
    """Yield the deed that a passive verb of claiming says is claimed: its subject, or the noun it hangs on."""
    yield from (k for k in tree.kids(verb, "nsubjpass") if is_deed(tree, k))
    if tree.dep[verb] == "acl" and tree.tag[verb] == "VBN" and is_deed(tree, tree.head[verb]):
        yield tree.head[verb]


def _no(tree: Tree, noun: int) -> bool:
    """Tell whether "no" stands before the noun and responsibility after it: "no immediate claim of responsibility"."""
    words = taking()
    after = (o for k in tree.kids(noun, "prep") if tree.lower[k] in words.joins for o in tree.kids(k, "pobj"))
    no = any(tree.lower[k] in words.nobody for k in tree.kids(noun, "det"))
    return no and any(tree.lemma[o] in words.nouns for o in after)


def unclaimed(tree: Tree, tokens: Sequence[int]) -> bool:
    """Tell whether a stretch only says that nobody claims responsibility: that tells no happening."""
    if not any(tree.lemma[i] in taking().nouns for i in tokens):
        return False
    return any(k in tokens for k in responsibilities(tree, 0)[1])


def answerable(tree: Tree, cue: int) -> Speaker | None:
    """Return whom the words of saying hold to have done it: their own subject who claims or denies it, or whom it blames."""
    lemma = tree.lemma[cue]
    if lemma in blames() and tree.pos[cue] == "VERB":
        blamed = tree.kids(cue, "dobj", "nsubjpass")
        near = [cue, *blamed]  # the parse may hang "on" on the deed
        blamed = [
            o for i in near for k in tree.kids(i, "prep") if tree.lower[k] == "on" for o in tree.kids(k, "pobj")
        ] or blamed
        return _named(tree, blamed[0]) if blamed else None
    claimed = _claimed(tree, cue) if lemma in taking().of and tree.pos[cue] == "VERB" else None
    return claimed[1] if claimed else None


@cache
def holding() -> frozenset[str]:
    """Return the verbs that hold somebody to have done a deed, himself or another."""
    return blames() | frozenset(taking().of)


def _named(tree: Tree, noun: int) -> Speaker:
    """Return the words that name whom it blames: "a coalition" of "a coalition of carrying out the attack"."""
    whole = phrase_after(tree, left_edge(tree, noun), noun)
    deeds = [k for k in tree.kids(noun, "prep") if tree.kids(k, "pcomp") and whole.first < k <= whole.last]
    return Speaker(whole.first, min(deeds) - 1, noun) if deeds else whole


@cache
def blames() -> frozenset[str]:
    """Return the verbs whose object is said to have done it."""
    return frozenset(load("roles/verbs", Verbs).blames)


def for_nobody(tree: Tree, speaker: Speaker | None, said: Span) -> bool:
    """Tell whether a saying says that nobody claims responsibility."""
    if speaker is None or not _nobody(tree, speaker):
        return False
    return any(tree.lemma[i] in taking().nouns for i in tree.tokens_in(said))


def _nobody(tree: Tree, speaker: Speaker) -> bool:
    return tree.lower[speaker.first] in taking().nobody or tree.lower[speaker.noun] in taking().nobody


def _taken(tree: Tree, verb: int, noun: int) -> Range | None:
    """Return the words from the noun to the end of the deed it is taken for, which the parse may hang on the verb."""
    joins = taking().joins
    if tree.dep[noun] == "nsubjpass":
        inside = tree.subtree(noun)
        return trim(tree, inside[0], inside[-1])
    if tree.dep[verb] == "relcl" and any(
        tree.lower[k] == "which" for p in tree.kids(verb, "prep") for k in tree.children[p]
    ):
        first = min(tree.subtree(verb))
        inside = [i for i in tree.subtree(tree.head[verb]) if i < first]
        return trim(tree, left_edge(tree, tree.head[verb]), inside[-1])
    last = max(i for i in tree.subtree(noun) if not _told_of(tree, i, noun))
    for k in tree.kids(verb, "prep"):
        if k > noun and (tree.lower[k] == "for" or (k == last + 1 and tree.lower[k] in joins)) and not _paper(tree, k):
            last = max([last, *(i for i in tree.subtree(k) if not _told_of(tree, i, noun))])
    return trim(tree, left_edge(tree, noun), last)


def _told_of(tree: Tree, i: int, top: int) -> bool:
    """Tell whether a word stands in what tells more of what is claimed, or where: who claims an attack vouches for no toll of it."""
    while i != top and tree.head[i] != i:
        if tree.dep[i] in ("relcl", "advcl") or (tree.dep[i] == "prep" and _paper(tree, i)):
            return True
        i = tree.head[i]
    return False


def _paper(tree: Tree, prep: int) -> bool:
    return any(tree.lemma[o].lower() in cue_words().documents for o in tree.kids(prep, "pobj"))
