"""What any ledger must do, whatever it is kept in: one suite over every store."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.builders import (
    actor,
    article,
    claim,
    day,
    figure,
    happening,
    kept,
    one_of_many,
    place,
    refusal,
    span,
    under,
    voice,
)  # fmt: skip

from sayso.ledger.migrate import steps
from sayso.ledger.store import Kept, Near, Query, Store
from sayso.model.article import Zone
from sayso.model.happening import Means
from sayso.model.problem import Problem, SaysoError
from sayso.model.span import Span

Opener = Callable[[], Store]

STORY = (
    "The Syrian army shelled Deir ez-Zor on 23 September, killing at least 15 fighters, SANA said. "
    "Activists may have seen drones over Al-Mayādīn. The ministry denies that Palmyra fell. "
    "Talks were held in Genève."
)

SHAPED = len(steps())
"""Rows that the log of a new ledger holds: one for each step of its shape."""


def story() -> Kept:
    """Return one reading that every filter can part."""
    a = article(STORY, ref="story", title="Shells fall on Deir ez-Zor", outlet="Al-Masdar Né", published="2017-09-26")
    shelling = happening(
        "shelling-artillery-missile",
        actors=(actor(STORY, "The Syrian army", "Syrian army"),),
        targets=(actor(STORY, "fighters", "Islamic State"),),
        place=place(STORY, "Deir ez-Zor", 35.33, 40.14, name="Deir ez-Zor", km=5),
        when=day(STORY, "23 September", "2017-09-23"),
        killed=figure(STORY, "at least 15", 15, None),
    )
    drones = happening(
        "air-drone-strike",
        place=place(STORY, "Al-Mayādīn", 35.02, 40.45, km=3),
        means=(Means("drones", "drone", span(STORY, "drones"), "r"),),
    )
    fall = happening("government-regains-territory", place=place(STORY, "Palmyra"))
    sana = voice(STORY, "SANA", "media", cue="said")
    return kept(
        a,
        claim(a, "The Syrian army shelled Deir ez-Zor", sana, happening=shelling, manner="indirect"),
        claim(
            a, "drones over Al-Mayādīn", voice(STORY, "Activists", "witness-local"),
            happening=drones, certainty="possible",
        ),
        claim(
            a, "Palmyra fell", voice(STORY, "The ministry", "military", cue="denies"),
            happening=fall, polarity="negative",
        ),
        claim(a, "Talks were held in Genève"),
        problems=(Problem("S032", "header and dateline disagree"),),
    )  # fmt: skip


SHELL, DRONE, FALL, TALKS = "shelled", "drones", "Palmyra", "Talks"


def found(store: Store, **asked: object) -> list[str]:
    """Return which of the story's claims a query finds, each by a word of its own."""
    rows = store.claims(Query(**asked)).rows  # type: ignore[arg-type]
    return [next(w for w in (SHELL, DRONE, FALL, TALKS) if w in r.words) for r in rows]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, [SHELL, DRONE, FALL, TALKS]),
        ({"said_by": "sana"}, [SHELL]),
        ({"said_by": "witness-local"}, [DRONE]),
        ({"said_by": "ministr"}, [FALL]),
        ({"said_by": "Deir"}, []),
        ({"about": "islamic state"}, [SHELL]),
        ({"about": "SYRIAN ARMY"}, [SHELL]),
        ({"about": "mayadin"}, [DRONE]),
        ({"about": "SANA"}, []),
        ({"place": "deir EZ"}, [SHELL]),
        ({"place": "Al-Mayadin"}, [DRONE]),
        ({"place": "palmýra"}, [FALL]),
        ({"place": "Islamic"}, []),
        ({"kind": ("air-drone-strike",)}, [DRONE]),
        ({"kind": ("air-drone-strike", "none")}, [DRONE, TALKS]),
        ({"kind": ("none",)}, [TALKS]),
        ({"kind": ("protest",)}, []),
        ({"certainty": ("possible",)}, [DRONE]),
        ({"certainty": ("possible", "certain")}, [SHELL, DRONE, FALL, TALKS]),
        ({"certainty": ("probable",)}, []),
        ({"polarity": "negative"}, [FALL]),
        ({"polarity": "positive"}, [SHELL, DRONE, TALKS]),
        ({"killed_min": 15}, [SHELL]),
        ({"killed_min": 16}, []),
        ({"killed_min": 0}, [SHELL]),
        ({"outlet": "masdar ne"}, [SHELL, DRONE, FALL, TALKS]),
        ({"outlet": "south front"}, []),
        ({"near": Near(35.33, 40.14, 10)}, [SHELL]),
        ({"near": Near(35.2, 40.3, 40)}, [SHELL, DRONE]),
        ({"near": Near(33.5, 36.3, 50)}, []),
        ({"since": "2017-09-24"}, [DRONE, FALL, TALKS]),
        ({"until": "2017-09-23"}, [SHELL]),
        ({"since": "2017-09-23", "until": "2017-09-23"}, [SHELL]),
        ({"since": "2017-09-27"}, []),
        ({"text": "shelled"}, [SHELL]),
        ({"text": "MAYADIN drones"}, [DRONE]),
        ({"text": '"talks were"'}, [TALKS]),
        ({"text": '"were talks"'}, []),
        ({"text": "geneve"}, [TALKS]),
        ({"text": "activists"}, [DRONE]),
        ({"text": "shelled", "said_by": "sana", "kind": ("shelling-artillery-missile",)}, [SHELL]),
        ({"text": "shelled", "said_by": "ministry"}, []),
        ({"said_by": "sana", "about": "army", "place": "zor"}, [SHELL]),
    ],
)  # fmt: skip
def test_each_filter_finds_what_it_asks_for(store: Store, asked: dict[str, object], expected: list[str]) -> None:
    store.add([story()])
    assert found(store, **asked) == expected


@pytest.mark.parametrize(
    ("lat", "lon", "km", "hit"),
    [
        (35.0, 40.0, 99.9, True),  # the point itself
        (35.8, 40.9, 0, False),  # in the corner of the box, 121 km away
        (35.8, 40.9, 25, True),  # its doubt reaches into the circle
        (35.85, 40.0, 0, True),
        (35.95, 40.0, 0, False),
        (35.0, 41.05, 0, True),
        (35.0, 41.2, 0, False),
    ],
)
def test_near_is_a_circle_and_places_are_too(store: Store, lat: float, lon: float, km: float, hit: bool) -> None:
    a = article("Douma was shelled.")
    store.add(
        [
            kept(
                a,
                claim(
                    a, "Douma was shelled", happening=happening("other", place=place(a.text, "Douma", lat, lon, km=km))
                ),
            )
        ]
    )
    assert bool(store.claims(Query(near=Near(35, 40, 100))).rows) == hit


def test_a_circle_wider_than_a_plane_still_finds(store: Store) -> None:
    store.add([story()])
    assert found(store, near=Near(48, 11, 4000)) == [SHELL, DRONE]


def test_a_claim_is_found_by_its_article(store: Store) -> None:
    here = story()
    store.add([here, one_of_many(1)])
    key = here.reading.article.id
    assert len(store.claims(Query(article=key)).rows) == 4
    assert len(store.claims(Query(article=key[:8])).rows) == 4
    assert store.claims(Query(article="a000000000000000")).rows == ()


def test_articles_are_found_by_text_outlet_and_day(store: Store) -> None:
    store.add([story(), one_of_many(1, published="2016-01-01")])
    (row,) = store.articles(Query(text="shells deir")).rows
    assert (row.id, row.title, row.outlet) == (
        story().reading.article.id, "Shells fall on Deir ez-Zor", "Al-Masdar Né",
    )  # fmt: skip
    assert (row.published, row.claims, row.problems, row.ref) == ("2017-09-26", 4, 1, "story")
    assert [r.ref for r in store.articles(Query(until="2016-12-31")).rows] == ["1.txt"]
    assert [r.ref for r in store.articles(Query(outlet="outlet")).rows] == ["1.txt"]
    assert len(store.articles(Query()).rows) == 2


HOSTILE = [
    '"', '""', "'", "*", "a* b", "NEAR(a b)", "a AND", "OR", "NOT x", "^a", "words:a", "a:b", "{a b}:c", "(", "-a", "a-b",
    "\\", "%", ";", "--", "a\0b", '"a', 'a" b"', "🙂", "\u202e", "x" * 5000, "a " * 500, "'; DROP TABLE claim; --", "+",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_is_typed_is_looked_for_as_words(store: Store, text: str) -> None:
    store.add([story()])
    for ask in (store.claims, store.articles):
        try:
            assert len(ask(Query(text=text)).rows) <= 4
        except SaysoError as error:
            assert str(error)  # noqa: PT017 - either answer will do, as long as it is one
    assert store.verify().faults == ()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=30), st.text(max_size=10))
def test_no_words_break_a_query(store: Store, text: str, name: str) -> None:
    store.add([story()])
    try:
        store.claims(Query(text=text, said_by=name, about=name, place=name, outlet=name))
    except SaysoError as error:
        assert "nothing to look for" in str(error)  # noqa: PT017 - see above


def test_percent_signs_and_underscores_stand_for_themselves(store: Store) -> None:
    store.add([story()])
    assert found(store, place="%") == []
    assert found(store, place="Deir_ez") == []


@pytest.mark.parametrize("limit", [1, 3, 7, 100])
def test_paging_shows_everything_once(store: Store, limit: int) -> None:
    store.add([one_of_many(n) for n in range(12)])
    whole = [r.row for r in store.claims(Query(limit=1000)).rows]
    assert len(whole) == 24
    for asked in (Query(limit=limit), Query(limit=limit, text="douma"), Query(limit=limit, said_by="activ")):
        expected = [r.row for r in store.claims(replace(asked, limit=1000)).rows]
        assert pages(store, asked) == expected
    assert pages(store, Query(limit=limit)) == whole


def pages(store: Store, query: Query) -> list[int]:
    seen: list[int] = []
    while True:
        page = store.claims(query)
        seen += [r.row for r in page.rows]
        if page.next_after is None:
            return seen
        assert len(page.rows) == query.limit
        query = replace(query, after=page.next_after)


def test_the_last_page_says_so_even_when_it_is_full(store: Store) -> None:
    store.add([one_of_many(n) for n in range(2)])
    assert store.claims(Query(limit=4)).next_after is None
    assert store.claims(Query(limit=3)).next_after is not None
    assert store.articles(Query(limit=2)).next_after is None
    assert store.articles(Query(limit=1)).next_after is not None


def test_a_page_may_hold_more_rows_than_a_statement_has_room_for_values(store: Store) -> None:
    store.add([one_of_many(n) for n in range(30)])
    assert len(store.claims(Query(limit=10**6)).rows) == 60


def test_the_same_bytes_add_nothing(store: Store) -> None:
    assert store.add([story(), story()]) == 1
    before = store.verify()
    assert store.add([story(), under("other-name", story())], []) == 0
    assert store.verify() == before


def test_a_refusal_is_logged_once(store: Store) -> None:
    store.add([], [refusal("empty.txt"), refusal("empty.txt")])
    store.add([], [refusal("empty.txt")])
    assert store.verify().log == SHAPED + 1  # the shaping and one refusal
    store.add([], [refusal("empty.txt", origin="/elsewhere/empty.txt"), refusal("empty.txt", "S013")])
    assert store.verify().log == SHAPED + 3


def test_what_was_added_comes_back_whole(opener: Opener) -> None:
    here = story()
    opener().add([here])
    again = opener()
    assert again.reading(here.reading.article.id) == here.reading
    assert again.article(here.reading.article.id) == here.reading.article
    assert again.has(here.capture.sha256)
    for c in here.reading.claims:
        row, reading = again.claim(c.id) or pytest.fail("the claim is gone")
        assert row.claim == c
        assert reading == here.reading


def test_a_beginning_of_an_id_will_do_when_no_other_has_it(store: Store) -> None:
    many = [one_of_many(n) for n in range(200)]
    store.add(many)
    key = many[0].reading.article.id
    assert store.reading(key[:12]) == many[0].reading
    assert store.reading("a") is None
    assert store.reading("") is None
    assert store.reading("%%%%%") is None
    assert store.claim(key) is None


def test_an_error_in_the_middle_keeps_nothing(store: Store) -> None:
    store.add([one_of_many(1)])
    before = store.verify()
    good, bad = one_of_many(2), one_of_many(3)
    twice = replace(bad.reading, claims=bad.reading.claims * 2)  # two claims of one id can't be
    with pytest.raises(SaysoError):
        store.add([good, Kept(bad.capture, twice)], [refusal("x.txt")])
    assert store.verify() == before
    assert not store.has(good.capture.sha256)
    assert store.add([good, bad]) == 2
    assert len(store.claims(Query(said_by="activists")).rows) == 3


def test_an_interruption_in_the_middle_keeps_nothing(store: Store) -> None:
    class Stopped(BaseException):
        """As Ctrl-C would."""

    class Stopping(list[Kept]):
        def __iter__(self) -> Iterator[Kept]:
            yield one_of_many(1)
            raise Stopped

    with pytest.raises(Stopped):
        store.add(Stopping())
    assert store.verify().captures == 0
    assert store.add([one_of_many(1)]) == 1
    assert len(store.claims(Query(said_by="activists")).rows) == 1


def test_furniture_and_addresses_are_not_in_the_index(store: Store) -> None:
    text = (
        "Douma was shelled; write to news@southfront.org or see HTTPS://example.org/a, www.example.net, (t.me/channel/1).\n"
        "Donate at donate@example.org or to bankaccount99."
    )
    body, _ = text.split("\n")
    zones = (Zone("body", Span(0, len(body)), "r"), Zone("donation", Span(len(body) + 1, len(text)), "r"))
    a = article(text, zones=zones, title="Ask editor@example.com today", outlet="X")
    asker = replace(voice(text, "Douma", "media"), name="desk@example.org")
    store.add([kept(a, claim(a, body, asker))])
    for word in (
        "southfront",
        "example",
        "www",
        "org",
        "https",
        "channel",
        "donate",
        "bankaccount99",
        "editor",
        "desk",
    ):
        assert store.articles(Query(text=word)).rows == (), word
        assert store.claims(Query(text=word)).rows == (), word
    assert len(store.articles(Query(text="shelled write today")).rows) == 1
    assert len(store.claims(Query(text="douma shelled see")).rows) == 1


def test_a_day_that_is_none_is_misuse(store: Store) -> None:
    with pytest.raises(SaysoError, match="not a day"):
        store.claims(Query(since="yesterday"))


def test_claims_without_any_date_answer_no_question_of_time(store: Store) -> None:
    a = article("Douma was shelled.")
    store.add([kept(a, claim(a, "Douma was shelled"))])
    assert store.claims(Query(since="1900-01-01")).rows == ()
    assert store.claims(Query(until="2100-01-01")).rows == ()


def test_a_range_of_days_meets_each_of_its_days(store: Store) -> None:
    a = article("Douma was shelled last week.", published="2017-09-26")
    week = happening("other", when=day(a.text, "last week", "2017-09-18", "2017-09-24"))
    store.add([kept(a, claim(a, "Douma was shelled", happening=week))])
    for since, until, hits in (
        ("2017-09-20", "2017-09-20", 1), ("2017-09-24", "", 1), ("2017-09-25", "", 0), ("", "2017-09-17", 0),
        ("", "2017-09-18", 1), ("2017-01-01", "2017-12-31", 1),
    ):  # fmt: skip
        assert len(store.claims(Query(since=since, until=until)).rows) == hits, (since, until)


def test_whole_ledgers_are_whole(store: Store) -> None:
    store.add([story(), *(one_of_many(n) for n in range(5))], [refusal("bad.bin", "S013")])
    verdict = store.verify()
    assert verdict.faults == ()
    assert (verdict.captures, verdict.articles, verdict.claims, verdict.log) == (6, 6, 14, 7 + SHAPED)
    assert len(verdict.head) == 64


def test_each_addition_moves_the_head(store: Store) -> None:
    heads = {store.verify().head}
    for n in range(3):
        store.add([one_of_many(n)])
        heads.add(store.verify().head)
    assert len(heads) == 4
