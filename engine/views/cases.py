"""Views of explanations: the claim, who says so, what is for and against, what is missing."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from engine.kinds.evidence import Evidence
from engine.kinds.explanation import Explanation, Proponent, Verdict
from engine.kinds.record import STATUSES, Status
from engine.links import Link
from engine.markdown import Html
from engine.views.halves import Shown, halves
from engine.views.page import Mark
from engine.views.sheet import Sheet
from engine.voices import Voice, voice_of


@dataclass(frozen=True)
class ProponentItem:
    """Who says so; ``link`` is None where nobody is named."""

    link: Link | None
    words: str
    status: Status | None
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Weight:
    """A piece of evidence by its title, as it bears on an explanation."""

    link: Link
    title: str
    status: Status
    voice: Voice | None
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class EvidenceItem(Weight):
    """A piece of evidence with all that is said of it."""

    text: Html
    shown: Shown | None


@dataclass(frozen=True)
class Case:
    """An explanation, with what speaks for it and against it; the firmest first."""

    id: str
    link: Link
    number: int
    title: str
    summary: str
    status: Status | None
    voice: Voice | None
    marks: tuple[Mark, ...]
    disputed: str | None
    proponents: tuple[ProponentItem, ...]
    supports: tuple[Weight, ...]
    against: tuple[Weight, ...]
    neither: tuple[Weight, ...]
    missing: str | None
    settled_by: str | None
    verdict: Verdict | None


@dataclass(frozen=True)
class Glimpse:
    """An explanation in short: the claim, and how well that is known which bears on it."""

    link: Link
    summary: str
    marks: tuple[Mark, ...]
    supports: tuple[Status, ...]
    against: tuple[Status, ...]
    verdict: str
    """The title of it, if there is one."""


def glimpses(sheet: Sheet) -> tuple[Glimpse, ...]:
    """Every explanation in short, in its order."""
    return tuple(
        Glimpse(
            sheet.link(one),
            one.summary,
            sheet.marks(one.cites),
            tuple(evidence.status for evidence in _bearing_on(sheet, one, "supports")),
            tuple(evidence.status for evidence in _bearing_on(sheet, one, "against")),
            one.verdict.title if one.verdict else "",
        )
        for one in sheet.story.graph.all(Explanation)
    )


def case(sheet: Sheet, explanation: Explanation) -> Case:
    """An explanation with its evidence."""
    all_ = sheet.story.graph.all(Explanation)
    return Case(
        id=explanation.id,
        link=sheet.link(explanation),
        number=all_.index(explanation) + 1,
        title=explanation.title,
        summary=explanation.summary,
        status=explanation.status,
        voice=voice_of(sheet.story.graph, explanation),
        marks=sheet.marks(explanation.cites),
        disputed=explanation.disputed,
        proponents=tuple(_proponent(sheet, one) for one in explanation.proponents),
        supports=tuple(_bearing(sheet, explanation, "supports")),
        against=tuple(_bearing(sheet, explanation, "against")),
        neither=tuple(_bearing(sheet, explanation, "neither")),
        missing=explanation.missing,
        settled_by=explanation.settled_by,
        verdict=explanation.verdict,
    )


def cases(sheet: Sheet) -> tuple[Case, ...]:
    """Every explanation, in its order."""
    return tuple(case(sheet, one) for one in sheet.story.graph.all(Explanation))


def _proponent(sheet: Sheet, one: Proponent) -> ProponentItem:
    marks = sheet.marks(one.cites)
    if one.source:
        source = sheet.story.graph[one.source]
        words = sheet.story.words[f"proponent.{source.type}" if source.type else "proponent.source"]
        return ProponentItem(replace(sheet.link(source), lang=None), words, one.status, marks)
    ref = one.person or one.organization
    link = sheet.link(sheet.story.graph[ref]) if ref else None
    return ProponentItem(link, one.words or (link.title if link else ""), one.status, marks)


def _bearing_on(sheet: Sheet, explanation: Explanation, bearing: str) -> list[Evidence]:
    """What bears on an explanation in one way, the firmest first."""
    all_ = sheet.story.graph.all(Evidence)
    found = [one for one in all_ if one.bears_on.get(explanation.id) == bearing]
    return sorted(found, key=lambda one: (STATUSES.index(one.status), one.id))


def _bearing(sheet: Sheet, explanation: Explanation, bearing: str) -> Iterator[Weight]:
    for one in _bearing_on(sheet, explanation, bearing):
        told = sheet.voice(one.cites)
        yield Weight(sheet.link(one), one.title, one.status, told, sheet.marks(one.cites))


def evidence_item(sheet: Sheet, one: Evidence) -> EvidenceItem:
    """A piece of evidence with all that is said of it."""
    marks, told, text = sheet.marks(one.cites), sheet.voice(one.cites), halves(sheet, one, below=4)
    return EvidenceItem(
        sheet.link(one), one.title, one.status, told, marks, text.account, text.shown
    )
