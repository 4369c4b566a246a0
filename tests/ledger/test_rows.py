"""How words are made ready for looking up: names folded, addresses left out, memory bounded."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import kept, one_of_many

from sayso.ledger.rows import Names, day_number, fold, without_addresses
from sayso.ledger.sqlite import SqliteStore
from sayso.model.problem import SaysoError


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("Al-Mayādīn", "al-mayadin"), ("  Deir\u00a0 ez-Zor ", "deir ez-zor"), ("İdlib", "idlib"), ("STRASSE", "strasse"),
        ("Straße", "strasse"), ("𝐃ouma", "douma"), ("Ｄouma", "douma"), ("دُومَا", "دوما"), ("Ё", "е"),
    ],
)  # fmt: skip
def test_names_lose_case_accents_and_spaces(word: str, folded: str) -> None:
    assert fold(word) == folded


@given(st.text(max_size=20))
def test_folding_twice_is_folding_once(word: str) -> None:
    assert fold(fold(word)) == fold(word)


@pytest.mark.parametrize(
    "address",
    [
        "news@southfront.org", "<mailto:a@b.c>", "https://example.org/x", "HTTP://EXAMPLE.ORG", "www.example.org",
        "(www.example.org)", "ftp://x.y", "t.me/channel", "example.org/page", "pay:iban@bank",
    ],
)  # fmt: skip
def test_addresses_are_left_out(address: str) -> None:
    assert without_addresses(f"Write to {address} today.") == "Write to today."


@pytest.mark.parametrize(
    "words", ["At 5 p.m. and/or later", "@ noon", "Mi-8/17 and Su-24s.", "U.S./Russian ties", "a.b"]
)
def test_other_words_stay(words: str) -> None:
    assert without_addresses(words) == words


@pytest.mark.parametrize("line", ["a" * 300_000, "a." * 150_000, "@" * 300_000, "://" * 100_000, "www." * 75_000])
def test_one_endless_word_takes_no_time(line: str) -> None:
    start = time.perf_counter()
    without_addresses(line)
    assert time.perf_counter() - start < 1


@pytest.mark.parametrize(
    ("day", "number"),
    [("2017-09-24", 20170924), ("", None), (None, None), ("2017-09", None), ("Sunday", None), ("2017-09-xx", None)],
)
def test_days_are_numbers(day: str | None, number: int | None) -> None:
    assert day_number(day) == number


def test_the_memory_of_names_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Names, "LIMIT", 10)
    store = SqliteStore(tmp_path / "x.ledger")
    numbers = {store.names.number(f"name {n}") for n in range(100)}
    assert len(numbers) == 100
    assert len(store.names.known) <= 10
    assert {store.names.number(f"name {n}") for n in range(100)} == numbers
    store.close()


def test_numbers_taken_back_are_forgotten(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "x.ledger")
    item = one_of_many(1)
    with pytest.raises(SaysoError):
        store.add([item, kept(one_of_many(2).reading.article, *item.reading.claims)])
    store.add([item])
    assert store.db.execute("PRAGMA foreign_key_check").fetchall() == []
    words = dict(store.db.execute("SELECT word, id FROM name"))
    assert all(words[w] == n for w, n in store.names.known.items())
    store.close()
