"""A ledger is traced as it comes: copies make families, citations lead to articles that came before or after, in any order."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations
from pathlib import Path

import pytest
from tests.builders import article, claim, kept, voice

from sayso.ledger.sqlite import SqliteStore
from sayso.ledger.store import Kept
from sayso.pipeline.tracing import Tracing

STORY = (
    "The army took Maadan and 12 villages on the bank of the Euphrates on Sunday after a week of fighting, a field commander said. "
    "Engineers are clearing mines from the road to Raqqa, and families who fled the town last month wait for leave to go home. "
    "Nobody could say how many of the houses still stand."
)
TELLING = "The army took Maadan and 12 villages on the bank of the Euphrates on Sunday after a week of fighting"
NEWS = "Al Manar, citing SANA, writes that on Sunday Maadan fell and with it 12 villages by the Euphrates. Prices rose in Homs."


def wire() -> Kept:
    a = article(STORY, ref="wire.txt", outlet="SANA", published="2017-09-10")
    return kept(a, claim(a, TELLING, voice(STORY, "a field commander", "military", named=False, cue="said")))


def repost() -> Kept:
    text = "Big gains. " + STORY.replace("12 villages", "13 villages")
    a = article(text, ref="repost.txt", outlet="Al Alam", published="2017-09-11")
    return kept(a, claim(a, "Nobody could say how many of the houses still stand"))


def citing() -> Kept:
    a = article(NEWS, ref="citing.txt", outlet="Al Manar", published="2017-09-11")
    telling = "on Sunday Maadan fell and with it 12 villages by the Euphrates"
    return kept(a, claim(a, telling, voice(NEWS, "SANA", "media", cue="citing")))


ALL = (wire(), repost(), citing())


def traced(path: Path, some: Sequence[Kept], *, one_by_one: bool) -> tuple[object, ...]:
    store = SqliteStore(path)
    tracing = Tracing(store)
    for k in some if one_by_one else ():
        store.add([k])
        tracing.catch_up()
    if not one_by_one:
        store.add(list(some))
        tracing.catch_up()
    pairs = tracing.kept.pairs(k.reading.article.id for k in some)
    found = (
        [(c.one, c.other, c.kind, c.binds) for c in pairs],
        [tracing.family(k.reading.article.id) for k in ALL],
        tracing.citations(citing().reading.claims[0].id),
        tracing.source(citing().reading.claims[0].id),
    )
    store.close()
    return found


def test_copies_are_a_family_and_citations_lead_to_the_cited(tmp_path: Path) -> None:
    pairs, families, path, source = traced(tmp_path / "t.ledger", ALL, one_by_one=False)
    a, b, c = (k.reading.article.id for k in ALL)
    assert pairs == [(*sorted((a, b)), "same-wire-copy", True)]
    assert families == [min(a, b), min(a, b), c]
    assert [x.cited_article for x in path] == [a]  # type: ignore[attr-defined]
    assert source is not None
    assert (source.outlet, source.voice_name) == ("sana", "a field commander")  # type: ignore[attr-defined]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_order_of_arrival_changes_nothing(tmp_path: Path, order: tuple[int, ...]) -> None:
    whole = traced(tmp_path / "whole.ledger", ALL, one_by_one=False)
    assert traced(tmp_path / "one.ledger", [ALL[n] for n in order], one_by_one=True) == whole


def test_a_run_cut_off_goes_on_and_again_gives_the_same(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "t.ledger")
    store.add(list(ALL))
    tracing = Tracing(store)
    assert tracing.catch_up() == 3
    assert tracing.catch_up() == 0
    before = tracing.kept.pairs([ALL[0].reading.article.id])
    assert tracing.again() == 3
    assert tracing.kept.pairs([ALL[0].reading.article.id]) == before
    assert citing().reading.article.id in tracing.kept.moved()
    store.close()
