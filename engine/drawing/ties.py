"""Ties as drawings know them: what they look like, what is written on them, what they say.

Knows words; nothing of where a line runs.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from engine.drawing.figure import Words
from engine.drawing.plan import Edge
from engine.graph import Graph
from engine.kinds.organization import Organization, Tie
from engine.kinds.record import Status
from engine.wording import tie_verb


class Look(StrEnum):
    """What a tie looks like."""

    CONTROL = "control"
    MONEY = "money"
    DUTY = "duty"
    BENEFIT = "benefit"
    ABSENT = "absent"


LOOKS = {
    "controls": Look.CONTROL,
    "appoints": Look.CONTROL,
    "owns": Look.CONTROL,
    "invests-in": Look.MONEY,
    "pays": Look.MONEY,
    "supplies": Look.MONEY,
    "owes-duty-to": Look.DUTY,
    "benefits": Look.BENEFIT,
}


WEIGHTS = {Look.CONTROL: 2.0, Look.ABSENT: 0.5}
"""How much it matters that two bodies are one above the other; for all other looks 1."""


@dataclass(frozen=True)
class Sentence:
    """A tie in words."""

    subject: str
    verb: str
    object: str
    label: str
    status: Status | None
    absent: bool


@dataclass(frozen=True)
class Link:
    """A tie between two bodies that are drawn."""

    subject: Organization
    object: Organization
    tie: Tie

    @property
    def ends(self) -> tuple[str, str]:
        """The ids of both, the subject first."""
        return self.subject.id, self.object.id

    @property
    def look(self) -> Look:
        """What it looks like."""
        return Look.ABSENT if self.tie.absent else LOOKS[self.tie.kind]

    def edge(self, label: str) -> Edge:
        """Its line in a plan, with what is written on it."""
        look = self.look
        return Edge(self.ends, WEIGHTS.get(look, 1.0), label, look is Look.ABSENT)

    def label(self, words: Words) -> str:
        """What is written on the line: the author's words, else the verb."""
        return self.tie.label or tie_verb(words, self.subject, self.tie.kind)

    def sentence(self, words: Words) -> Sentence:
        """The tie in words."""
        verb = tie_verb(words, self.subject, self.tie.sort)
        label, status = self.tie.label or "", self.tie.status
        names = self.subject.name, self.object.name
        return Sentence(names[0], verb, names[1], label, status, self.tie.absent)

    def spoken(self, words: Words) -> str:
        """The tie as one sentence."""
        said = self.sentence(words)
        template = words["figure.structure.tie" if said.label else "figure.structure.bare_tie"]
        return template.format(
            subject=said.subject, verb=said.verb, object=said.object, label=said.label
        )


def links(graph: Graph, bodies: Sequence[Organization]) -> Iterator[Link]:
    """The ties from one of some bodies to another of them."""
    ids = {body.id for body in bodies}
    for body in bodies:
        for tie in body.ties:
            if tie.to.id in ids and tie.to.id != body.id:
                yield Link(body, graph[tie.to], tie)
