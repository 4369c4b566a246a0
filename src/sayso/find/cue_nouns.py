"""Saying without a verb of saying: "according to X", rumours and claims, photos that show, "reportedly", "it is said"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.find.contents import FINITE, Range, complement, finite, left_region, right_region, skip_that, trim, wordy
from sayso.find.cue_words import cue_words
from sayso.find.saying import Link, Saying, Speaker
from sayso.find.speakers import agent_of, left_edge, phrase_after, speaker_of
from sayso.find.tree import Tree


def other_sayings(tree: Tree, place: int) -> Iterator[Saying]:
    """Yield the sayings of one sentence whose cue is no verb of saying with its speaker."""
    words = cue_words()
    for i, lower in enumerate(tree.lower):
        lemma = tree.lemma[i].lower()
        found = None
        if lower in words.accordings:
            found = _according(tree, place, i)
        elif lower in words.reportedly:
            found = _reportedly(tree, place, i)
        elif lemma in words.evidence and tree.pos[i] in ("NOUN", "PROPN"):
            found = _evidence(tree, place, i)
        elif lemma in words.clause_nouns and tree.pos[i] == "NOUN":
            found = _noun(tree, place, i, lemma)
        elif lemma in words.impersonal and tree.tag[i] == "VBN":
            found = _impersonal(tree, place, i, lemma)
        if lemma in words.cites and tree.pos[i] == "VERB":
            found = _quoted_as(tree, place, i) or found
        if found:
            yield found


def _according(tree: Tree, place: int, i: int) -> Saying | None:
    """"According to X, …", "…, according to X" and "…, according to X, …"."""
    phrase = next((p for p in cue_words().accordings[tree.lower[i]] if tree.lower[i : i + len(p)] == p), None)
    if phrase is None or i + len(phrase) >= len(tree):
        return None
    first = i + len(phrase)
    speaker = _source_after(tree, first)
    if speaker is None:
        return None
    link = Link(speaker, tree.words(i, first - 1), "cue.according")
    parts = _around(tree, i, speaker.last)
    return Saying(tree, place, i, (link,), [tree.words(*p) for p in parts], "cue.according", trails=bool(parts) and parts[0][0] < i, open=True) if parts else None


def _source_after(tree: Tree, first: int) -> Speaker | None:
    """Return the noun phrase that begins at ``first``; a text without commas runs on into the statement."""
    inner = {"DT", "JJ", "NN", "NNS", "NNP", "NNPS", "POS", "PRP$", "CD", "HYPH", "VBN", "JJS", "FW", "PDT", "AFX"}
    at, noun = first, -1
    while at < len(tree) and at - first < 16:
        tag, is_noun = tree.tag[at], tree.tag[at].startswith("NN")
        if noun >= 0 and (tag in ("DT", "PRP", "EX") or (tag == "VBN" and not is_noun)):
            break
        if tag == "IN" and noun >= 0 and tree.lower[at] in ("of", "for", "in", "at", "on", "with", "from") and tree.head[at] <= at and at + 1 < len(tree) and tree.tag[at + 1] in inner:
            at += 1
            while at < len(tree) and tree.tag[at] in ("DT", "PRP$"):
                at += 1
            continue
        if tag == "CC" and noun == at - 1 and at + 1 < len(tree) and tree.dep[at + 1] in ("conj", "compound", "det", "amod") and tree.head[at] == noun:
            at += 1
            continue
        if tag not in inner and tree.text[at] != "-":
            break
        noun = at if is_noun else noun
        at += 1
    if noun < 0:
        return Speaker(first, first, first) if first < len(tree) and tree.pos[first] in ("PRON", "NUM") else None
    heads = [i for i in range(first, noun + 1) if tree.dep[i] == "pobj" and tree.head[i] < first]
    return Speaker(first, noun, heads[0] if heads else noun)


def _around(tree: Tree, start: int, last: int) -> list[Range]:
    """Return what an "according to" phrase covers: the words before it, else those after, both if it cuts a clause in two."""
    before = left_region(tree, start)
    after = right_region(tree, _past_aside(tree, last + 1))
    if before is None or not wordy(tree, before):
        return [after] if after else []
    if not finite(tree, *before) and after and finite(tree, *after) and last + 1 < len(tree) and tree.text[last + 1] == ",":
        return [before, after]
    return [before]


def _past_aside(tree: Tree, at: int) -> int:
    """Return where the sentence goes on after an aside on the source ("…, which relies on …, …")."""
    if at + 1 < len(tree) and tree.text[at] == "," and (tree.tag[at + 1] in ("WDT", "WP") or tree.dep[at + 1] in ("appos",)):
        for k in range(at + 1, min(len(tree), at + 40)):
            if tree.text[k] == ",":
                return k + 1
    return at


def _reportedly(tree: Tree, place: int, i: int) -> Saying | None:
    """The clause around "reportedly": nobody is named who reports it."""
    up = tree.head[i]
    inside = tree.subtree(up) if tree.pos[up] in ("VERB", "AUX") else []
    if tree.pos[up] not in ("VERB", "AUX"):
        up, inside = tree.head[up], tree.subtree(tree.head[up])
    inside = [k for k in inside if k != i and not (tree.dep[k] == "cc" and k < up)]
    if not inside:
        return None
    a, b = inside[0], inside[-1]
    if tree.dep[up] == "relcl" and tree.lower[a] in ("who", "which", "that"):
        a += 1
    parts = [p for p in (trim(tree, a, i - 1), trim(tree, i + 1, b)) if p]
    return Saying(tree, place, i, (Link(None, tree.words(i, i), "cue.reportedly"),), [tree.words(*p) for p in parts], "cue.reportedly")


def _evidence(tree: Tree, place: int, noun: int) -> Saying | None:
    """"Photos released by X show …", "footage appeared to show …", "released photos showing …"."""
    words = cue_words()
    verb = _showing(tree, noun)
    if verb is None:
        return None
    found = complement(tree, verb, ("ccomp", "dobj", "xcomp", "oprd"), verb)
    if found is None:
        return None
    first = left_edge(tree, noun)
    link = Link(None, tree.words(first if noun - first < 8 else noun, verb), "cue.evidence")
    holder = _holder(tree, noun, words.carries)
    return Saying(tree, place, verb, (*holder, link), [tree.words(*found)], "cue.evidence")


def _showing(tree: Tree, noun: int) -> int | None:
    """Return the verb by which the pictures show, if they do."""
    words, up = cue_words(), tree.head[noun]
    for k in tree.children[noun]:
        if tree.dep[k] in ("acl", "relcl") and tree.lemma[k].lower() in words.shows and tree.tag[k] != "VBN":
            return _shown(tree, k)
    while tree.dep[noun] == "conj" and noun != up:
        noun, up = up, tree.head[up]
    if tree.dep[noun] in ("nsubj", "compound", "nmod") and up != noun:
        verb = up if tree.dep[noun] == "nsubj" else tree.head[up]
        if tree.lemma[verb].lower() in words.shows and tree.tag[verb].startswith("VB"):
            return _shown(tree, verb)
    return _next_showing(tree, noun)


def _next_showing(tree: Tree, noun: int) -> int | None:
    nxt = noun + 1
    if nxt < len(tree) and tree.tag[nxt] in ("VBG", "VBZ", "VBD", "VBP") and tree.lemma[nxt].lower() in cue_words().shows:
        return _shown(tree, nxt)
    return None


def _shown(tree: Tree, verb: int) -> int:
    """Follow "appear to show" to the verb that shows."""
    if tree.lemma[verb].lower() in cue_words().seems:
        for k in tree.kids(verb, "xcomp"):
            if tree.lemma[k].lower() in cue_words().shows:
                return k
    return verb


def _holder(tree: Tree, noun: int, carries: frozenset[str]) -> tuple[Link, ...]:
    """Return who released the pictures: the subject of the verb they are the object of, or the by-agent after them."""
    for k in tree.children[noun]:
        if tree.dep[k] == "acl" and tree.lemma[k].lower() in carries and (by := agent_of(tree, k)):
            return (Link(by, tree.words(k, k), "chain.released"),)
    up = tree.head[noun]
    if tree.dep[noun] in ("dobj", "nsubjpass") and tree.lemma[up].lower() in carries and (who := speaker_of(tree, up)):
        return (Link(who, tree.words(up, up), "chain.released"),)
    return ()


def _noun(tree: Tree, place: int, noun: int, lemma: str) -> Saying | None:
    """"Rumours that …", "a claim by X that …", "reports of …"."""
    words = cue_words()
    that = next((k for k in tree.children[noun] if k > noun and tree.dep[k] in ("acl", "ccomp", "relcl") and _opened_by_that(tree, k, noun)), None)
    found = complement(tree, noun, (tree.dep[that],), noun) if that is not None else None
    if found is None and lemma in words.of_nouns:
        of = next((k for k in tree.children[noun] if k == noun + 1 and tree.lower[k] == "of"), None)
        found = trim(tree, of + 1, tree.subtree(of)[-1]) if of is not None else None
    if found is None:
        return None
    speaker = _owner(tree, noun)
    if speaker is None and (lemma not in words.holderless or lemma in words.never_alone):
        return None
    if speaker and tree.lower[speaker.noun] in ("my", "our", "your", "i", "we", "you"):
        return None
    cue_first = noun - 1 if noun and tree.lower[noun - 1] == "the" else noun
    return Saying(tree, place, noun, (Link(speaker, tree.words(cue_first, noun), "cue.noun"),), [tree.words(*found)], "cue.noun")


def _opened_by_that(tree: Tree, verb: int, noun: int) -> bool:
    low = min((i for i in tree.subtree(verb) if i > noun), default=verb)
    return tree.lower[low] == "that" and tree.tag[low] == "IN" and tree.tag[verb] != "VBG"


def _owner(tree: Tree, noun: int) -> Speaker | None:
    """Return whose statement it is: possessor, by-phrase, "from X", or the subject that makes it ("made a claim that")."""
    for k in tree.children[noun]:
        if tree.dep[k] == "poss":
            first = left_edge(tree, k)
            return Speaker(first, k, k)
        if k > noun and tree.lower[k] in ("by", "from") and (nouns := tree.kids(k, "pobj")):
            return phrase_after(tree, k + 1, nouns[0])
    up = tree.head[noun]
    if tree.dep[noun] == "dobj" and tree.lemma[up] in ("make", "issue", "voice", "express", "repeat", "publish", "release", "give", "raise", "air", "have", "send"):
        return speaker_of(tree, up)
    return None


def _impersonal(tree: Tree, place: int, verb: int, lemma: str) -> Saying | None:
    """"It is reported that …", "X is said to have …": a saying that nobody is named for; with a by-agent, his."""
    subjects = tree.kids(verb, "nsubjpass", "nsubj", "expl")
    if not subjects or not tree.kids(verb, "auxpass", "aux"):
        return None
    who = agent_of(tree, verb)
    it = next((k for k in subjects if tree.lower[k] in ("it", "there")), None)
    if any(tree.dep[k] == "neg" for k in tree.children[verb]):
        return None
    if it is not None and (found := complement(tree, verb, ("ccomp", "xcomp", "acl", "relcl"), verb)):
        return _holderless(tree, place, verb, it, who, [found], "cue.impersonal")
    if lemma not in cue_words().raised and who is None:
        return None
    raised = [k for k in tree.kids(verb, "xcomp") if tree.tag[k] in ("VB",)]
    if not raised:
        return None
    subject, rest = left_edge(tree, subjects[0]), complement(tree, verb, ("xcomp",), verb)
    edge = max(i for i in tree.subtree(subjects[0]) if i < verb)
    parts = [p for p in (trim(tree, min(subject, subjects[0]), edge), rest) if p]
    return _holderless(tree, place, verb, verb, who, parts, "cue.raised")


def _holderless(tree: Tree, place: int, verb: int, first: int, who: Speaker | None, parts: list[Range], rule: str) -> Saying:
    low = min([first, *(k for k in tree.kids(verb, "aux", "auxpass") if tree.tag[k] in (*FINITE, "VBN"))])
    return Saying(tree, place, verb, (Link(who, tree.words(low, verb), rule),), [tree.words(*p) for p in parts], rule)


def _quoted_as(tree: Tree, place: int, verb: int) -> Saying | None:
    """"Y quoted X as saying that …", "X was quoted as saying by Y", "X was quoted by Y as saying"."""
    window = range(verb + 1, min(len(tree), verb + 25))
    told = next((i for i in window if tree.tag[i] == "VBG" and tree.lower[i - 1] == "as"), None)
    if told is None or tree.tag[verb] == "VBG":
        return None
    passive = bool(tree.kids(verb, "nsubjpass")) or tree.tag[verb] == "VBN" and not tree.kids(verb, "dobj", "nsubj")
    cue, said = tree.words(verb, verb), tree.words(told - 1, told)
    if passive:
        subjects = tree.kids(verb, "nsubjpass")
        whom = Speaker(left_edge(tree, subjects[0]), subjects[0], subjects[0]) if subjects else None
        outer = agent_of(tree, verb) or agent_of(tree, told)
    else:
        outer, whom = speaker_of(tree, verb), _cited_source(tree, verb, told)
    if whom is None:
        return None
    outer_link = (Link(outer, cue, "chain.quoted"),) if outer else ()
    end = next((i for i in range(told + 1, len(tree)) if tree.lower[i] == "by"), None) if passive and outer and outer.first > told else None
    first = skip_that(tree, told + 1 if end is None else outer.last + 1 if outer else told + 1)
    region = right_region(tree, first) if first < len(tree) else None
    before = left_region(tree, whom.first) if passive and (region is None or not wordy(tree, region)) else None
    chosen = region if region and wordy(tree, region) else before
    return Saying(tree, place, told, (*outer_link, Link(whom, said, "chain.quoted")), [tree.words(*chosen)] if chosen else [], "chain.quoted", trails=chosen is before, open=True)


def _cited_source(tree: Tree, verb: int, told: int) -> Speaker | None:
    for k in tree.kids(verb, "dobj", "nsubj", "ccomp"):
        if verb < k < told:
            return phrase_after(tree, verb + 1, k)
    return Speaker(verb + 1, told - 2, told - 2) if told - 2 > verb else None
