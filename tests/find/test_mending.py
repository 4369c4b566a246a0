"""A verb that the parser took for a participle is given back to its subject; true participles stay as they are."""

from __future__ import annotations

from sayso.find.mending import mended
from sayso.find.tree import Tree


def verb_of(tree: Tree) -> tuple[str, list[str]]:
    root = tree.root
    return tree.text[root], [tree.text[k] for k in tree.kids(root, "nsubj", "nsubjpass")]


def test_a_deed_with_an_object_is_the_verb_of_its_noun(trees: list[Tree]) -> None:
    """A terrorist car bomb attack killed at least 44 and injured 140 others on Wednesday in al-Qameshli city in Hasaka province."""
    assert verb_of(trees[0]) == ("killed", ["attack"])


def test_the_subject_may_stand_before_a_true_participle(trees: list[Tree]) -> None:
    """A massive bomb blast claimed by the Daesh terror group killed at least 44 people and wounded dozens on Wednesday."""
    assert verb_of(trees[0]) == ("killed", ["blast"])


def test_a_clause_that_a_saying_ends_is_mended_too(trees: list[Tree]) -> None:
    """A barrage of rocket fire from Syrian rebels killed at least 14 people Wednesday in divided Aleppo city, state media said."""
    tree = trees[0]
    killed = tree.text.index("killed")
    assert (tree.text[tree.root], tree.dep[killed], tree.text[tree.head[killed]]) == ("said", "ccomp", "said")
    assert [tree.text[k] for k in tree.kids(killed, "nsubj")] == ["barrage"]


def test_people_counted_and_what_was_done_to_them_are_a_sentence(trees: list[Tree]) -> None:
    """Five children and four medical staff killed by regime airstrikes on a hospital in a rebel-held zone in Idlib province."""
    assert verb_of(trees[0]) == ("killed", ["children"])


def test_a_passive_participle_stays(trees: list[Tree]) -> None:
    """Residents fled the town shelled by the army. A man wounded in the raid. Activists showed the damage caused by the raids."""
    assert all(mended(t) == t for t in trees)
    assert trees[0].dep[trees[0].text.index("shelled")] == "acl"


def test_a_subject_that_a_participle_had_taken_is_given_back(trees: list[Tree]) -> None:
    """The death toll in an attack on buses carrying Syrians evacuated from two besieged towns has risen to at least 112."""
    tree = trees[0]
    risen, evacuated = tree.text.index("risen"), tree.text.index("evacuated")
    assert [tree.text[k] for k in tree.kids(risen, "nsubj")] == ["toll"]
    assert (tree.dep[evacuated], tree.text[tree.head[evacuated]]) == ("acl", "Syrians")


def test_a_place_that_what_was_done_there_had_swallowed_is_set_free(trees: list[Tree]) -> None:
    """The regime shelled the town of Ghouta killing at least 1400 civilians."""
    tree = trees[0]
    ghouta, killing = tree.text.index("Ghouta"), tree.text.index("killing")
    assert (tree.dep[ghouta], tree.text[tree.head[ghouta]]) == ("pobj", "of")
    assert (tree.dep[killing], tree.lemma[killing], tree.text[tree.head[killing]]) == ("advcl", "kill", "shelled")


def test_a_noun_of_doing_stays_a_noun(trees: list[Tree]) -> None:
    """He denounced the Aleppo bombing campaign and the killing of 12 people."""
    assert all(mended(t) == t for t in trees)
