"""The words of the thirty kinds, and their codes in other codebooks."""

from __future__ import annotations

import pytest

from sayso.find.happening_words import classes, cuts, lexicon, signs, weights
from sayso.model.happening import HAPPENING_KINDS
from sayso.vocab.loader import load_all
from sayso.vocab.shapes.happenings import Kind

PLOVER = {
    "AGREE": "", "CONSULT": "visit third-party multilateral phone", "SUPPORT": "", "CONCEDE": "", "COOPERATE": "", "AID": "",
    "RETREAT": "withdraw release disarm ceasefire access resign", "REQUEST": "assist change yield meet", "REJECT": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege", "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize", "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone heavy-weapons crowd-control unconventional",
}  # fmt: skip
"""The event types of PLOVER's manual with their modes; its published CAMEO map uses modes the manual does not have."""
KINDS = load_all("happenings", Kind)


def test_one_file_a_kind() -> None:
    assert sorted(k.id for k in KINDS) == sorted(HAPPENING_KINDS)


@pytest.mark.parametrize("kind", KINDS, ids=lambda k: k.id)
def test_each_kind_is_told_and_has_words(kind: Kind) -> None:
    assert kind.label
    assert kind.definition
    assert kind.excludes
    assert kind.verbs
    assert all(0 < w.weight <= 1.1 for w in (*kind.verbs, *kind.nouns))
    assert all(lemma == lemma.lower() for w in (*kind.verbs, *kind.nouns) for lemma in w.lemmas)


@pytest.mark.parametrize("kind", KINDS, ids=lambda k: k.id)
def test_codes_exist_in_their_codebooks(kind: Kind) -> None:
    event, _, mode = kind.plover.partition("/")
    assert not event or event in PLOVER
    assert not mode or mode in PLOVER[event].split()
    assert kind.cameo == "" or (kind.cameo.isdigit() and 3 <= len(kind.cameo) <= 4)


@pytest.mark.parametrize("kind", KINDS, ids=lambda k: k.id)
def test_classes_named_by_a_kind_exist(kind: Kind) -> None:
    for word in (*kind.verbs, *kind.nouns):
        for name in (*word.object, *word.subject, *word.near, *word.never):
            assert not name.startswith("@") or name[1:] in classes()


def test_every_list_is_read() -> None:
    assert lexicon().codes.keys() == set(HAPPENING_KINDS)
    assert signs()
    assert cuts().harm
    assert weights().deadly <= set(HAPPENING_KINDS)
    assert weights().close <= set(HAPPENING_KINDS)
