"""A body, a company, a fund, a class of beneficiaries."""

from typing import ClassVar, Literal

from pydantic import Field

from engine.fields import Part
from engine.kinds.record import Named, Status
from engine.values import Bound, Cite, Flag, Line, Number, Ref, When


class Side(Part):
    """A side of a board's table."""

    id: Line
    label: Line


class Post(Part):
    """A post that people hold, such as a seat."""

    id: Line
    label: Line
    seats: Number | None = None
    """How many may hold it at once."""


class Tie(Part):
    """What an organization is to another."""

    kind: Literal[
        "controls",
        "owns",
        "appoints",
        "invests-in",
        "pays",
        "owes-duty-to",
        "benefits",
        "supplies",
    ]
    to: Ref["Organization"]
    cites: tuple[Cite, ...] = ()
    label: Line | None = None
    """A few words for the drawing."""
    from_: Bound | None = Field(None, alias="from")
    until: Bound | None = None
    status: Status | None = None
    absent: Flag = False
    """A tie that one might expect and that the source does not describe."""

    @property
    def sort(self) -> str:
        """Its kind, and before it whether it is absent: ``absent.owns``."""
        return f"absent.{self.kind}" if self.absent else self.kind


class Rule(Part):
    """A rule that binds an organization or its members."""

    label: Line
    text: Line
    cites: tuple[Cite, ...] = ()
    status: Status | None = None


class Organization(Named):
    """A body, a company, a fund, a class of beneficiaries."""

    kind: ClassVar[str] = "organization"
    folders: ClassVar[tuple[str, ...]] = ("content/organizations",)
    parts: ClassVar[tuple[str, ...]] = (
        "account",
        "ties",
        "rules",
        "members",
        "motions",
        "events",
        "spellings",
        "notes",
    )
    address: ClassVar[str] = "governance/{id}.html"

    classification: Line | None = None
    """What it is, in a word or two."""
    plural: Flag = False
    """Its name is a plural: “Investors own”, not “owns”."""
    founded: When | None = None
    dissolved: When | None = None
    row: Number | None = None
    """Its row in the structure diagram, from the top; None: it is not drawn."""
    order: Number | None = None
    """Its place in the row, from the left."""
    sides: tuple[Side, ...] = ()
    """Of its table: the first is drawn at the left."""
    posts: tuple[Post, ...] = ()
    """What people can be in it."""
    ties: tuple[Tie, ...] = ()
    """What it is to others."""
    rules: tuple[Rule, ...] = ()
    """What binds it."""
