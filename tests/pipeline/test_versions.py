"""Captures of one article are told from each other, the newest stands, and happenings count the article once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from tests.builders import article, claim, day, figure, happening, kept, place, under, voice

from sayso.ledger.happenings import EventQuery
from sayso.ledger.sqlite import SqliteStore
from sayso.ledger.store import Kept, Query
from sayso.model.event import Event
from sayso.model.problem import SaysoError
from sayso.pipeline.changing import Changing
from sayso.pipeline.versions import Versions
from sayso.pipeline.weighing import Weighing

URL = "https://www.example.org/jayrud"
TELLS = (
    "Shelling killed {n} people in the town of Jayrud on Saturday, the Observatory said. Medics were among the dead."
)
OTHER = (
    "Heavy shelling on Saturday killed 31 people in the town of Jayrud, rescuers said. Children were killed as well."
)
REMOVED = "Article removed\nThis article has been removed from our website."


def telling(text: str, toll: int, outlet: str = "Example News", **facts: Any) -> Kept:
    a = article(
        text, ref=f"{len(text)}{toll}.txt", outlet=outlet, published="2016-07-03", title="Jayrud shelled", **facts
    )
    h = happening(
        "shelling-artillery-missile", place=place(text, "Jayrud", 33.81, 36.74, km=2.0),
        when=day(text, "Saturday", "2016-07-02"), killed=figure(text, str(toll), toll, toll),
    )  # fmt: skip
    said = (
        replace(voice(text, "the Observatory", "ngo-monitor", cue="said"), id="sohr") if "Observatory" in text else None
    )
    told = claim(a, text.split(" said", maxsplit=1)[0].rpartition(",")[0], *([said] if said else []), happening=h)
    return kept(a, told, claim(a, text.split(". ")[1].rstrip(".")))


ONE, TWO = (telling(TELLS.format(n=n), n, url=URL) for n in (31, 43))
ELSEWHERE = telling(OTHER, 31, "Other News", url="https://other.example.net/a")
NOTICE = kept(article(REMOVED, ref="notice", url=URL + "?utm_source=x", title="Article removed"))
FIRST, SECOND, FAR, GONE = (k.reading.article.id for k in (ONE, TWO, ELSEWHERE, NOTICE))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    opened = SqliteStore(tmp_path / "v.ledger")
    yield opened
    opened.close()


def add(store: SqliteStore, *found: Kept) -> int:
    for one in found:
        store.add([one])
    return Versions(store).catch_up()


def listed(store: SqliteStore, **asked: object) -> set[str]:
    return {a.id for a in store.articles(Query(**asked)).rows}  # type: ignore[arg-type]


def told(store: SqliteStore) -> list[Event]:
    weighing = Weighing(store)
    weighing.catch_up()
    return weighing.events(EventQuery())


def tellers(store: SqliteStore) -> list[set[str]]:
    return [{a.article for a in e.accounts} for e in told(store)]


def test_the_newest_version_stands_and_the_others_are_kept(store: SqliteStore) -> None:
    assert add(store, ONE, TWO) == 1
    assert listed(store) == {SECOND}
    assert listed(store, all_versions=True) == {FIRST, SECOND}
    assert {r.article.id for r in store.claims(Query()).rows} == {SECOND}
    assert {r.article.id for r in store.claims(Query(text="medics")).rows} == {SECOND}
    assert len(store.claims(Query(all_versions=True)).rows) == 4
    assert {r.article.id for r in store.claims(Query(article=FIRST)).rows} == {FIRST}
    assert store.reading(FIRST) == ONE.reading
    assert store.verify().faults == ()


def test_what_is_kept_again_adds_nothing(store: SqliteStore) -> None:
    add(store, ONE, TWO)
    head = store.head()
    assert add(store, ONE, TWO, ONE) == 0
    assert store.head() == head
    assert listed(store) == {SECOND}


def test_a_ref_that_is_an_address_tells_versions_too(store: SqliteStore) -> None:
    plain = (telling(TELLS.format(n=n), n) for n in (31, 43))
    add(store, *(under(f"http://example.org/jayrud/#{n}", k) for n, k in enumerate(plain)))
    assert listed(store) == {SECOND}


def test_two_articles_at_one_address_stay_two(store: SqliteStore) -> None:
    """A site may give its every page one canonical address; a story may be followed by another at the same place."""
    text = "Talks opened in Geneva on Monday, a diplomat said. The opposition refused to attend them at first."
    another = kept(article(text, ref="b", url=URL))
    assert add(store, ONE, another) == 0
    assert listed(store) == {FIRST, another.reading.article.id}
    (change,) = Changing(store).all()
    assert change.change.kind == "another-text"


def test_a_front_page_is_nobodys_address(store: SqliteStore) -> None:
    one, two = (telling(TELLS.format(n=n), n, url="https://example.org/") for n in (31, 43))
    assert add(store, one, two) == 0
    assert len(listed(store)) == 2


def test_the_page_s_own_day_of_change_orders_versions(store: SqliteStore) -> None:
    late = telling(TELLS.format(n=43), 43, url=URL, modified="2016-07-05")
    early = telling(TELLS.format(n=31), 31, url=URL, modified="2016-07-03")
    add(store, late, early)
    assert listed(store) == {SECOND}


def test_an_archived_page_is_older_than_one_captured_now(store: SqliteStore) -> None:
    archived = telling(TELLS.format(n=31), 31, url=f"https://web.archive.org/web/20160703120000/{URL}")
    add(store, TWO, archived)
    assert listed(store) == {SECOND}
    (change,) = Changing(store).all()
    assert (change.before.seen, change.change.new) == ("2016-07-03T12:00:00+00:00", SECOND)


def test_a_happening_counts_an_edited_article_once_whatever_the_order(tmp_path: Path) -> None:
    """The old version may have been weighed before the new one came, or after; the accounts that count are the same."""
    found = set()
    for n, order in enumerate([o for o in permutations((ONE, TWO, ELSEWHERE)) if o.index(ONE) < o.index(TWO)]):
        for weigh_between in (True, False):
            store = SqliteStore(tmp_path / f"{n}{weigh_between}.ledger")
            for one in order:
                add(store, one)
                if weigh_between:
                    told(store)
            (event,) = told(store)
            found.add((event.id, tuple(a.id for a in event.accounts), len(event.near)))
            assert {a.article for a in event.accounts} == {SECOND, FAR}
            assert store.verify().faults == ()
            store.close()
    assert len(found) == 1


def test_weighed_before_versions_were_told_is_put_right(store: SqliteStore) -> None:
    for one in (ONE, TWO, ELSEWHERE):
        store.add([one])
    assert tellers(store) == [{FIRST, SECOND, FAR}]
    Versions(store).catch_up()
    assert tellers(store) == [{SECOND, FAR}]
    Weighing(store).again()
    assert tellers(store) == [{SECOND, FAR}]


def test_a_notice_withdraws_and_a_later_text_stands_again(store: SqliteStore) -> None:
    add(store, ONE, ELSEWHERE)
    told(store)
    add(store, NOTICE)
    assert listed(store) == {FAR}
    assert tellers(store) == [{FAR}]
    add(store, TWO)
    assert listed(store) == {SECOND, FAR}
    assert tellers(store) == [{SECOND, FAR}]
    assert store.verify().faults == ()


def test_two_tellings_that_only_a_withdrawn_one_held_together_part(store: SqliteStore) -> None:
    """A withdrawn article takes itself out of its happening, and those that it tied together are gathered anew."""
    add(store, ONE, ELSEWHERE)
    weighing = Weighing(store)
    weighing.catch_up()
    rankus = telling(
        "Heavy shelling on Saturday killed 8 people in the town of Jayrud, medics said. Nobody else told of it.",
        8,
        "Third News",
    )
    add(store, rankus)
    weighing.catch_up()
    third, one, other = (k.reading.claims[0].id for k in (rankus, ONE, ELSEWHERE))
    if weighing.event(third).id == weighing.event(one).id:
        weighing.judge("split", weighing.event(third).id, [third], "a reader", "")
    weighing.judge("merge", third, [one], "a reader", "")
    Versions(store).withdraw(FIRST, "a reader", "")
    weighing.catch_up()
    held = [{a.article for a in e.accounts} for e in weighing.events(EventQuery())]
    assert all(FIRST not in h for h in held)
    assert sorted(x for h in held for x in h) == sorted([FAR, rankus.reading.article.id])
    assert {e.id for e in weighing.events(EventQuery())} == {weighing.event(c).id for c in (third, other)}


def test_a_notice_alone_hides_nothing(store: SqliteStore) -> None:
    add(store, NOTICE)
    assert listed(store) == {GONE}


def test_a_person_withdraws_and_lifts(store: SqliteStore) -> None:
    add(store, ONE, ELSEWHERE)
    before = told(store)
    versions = Versions(store)
    made = versions.withdraw(FIRST[:8], "a reader", "the outlet says so on paper")
    assert listed(store) == {FAR}
    assert tellers(store) == [{FAR}]
    assert Weighing(store).events(EventQuery(articles=2)) == []
    assert store.verify().faults == ()
    versions.withdraw(FIRST, "a reader", "", lifted=True)
    assert listed(store) == {FIRST, FAR}
    assert told(store) == before
    logged = [s for (s,) in store.db.execute("SELECT subject FROM log WHERE action = 'withdrawn' ORDER BY seq")]
    assert (len(logged), logged[0]) == (2, made.id)
    with pytest.raises(SaysoError, match="not withdrawn by anybody"):
        versions.withdraw(FIRST, "a reader", "", lifted=True)
    with pytest.raises(SaysoError, match="no article"):
        versions.withdraw("affffffff", "a reader", "")


def test_a_withdrawal_speaks_of_what_was_there_and_not_of_what_comes(store: SqliteStore) -> None:
    add(store, ONE)
    Versions(store).withdraw(FIRST, "a reader", "")
    add(store, TWO)
    assert listed(store) == {SECOND}
    Versions(store).withdraw(SECOND, "a reader", "")
    assert listed(store) == set()


def test_a_person_s_word_survives_telling_versions_anew(store: SqliteStore) -> None:
    add(store, ONE, ELSEWHERE, NOTICE, TWO)
    Versions(store).withdraw(FAR, "a reader", "")
    before = told(store)
    Versions(store).again()
    assert listed(store) == {SECOND}
    assert told(store) == before
    assert store.verify().faults == ()


def test_a_judgement_of_an_unchanged_claim_holds_for_the_new_version(store: SqliteStore) -> None:
    """The toll stays, another sentence is edited: the reader's split needs not be judged again."""
    edited = telling(TELLS.format(n=31).replace("among the dead", "hurt"), 31, url=URL)
    add(store, ONE, ELSEWHERE)
    weighing = Weighing(store)
    weighing.catch_up()
    (event,) = weighing.events(EventQuery())
    weighing.judge("split", event.id, [ELSEWHERE.reading.claims[0].id], "a reader", "another shelling")
    assert tellers(store) == [{FIRST}, {FAR}] or tellers(store) == [{FAR}, {FIRST}]
    add(store, edited)
    assert sorted(map(sorted, tellers(store))) == sorted([[edited.reading.article.id], [FAR]])


def test_what_was_built_on_changed_claims_is_listed(store: SqliteStore) -> None:
    add(store, ONE, ELSEWHERE)
    weighing = Weighing(store)
    weighing.catch_up()
    judged = weighing.judge("merge", ONE.reading.claims[0].id, [ELSEWHERE.reading.claims[0].id], "a reader", "")
    add(store, TWO)
    changing = Changing(store)
    changing.catch_up()
    (change,) = changing.of(SECOND)
    assert [c.fields for c in change.change.claims] == [("killed", "wording"), ()]
    (built,) = change.built
    assert built.claim == ONE.reading.claims[0].id
    assert [j.id for j in built.judgements] == [judged.id]
    assert [h.id for h in built.happenings] == [told(store)[0].id]
    assert len(built.matches) == 1
    assert changing.of(ONE.reading.claims[0].id)[0].change == change.change


def test_changes_are_listed_since_a_day(store: SqliteStore) -> None:
    add(store, ONE, TWO)
    changing = Changing(store)
    assert [c.change.new for c in changing.all()] == [SECOND]
    assert list(changing.all("2999-01-01")) == []
    Versions(store).withdraw(SECOND, "a reader", "why not")
    kinds = [(c.change.kind, c.by.who if c.by else "") for c in changing.all()]
    assert kinds == [("edited", ""), ("withdrawn", "a reader")]


def test_a_run_stopped_between_keeping_and_telling_goes_on(store: SqliteStore, monkeypatch: pytest.MonkeyPatch) -> None:
    store.add([ONE, TWO, ELSEWHERE])
    versions = Versions(store)

    def stopped(_story: str) -> set[str]:
        raise KeyboardInterrupt

    with monkeypatch.context() as m:
        m.setattr(versions, "settle", stopped)
        with pytest.raises(KeyboardInterrupt):
            versions.catch_up()
    assert listed(store) == {FIRST, SECOND, FAR}
    assert versions.catch_up() == 1
    assert listed(store) == {SECOND, FAR}
