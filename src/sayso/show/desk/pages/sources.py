"""Sources: outlets, the voices they carry, and who takes from whom; also as a graph for other programs."""

from __future__ import annotations

from collections import Counter, defaultdict
from statistics import median
from xml.sax.saxutils import quoteattr

from fastapi import APIRouter, Request
from fastapi.responses import Response

from sayso.ledger import tallies
from sayso.ledger.store import Query
from sayso.ledger.tallies import OutletTally
from sayso.show import origins
from sayso.show.desk import claim_lines
from sayso.show.desk.answers import answer, desk, gives, gives_file, missing
from sayso.show.desk.desk import Desk
from sayso.show.desk.shapes import Count, Edge, SourceDetail, SourceLine, SourcePage
from sayso.vocab.outlet_names import named

router = APIRouter()
KEPT_SECONDS = 30.0
MOST_VOICES, MOST_EDGES, MOST_KINDS, MOST_ARTICLES = 60, 400, 5, 50


@router.get("/sources.json", **gives(SourcePage))
def listed(request: Request) -> Response:
    """Outlets, the voices claims go back to, and who reposts, copies and cites whom."""
    return answer(page(desk(request)))


def page(d: Desk) -> SourcePage:
    """Return the whole page, made anew every half minute at most."""
    return d.kept("sources", KEPT_SECONDS, lambda: _page(d))


def _page(d: Desk) -> SourcePage:
    db, held = d.hands().store.db, d.upkeep.tallies
    articles, singles = tallies.articles(db), tallies.singles(db)
    copied = tallies.copied(db)
    copies = Counter(o for o, _ in {(down, article) for down, _, article, _ in copied})
    lines = [
        _line(o, held.outlets.get(o, OutletTally()), n, singles.get(o, (0, 0)), copies[o]) for o, n in articles.items()
    ]
    voices = [Count(v, n) for v, n in held.fields["origin"].most_common(MOST_VOICES)]
    return SourcePage(sorted(lines, key=lambda s: (-s.claims, s.name)), voices, edges(d), d.upkeep.counted)


def _line(outlet: str, t: OutletTally, articles: int, single: tuple[int, int], copied: int) -> SourceLine:
    def share(part: int, whole: int) -> float:
        return round(part / whole, 4) if whole else 0.0

    return SourceLine(
        key=outlet, name=_shown(outlet), articles=articles, claims=t.claims, own=share(t.own, t.claims),
        named=share(t.named, t.claims), single=share(single[1], single[0]), copied=share(copied, articles),
        kinds=[Count(k, n) for k, n in t.kinds.most_common(MOST_KINDS)], ties=_ties(outlet),
    )  # fmt: skip


def _shown(outlet: str) -> str:
    known = named(outlet)
    return known.name if known else outlet


def _ties(outlet: str) -> list[str]:
    known = named(outlet)
    return [origins.tie(known.name, t) for t in known.ties] if known else []


def edges(d: Desk) -> list[Edge]:
    """Return who takes from whom, the strongest first."""
    db, held = d.hands().store.db, d.upkeep.tallies
    lags: dict[tuple[str, str, str], list[int | None]] = defaultdict(list)
    for down, up, _, lag in tallies.copied(db):
        lags[_shown(down), _shown(up), "copies"].append(lag)
    for down, up, lag in tallies.reposted(db):
        lags[_shown(down), _shown(up), "reposts"].append(lag)
    found = [Edge(a, b, kind, len(days), _median(days)) for (a, b, kind), days in lags.items() if a != b]  # type: ignore[arg-type]
    for outlet, t in held.outlets.items():
        cited: Counter[str] = Counter()
        for voice, n in t.cites.items():
            cited[_shown(voice)] += n
        found += [Edge(_shown(outlet), up, "cites", n, None) for up, n in cited.items() if up != _shown(outlet)]
    return sorted(found, key=lambda e: (-e.count, e.downstream, e.upstream, e.kind))[:MOST_EDGES]


def _median(days: list[int | None]) -> float | None:
    known = [n for n in days if n is not None]
    return float(median(known)) if known else None


@router.get("/sources.graphml", **gives_file("application/graphml+xml"))
def graph(request: Request) -> Response:
    """Who takes from whom as GraphML."""
    found = page(desk(request)).edges
    nodes = sorted({n for e in found for n in (e.downstream, e.upstream)})
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">']
    for key, kind in (("kind", "string"), ("count", "int"), ("lag_days", "double")):
        lines.append(f'<key id="{key}" for="edge" attr.name="{key}" attr.type="{kind}"/>')
    lines.append('<graph edgedefault="directed">')
    lines += [f"<node id={quoteattr(_xml(n))}/>" for n in nodes]
    for e in found:
        lag = "" if e.lag_days is None else f'<data key="lag_days">{e.lag_days:g}</data>'
        ends = f"source={quoteattr(_xml(e.upstream))} target={quoteattr(_xml(e.downstream))}"
        lines.append(f'<edge {ends}><data key="kind">{e.kind}</data><data key="count">{e.count}</data>{lag}</edge>')
    lines += ["</graph>", "</graphml>"]
    headers = {"content-disposition": 'attachment; filename="sources.graphml"'}
    return Response("\n".join(lines) + "\n", media_type="application/graphml+xml", headers=headers)


def _xml(words: str) -> str:
    """Return words without the characters that XML has no way to write."""
    return "".join(ch for ch in words if ch.isprintable())


@router.get("/sources/{key:path}.json", **gives(SourceDetail))
def one(request: Request, key: str) -> Response:
    """One outlet: what it carries, from whom it takes, its labels, its rights as it states them."""
    d = desk(request)
    line = next((s for s in page(d).outlets if key in {s.key, s.name}), None)
    if line is None:
        raise missing(f"outlet {key}")
    hands, tally = d.hands(), d.upkeep.tallies.outlets.get(line.key, OutletTally())
    rows = hands.store.articles(Query(outlet=line.key, limit=MOST_ARTICLES)).rows
    labels: dict[str, Counter[str]] = defaultdict(Counter)
    rights: Counter[str] = Counter()
    for row in rows:
        home = hands.store.article(row.id)
        if home is None:
            continue
        for name, values in home.labels:
            labels[name].update(values)
        rights.update(" ".join(r.span.of(home.text).split()) for r in home.rights)
    return answer(
        SourceDetail(
            line=line,
            edges=[e for e in page(d).edges if line.name in {e.downstream, e.upstream}],
            voices=[Count(v, n) for v, n in tally.voices.most_common(MOST_VOICES)],
            labels={name: [Count(v, n) for v, n in found.most_common()] for name, found in labels.items()},
            rights=[words for words, _ in rights.most_common(MOST_KINDS)],
            articles=claim_lines.articles(hands, rows),
        )
    )
