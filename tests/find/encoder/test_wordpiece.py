"""Words to pieces, against what BERT's own cutter gives for them (all-MiniLM-L6-v2's tokenizer, run once)."""

from __future__ import annotations

import pytest

from sayso.find.encoder.session import FOLDER
from sayso.find.encoder.wordpiece import UNKNOWN, WordPiece, wordpiece

KNOWN = {
    "the": (1996,),
    "The": (1996,),
    "Daesh": (4830, 9953),
    "Müller": (12304,),
    "’": (1521,),
    "2017": (2418,),
    "Идлиб": (1188, 29742, 29436, 10325, 29740),
}


@pytest.mark.parametrize("word", KNOWN)
def test_words_are_cut_as_the_model_learnt_them(word: str) -> None:
    assert wordpiece(FOLDER / "vocab.txt")(word) == KNOWN[word]


def test_what_no_piece_covers_is_unknown() -> None:
    cut = WordPiece({"a": 0, "##b": 1})
    assert cut("ab") == (0, 1)
    assert cut("ax") == (UNKNOWN,)
    assert cut("a" * 101) == (UNKNOWN,)
    assert cut("\u200d") == (UNKNOWN,)


def test_memory_of_words_is_bounded() -> None:
    cut = WordPiece({"a": 0}, remembered=3)
    for k in range(10):
        cut("a" + str(k))
    assert len(cut.known) <= 3
