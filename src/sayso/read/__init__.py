"""Bytes to articles. First what holds the text, then what each line of it is: formats, furniture and zones, byline and rights.

``captures`` turns files, folders and standard input into captures: the bytes of one text, row or page each, exactly as received.
``article`` turns one capture into an article in three steps: the bytes are decoded (``decode``); its form gives a ``Page``, the
whole visible text in blocks with what the form knows of each (``lines`` for plain text and Markdown, ``rows`` for rows of JSON
and CSV, ``html`` for web pages); and ``article.build`` judges what every block is. What can't be read comes as a ``Refusal``,
what was read with doubt as a ``Problem``; nothing raises because of what a text holds, and nothing is fetched.
"""

from __future__ import annotations

from sayso.model.article import Article, Capture
from sayso.model.problem import Problem
from sayso.read import coded
from sayso.read.article import build
from sayso.read.page import Page
from sayso.read.sources import captures
from sayso.vocab.coded import LABEL

__all__ = ["article", "captures", "page_of"]


def article(capture: Capture) -> tuple[Article, tuple[Problem, ...]]:
    """Return the article of one capture, and the trouble met in reading it."""
    found, problems = page_of(capture)
    if LABEL in dict(found.labels):
        return coded.article(capture, found), problems
    built, doubts = build(capture, found)
    return built, (*problems, *doubts)


def page_of(capture: Capture) -> tuple[Page, tuple[Problem, ...]]:
    """Return the whole visible text of a capture in blocks, before it is judged what each of them is."""
    if capture.form == "html":
        from sayso.read import html

        return html.page(capture)
    if capture.form in {"json-row", "csv-row"}:
        from sayso.read import rows

        return rows.page(capture)
    from sayso.read import lines
    from sayso.read.decode import decode

    text, _, problems = decode(capture.data)
    return lines.page(text, capture.data), problems
