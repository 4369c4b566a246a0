"""What became of each claim when its article was edited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.builders import RULE, article, claim, figure, happening, span, voice

from sayso.model.article import Article, Zone
from sayso.model.change import Change
from sayso.model.claim import Claim
from sayso.model.reading import Reading
from sayso.model.span import Span
from sayso.trace.aligning import WORD
from sayso.trace.changes import alike, change, new_notes, rebuilt, taken_back, takes_back

OLD = (
    "Shelling killed 31 people in Jayrud on Saturday, the Observatory said.\n"
    "Helicopters dropped barrels on the market.\n"
    "Turkey condemned the attack."
)


def shelled(a: Article, words: str, toll: str, low: int, who: str) -> Claim:
    h = happening("shelling-artillery-missile", killed=figure(a.text, toll, low, low))
    return claim(a, words, voice(a.text, who, "ngo-monitor", cue="said"), happening=h)


def old() -> Reading:
    a = article(OLD, title="Jayrud shelled")
    dropped = claim(a, "Helicopters dropped barrels on the market", happening=happening("air-drone-strike"))
    said = shelled(a, "Shelling killed 31 people in Jayrud on Saturday", "31", 31, "the Observatory")
    return Reading(a, (said, dropped, claim(a, "condemned the attack", voice(OLD, "Turkey", "government"))))


def told(made: Change, r: Reading) -> list[tuple[str, tuple[str, ...], str]]:
    """Return status, fields and the first word of each claim."""
    by_id = {c.id: c.content[0].of(OLD).split()[0] for c in r.claims}
    return [(c.status, c.fields, by_id.get(c.old, "")) for c in made.claims]


def test_the_same_text_changes_nothing() -> None:
    r = old()
    other = article(OLD + " ", zones=(Zone("body", Span(0, len(OLD)), RULE),), title="Jayrud shelled")
    again = Reading(other, tuple(replace(c, id=f"{c.id}b") for c in r.claims))
    made = change(r, again)
    assert (made.kind, made.edits, made.added, made.dropped) == ("same-report", (), 0, 0)
    assert {c.status for c in made.claims} == {"unchanged"}


def test_a_figure_and_a_voice_change_and_the_rest_keeps() -> None:
    text = (
        OLD.replace("31", "43").replace("the Observatory", "the ministry").replace("Turkey condemned the attack.", "")
    )
    text += "Medics were among the dead."
    a = article(text, title="Jayrud shelled: toll rises")
    new = Reading(
        a,
        (
            shelled(a, "Shelling killed 43 people in Jayrud on Saturday", "43", 43, "the ministry"),
            claim(a, "Helicopters dropped barrels on the market", happening=happening("air-drone-strike")),
            claim(a, "Medics were among the dead"),
        ),
    )
    r = old()
    made = change(r, new)
    assert told(made, r) == [
        ("changed", ("killed", "voices", "wording"), "Shelling"),
        ("unchanged", (), "Helicopters"),
        ("orphaned", (), "condemned"),
        ("new", (), ""),
    ]
    assert [c.rule for c in made.claims if c.status == "orphaned"] == ["claim.words-gone"]
    assert [(f.fact, f.before, f.after) for f in made.facts] == [
        ("title", "Jayrud shelled", "Jayrud shelled: toll rises")
    ]
    assert [e.other.of(text) for e in made.edits if e.kind == "figure"] == ["43"]


def test_a_claim_moved_to_another_place_is_the_same() -> None:
    lines = OLD.split("\n")
    text = "\n".join([lines[2], lines[1], lines[0]])
    a = article(text, title="Jayrud shelled")
    new = Reading(
        a,
        (
            claim(a, "condemned the attack", voice(text, "Turkey", "government")),
            claim(a, "Helicopters dropped barrels on the market", happening=happening("air-drone-strike")),
            shelled(a, "Shelling killed 31 people in Jayrud on Saturday", "31", 31, "the Observatory"),
        ),
    )
    assert {c.status for c in change(old(), new).claims} == {"unchanged"}


def test_a_sentence_written_anew_is_known_by_its_kind_and_toll() -> None:
    one, other = (
        "Shelling killed 31 people in Jayrud on Saturday",
        "The guns of the army left 31 dead in Jayrud town, among them medics",
    )
    a, b = article(f"{one}."), article(f"{other}.")
    for toll, status in (("31", "changed"), ("32", "orphaned")):
        n = int(toll)
        fell = happening("shelling-artillery-missile", killed=figure(a.text, "31", n, n))
        was = Reading(a, (claim(a, one, happening=fell),))
        is_ = happening("shelling-artillery-missile", killed=figure(b.text, "31", 31, 31))
        assert change(was, Reading(b, (claim(b, other, happening=is_),))).claims[0].status == status


def test_a_claim_read_otherwise_beside_new_words_is_told_apart() -> None:
    a, b = article("Rebels shelled Douma."), article("Rebels shelled Douma. Talks failed.")
    one = Reading(a, (claim(a, "Rebels shelled Douma", happening=happening("other")),))
    other = Reading(b, (claim(b, "Rebels shelled Douma", happening=happening("armed-clash")),))
    (c,) = change(one, other).claims
    assert (c.status, c.fields, c.rule) == ("changed", ("kind",), "claim.read-otherwise")


def test_words_that_stand_but_are_not_read_are_told_apart_from_words_gone() -> None:
    a = article(OLD + " More.", title="Jayrud shelled")
    made = change(old(), Reading(a, ()))
    assert {c.rule for c in made.claims} == {"claim.not-read-now"}


def test_certainty_alone_can_change() -> None:
    a, b = article("Rebels shelled Douma."), article("Rebels may have shelled Douma.")
    one = Reading(a, (claim(a, "Rebels shelled Douma"),))
    other = Reading(b, (claim(b, "Rebels may have shelled Douma", certainty="possible"),))
    (c,) = change(one, other).claims
    assert (c.status, c.fields) == ("changed", ("certainty", "wording"))


def test_all_claims_go_with_a_withdrawn_article() -> None:
    a = article("Article removed\nThis article has been removed.")
    made = change(old(), Reading(a, ()), "withdrawn")
    assert {c.status for c in made.claims} == {"withdrawn"}
    assert [n.kind for n in made.notes] == ["removal"]
    assert takes_back(old().article, a)
    assert {c.status for c in taken_back(old(), "w1").claims} == {"withdrawn"}


def test_a_note_that_stood_there_before_is_not_new() -> None:
    note = "\nCorrection: it was Sunday."
    a, b = article(OLD + note), article(OLD.replace("31", "32") + note)
    assert new_notes(a, b) == ()
    assert [n.kind for n in new_notes(article(OLD), a)] == ["correction"]


def test_only_title_and_report_are_compared() -> None:
    def page(head: str) -> Article:
        text = f"{head}\n{OLD}"
        zones = (Zone("navigation", span(text, head), RULE), Zone("body", span(text, OLD), RULE))
        return article(text, zones=zones, title="T")

    one, other = page("Home | Sport"), page("Home | World | Weather")
    assert change(Reading(one, ()), Reading(other, ())).kind == "same-report"


def test_two_stories_of_one_site_are_not_alike() -> None:
    edited = article(OLD.replace("31", "43"))
    another = article("Talks were held in Geneva on Monday.\nThe opposition said that no agreement was reached there.")
    assert alike(article(OLD), edited) > 0.7
    assert alike(article(OLD), another) == 0
    assert alike(article(""), another) == 0


SENTENCES = [f"Shelling {n} killed {n} people in town {n} on day {n}." for n in range(12)]


@given(
    st.lists(st.sampled_from(range(12)), unique=True, min_size=1),
    st.dictionaries(st.integers(0, 11), st.sampled_from(["Rockets", "Mortars"]), max_size=4),
    st.lists(st.sampled_from(["More was not known.", "Talks go on."]), max_size=3),
)
def test_claims_whose_sentences_are_kept_are_unchanged(
    kept: Sequence[int], swapped: dict[int, str], more: Sequence[str]
) -> None:
    """Sentences are dropped, moved, put in, and words in them swapped: each claim is found again, and changed where it was."""

    def reading(parts: Sequence[tuple[int, str]], others: Sequence[str]) -> Reading:
        text = " ".join([*(s for _, s in parts), *others])
        a = article(text, title=str(len(text)))
        made = (claim(a, s[:-1], happening=happening("shelling-artillery-missile")) for _, s in parts)
        return Reading(
            a, tuple(replace(c, id=f"{n}-{len(others)}-{c.id}") for (n, _), c in zip(parts, made, strict=True))
        )

    one = reading(list(enumerate(SENTENCES)), [])
    other = reading([(n, SENTENCES[n].replace("Shelling", swapped.get(n, "Shelling"))) for n in kept], [*more, "End."])
    made = change(one, other)
    assert WORD.findall(rebuilt(one.article.text, other.article.text, made.edits)) == WORD.findall(other.article.text)
    for c, n in zip(made.claims, range(12), strict=False):
        if n not in kept:
            assert c.status in {"orphaned", "changed"}  # its frame may be found again in a swapped one
        elif n not in swapped:
            assert (c.status, c.new.split("-")[0]) == ("unchanged", str(n))
        else:
            assert c.status != "unchanged"
    assert len({c.new for c in made.claims if c.new}) == len(kept)
