"""A matter put to a body, and the vote on it."""

from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, get_args

from pydantic import PlainValidator

from engine.fields import Part
from engine.kinds.record import Status, Titled
from engine.nodes import Text
from engine.spelling import did_you_mean
from engine.values import Cite, Flag, Line, Number, Ref, When, refuse

if TYPE_CHECKING:
    from engine.kinds.organization import Organization
    from engine.kinds.person import Person

Share = Literal["majority", "two-thirds", "unanimous"]
SHARES: tuple[Share, ...] = get_args(Share)
Option = Literal["yes", "no", "abstain", "absent", "unknown"]


def _requirement(value: object) -> str | int:
    if isinstance(value, Text) and value in SHARES:
        return str(value)
    if isinstance(value, Text) and value.isdecimal() and int(value) > 0:
        return int(value)
    hint = did_you_mean(str(value), SHARES) + " (or a number of votes)"
    return refuse("wrong-choice", f"'{value}' is not a requirement", hint)


class Counts(Part):
    """How the votes were counted; what is left out is 0."""

    yes: Number = 0
    no: Number = 0
    abstain: Number = 0
    absent: Number = 0


class Vote(Part):
    """How one person voted."""

    voter: Ref["Person"]
    option: Option
    implied: Flag = False
    """Whether it follows from the source without being said."""
    cites: tuple[Cite, ...] = ()
    status: Status | None = None


class Motion(Titled):
    """A matter put to a body, and the vote on it."""

    kind: ClassVar[str] = "motion"
    folders: ClassVar[tuple[str, ...]] = ("content/motions",)
    address: ClassVar[str] = "governance.html#motion-{id}"
    must_cite: ClassVar[bool] = True

    summary: Line
    """One or two plain sentences."""
    status: Status
    """How well it is known."""
    organization: Ref["Organization"]
    """The body that it was put to."""
    date: When
    """When it was voted on."""
    text: Line
    """What was decided."""
    requirement: Annotated[
        Share | int, PlainValidator(_requirement, json_schema_input_type=Share | Number)
    ]
    """``majority`` of the seats, ``two-thirds``, ``unanimous``, or a number of votes."""
    seats: Number
    """How many could vote."""
    result: Literal["pass", "fail"]
    """Whether it was carried."""
    counts: Counts | None = None
    """The votes as counted."""
    votes: tuple[Vote, ...] = ()
    """How each person voted, as far as it is known."""

    @property
    def needed(self) -> int:
        """How many votes in favour carry the motion."""
        shares = {
            "majority": self.seats // 2 + 1,
            "two-thirds": -(-2 * self.seats // 3),
            "unanimous": self.seats,
        }
        return self.requirement if isinstance(self.requirement, int) else shares[self.requirement]
