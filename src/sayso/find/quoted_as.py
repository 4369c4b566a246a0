"""Attribution at second hand: "Y quoted X as saying that …"."""

from __future__ import annotations

from sayso.find.contents import left_region, right_region, skip_that, wordy
from sayso.find.noun_phrase import left_edge, phrase_after
from sayso.find.saying import Link, Saying, Speaker
from sayso.find.speakers import agent_of, speaker_of
from sayso.find.tree import Tree


def quoted_as(tree: Tree, place: int, verb: int) -> Saying | None:
    """Read "Y quoted X as saying that …", "X was quoted as saying by Y", "X was quoted by Y as saying"."""
    window = range(verb + 1, min(len(tree), verb + 25))
    told = next(
        (
            i
            for i in window
            if tree.tag[i] == "VBG"
            and (tree.lower[i - 1] == "as" or (tree.lemma[i] == "say" and tree.dep[i] != "pcomp"))
        ),
        None,
    )
    if told is None or tree.tag[verb] == "VBG":
        return None
    passive = bool(tree.kids(verb, "nsubjpass")) or (tree.tag[verb] == "VBN" and not tree.kids(verb, "dobj", "nsubj"))
    cue, said = tree.words(verb, verb), tree.words(told - (tree.lower[told - 1] == "as"), told)
    if passive:
        subjects = tree.kids(verb, "nsubjpass")
        whom = Speaker(left_edge(tree, subjects[0]), subjects[0], subjects[0]) if subjects else None
        outer = agent_of(tree, verb) or agent_of(tree, told)
    else:
        outer, whom = speaker_of(tree, verb), _cited_source(tree, verb, told)
    if whom is None:
        return None
    outer_link = (Link(outer, cue, "chain.quoted"),) if outer else ()
    end = (
        next((i for i in range(told + 1, len(tree)) if tree.lower[i] == "by"), None)
        if passive and outer and outer.first > told
        else None
    )
    first = skip_that(tree, told + 1 if end is None else outer.last + 1 if outer else told + 1)
    region = right_region(tree, first) if first < len(tree) else None
    before = left_region(tree, whom.first) if passive and (region is None or not wordy(tree, region)) else None
    chosen = region if region and wordy(tree, region) else before
    return Saying(
        tree,
        place,
        told,
        (*outer_link, Link(whom, said, "chain.quoted")),
        [tree.words(*chosen)] if chosen else [],
        "chain.quoted",
        trails=chosen is before,
        open=True,
    )


def _cited_source(tree: Tree, verb: int, told: int) -> Speaker | None:
    for k in tree.kids(verb, "dobj", "nsubj", "ccomp"):
        if verb < k < told:
            return phrase_after(tree, verb + 1, k)
    return Speaker(verb + 1, told - 2, told - 2) if told - 2 > verb else None
