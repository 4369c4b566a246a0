"""Sources to voices: each link of a chain with its kind, what it names, and whom "he" or "the group" may be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sayso.find.cue_words import cue_words
from sayso.find.introduced import Introductions
from sayso.find.joining import QuoteIndex
from sayso.find.kind_words import kind_tables
from sayso.find.saying import Link, Saying, Speaker
from sayso.find.tree import Tree
from sayso.find.voice_kinds import Kinded, kind_of, singular
from sayso.model.article import Article
from sayso.model.claim import Attribution, Manner
from sayso.model.span import Span
from sayso.model.who import Voice

DIRECT, MIXED = 0.92, 0.03
"""Share of the content inside quotation marks from which it counts as wholly, or as partly, quoted."""

BODIES = frozenset({"media", "armed-group", "international-org", "ngo-monitor"})
"""Kinds of voices that no "he" or "she" means unless a person's name or title stands in them."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """A voice heard before, with the last word of its name and the link through which it came."""

    voice: Voice
    noun: str
    words: frozenset[str]
    person: bool
    plural: bool
    before: Link | None
    tree: Tree


@dataclass(slots=True)
class _Memory:
    """The voices of the article so far: whom a pronoun or a bare noun most likely means, as a first guess."""

    text: str
    outlet: str
    introduced: Introductions
    heard: list[_Seen] = field(default_factory=list)


def voiced(
    article: Article, sentences: Sequence[Tree], sayings: Sequence[Saying], index: QuoteIndex
) -> list[Attribution]:
    """Return the attributions that the sayings make, in the order of their cues."""
    outlet = article.outlet.value.lower().removeprefix("the ") if article.outlet else ""
    memory = _Memory(article.text, outlet, Introductions(sentences))
    out = []
    for saying in sorted(sayings, key=lambda s: s.tree.start[s.token]):
        voices = tuple(_chain(saying, memory))
        if voices:
            content = tuple(sorted(saying.content))
            manner = "direct" if saying.rule == "quote.block" else manner_of(content, index)
            out.append(Attribution(voices, content, manner, saying.rule, saying.sure))
    return _without_echoes(sorted(out, key=lambda a: (a.content[0].start, -a.content[-1].end)), article.text)


def _without_echoes(found: Sequence[Attribution], text: str) -> list[Attribution]:
    """Drop what a speaker says inside his own words of himself ("Russia said it believes that …"), and his own "is thought to".

    The chain names him once; the doubt is his, and firmness reads it.
    """
    out: list[Attribution] = []
    around: list[Attribution] = []
    for a in found:
        around = [b for b in around if b.content[-1].end > a.content[0].start]
        inner = a.voices[-1]
        if a.rule == "cue.raised" and any(b.content[0].start <= a.content[0].start for b in around):
            continue
        pronoun = inner.source is not None and inner.source.of(text).lower() in cue_words().pronouns
        if not (
            pronoun
            and any(
                b.voices[-1].name == inner.name and b.content[0].start <= inner.source.start < b.content[-1].end
                for b in around
                if inner.source
            )
        ):
            out.append(a)
            around.append(a)
    return out


def manner_of(content: Sequence[Span], index: QuoteIndex) -> Manner:
    """Return how the content is given: wholly, partly or not at all in quotation marks."""
    inside, total = index.quoted(content)
    share = inside / max(1, total)
    return "direct" if share >= DIRECT else "mixed" if share > MIXED else "indirect"


def _chain(saying: Saying, memory: _Memory) -> list[Voice]:
    """Return the saying's voices; the publishing outlet itself is no link where another voice speaks to it."""
    links = list(saying.links)
    if len(links) > 1 and links[0].speaker and _own(_words(saying.tree, links[0].speaker, memory.text), memory.outlet):
        links = links[1:]
    before, out = None, []
    for link in links:
        seen = _voice(saying.tree, link, memory, before)
        if seen.before and before is None and len(links) == 1 and _same_breath(saying, seen):
            out.append(_same_channel(seen, link, memory))
        if link.speaker:
            memory.heard.append(seen)
        out.append(seen.voice)
        before = link
    return out


def _same_breath(saying: Saying, seen: _Seen) -> bool:
    """Tell whether the outlet of the words before carries these: a source without a name is known by it alone, others must go on."""
    return not seen.voice.named or saying.tree.lemma[saying.token].lower() in cue_words().resumes


def _own(name: str, outlet: str) -> bool:
    name = name.lower().removeprefix("the ")
    return bool(outlet) and (name == outlet or (len(name) > 3 and name in outlet))


def _words(tree: Tree, speaker: Speaker, text: str) -> str:
    return tree.words(speaker.first, speaker.last).of(text)


def _voice(tree: Tree, link: Link, memory: _Memory, before: Link | None) -> _Seen:
    if link.speaker is None:
        return _Seen(
            Voice("", "unspecified", False, None, link.cue, link.rule), "", frozenset(), False, False, None, tree
        )
    span = tree.words(link.speaker.first, link.speaker.last)
    kinded = kind_of(tree, link.speaker)
    noun = singular(tree.lower[link.speaker.noun])
    earlier = _earlier(tree, link.speaker, kinded, noun, memory)
    name, channel = span.of(memory.text), before or None
    if earlier:
        name = earlier.voice.name if earlier.voice.named or len(earlier.words) > len(name.split()) else name
        kinded = _inherit(kinded, earlier, tree, link.speaker)
        channel = channel or earlier.before
    if not kinded.sure and tree.tag[link.speaker.noun] == "NNP":
        known = memory.introduced.kind(tree.lower[link.speaker.noun])
        kinded = Kinded(known.kind, kinded.named, known.party, "kind.introduced", sure=True) if known else kinded
    if link.rule == "chain.told":
        kinded = replace(kinded, named=True)
    voice = Voice(name, kinded.kind, kinded.named, span, link.cue, link.rule, kinded.party)
    words = frozenset(tree.lower[link.speaker.first : link.speaker.last + 1])
    keep = tree if before else earlier.tree if earlier and earlier.before else tree
    return _Seen(
        voice,
        noun,
        words | (earlier.words if earlier and tree.pos[link.speaker.noun] == "PRON" else frozenset()),
        kinded.kind != "media" and _person(tree, link.speaker, earlier),
        tree.tag[link.speaker.noun] in ("NNS", "NNPS"),
        channel,
        keep,
    )


def _same_channel(seen: _Seen, link: Link, memory: _Memory) -> Voice:
    """Return the outlet through which the same source spoke before ("a source told SANA … The source clarified")."""
    assert seen.before
    first = seen.before.speaker
    if first is None:
        return Voice("", "media", False, None, link.cue, "chain.same-channel")
    span = seen.tree.words(first.first, first.last)
    return Voice(span.of(memory.text), "media", True, span, link.cue, "chain.same-channel")


def _person(tree: Tree, speaker: Speaker, earlier: _Seen | None) -> bool:
    if "PERSON" in (tree.entity[speaker.last], tree.entity[speaker.noun]) or tree.lower[speaker.noun] in ("he", "she"):
        return True
    return bool(earlier and earlier.person)


def _inherit(kinded: Kinded, earlier: _Seen, tree: Tree, speaker: Speaker) -> Kinded:
    """Return the kind with what the voice heard before adds: its kind where the words say none, its name."""
    kind = kinded.kind if kinded.sure else earlier.voice.kind
    bare = tree.pos[speaker.noun] == "PRON" or tree.tag[speaker.noun] in ("NN", "NNS")
    named = earlier.voice.named if bare else kinded.named or earlier.voice.named
    party = kinded.party if kinded.party is not None else earlier.voice.party
    return Kinded(kind, named, party, "kind.heard-before", sure=True)


def _earlier(tree: Tree, speaker: Speaker, kinded: Kinded, noun: str, memory: _Memory) -> _Seen | None:
    """Return the voice heard before that the words most likely mean."""
    lower = tree.lower[speaker.noun]
    recent = memory.heard[-1:-13:-1]
    if tree.pos[speaker.noun] == "PRON" and speaker.first == speaker.last:
        return _of_pronoun(lower, recent)
    if tree.tag[speaker.noun] in ("NNP", "NNPS") or tree.entity[speaker.last] == "PERSON":
        last = tree.lower[speaker.last]
        return next((s for s in memory.heard if _namesake(s, tree, speaker, last)), None)
    definite = tree.lower[speaker.first] in ("the", "this", "that", "his", "its", "their", "same")
    if not definite:
        return None
    short = speaker.last - speaker.first <= 2
    if noun in cue_words().documents and short:
        return recent[0] if recent else None
    if not short or any(tree.tag[i] in ("NNP", "NNPS") for i in range(speaker.first, speaker.last + 1)):
        return None
    return next((s for s in recent if _fits(s, noun, kinded)), None)


def _namesake(seen: _Seen, tree: Tree, speaker: Speaker, last: str) -> bool:
    """Tell whether a name means a voice heard before: a person by the last name, a body by a part of its name."""
    if last not in seen.words:
        return False
    if singular(last) in kind_tables().nouns:
        words = frozenset(tree.lower[speaker.first : speaker.last + 1]) - {"the"}
        return words <= seen.words
    return seen.person or seen.noun == singular(last) or last == tree.lower[speaker.noun]


def _of_pronoun(lower: str, heard: Sequence[_Seen]) -> _Seen | None:
    recent = [s for s in heard if s.voice.rule not in ("chain.citing", "chain.quoted", "cue.noun")]
    if lower in ("he", "she"):
        return next(
            (
                s
                for s in recent
                if s.person or (s.voice.kind != "media" and not s.plural and s.noun in kind_tables().titles)
            ),
            None,
        ) or next((s for s in recent if s.voice.kind not in BODIES and not s.plural), None)
    if lower == "it":
        return next((s for s in recent if not s.person), None)
    return next((s for s in recent if not s.person), None)


def _fits(seen: _Seen, noun: str, kinded: Kinded) -> bool:
    """Tell whether "the NOUN" may mean a voice heard before: it has that noun, or is a single body of its kind."""
    if seen.noun == noun or noun in seen.words:
        return True
    if seen.person or noun not in kind_tables().single:
        return False
    return (
        seen.voice.kind == kinded.kind
        if kinded.sure
        else seen.voice.kind not in ("media", "witness-local", "expert", "unspecified", "politician")
        and seen.voice.named
    )
