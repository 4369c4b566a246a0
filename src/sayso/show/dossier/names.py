"""Names of private persons that a publication withholds: found once over all its articles, and hidden in every word it gives."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sayso.model.claim import Claim
from sayso.model.reading import Reading
from sayso.show import words
from sayso.show.exports import people
from sayso.show.exports.holding import Holding
from sayso.show.plain import clean

LETTERS = re.compile(r"[^\W_]+")
LEAST = 3
"""Letters of a surname that is hidden standing alone."""


class Names:
    """Names that are withheld: one that any article shown gives as a private person's is hidden on every page."""

    def __init__(self, hidden: Iterable[str] = ()) -> None:
        self.hidden = frozenset(hidden)

    def hide(self, text: str) -> str:
        """Return words on one line, safe to print, without Markdown's marks and without withheld names."""
        return people.without(clean(words.unmarked(" ".join(text.split()))), set(self.hidden))

    def named_in(self, address: str) -> bool:
        """Tell whether an address spells one of the names out, as addresses made from headlines do."""
        spelled = LETTERS.findall(address.lower())
        return any(_run(LETTERS.findall(n.lower()), spelled) for n in self.hidden)

    def __len__(self) -> int:
        return len(self.hidden)


def withheld(readings: Iterable[Reading], amended: Iterable[tuple[str, str]], held: Holding) -> Names:
    """Return the names that may be private persons' in some articles, and in what people wrote in their place (with the text).

    A surname is hidden alone as well where the article gives the whole name and no office beside it.
    """
    if not held.withholds_names:
        return Names()
    found: set[str] = set()
    for r in readings:
        for c in r.claims:
            for name in _private(c, r.article.text):
                found |= _forms(name, r.article.text)
    for value, text in amended:
        if people.private(value, text) or people.private(value, f"{value}. {text}"):
            found |= _forms(value, text)
    return Names(found)


def _private(c: Claim, text: str) -> set[str]:
    """Return the names of a claim's voices and parties that may be private persons'."""
    found = {v.name for v in c.voices if people.private_voice(v, text)}
    if c.happening is not None:
        found |= {p.name for a in (*c.happening.actors, *c.happening.targets) if (p := people.party(a, text)).private}
    return found


def _forms(name: str, text: str) -> set[str]:
    own = people.proper(name)
    bare = _bare(own)
    last = bare.rpartition(" ")[2]
    alone = last != bare and len(last) > LEAST and people.private(last, text)
    return {n for n in (own, bare, last if alone else "") if n}


def _bare(own: str) -> str:
    """Return a name without a word for people that stands before it: "Activist Mamun Abu Omar" is called so elsewhere too."""
    p = people.people()
    before = {*p.civilians, *p.protesters, *p.fighters, *p.people}
    parts = own.split(" ")
    while len(parts) > 1 and parts[0].lower() in before:
        parts = parts[1:]
    return " ".join(parts)


def _run(name: list[str], spelled: list[str]) -> bool:
    size = len(name)
    return bool(size) and any(spelled[n : n + size] == name for n in range(len(spelled) - size + 1))
