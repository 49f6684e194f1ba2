"""Views of ties and rules: what organizations are to each other, in words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from engine.kinds.organization import Organization, Rule, Tie
from engine.kinds.record import Status
from engine.links import Link
from engine.views.page import Mark
from engine.views.sheet import Sheet
from engine.wording import tie_verb


@dataclass(frozen=True)
class TieItem:
    """A tie as a sentence: who, does what, to whom."""

    subject: Link
    verb: str
    object: Link
    label: str
    absent: bool
    status: Status | None
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class RuleItem:
    """A rule, and whom it binds."""

    body: Link
    label: str
    text: str
    status: Status | None
    marks: tuple[Mark, ...]


def tie_items(sheet: Sheet, bodies: Iterable[Organization]) -> Iterator[TieItem]:
    """The ties that go out from some organizations."""
    for body in bodies:
        for tie in body.ties:
            yield tie_item(sheet, body, tie)


def tie_item(sheet: Sheet, body: Organization, tie: Tie) -> TieItem:
    """A tie as a sentence."""
    verb = tie_verb(sheet.story.words, body, tie.sort)
    other = sheet.link(sheet.story.graph[tie.to])
    label = tie.label or ""
    marks = sheet.marks(tie.cites)
    return TieItem(sheet.link(body), verb, other, label, tie.absent, tie.status, marks)


def ties_with(sheet: Sheet, body: Organization) -> Iterator[TieItem]:
    """The ties of an organization: those that go out from it, then those that come in."""
    yield from tie_items(sheet, (body,))
    for other in sheet.story.graph.all(Organization):
        for tie in other.ties:
            if tie.to.id == body.id:
                yield tie_item(sheet, other, tie)


def rule_item(sheet: Sheet, body: Organization, rule: Rule) -> RuleItem:
    """A rule in a list."""
    marks = sheet.marks(rule.cites)
    return RuleItem(sheet.link(body), rule.label, rule.text, rule.status, marks)


def rule_items(sheet: Sheet, bodies: Iterable[Organization]) -> Iterator[RuleItem]:
    """The rules of some organizations."""
    for body in bodies:
        for rule in body.rules:
            yield rule_item(sheet, body, rule)
