"""Articles built by hand for a dossier: tellings that contradict each other, a witness, a position, news too fresh, hostile words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from tests.builders import actor, article, claim, day, figure, happening, kept, place, span, voice

from sayso.ledger.store import Kept
from sayso.model.article import Rights
from sayso.model.review import Item

NOW = datetime(2017, 10, 1, tzinfo=UTC)
HOSTILE = '<script>alert("x")</script>'
WITNESS = "Shells fell on the town of Jayrud on Saturday, Ahmad Darwish said. Darwish sells bread."
MOVED = "The brigade moved launchers into an orchard near Jayrud on Friday, residents said."
FRESH = "Jets hit a depot near Jayrud on Saturday, the ministry said."
EVIL = f"Rockets fell on {HOSTILE} Jayrud on Monday, the army said."


def lead(outlet: str, text: str, killed: int) -> Kept:
    a = article(text, ref=f"{outlet}.txt", outlet=outlet, published="2016-07-03", title=f"{outlet} on it")
    a = replace(a, labels=(("region", ("Levant",)),))
    h = happening(
        "shelling-artillery-missile", place=place(text, "Jayrud", 33.81, 36.74, km=2.0), when=day(text, "Saturday", "2016-07-02"),
        killed=figure(text, str(killed), killed, killed),
    )  # fmt: skip
    who = [replace(voice(text, "the Observatory", "ngo-monitor", cue="said"), id="sohr")]
    return kept(a, claim(a, text.split(",", maxsplit=1)[0], *(who if "Observatory" in text else ()), happening=h))


def witness() -> Kept:
    a = article(
        WITNESS, ref="w.txt", outlet="Trt", published="2016-07-04", title="Ahmad Darwish tells",
        url="https://example.org/2016/ahmad-darwish-tells.html",
    )  # fmt: skip
    a = replace(a, rights=(Rights("copyright", span(WITNESS, "sells bread")),))
    where, when = place(WITNESS, "Jayrud", 33.81, 36.74, km=2.0), day(WITNESS, "Saturday", "2016-07-02")
    said = voice(WITNESS, "Ahmad Darwish", "witness-local", cue="said")
    h = happening("shelling-artillery-missile", place=where, when=when)
    seller = happening("other", actors=(actor(WITNESS, "Darwish"),))
    return kept(
        a,
        claim(a, "Shells fell on the town of Jayrud on Saturday", said, happening=h),
        claim(a, "Darwish sells bread", happening=seller),
    )


def single(text: str, kind: str, words: str, when: str, published: str, **facts: str) -> Kept:
    asked = {
        "ref": f"{words}.txt",
        "outlet": "Sana",
        "published": published,
        "title": "A report",
        "url": "https://example.org/2",
    }
    a = article(text, **(asked | facts))  # type: ignore[arg-type]
    where, told = (
        place(text, "Jayrud", 33.8123, 36.7456, km=0.5),
        next(w for w in ("Friday", "Saturday", "Monday") if w in text),
    )
    h = happening(kind, place=where, when=day(text, told, when))  # type: ignore[arg-type]
    return kept(a, claim(a, words, happening=h))


AHRAM = lead("Ahram", "Shelling killed 31 people in the town of Jayrud on Saturday, the Observatory said. Medics were among the dead.", 31)  # fmt: skip
MANAR = lead("Manar", "Heavy shelling on Saturday killed 43 people in the town of Jayrud, the Observatory said. Medics were killed.", 43)  # fmt: skip
SAW = witness()
POSITION = single(MOVED, "deployment-movement", "The brigade moved launchers into an orchard near Jayrud on Friday", "2016-07-01", "2016-07-03")  # fmt: skip
NEWS = single(FRESH, "air-drone-strike", "Jets hit a depot near Jayrud on Saturday", "2017-09-30", "2017-09-30")
BAD = single(
    EVIL, "shelling-artillery-missile", f"Rockets fell on {HOSTILE} Jayrud on Monday", "2016-08-01", "2016-08-02",
    title=HOSTILE, outlet=f"Out{HOSTILE}let", url="javascript:alert(1)",
)  # fmt: skip
ALL = [AHRAM, MANAR, SAW, POSITION, NEWS, BAD]


def key(item: Kept, n: int = 0) -> str:
    """Return the id of an article's claim."""
    return item.reading.claims[n].id


def items() -> list[Item]:
    return [
        Item("text", "", f"First words.\n\nAhmad Darwish is named here, and {HOSTILE}.", "Mona"),
        Item("happening", key(AHRAM), "A note on Ahmad Darwish.", "Mona"),
        Item("claim", key(SAW), "", "Mona"),
        Item("claim", key(SAW, 1), "", "Mona"),
        Item("claim", key(POSITION), "", "Jo"),
        Item("claim", key(NEWS), "a secret note", "Jo"),
        Item("claim", key(BAD), "", "Jo"),
        Item("claim", "c000000000000dead", "", "Jo"),
    ]
