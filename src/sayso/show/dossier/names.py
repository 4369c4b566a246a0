"""Names of private persons that a publication withholds: found once over all its articles, and hidden in every word it gives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from sayso.model.claim import Claim
from sayso.model.reading import Reading
from sayso.resolve import gazetteer
from sayso.show import words
from sayso.show.exports import people
from sayso.show.exports.holding import Holding
from sayso.show.plain import clean

LETTERS = re.compile(r"[^\W_]+")
LEAST = 3
"""Letters of a surname that is hidden standing alone."""
ARTICLE = "The "
"""No person's name begins with it."""


class Names:
    """Names that are withheld.

    Names of several words that any article gives as a private person's are hidden everywhere; one word alone is hidden in the articles
    it was found in (by their ids), and a surname of such a name in whatever is of no article.
    """

    def __init__(self, found: Mapping[str, Iterable[str]] | None = None) -> None:
        forms = {key: frozenset(names) for key, names in (found or {}).items()}
        every = frozenset(n for names in forms.values() for n in names)
        self.whole = frozenset(n for n in every if " " in n)
        self.alone = {key: names - self.whole for key, names in forms.items()}
        self.surnames = frozenset(last for n in self.whole if (last := n.rpartition(" ")[2]) in every)

    def hide(self, text: str, article: str = "") -> str:
        """Return words, of an article if they are, on one line, safe to print, without Markdown's marks and withheld names."""
        alone = self.alone.get(article, frozenset()) if article else self.surnames
        said = clean(words.unmarked(" ".join(text.split())))
        return people.without(said, {n for n in self.whole | alone if n in said})

    def named_in(self, address: str) -> bool:
        """Tell whether an address spells one of the names out, as addresses made from headlines do."""
        spelled = LETTERS.findall(address.lower())
        return any(_run(LETTERS.findall(n.lower()), spelled) for n in self.whole)

    def __len__(self) -> int:
        return len(self.whole)


def withheld(readings: Sequence[Reading], amended: Iterable[tuple[str, str]], held: Holding) -> Names:
    """Return the names that may be private persons' in some articles, and in what people wrote in their place.

    ``amended`` are the id of an article and a value. A surname is hidden alone as well where the article has no office beside it.
    Words that the articles also write small are no names.
    """
    if not held.withholds_names:
        return Names()
    texts = {r.article.id: r.article.text for r in readings}
    found: dict[str, set[str]] = {}
    for r in readings:
        names = {n for c in r.claims for n in _private(c, r.article.text)}
        found[r.article.id] = {f for n in names for f in _forms(n, r.article.text)}
    for key, value in amended:
        if people.private(value, f"{value}. {texts[key]}"):
            found[key] |= _forms(value, texts[key])
    small = {w for text in texts.values() for w in LETTERS.findall(text) if w.islower()}
    return Names({key: {n for n in forms if not _ordinary(n, small)} for key, forms in found.items()})


def _private(c: Claim, text: str) -> set[str]:
    """Return the names of a claim's voices and parties that may be private persons'."""
    found = {v.name for v in c.voices if people.private_voice(v, text)}
    if c.happening is not None:
        found |= {p.name for a in (*c.happening.actors, *c.happening.targets) if (p := people.party(a, text)).private}
    return found


def _forms(name: str, text: str) -> set[str]:
    """Return a name as it may stand elsewhere: its own part, that without what the person is called, the surname alone."""
    own = people.proper(name)
    bare = _bare(own)
    last = bare.rpartition(" ")[2]
    alone = last != bare and len(last) > LEAST and people.private(last, text)
    return {n for n in (own, bare, last if alone else "") if n}


def _bare(own: str) -> str:
    """Return a name without a word for people that stands before it: "Activist Mamun Abu Omar" is called so elsewhere too."""
    parts = own.split(" ")
    while len(parts) > 1 and parts[0].lower() in _callings():
        parts = parts[1:]
    return " ".join(parts)


@cache
def _callings() -> frozenset[str]:
    p = people.people()
    return frozenset((*p.civilians, *p.protesters, *p.fighters, *p.people))


def _ordinary(name: str, small: set[str]) -> bool:
    """Tell whether a name is none: it begins with an article, every word of it is also written small, or it is a people's."""
    parts = [w.lower() for w in LETTERS.findall(name)]
    if name.startswith(ARTICLE) or all(w in small for w in parts):
        return True
    return len(parts) == 1 and parts[0] in _peoples()


@cache
def _peoples() -> frozenset[str]:
    """Return the first words of countries' and peoples' names, in small letters."""
    return frozenset(w.lower() for w in gazetteer.country_words())


def _run(name: list[str], spelled: list[str]) -> bool:
    size = len(name)
    return bool(size) and any(spelled[n : n + size] == name for n in range(len(spelled) - size + 1))
