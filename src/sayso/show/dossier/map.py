"""The map: every place as the area that the words leave open, never a point, each linked to the sentences that name it."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.show.dossier import basemap, claim_card
from sayso.show.dossier.basemap import Box, View
from sayso.show.dossier.chronology import ordered
from sayso.show.dossier.markup import Html, joined, listed, tag
from sayso.show.dossier.page import Book, style
from sayso.show.dossier.shown import ClaimShown, Spot

ABOUT = (
    "Each shape is the area that the words of a claim leave open: a province, a district, a ring around a town, a circle of the radius "
    "given. It says where somebody said that something was; it is no position. Shapes with a dashed edge were made coarse before "
    "publication. Very small areas are drawn larger than they are, to be seen; very wide ones, whole countries, are drawn pale."
)
BORDERS = "Outlines: Natural Earth and Who's On First, thinned; drawing a border is no view on whose it is."
NOWHERE = "No claim shown here names a place that was found."
UNPLACED = "Without a place"
WIDE_KM = 150.0
"""Places with more doubt than this do not decide what the frame shows, unless there are no others."""
TINY = 10.0
"""Units of the drawing that an area spans at least as drawn."""
STEP = 15.0
HALF, HIGH, LETTER = 9.0, 6.5, 6.6
"""Half the room that a number takes to the sides and up, and the room of one letter of a name."""
OFFSETS = (
    (0, 0),
    (0, -1),
    (0, 1),
    (1, 0),
    (-1, 0),
    (1, -1),
    (-1, 1),
    (1, 1),
    (-1, -1),
    (0, -2),
    (0, 2),
    (2, 0),
    (-2, 0),
)


@dataclass(slots=True)
class Mark:
    """One area on the map with the claims that name it."""

    number: int
    spot: Spot
    claims: list[ClaimShown] = field(default_factory=list)


def marks(book: Book) -> list[Mark]:
    """Return the areas in the order of the dossier, claims of one area together."""
    found: dict[str, Mark] = {}
    for c in ordered(book):
        if c.place and c.place.area:
            key = f"{c.place.coarse} {c.place.area}"
            found.setdefault(key, Mark(len(found) + 1, c.place)).claims.append(c)
    return list(found.values())


def body(book: Book) -> Html:
    """Return the page: the drawing, and beneath it the sentences by number; claims without a place stand apart."""
    found = marks(book)
    unplaced = [c for c in ordered(book) if not (c.place and c.place.area)]
    return joined(
        tag("h1", "Map", class_="chapter"),
        tag("p", ABOUT, class_="small soft") if found else tag("p", NOWHERE),
        tag("div", drawing(book, found, ""), class_="scroll") if found else None,
        tag("p", BORDERS, class_="small soft") if found else None,
        tag("ol", *(_listed(book, m) for m in found), class_="marks"),
        tag("h2", UNPLACED, id="unplaced") if unplaced else None,
        listed([claim_card.sentence(book, c.id) for c in unplaced], class_="marks"),
    )


def _listed(book: Book, m: Mark) -> Html:
    first = m.claims[0]
    lines = [tag("p", claim_card.sentence(book, c.id), class_="sentence") for c in m.claims]
    return tag("li", tag("h2", f"{m.number} · {claim_card.place(first)}"), *lines, id=f"m{m.number}")


def alone(book: Book) -> str:
    """Return the drawing as a file of its own, linked to the page of the map; "" when nothing has a place."""
    found = marks(book)
    return str(drawing(book, found, "map.html", tag("style", Html(style())))) + "\n" if found else ""


def drawing(book: Book, found: list[Mark], page: str, before: Html = Html()) -> Html:  # noqa: B008 - Html is a string
    """Return the drawing as SVG; ``page`` is where the numbered sentences are."""
    v = basemap.view(framed(found))
    wide_first = sorted(found, key=lambda m: (-(m.spot.radius_km or 0.0), m.number))
    shapes = [s for m in wide_first if (s := _shape(v, m, page))]
    return tag(
        "svg",
        before,
        tag("title", f"Map: {book.shown.title}"),
        basemap.ground(v),
        *shapes,
        *_numbers(v, found, page),
        basemap.scale(v),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {basemap.WIDTH:.0f} {v.height:.0f}",
        class_="map",
        role="group",
        aria_label=f"Map: {book.shown.title}",
    )


def framed(found: list[Mark]) -> list[Box]:
    """Return the boxes that the frame has to hold: of all areas but the wide ones, where there are others."""
    narrow = [m for m in found if (m.spot.radius_km or 0.0) <= WIDE_KM]
    return [box(m.spot) for m in narrow or found]


def box(spot: Spot) -> Box:
    """Return the box around an area, in degrees."""
    points = [p for polygon in spot.area for p in polygon[0]]
    lons, lats = [x for x, _ in points], [y for _, y in points]
    return min(lons), min(lats), max(lons), max(lats)


def _shape(v: View, m: Mark, page: str) -> Html:
    """Return an area, linked to its sentences, with the first of them to be seen by who points at it."""
    wide = (m.spot.radius_km or 0.0) > WIDE_KM
    name = " ".join(n for n, holds in (("area", True), ("coarse", m.spot.coarse), ("wide", wide)) if holds)
    d = "".join(basemap.path(v, polygon) for polygon in m.spot.area)
    west, south, east, north = box(m.spot)
    if max((east - west) * v.scale, (north - south) * v.tall) < TINY:
        x, y = v.on((west + east) / 2, (south + north) / 2)
        drawn = tag("circle", cx=f"{x:.1f}", cy=f"{v.height - y:.1f}", r=f"{TINY / 2:g}", class_=name)
    else:
        drawn = tag("path", d=d, class_=name, fill_rule="evenodd") if d else Html()
    return tag("a", tag("title", told(m)), drawn, href=f"{page}#m{m.number}") if drawn else Html()


def told(m: Mark) -> str:
    """Return the first sentence of a mark, with who wrote it, and how many more there are."""
    c = m.claims[0]
    said = f"“{c.words}”, {c.credit}" if c.words else f"{claim_card.kind(c.kind)}: {c.credit}"
    return f"{said} (and {len(m.claims) - 1} more)" if len(m.claims) > 1 else said


def _numbers(v: View, found: list[Mark], page: str) -> list[Html]:
    """Return the numbers of the areas in their middles, moved aside where they would lie on each other, with names where there is room."""
    taken: list[Box] = []
    placed: list[tuple[Mark, float, float]] = []
    for m in sorted(found, key=lambda m: (m.spot.radius_km or 0.0, m.number)):
        west, south, east, north = box(m.spot)
        x, y = v.on((west + east) / 2, (south + north) / 2)
        if 0 <= x <= basemap.WIDTH and 0 <= y <= v.height:
            x, y = _free(x, v.height - y, taken)
            taken.append(_room(x, y, HALF))
            placed.append((m, x, y))
    named: dict[str, tuple[float, float]] = {}
    for m, x, y in placed:
        wide = len(m.spot.name) * LETTER
        start = x + HALF + LETTER * (len(str(m.number)) - 1) / 2
        room = (start, y - HIGH, start + wide, y + HIGH)
        if m.spot.name not in named and room[2] < basemap.WIDTH and not any(_meet(room, t) for t in taken):
            named[m.spot.name] = (start, y)
            taken.append(room)
    names = [
        tag("text", name, x=f"{x:.1f}", y=f"{y + 4:.1f}", class_="name", aria_hidden="true")
        for name, (x, y) in named.items()
    ]
    return names + [_number(m, x, y, page) for m, x, y in placed]


def _number(m: Mark, x: float, y: float, page: str) -> Html:
    words = tag("text", str(m.number), x=f"{x:.1f}", y=f"{y + 4.5:.1f}", text_anchor="middle", class_="number")
    return tag("a", tag("title", told(m)), words, href=f"{page}#m{m.number}", tabindex="-1", aria_hidden="true")


def _free(x: float, y: float, taken: list[Box]) -> tuple[float, float]:
    """Return a spot near a point with room for a number; the point itself when there is none."""
    for right, down in OFFSETS:
        at = (x + right * STEP * 1.3, y + down * STEP)
        if not any(_meet(_room(*at, HALF), t) for t in taken):
            return at
    return x, y


def _room(x: float, y: float, half: float) -> Box:
    return x - half, y - HIGH, x + half, y + HIGH


def _meet(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
