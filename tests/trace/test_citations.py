"""Claims laid to an outlet, and the claims of that outlet's own articles that say so."""

from __future__ import annotations

from datetime import date

from tests.builders import article, claim, voice

from sayso.model.article import Article
from sayso.model.claim import Claim
from sayso.trace.citations import Cite, cites, own_outlet, supported

DAY = date(2017, 9, 11).toordinal()
CITING = "The army took Maadan and 12 villages on Sunday, SANA reported. Traders said bread was dear."
CITED = "DAMASCUS: The army established control over Maadan and 12 villages around it on Sunday. Rain fell in Homs."


def citing() -> tuple[Article, Claim, Cite]:
    a = article(CITING, ref="x.txt", outlet="Al Alam", published="2017-09-11")
    c = claim(a, "The army took Maadan and 12 villages on Sunday", voice(CITING, "SANA", "media", cue="reported"))
    (found,) = cites(a, [c], DAY)
    return a, c, found


def test_a_claim_laid_to_another_outlet_cites_it() -> None:
    _, c, found = citing()
    assert (found.claim, found.link, found.outlet) == (c.id, 0, "sana")
    assert found.words.telling == {"maadan", "12", "sunday"}


def test_an_outlet_does_not_cite_itself() -> None:
    a = article(CITING, ref="x.txt", outlet="SANA", published="2017-09-11")
    c = claim(a, "The army took Maadan and 12 villages on Sunday", voice(CITING, "SANA", "media", cue="reported"))
    assert cites(a, [c], DAY) == ()
    assert own_outlet(a) == "sana"


def test_the_outlets_own_claim_that_says_so_is_found() -> None:
    _, _, cite = citing()
    b = article(CITED, ref="y.txt", outlet="SANA", published="2017-09-10")
    army = claim(b, "The army established control over Maadan and 12 villages around it on Sunday")
    rain = claim(b, "Rain fell in Homs")
    found = supported(cite, b, [rain, army], DAY - 1)
    assert found is not None
    assert (found.cited_article, found.cited_claim, found.days) == (b.id, army.id, 1)
    assert found.shared == ("12", "maadan", "sunday")


def test_other_words_and_other_weeks_are_no_citation() -> None:
    _, _, cite = citing()
    b = article(CITED, ref="y.txt", outlet="SANA", published="2017-09-10")
    army = claim(b, "The army established control over Maadan and 12 villages around it on Sunday")
    assert supported(cite, b, [claim(b, "Rain fell in Homs")], DAY - 1) is None
    assert supported(cite, b, [army], DAY - 30) is None
    assert supported(cite, b, [army], 0) is None
