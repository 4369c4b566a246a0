"""Builds HTML and SVG from small parts: whatever is not marked as HTML already is escaped."""

from __future__ import annotations

import html
from collections.abc import Iterable
from urllib.parse import urlsplit

EMPTY = frozenset({"meta", "link", "br", "hr", "rect", "path", "circle", "line", "use"})
"""Elements without an inside."""


class Html(str):
    """Text that is HTML already."""

    __slots__ = ()


def tag(name: str, /, *inside: str | None, **attributes: str | None) -> Html:
    """Return an element. Parts that are no ``Html`` are escaped, None is left out; in names of attributes "_" stands for "-"."""
    given = "".join(
        f' {n.rstrip("_").replace("_", "-")}="{html.escape(v)}"' for n, v in attributes.items() if v is not None
    )
    if name in EMPTY:
        return Html(f"<{name}{given}>" if name in {"meta", "link", "br", "hr"} else f"<{name}{given}/>")
    return Html(f"<{name}{given}>{joined(*inside)}</{name}>")


def joined(*parts: str | None) -> Html:
    """Return parts one after the other, escaped where they are no ``Html``."""
    return Html("".join(p if isinstance(p, Html) else html.escape(p) for p in parts if p is not None))


def between(separator: str, parts: Iterable[str]) -> Html:
    """Return parts with something between them."""
    mark = separator if isinstance(separator, Html) else html.escape(separator)
    return Html(mark.join(joined(p) for p in parts))


def listed(parts: Iterable[str], name: str = "ul", **attributes: str | None) -> Html:
    """Return a list of parts, nothing for none."""
    inside = [tag("li", p) for p in parts]
    return tag(name, *inside, **attributes) if inside else Html()


def paragraphs(text: str, **attributes: str | None) -> Html:
    """Return text as paragraphs, parted where it has empty lines."""
    return joined(*(tag("p", p.strip(), **attributes) for p in text.split("\n\n") if p.strip()))


def away(address: str, words: str) -> Html:
    """Return a link that leads out: to addresses of the web alone, anything else stays words."""
    if not web(address):
        return joined(words)
    return tag("a", words, href=address, rel="noopener noreferrer nofollow external")


def web(address: str) -> bool:
    """Tell whether an address is one of the web, written as it should be."""
    try:
        found = urlsplit(address)
    except ValueError:
        return False
    return found.scheme in {"http", "https"} and bool(found.netloc) and address.isprintable() and " " not in address
