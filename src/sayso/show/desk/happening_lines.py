"""From happenings as weighed to happenings as pages show them: one line each, or whole with every sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sayso.ledger import eventlines
from sayso.ledger.store import ArticleRow
from sayso.model.article import Article
from sayso.model.claim import Claim
from sayso.model.event import Event, Match, Origin, Relation, Said, Summary, Teller
from sayso.model.review import Judgement
from sayso.show import origins, words
from sayso.show.desk import claim_lines
from sayso.show.desk.desk import Hands
from sayso.show.desk.shapes import (
    ArticleLine,
    FamilyLine,
    GradeLine,
    HappeningDetail,
    HappeningLine,
    JudgementLine,
    MatchLine,
    OriginLine,
    RelationLine,
    SaidLine,
    SpotLine,
    Telling,
)
from sayso.show.origins import counted
from sayso.weigh.summary import summary

MOST_MATCHES = 60
MOST_WORDS = 600
"""Code points of a sentence that are sent."""


def lines(hands: Hands, found: Sequence[Summary]) -> list[HappeningLine]:
    """Return happenings as lists show them, each with the sentence of one of its claims."""
    read = sentences(hands, [s.claim for s in found])
    return [line(s, *read.get(s.claim, ("", ""))) for s in found]


def sentences(hands: Hands, claims: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Return for each claim its words, and who says it through whom."""
    return {
        r.claim.id: (words.unmarked(r.words), said_by(r.claim, r.article)) for r in hands.store.claims_by_id(claims)
    }


def said_by(claim: Claim, home: ArticleRow) -> str:
    """Return who says a claim, the outlet first, with the day: "SANA › a military source, 2016-07-05"."""
    outlet = home.original_outlet or home.outlet or "an unnamed outlet"
    chain = words.chain(claim, outlet)
    return f"{chain}, {home.published}" if home.published else chain


def line(s: Summary, sentence: str, teller: str) -> HappeningLine:
    """Return one happening as a list shows it."""
    spot = None
    if s.spot is not None and s.spot.lat is not None and s.spot.lon is not None:
        spot = SpotLine(s.spot_words or s.spot.name, s.spot.lat, s.spot.lon, s.spot.radius_km or 0.0)
    return HappeningLine(
        id=s.id, kind=s.kind, first=_day(s.first), last=_day(s.last), dated=s.dated, places=list(s.places), spot=spot,
        articles=s.articles, families=s.families, origins=s.origins, outlets=list(s.outlets), voices=list(s.voices),
        single_origin=s.origins == 1, contested=list(s.contested), admiralty=s.admiralty, airwars_like=s.airwars_like,
        killed=list(s.killed), injured=list(s.injured), claims=s.claims, claim=s.claim, words=sentence, said_by=teller,
        counted=rests(s),
    )  # fmt: skip


def rests(s: Summary) -> str:
    """Return what a happening rests on, in words: "14 articles, 2 wire families, 1 origin"."""
    known = counted(s.origins, "origin", "origins") if s.origins else "no known origin"
    parts = (counted(s.articles, "article", "articles"), counted(s.families, "wire family", "wire families"), known)
    return ", ".join(parts)


def _day(ordinal: int) -> str:
    return date.fromordinal(max(1, min(ordinal, date.max.toordinal()))).isoformat()


class Told:
    """The claims and articles of one happening, looked up once."""

    def __init__(self, hands: Hands, e: Event) -> None:
        rows = hands.store.claims_by_id(t.claim for a in e.accounts for t in a.tellers)
        self.claims = {r.claim.id: r for r in rows}
        listed = claim_lines.articles(hands, [r.article for r in {r.article.id: r for r in rows}.values()])
        self.lines = {a.id: a for a in listed}
        self.texts: dict[str, Article] = {}
        for key in self.lines:
            home = hands.store.article(key)
            assert home is not None
            self.texts[key] = home
        self.account_of = {t.claim: a for a in e.accounts for t in a.tellers}
        self.states = hands.reviews.states(self.claims)

    def words(self, claim: str) -> str:
        """Return the words of a claim."""
        return words.unmarked(self.claims[claim].words) if claim in self.claims else ""

    def said_by(self, claim: str) -> str:
        """Return who says a claim."""
        row = self.claims.get(claim)
        return said_by(row.claim, row.article) if row else ""


def detail(hands: Hands, e: Event) -> HappeningDetail:
    """Return a happening with all that is known of it."""
    told = Told(hands, e)
    s = summary(e)
    home = {a.article: hands.weighing.tracing.family(a.article) for a in e.accounts}
    origin_of = {a: o for o in e.origins for a in o.accounts}
    tellings = [
        telling(told, a.id, t, _name(e, origin_of.get(a.id)))
        for a in e.accounts
        for t in a.tellers
        if t.claim in told.claims
    ]
    return HappeningDetail(
        line=line(s, told.words(s.claim), told.said_by(s.claim)),
        tellings=sorted(tellings, key=lambda t: (t.article.published, t.article.id, not t.core)),
        relations=relations(told, e.relations),
        origins=[_origin(hands, e, o, told.lines, home) for o in e.origins],
        grades=[GradeLine(g.name, g.value, g.rule, list(g.reasons), g.limits) for g in e.grades],
        together=[_match(e, m) for m in e.matches[:MOST_MATCHES]],
        near=near(hands, e),
        judgements=[judgement(j, gone) for j, gone in hands.weighing.kept.judged(1_000) if set(told.claims) & {*j.one, *j.other}],
        denials=[t.claim for t in tellings if t.denies],
    )  # fmt: skip


def telling(told: Told, account: str, t: Teller, origin: str) -> Telling:
    """Return one claim of a happening with its sentence."""
    row = told.claims[t.claim]
    chain = words.chain(row.claim, words.teller(told.texts[row.article.id]))
    return Telling(
        claim=t.claim, account=account, article=told.lines[row.article.id], words=told.words(t.claim), chain=chain,
        voice=t.voice_name, named=t.named, denies=t.denies, core=t.core, origin=origin, state=told.states.get(t.claim, ""),
    )  # fmt: skip


def relations(told: Told, found: Sequence[Relation]) -> list[RelationLine]:
    """Return how values bear on each other, each pair of wordings once, contradictions first, field by field in turn."""
    rank = {"contradicts": 0, "refines": 1, "adds": 2, "agrees": 3}
    once: dict[tuple[str, str, str, str], Relation] = {}
    for r in found:
        once.setdefault((r.field, r.bearing, *sorted((r.one.words, r.other.words))), r)  # type: ignore[arg-type]
    nth: dict[tuple[str, str], int] = {}
    turn = {}
    for key, r in once.items():
        turn[key] = nth[r.field, r.bearing] = nth.get((r.field, r.bearing), 0) + 1
    ranked = [once[k] for k in sorted(once, key=lambda k: (rank[once[k].bearing], turn[k], once[k].field))]
    return [RelationLine(r.field, r.bearing, said(told, r.one), said(told, r.other), r.rule) for r in ranked]


def said(told: Told, s: Said) -> SaidLine:
    """Return a value with the sentence it stands in and where in that its words are."""
    row = told.claims.get(s.claim)
    if row is None:
        return SaidLine(s.claim, s.words, "", "", "", 0, 0)
    text = told.texts[row.article.id].text
    span = s.span or row.claim.content[0]
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - MOST_WORDS // 2)
    stop = text.find("\n", span.end)
    end = min(len(text) if stop < 0 else stop, span.end + MOST_WORDS // 2)
    start, end = _sentence(text, start, end, span.start, span.end)
    outlet = row.article.original_outlet or row.article.outlet
    return SaidLine(
        s.claim, s.words, told.said_by(s.claim), outlet, text[start:end], span.start - start, span.end - start
    )


def _sentence(text: str, start: int, end: int, first: int, last: int) -> tuple[int, int]:
    """Return the ends of the sentence around some words, inside bounds; a full stop and a space end one."""
    before = max((text.rfind(stop, start, first) for stop in (". ", "! ", "? ")), default=-1)
    after = min((at for stop in (". ", "! ", "? ") if (at := text.find(stop, last, end)) >= 0), default=-1)
    return (before + 2 if before >= start else start), (after + 1 if after >= 0 else end)


def _name(e: Event, o: Origin | None) -> str:
    if o is None:
        return ""
    outlets = sorted({a.outlet for a in e.accounts if a.id in o.accounts and a.outlet})
    return o.voice or f"{' and '.join(outlets) or 'nobody known'}, own words"


def _origin(hands: Hands, e: Event, o: Origin, known: Mapping[str, ArticleLine], home: Mapping[str, str]) -> OriginLine:
    mine = [a for a in e.accounts if a.id in o.accounts]
    inside = {a.article for a in mine}
    copies = [c for c in hands.weighing.tracing.kept.pairs(inside) if c.binds and c.one in inside and c.other in inside]
    by_article = {a.article: a for a in mine}
    families = []
    for family in o.families:
        articles = sorted({a.article for a in mine if home[a.article] == family})
        shared = [
            origins.shared(c, by_article[c.one], by_article[c.other])
            for c in copies
            if {c.one, c.other} <= set(articles)
        ]
        families.append(FamilyLine(family, [known[a] for a in articles if a in known], shared))
    return OriginLine(o.id, _name(e, o), o.known, families, list(o.reasons), o.would_split, origins.ties(o, mine))


def _match(e: Event, m: Match) -> MatchLine:
    lead = {a.id: next((t.claim for t in a.tellers if t.core), a.tellers[0].claim) for a in e.accounts}
    return MatchLine(m.one, m.other, lead.get(m.one, ""), lead.get(m.other, ""), m.score, _reasons(m), "", "")


def _reasons(m: Match) -> list[str]:
    if m.by or m.bar:
        return [origins.reasons(m) if m.by else f"ruled out: {m.bar}"]
    return [f"{x.feature} {x.points:+.1f} ({x.finding})" for x in m.evidence if x.points]


def near(hands: Hands, e: Event) -> list[MatchLine]:
    """Return pairs that came close and were left apart, each with the other happening and its words."""
    mine = {a.id: a for a in e.accounts}
    pairs = [(m.one, m.other, m) if m.one in mine else (m.other, m.one, m) for m in e.near[:MOST_MATCHES]]
    others = {a.id: a for a in hands.weighing.kept.accounts({o for _, o, _ in pairs})}
    lead = {k: next((t.claim for t in a.tellers if t.core), a.tellers[0].claim) for k, a in (mine | others).items()}
    read = sentences(hands, [lead[o] for _, o, _ in pairs if o in lead])
    laid = eventlines.of_claims(hands.store.db, [lead[o] for _, o, _ in pairs if o in lead])
    return [
        MatchLine(
            one, other, lead[one], lead[other], m.score, _reasons(m), laid.get(lead[other], ("", 0, ""))[0],
            " — ".join(read.get(lead[other], ("", ""))),
        )
        for one, other, m in pairs if other in lead
    ]  # fmt: skip


def judgement(j: Judgement, undone: bool) -> JudgementLine:
    """Return a person's judgement as pages show it."""
    return JudgementLine(j.id, j.number, j.verdict, list(j.one), list(j.other), j.who, j.at, j.why, undone)
