"""Attribution by "according to X" and its like: before, after or in the middle of what is said."""

from __future__ import annotations

from sayso.find.contents import Range, finite, left_region, right_region, wordy
from sayso.find.cue_words import cue_words
from sayso.find.saying import Link, Saying, Speaker
from sayso.find.speakers import holder
from sayso.find.tree import Tree


def according(tree: Tree, place: int, i: int) -> Saying | None:
    """Read "According to X, …", "…, according to X" and "…, according to X, …"."""
    phrase = next((p for p in cue_words().accordings[tree.lower[i]] if tree.lower[i : i + len(p)] == p), None)
    if phrase is None or i + len(phrase) >= len(tree):
        return None
    first = i + len(phrase)
    speaker = _source_after(tree, first)
    if speaker is None:
        return None
    link = Link(holder(tree, speaker), tree.words(i, first - 1), "cue.according")
    parts = _around(tree, i, speaker.last)
    return (
        Saying(
            tree,
            place,
            i,
            (link,),
            [tree.words(*p) for p in parts],
            "cue.according",
            trails=bool(parts) and parts[0][0] < i,
            open=True,
        )
        if parts
        else None
    )


def _source_after(tree: Tree, first: int) -> Speaker | None:
    """Return the noun phrase that begins at ``first``; a text without commas runs on into the statement."""
    inner = {"DT", "JJ", "NN", "NNS", "NNP", "NNPS", "POS", "PRP$", "CD", "HYPH", "VBN", "JJS", "FW", "PDT", "AFX"}
    at, noun = first, -1
    while at < len(tree) and at - first < 16:
        tag, is_noun = tree.tag[at], tree.tag[at].startswith("NN")
        if noun >= 0 and (tag in ("DT", "PRP", "EX") or (tag == "VBN" and not is_noun)):
            break
        if (
            tag == "IN"
            and noun >= 0
            and tree.lower[at] in ("of", "for", "in", "at", "on", "with", "from")
            and tree.head[at] <= at
            and at + 1 < len(tree)
            and tree.tag[at + 1] in inner
        ):
            at += 1
            while at < len(tree) and tree.tag[at] in ("DT", "PRP$"):
                at += 1
            continue
        if (
            tag == "CC"
            and noun == at - 1
            and at + 1 < len(tree)
            and tree.dep[at + 1] in ("conj", "compound", "det", "amod")
            and tree.head[at] == noun
        ):
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
    if (
        not finite(tree, *before)
        and after
        and finite(tree, *after)
        and last + 1 < len(tree)
        and tree.text[last + 1] == ","
    ):
        return [before, after]
    return [before]


def _past_aside(tree: Tree, at: int) -> int:
    """Return where the sentence goes on after an aside on the source ("…, which relies on …, …")."""
    if (
        at + 1 < len(tree)
        and tree.text[at] == ","
        and (tree.tag[at + 1] in ("WDT", "WP") or tree.dep[at + 1] == "appos")
    ):
        for k in range(at + 1, min(len(tree), at + 40)):
            if tree.text[k] == ",":
                return k + 1
    return at
