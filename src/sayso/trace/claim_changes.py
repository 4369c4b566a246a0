"""What became of each claim of an article in its next version: the same, changed in some fields, gone, or new."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from sayso.model.article import Article
from sayso.model.change import ClaimChange, ClaimField
from sayso.model.claim import Claim
from sayso.model.happening import Happening
from sayso.model.reading import Reading
from sayso.model.span import Span
from sayso.model.who import Actor, Voice
from sayso.trace.aligning import WORD, Block, Words

LEAST = 0.6
"""Part of their words (Dice, 0 to 1) that two claims share from which one became the other."""
OF_A_KIND = 0.35
"""The same for two claims of one kind of happening that stand at the same place."""
RETOLD = 0.25
"""The same for two claims of one kind that give the same figures: a sentence written anew."""
ONE_TOLL = 0.4
"""The same for two claims of other kinds that give the same figures."""
NEVER = 2.0
COMMON = 24
"""Claims that a word is in, from which on it finds no claim again."""


def claim_changes(old: Reading, new: Reading, one: Words, other: Words, same: Sequence[Block]) -> list[ClaimChange]:
    """Return what became of each claim of ``old``, in its order, and then the claims that ``new`` alone has."""
    pairs = _pairs(old, new, one, other, same)
    again = _tellings(new)
    found = [_became(c, pairs, old.article, again, one, same) for c in old.claims]
    taken = set(pairs.values())
    later = {c.id: c for c in new.claims}
    fields = {
        key: differing(c, later[pairs[key]], old.article, new.article) for c in old.claims if (key := c.id) in pairs
    }
    back = [(j, i, n) for i, j, n in same]
    met = {
        c.id: ClaimChange(
            "changed" if fields[c.id] else "unchanged", c.id, pairs[c.id], fields[c.id],
            _why(_chain(c, one), _chain(later[pairs[c.id]], other), same, back) if fields[c.id] else "claim.same",
        )
        for c in old.claims
        if c.id in pairs
    }  # fmt: skip
    out = [met.get(f.old, f) for f in found]
    return out + [ClaimChange("new", "", c.id, (), "claim.new") for c in new.claims if c.id not in taken]


def _why(old: Sequence[int], new: Sequence[int], same: Sequence[Block], back: Sequence[Block]) -> str:
    """Return whether words of the claim or its chain changed, or only what stands around them, so that they are read otherwise."""
    stand = all(_mapped(t, same) is not None for t in old) and all(_mapped(t, back) is not None for t in new)
    return "claim.read-otherwise" if stand else "claim.reworded"


def _chain(c: Claim, w: Words) -> list[int]:
    """Return the numbers of the words that a claim and its chain of voices are read from."""
    return _tokens([*c.content, *(s for v in c.voices for s in (v.source, v.cue) if s)], w)


def _became(
    c: Claim, pairs: Mapping[str, str], old: Article, again: set[tuple[str, ...]], one: Words, same: Sequence[Block]
) -> ClaimChange:
    """Return why a claim has no fellow: its words are gone, or they stand (or are told ``again`` elsewhere) and nothing is read in them."""
    if c.id in pairs:
        return ClaimChange("unchanged", c.id, pairs[c.id], (), "claim.same")
    at = _tokens(c.content, one)
    stands = 2 * sum(1 for t in at if _mapped(t, same) is not None) > len(at)
    if not stands and folded(old, c) not in again:
        return ClaimChange("orphaned", c.id, "", (), "claim.words-gone")
    return ClaimChange("orphaned", c.id, "", (), "claim.not-read-now")


def _tellings(r: Reading) -> set[tuple[str, ...]]:
    """Return the words of other places where claims are told again."""
    return {_folded(s.of(r.article.text)) for c in r.claims for s in c.repeats}


def _pairs(old: Reading, new: Reading, one: Words, other: Words, same: Sequence[Block]) -> dict[str, str]:
    """Return which claim became which: word for word the same first, then by place, then by likeness wherever it stands."""
    pairs: dict[str, str] = {}
    for key in (_whole, folded):
        _same_key(old, new, pairs, key)
    _by_score(_at_one_place(old, new, one, other, same, pairs), pairs)
    _by_score(_alike(old, new, pairs), pairs)
    return pairs


def _whole(a: Article, c: Claim) -> object:
    kind = c.happening.kind.value if c.happening else ""
    return folded(a, c), kind, tuple(v.name.casefold() for v in c.voices)


def _same_key(old: Reading, new: Reading, pairs: dict[str, str], key: Callable[[Article, Claim], object]) -> None:
    """Pair claims of one key, in the order of the text."""
    waiting: dict[object, list[str]] = {}
    taken = set(pairs.values())
    for c in reversed(new.claims):
        if c.id not in taken:
            waiting.setdefault(key(new.article, c), []).append(c.id)
    for c in old.claims:
        if c.id not in pairs and (held := waiting.get(key(old.article, c))):
            pairs[c.id] = held.pop()


Scored = tuple[float, int, int, str, str]


def _by_score(found: Iterable[Scored], pairs: dict[str, str]) -> None:
    """Take the likeliest pairs first; no claim is in two."""
    taken = set(pairs.values())
    for _, _, _, a, b in sorted(found):
        if a not in pairs and b not in taken:
            pairs[a] = b
            taken.add(b)


def _at_one_place(
    old: Reading, new: Reading, one: Words, other: Words, same: Sequence[Block], pairs: Mapping[str, str]
) -> list[Scored]:
    """Return claims that share words which stand in both texts at the same place."""
    taken = set(pairs.values())
    after = [(n, c, set(_tokens(c.content, other))) for n, c in enumerate(new.claims) if c.id not in taken]
    holding: dict[int, list[int]] = {}
    for k, (_, _, tokens) in enumerate(after):
        for t in tokens:
            holding.setdefault(t, []).append(k)
    found: list[Scored] = []
    for m, c in enumerate(old.claims):
        if c.id in pairs:
            continue
        mine = _tokens(c.content, one)
        shared = Counter(k for t in mine if (x := _mapped(t, same)) is not None for k in holding.get(x, ())[:COMMON])
        for k, count in shared.items():
            n, d, tokens = after[k]
            score = 2 * count / (len(mine) + len(tokens))
            if score >= (OF_A_KIND if _kind(c) == _kind(d) else LEAST):
                found.append((-score - (_kind(c) == _kind(d)), m, n, c.id, d.id))
    return found


def _alike(old: Reading, new: Reading, pairs: Mapping[str, str]) -> list[Scored]:
    """Return claims of one kind that share most of their words, wherever they stand."""
    taken = set(pairs.values())
    after = [(n, c, Counter(folded(new.article, c))) for n, c in enumerate(new.claims) if c.id not in taken]
    holding: dict[str, list[int]] = {}
    for k, (_, _, bag) in enumerate(after):
        for w in bag:
            holding.setdefault(w, []).append(k)
    found: list[Scored] = []
    for m, c in enumerate(old.claims):
        if c.id in pairs:
            continue
        mine = Counter(folded(old.article, c))
        near = {k for w in mine if len(holding.get(w, ())) <= COMMON for k in holding.get(w, ())}
        for k in near:
            n, d, bag = after[k]
            score = 2 * (mine & bag).total() / max(1, mine.total() + bag.total())
            if score >= _enough(_kind(c) == _kind(d), _same_toll(c, d)):
                found.append((-score, m, n, c.id, d.id))
    return found


def _enough(kind: bool, toll: bool) -> float:
    """Return the part of their words that two claims must share, by whether they have one kind and one toll."""
    if toll:
        return RETOLD if kind else ONE_TOLL
    return LEAST if kind else NEVER


def _same_toll(c: Claim, d: Claim) -> bool:
    """Tell whether two claims give figures, and the same ones."""
    one, other = _figures(c.happening), _figures(d.happening)
    return one == other and any(one.values())


def _kind(c: Claim) -> str:
    return c.happening.kind.value if c.happening else ""


def _tokens(spans: Iterable[Span], w: Words) -> list[int]:
    """Return the numbers of the words that some spans cover."""
    found: list[int] = []
    starts = _starts(w)
    for s in spans:
        found += range(bisect_left(starts, s.start), bisect_left(starts, s.end))
    return found


def _starts(w: Words) -> Sequence[int]:
    return _Starts(w)


class _Starts(Sequence[int]):
    """Where each word begins, without a list of its own."""

    def __init__(self, w: Words) -> None:
        self.w = w

    def __len__(self) -> int:
        return len(self.w.spans)

    def __getitem__(self, n: int) -> int:  # type: ignore[override]
        return self.w.spans[n].start


def _mapped(token: int, same: Sequence[Block]) -> int | None:
    """Return the number that a word of the old text has in the new one, None when it does not stand there."""
    at = bisect_left(same, (token + 1,)) - 1
    if at < 0:
        return None
    i, j, n = same[at]
    return j + token - i if token < i + n else None


def folded(a: Article, c: Claim) -> tuple[str, ...]:
    """Return the words of a claim in lower case, without marks."""
    return _folded(" ".join(s.of(a.text) for s in c.content))


def _folded(words: str) -> tuple[str, ...]:
    return tuple(w.casefold() for w in WORD.findall(words) if w[0].isalnum())


def differing(old: Claim, new: Claim, one: Article, other: Article) -> tuple[ClaimField, ...]:
    """Return the fields in which two claims differ, figures first."""
    a, b = _fields(old, one), _fields(new, other)
    return tuple(f for f in a if a[f] != b[f])


def _fields(c: Claim, a: Article) -> dict[ClaimField, object]:
    """Return the values of a claim as they are compared, in the order fields are shown."""
    h = c.happening
    return {
        **_figures(h), "voices": tuple(map(_voice, c.voices)), "polarity": c.polarity.value, "certainty": c.certainty.value,
        "tense": c.tense.value, "manner": c.manner.value, "kind": _kind(c),
        "actors": _named(h.actors) if h else (), "targets": _named(h.targets) if h else (), "place": _place(h),
        "when": (h.when.start, h.when.end) if h and h.when else None,
        "means": tuple(sorted((m.class_, m.name.casefold()) for m in h.means)) if h else (),
        "control": (h.control.place, h.control.from_, h.control.to) if h and h.control else None,
        "wording": folded(a, c),
    }  # fmt: skip


def _figures(h: Happening | None) -> dict[ClaimField, object]:
    told = {"killed": h.killed, "injured": h.injured, "captured": h.captured, "displaced": h.displaced} if h else {}
    names: tuple[ClaimField, ...] = ("killed", "injured", "captured", "displaced")
    return {n: (f.low, f.best, f.high) if (f := told.get(n)) is not None else None for n in names}


def _voice(v: Voice) -> tuple[str, str, bool]:
    return v.id or v.name.casefold(), v.kind, v.named


def _named(actors: Iterable[Actor]) -> tuple[str, ...]:
    """Return who is meant, without how many: that is told by the figures."""
    plain = (x.id or " ".join(w for w in x.name.casefold().split() if not w[0].isdigit()) for x in actors)
    return tuple(sorted({name for name in plain if name}))


def _place(h: Happening | None) -> tuple[str, str] | None:
    p = h.place if h else None
    return None if p is None else (p.id or p.text.casefold(), p.relation or "")
