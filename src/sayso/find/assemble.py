"""Makes claims of units: each field read by its own rules, each with the words it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.find.circumstances import place, when
from sayso.find.figures import figures
from sayso.find.firmness import firmness
from sayso.find.ground import control
from sayso.find.means import means
from sayso.find.roles import actors_targets
from sayso.find.trigger import Trigger
from sayso.find.unit import Unit
from sayso.model.article import Article
from sayso.model.claim import Claim
from sayso.model.happening import Happening
from sayso.model.ids import digest
from sayso.model.span import Grounded, Span
from sayso.model.when import Timex
from sayso.model.who import Voice


def claims(
    article: Article, units: Sequence[Unit], triggers: Sequence[Trigger | None], timexes: Sequence[Timex]
) -> list[Claim]:
    """Return one claim a unit, in reading order; ``triggers`` go with ``units``, None where no happening is told."""
    found: dict[str, Claim] = {}
    for unit, trigger in zip(units, triggers, strict=True):
        claim = _claim(article, unit, trigger, timexes)
        found.setdefault(claim.id, claim)
    return list(found.values())


def _claim(article: Article, unit: Unit, trigger: Trigger | None, timexes: Sequence[Timex]) -> Claim:
    content = (*unit.tree.spans(list(unit.tokens)), *unit.more)
    firm = firmness(unit.tree, unit.tokens, unit.head, unit.voices, article.text)
    return Claim(
        id=_id(article, content, unit.voices, trigger),
        content=content,
        voices=unit.voices,
        manner=Grounded(unit.manner, "manner.attribution" if unit.voices else "manner.own"),
        polarity=firm.polarity,
        certainty=firm.certainty,
        tense=firm.tense,
        happening=None if trigger is None else _happening(article, unit, trigger, timexes),
        rule=unit.rule,
    )


def _id(article: Article, content: Iterable[Span], voices: Iterable[Voice], trigger: Trigger | None) -> str:
    where = " ".join(f"{s.start}-{s.end}" for s in content)
    who = " ".join(f"{_at(v.source)}{v.name}" for v in voices)
    return digest("c", article.id, where, who, trigger.kind.value if trigger else "")


def _at(span: Span | None) -> str:
    return "" if span is None else f"{span.start}-{span.end} "


def _happening(article: Article, unit: Unit, trigger: Trigger, timexes: Sequence[Timex]) -> Happening:
    actors, targets = actors_targets(unit, trigger, article)
    harm = figures(unit, trigger, article)
    return Happening(
        kind=trigger.kind,
        codes=trigger.codes,
        actors=actors,
        targets=targets,
        place=place(unit, trigger, article),
        when=when(unit, trigger, article, timexes),
        killed=harm.killed,
        injured=harm.injured,
        captured=harm.captured,
        displaced=harm.displaced,
        means=means(unit, article),
        control=control(unit, trigger, actors, targets, article),
    )
