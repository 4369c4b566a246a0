"""What a format gives before anything is judged: the whole visible text, its blocks, and what the markup says of itself."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.model.article import Media, Stated
from sayso.model.span import Span


@dataclass(frozen=True, slots=True)
class Block:
    """One line or paragraph of the visible text, with what the format knows about it.

    ``raw`` is its half-open byte range in the captured bytes, None when that can't be told. ``tag`` is the HTML element it
    stands in ("p", "h1", "li", "figcaption" …; "" for plain text); ``within`` are the telling ancestors, nearest first,
    as "nav", "footer", "aside", "header" or class and id words. ``body`` is what an article extractor thought: True when it
    kept the block, False when it dropped it, None when none was asked.
    """

    span: Span
    raw: tuple[int, int] | None = None
    tag: str = ""
    within: tuple[str, ...] = ()
    body: bool | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """The whole visible text of a capture in reading order; every code point that is not white space lies in one block.

    ``stated`` are facts the markup or the row gives (keys: title, outlet, published, modified, url, language, and
    "original_outlet", "original_published"), each with its rule ("json-ld.headline", "row.publisher"); ``authors`` likewise.
    """

    text: str
    blocks: tuple[Block, ...]
    stated: dict[str, Stated] = field(default_factory=dict)
    authors: tuple[Stated, ...] = ()
    labels: tuple[tuple[str, tuple[str, ...]], ...] = ()
    media: tuple[Media, ...] = ()
