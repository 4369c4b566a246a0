"""Verbs of saying: which of them say something here, whose saying it is, and where in the sentence its content stands."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.find.channels import cited, parted, told
from sayso.find.contents import (
    QUOTES,
    Content,
    Range,
    after_adjuncts,
    complement,
    finite,
    left_region,
    resumed,
    right_region,
    skip_that,
    trailing,
    trim,
    wordy,
)
from sayso.find.cue_objects import other_content, passive_saying
from sayso.find.cue_span import cue_span
from sayso.find.cue_words import cue_words
from sayso.find.kind_words import kind_tables
from sayso.find.saying import Link, Saying, Speaker
from sayso.find.speakers import agent_of, before_verb, holder, speaker_of
from sayso.find.tree import Tree
from sayso.find.voice_kinds import kind_of


def verb_sayings(tree: Tree, place: int) -> Iterator[Saying]:
    """Yield the sayings by a verb in one sentence, in reading order."""
    verbs = cue_words().verbs
    for v, lemma in enumerate(tree.lemma):
        if (
            lemma.lower() in verbs
            and (tree.tag[v].startswith("VB") or _mistagged(tree, v))
            and (found := _saying(tree, place, v, lemma.lower()))
        ):
            yield found


def _mistagged(tree: Tree, v: int) -> bool:
    """Tell whether a word tagged as a noun is a verb of saying by its place: "went on to state that", "…, Press TV reports."."""
    if tree.lower[v - 1] == "to" and v + 1 < len(tree) and tree.lower[v + 1] == "that":
        return True
    ends = v + 1 >= len(tree) or (v + 2 >= len(tree) and tree.text[v + 1] == ".")
    return (
        ends
        and v > 3
        and tree.tag[v - 1] in ("NNP", "NN")
        and tree.tag[v] == "NNS"
        and tree.lemma[v] in cue_words().trails
    )


def _saying(tree: Tree, place: int, verb: int, lemma: str) -> Saying | None:
    if tree.tag[verb] == "VBN" and (by := agent_of(tree, verb)):
        return passive_saying(tree, place, verb, by, lemma)
    if not says(tree, verb):
        return None
    speaker = speaker_of(tree, verb)
    if speaker is None or _no_source(tree, speaker, lemma) or tree.kids(verb, "nsubjpass"):
        return None
    return _by_rule(tree, place, verb, lemma, parted(tree, speaker))


def _no_source(tree: Tree, speaker: Speaker, lemma: str) -> bool:
    """Tell whether the speaker is none to us ("we", "this"), or a thing that shows something."""
    lower = tree.lower[speaker.noun]
    if lower in cue_words().not_speakers and speaker.first == speaker.last and not tree.text[speaker.noun].isupper():
        return True
    return lemma in cue_words().infer and not _can_say(tree, speaker)


def _by_rule(tree: Tree, place: int, verb: int, lemma: str, speaker: Speaker) -> Saying | None:
    for rule in (_clause_after, _trailing, other_content):
        if rule is other_content and not _can_say(tree, speaker):
            return None
        if found := rule(tree, verb, lemma, speaker):
            parts, name, before, loose = found
            links = (
                *told(tree, verb, speaker),
                Link(holder(tree, speaker), cue_span(tree, verb), name),
                *cited(tree, verb, speaker),
            )
            return Saying(tree, place, verb, links, [tree.words(*p) for p in parts], name, trails=before, open=loose)
    return None


def _can_say(tree: Tree, speaker: Speaker) -> bool:
    """Tell whether the source can say something: people, bodies and papers can, deeds and things cannot."""
    noun = speaker.noun
    if tree.entity[noun] in ("PERSON", "ORG", "GPE", "NORP") or tree.lower[noun] in cue_words().pronouns:
        return True
    return (
        tree.lemma[noun].lower() in cue_words().documents
        or kind_of(tree, speaker).sure
        or tree.lemma[noun].lower() in kind_tables().blank
    )


def says(tree: Tree, verb: int) -> bool:
    """Tell whether the verb reports a saying: not denied, not merely possible, not refused, not a noun's participle."""
    words = cue_words()
    kids = tree.children[verb]
    if any(tree.dep[k] == "neg" for k in kids) or any(
        tree.lower[k] in words.modals and tree.dep[k] == "aux" for k in kids
    ):
        return False
    if tree.tag[verb] == "VB" and any(tree.lower[k] == "to" for k in kids):
        up = tree.lemma[tree.head[verb]].lower()
        return up not in words.unsaid
    if (
        tree.tag[verb] == "VBN"
        and not any(tree.dep[k] in ("aux", "nsubj") for k in kids)
        and tree.dep[verb] in ("acl", "amod")
    ):
        return False
    return tree.dep[verb] not in ("amod", "compound")


def _clause_after(tree: Tree, verb: int, lemma: str, speaker: Speaker) -> Content | None:
    """Read "X said (that) …", and a quotation right after the verb or a colon."""
    words = cue_words()
    if lemma not in words.clause and lemma not in words.trails:
        return None
    after = max(verb, speaker.last) if speaker.first > verb else verb
    at = after_adjuncts(tree, after + 1)
    if lemma in words.trails and _introduces_quote(tree, at):
        if tree.text[at] == ":" and at + 1 >= len(tree):
            return [], "quote.speaker-before", False, True
        region = right_region(tree, at + (tree.text[at] in (":", ",")))
        return ([region] if region else []), "quote.speaker-before", False, True
    if lemma in words.trails and trailing(tree, verb, after) and _has_before(tree, min(speaker.first, verb)):
        return None
    return _clause(tree, verb, lemma, after)


def _introduces_quote(tree: Tree, at: int) -> bool:
    if at >= len(tree):
        return False
    if tree.text[at] == ":":
        return True
    mark = at + (tree.text[at] == ",")
    if mark >= len(tree) - 1 or tree.text[mark] not in QUOTES:
        return False
    return sum(1 for t in tree.text[:mark] if t in QUOTES) % 2 == 0


def _has_before(tree: Tree, stop: int) -> bool:
    region = left_region(tree, stop)
    return region is not None and (
        finite(tree, *region) or (wordy(tree, region) and any(t in QUOTES for t in tree.text[:stop]))
    )


def _clause(tree: Tree, verb: int, lemma: str, after: int) -> Content | None:
    words = cue_words()
    that = _that(tree, verb, after)
    if not that and (beyond := _that_beyond(tree, after)):
        return [beyond], "cue.clause", False, True
    found = complement(tree, verb, ("ccomp",), after)
    if found is None and that:
        found = right_region(tree, skip_that(tree, that))
    elif found is None and lemma in words.trails and lemma not in words.weak and lemma not in words.object:
        found = _loose(tree, after)
    if found is None or (lemma in words.weak and not (that or _own_clause(tree, verb, after))):
        return None
    if that and found[0] > that + 3 + (after_adjuncts(tree, that) - that):
        found = trim(tree, skip_that(tree, that), found[1]) or found
    return [found], "cue.clause", False, True


def _that(tree: Tree, verb: int, after: int) -> int:
    """Return where "that" opens what is said, right after the cue and its adjuncts; 0 if it does not."""
    at = after_adjuncts(tree, after + 1)
    for k in (after + 1, at, at + 1):
        if k < len(tree) and tree.lower[k] == "that" and tree.tag[k] == "IN":
            return k
    told = [k for k in tree.children[verb] if k > after and tree.dep[k] in ("dobj", "dative")]
    k = max((max(tree.subtree(t)) for t in told), default=-2) + 1
    return k if 0 < k < len(tree) and tree.lower[k] == "that" else 0


def _that_beyond(tree: Tree, after: int) -> Range | None:
    """Return the that-clause after "citing X" or "quoting X" between the cue and what is said."""
    if after + 2 >= len(tree) or tree.lower[after + 1 + (tree.text[after + 1] == ",")] not in cue_words().citing:
        return None
    that = next((i for i in range(after + 3, min(len(tree), after + 16)) if tree.lower[i] == "that"), None)
    return right_region(tree, that + 1) if that else None


def _own_clause(tree: Tree, verb: int, after: int) -> bool:
    """Tell whether the verb's complement is a clause with a subject of its own and a tense, and no question."""
    at = after_adjuncts(tree, after + 1)
    if at < len(tree) and (tree.tag[at] in ("WRB", "WP", "WDT") or tree.lower[at] in ("whether", "if")):
        return False
    for k in tree.children[verb]:
        if (
            k > after
            and tree.dep[k] == "ccomp"
            and any(tree.dep[c] in ("nsubj", "nsubjpass", "expl") for c in tree.children[k])
        ):
            return tree.tag[k] in ("VBD", "VBZ", "VBP") or any(
                tree.dep[c] in ("aux", "auxpass") and tree.tag[c] != "TO" for c in tree.children[k]
            )
    return False


def _own_subject(tree: Tree, span: Range) -> bool:
    return any(tree.dep[i] in ("nsubj", "nsubjpass", "expl") for i in range(span[0], span[1] + 1)) and finite(
        tree, *span
    )


def _loose(tree: Tree, after: int) -> Range | None:
    """Return the rest of the clause after a verb whose complement the parse did not see as a clause."""
    at = after_adjuncts(tree, after + 1)
    region = right_region(tree, at) if at < len(tree) else None
    if (
        region is None
        or not finite(tree, *region)
        or tree.tag[at] in ("WDT", "WP", "CC", "VBG")
        or not _own_subject(tree, region)
    ):
        return None
    return region


def _trailing(tree: Tree, verb: int, lemma: str, speaker: Speaker) -> Content | None:
    """Read "…, X said": with and without the comma, and in the middle."""
    if lemma not in cue_words().trails:
        return None
    first, last = min(speaker.first, verb), max(speaker.last, verb)
    if (
        speaker.last < verb
        and before_verb(tree, verb) not in (speaker.last, speaker.last + 1)
        and not _comma_between(tree, speaker, verb)
    ):
        return None
    if not trailing(tree, verb, last) or (tree.dep[verb] == "relcl" and not tree.kids(verb, "nsubj")):
        return None
    region, more = left_region(tree, first), resumed(tree, speaker, verb)
    quoted = any(t in QUOTES for t in tree.text[:first])
    if region is None or not (wordy(tree, region) or more):
        if lemma not in cue_words().told and _more_after(tree, verb, lemma, last):
            return None
        return ([], "quote.speaker-after", True, True) if first <= 2 or region is None or quoted else None
    return [region, more] if more else [region], "quote.speaker-after" if quoted else "cue.trailing", True, True


def _more_after(tree: Tree, verb: int, lemma: str, last: int) -> bool:
    """Tell whether what is said stands after the verb in another form than a clause."""
    brings = cue_words().after.get(lemma, frozenset())
    kids = [k for k in tree.children[verb] if k > last]
    return any(
        tree.dep[k] in ("xcomp", "ccomp", "dobj") or (tree.dep[k] == "prep" and tree.lower[k] in brings) for k in kids
    )


def _comma_between(tree: Tree, speaker: Speaker, verb: int) -> bool:
    return any(tree.text[i] == "," for i in range(speaker.last, verb))
