"""Fields of a claim in words, the same on every surface: always with the speaker, never as fact."""

from __future__ import annotations

import re

from sayso.model.article import Article
from sayso.model.claim import Claim
from sayso.model.happening import Control, Figure, Happening, Share
from sayso.model.when import Moment
from sayso.model.where import Place
from sayso.model.who import Actor, Voice

ARROW = " → "
CHAIN = " › "
DOT = " · "
MARKDOWN = re.compile(r"\*{1,3}(\S[^*]*?)\*{1,3}|\[([^\]\[]*)\]\([^()\s]*\)")
FIGURES = ("killed", "injured", "captured", "displaced")
ONE_OF = {"civilians": "civilian", "combatants": "combatant"}


def outlet(article: Article) -> str:
    """Return who publishes, and whom they repost: "Global Research, reposting South Front"."""
    name = article.outlet.value if article.outlet else "an unnamed outlet"
    original = article.original_outlet
    return f"{name}, reposting {original.value}" if original else name


def teller(article: Article) -> str:
    """Return whose words the article is in: the outlet that wrote it, not one that reposts it."""
    return article.original_outlet.value if article.original_outlet else outlet(article)


def voice(v: Voice) -> str:
    """Return one link: its name, kind, and whether it is unnamed: "a US official (government, unnamed)"."""
    name = v.name or "nobody named"
    about: list[str] = [v.kind] if v.kind != "unspecified" else []
    about += [] if v.named or not v.name else ["unnamed"]
    return f"{name} ({', '.join(about)})" if about else name


def chain(claim: Claim, publisher: str) -> str:
    """Return the whole chain from the outlet to the origin; an empty chain is the outlet's own voice."""
    if not claim.voices:
        return f"{publisher}, in its own voice"
    return CHAIN.join([publisher, *(voice(v) for v in claim.voices)])


def cues(claim: Claim, text: str) -> str:
    """Return the words of saying, in the order of the chain."""
    return " … ".join(f"“{v.cue.of(text)}”" for v in claim.voices if v.cue)


def firmness(claim: Claim) -> str:
    """Return how the claim is put: "asserted", "denied, past", "possible, future"."""
    parts = ["denies or says it is not so"] if claim.polarity.value == "negative" else []
    return DOT.join([*parts, claim.certainty.value, claim.tense.value, claim.manner.value])


def actor(a: Actor) -> str:
    """Return an actor as identified."""
    return a.name


def roles(h: Happening) -> str:
    """Return who did it to whom: "Islamic State → Valery Asapov"."""
    left = ", ".join(actor(a) for a in h.actors)
    right = ", ".join(actor(a) for a in h.targets)
    if left and right:
        return left + ARROW + right
    return left or (f"nobody named{ARROW}{right}" if right else "")


def place(p: Place) -> str:
    """Return a place with its doubt: wording, identity, point, radius; or that nobody found it."""
    if p.lat is None or p.lon is None:
        return f"{p.text} (not found in the gazetteer)"
    name = "" if p.name == p.text else f" = {p.name}"
    around = f" ± {p.radius_km:g} km" if p.radius_km else ""
    return f"{p.text}{name} ({point(p.lat, p.lon)}{around}, {p.precision})"


def point(lat: float, lon: float) -> str:
    """Return a point as "35.34 N 40.14 E": two decimals, about a kilometre, and no more is claimed."""
    return f"{abs(lat):.2f} {'N' if lat >= 0 else 'S'} {abs(lon):.2f} {'E' if lon >= 0 else 'W'}"


def moment(m: Moment) -> str:
    """Return the days, the words they were read from, and what these were counted from."""
    days = (m.start or "?") if m.start == m.end else f"{m.start or '?'} to {m.end or '?'}"
    words = f" “{m.text}”" if m.text else ""
    anchor = f", counted from {m.anchor}" if m.anchor else ""
    return f"{days}{words}{anchor}"


def figure(f: Figure) -> str:
    """Return a range of people: "1", "at least 70", "24 to 99", "up to 30"."""
    if f.high is None:
        return f"at least {f.low}"
    if f.low == f.high:
        return str(f.low)
    return f"up to {f.high}" if f.low == 0 else f"{f.low} to {f.high}"


def figures(h: Happening) -> str:
    """Return all figures: "killed 15, injured 50"."""
    told = ((name, f) for name in FIGURES if (f := getattr(h, name)) is not None)
    return ", ".join(f"{name} {figure(f)}" + (f" ({by})" if (by := shares(f)) else "") for name, f in told)


def shares(f: Figure) -> str:
    """Return whose a figure's people were: "5 civilians, 3 combatants", "of them 9 civilians"; "" where the words do not say."""
    added = [s for s in f.shares if not s.within]
    inner = [s for s in f.shares if s.within and s.side]
    told = ", ".join(share(s) for s in added) if any(s.side for s in added) else ""
    told = added[0].side if len(added) == 1 else told  # the number stands before
    among = f"of them {', '.join(share(s) for s in inner)}" if inner else ""
    return "; ".join(x for x in (told, among) if x)


def share(s: Share) -> str:
    """Return people of one sort: "9 civilians", "1 combatant", "at least 3"."""
    number = figure(Figure(s.low, None, s.high, s.span, ""))
    return number if not s.side else f"{number} {ONE_OF.get(s.side, s.side) if number == '1' else s.side}"


def control(c: Control) -> str:
    """Return a change of control: "Maadan: Islamic State → Syrian government"."""
    return f"{c.place}: {c.from_ or 'not said'}{ARROW}{c.to or 'not said'}"


def content(text: str, claim: Claim) -> str:
    """Return the words of the claim, spans joined by an ellipsis; Markdown's marks are left out, the words stand as they are."""
    return " … ".join(unmarked(" ".join(s.of(text).split())) for s in claim.content)


def unmarked(text: str) -> str:
    """Return the words without Markdown's marks around them."""
    return MARKDOWN.sub(_unmarked, text)


def _unmarked(found: re.Match[str]) -> str:
    return found[1] or found[2] or ""


def fields(article: Article, claim: Claim) -> list[tuple[str, str]]:
    """Return the fields that the claim gives, as label and words, in the order an analyst reads them."""
    text, h = article.text, claim.happening
    said = chain(claim, teller(article))
    found = [("said by", f"{said}  {cues(claim, text)}".rstrip()), ("how sure", firmness(claim))]
    if h is None:
        return [*found, ("what", "no happening: a state, a view or background")]
    found.append(("what", h.kind.value))
    found += [("who", r) for r in [roles(h)] if r]
    found += [("where", place(p)) for p in [h.place] if p]
    found += [("when", moment(m)) for m in [h.when] if m]
    found += [("figures", f) for f in [figures(h)] if f]
    found += [("means", ", ".join(f"{m.name} ({m.class_})" for m in h.means))] if h.means else []
    found += [("control", control(c)) for c in [h.control] if c]
    return found


def quotable(article: Article, claim: Claim) -> str:
    """Return one sentence that can stand in a report: the words, who printed them and when, whom it cites, and how surely it is put."""
    day = (article.original_published if article.original_outlet else article.published) or article.published
    return sentence(content(article.text, claim), teller(article), day.value if day else "", claim)


def sentence(words: str, publisher: str, day: str, claim: Claim) -> str:
    """Return the same out of its parts: the words of the claim, who printed them, and the day, "" for none."""
    said = f"{publisher} wrote" + (f" on {day}" if day else "")
    said += "".join(f", citing {cited(v)}" for v in claim.voices)
    put = ["as not so"] if claim.polarity.value == "negative" else []
    put += [f"as {claim.certainty.value}"] if claim.certainty.value != "certain" else []
    put += ["as yet to come"] if claim.tense.value == "future" else []
    return f"“{words}”, {said}{', put ' + ' and '.join(put) if put else ''}."


def cited(v: Voice) -> str:
    """Return a link of the chain as a sentence names it: "CNN", "an unnamed source: a US official", "somebody it does not name"."""
    if not v.name:
        return "somebody it does not name"
    return v.name if v.named else f"{v.name} (unnamed)"
