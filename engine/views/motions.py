"""Views of motions: what was put to whom, what carries it, and how it was voted on."""

from dataclasses import dataclass

from engine.kinds.motion import Motion
from engine.kinds.record import Status
from engine.links import Link
from engine.markdown import Html
from engine.views.halves import Shown, halves
from engine.views.page import Mark, Moment
from engine.views.roles import Ballot, ballot
from engine.views.sheet import Sheet
from engine.voices import Voice


@dataclass(frozen=True)
class MotionItem:
    """A motion and the vote on it."""

    id: str
    link: Link
    title: str
    summary: str
    text: str
    body: Link
    moment: Moment
    requirement: str
    counts: tuple[tuple[str, int], ...]
    result: str
    status: Status
    disputed: str | None
    voice: Voice | None
    marks: tuple[Mark, ...]
    prose: Html
    shown: Shown | None
    ballots: tuple[Ballot, ...]


@dataclass(frozen=True)
class MotionLine:
    """A motion in a list."""

    link: Link
    summary: str
    marks: tuple[Mark, ...]


def motion_line(sheet: Sheet, motion: Motion) -> MotionLine:
    """A motion in a list."""
    return MotionLine(sheet.link(motion), motion.summary, sheet.marks(motion.cites))


def motion_item(sheet: Sheet, motion: Motion) -> MotionItem:
    """A motion and the vote on it, in words."""
    words, counts = sheet.story.words, motion.counts
    sort = "number" if isinstance(motion.requirement, int) else motion.requirement
    pairs = [(o, getattr(counts, o)) for o in ("yes", "no", "abstain", "absent")] if counts else []
    text = halves(sheet, motion, below=3)
    return MotionItem(
        id=f"motion-{motion.id}",
        link=sheet.link(motion),
        title=motion.title,
        summary=motion.summary,
        text=motion.text,
        body=sheet.link(sheet.story.graph[motion.organization]),
        moment=sheet.moment(motion.date),
        requirement=words[f"requirement.{sort}"].format(n=motion.needed, seats=motion.seats),
        counts=tuple((words[f"option.{o}"], n) for o, n in pairs if n or o in ("yes", "no")),
        result=words[f"result.{motion.result}"],
        status=motion.status,
        disputed=motion.disputed,
        voice=sheet.voice(motion.cites),
        marks=sheet.marks(motion.cites),
        prose=text.account,
        shown=text.shown,
        ballots=tuple(ballot(sheet, motion, vote) for vote in motion.votes),
    )
