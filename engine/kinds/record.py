"""What all kinds share: the record, its status, its address, its sides of the contract."""

from enum import StrEnum
from typing import ClassVar

from pydantic import Field
from pydantic.json_schema import SkipJsonSchema

from engine.fields import Part
from engine.prose import Prose
from engine.values import Cite, Flag, Line


class Status(StrEnum):
    """How well a thing is known, from the firmest to the weakest."""

    OFFICIAL = "official"
    FIRST_PERSON = "first-person"
    REPORTED = "reported"
    ANONYMOUS = "anonymous"
    ANALYSIS = "analysis"
    RUMOUR = "rumour"


STATUSES = tuple(Status)


class Record(Part):
    """One content file."""

    kind: ClassVar[str]
    """The singular name: ``person``."""
    folders: ClassVar[tuple[str, ...]]
    """Where its files live."""
    address: ClassVar[str]
    """Where it is published, with ``{id}``."""
    parts: ClassVar[tuple[str, ...]] = ()
    """The ids of the sections that its page may have."""
    must_cite: ClassVar[bool] = False
    """Whether it is a fault to rest on nothing."""

    id: SkipJsonSchema[str] = Field(alias=" id")
    path: SkipJsonSchema[str] = Field(alias=" path")
    body: SkipJsonSchema[Prose] = Field(alias=" body", exclude=True, repr=False)

    summary: Line | None = None
    """One or two plain sentences."""
    status: Status | None = None
    """How well it is known."""
    cites: tuple[Cite, ...] = ()
    """The sources and passages that it rests on."""
    disputed: Line | None = None
    """Who disagrees on what."""
    attribution: Line | None = None
    """Who says so, in words."""
    aliases: tuple[Line, ...] = ()
    """Earlier ids; their addresses lead here."""
    tags: tuple[Line, ...] = ()
    """Words to find it by."""
    allow: dict[str, Line] = Field(default_factory=dict)
    """For a rule, why its warning is not heeded for this record."""
    draft: Flag = False
    """Parsed, but not published without ``--drafts``."""

    # A record is the one file that it was read from; two are not compared field by field.
    __eq__ = object.__eq__

    def __hash__(self) -> int:
        """That of an object: the one of pydantic would ask every field."""
        return object.__hash__(self)

    @property
    def ref(self) -> "Key":
        """What identifies the record: its kind and id."""
        return (self.kind, self.id)


Key = tuple[str, str]
"""A kind and an id."""


class Titled(Record):
    """A record with a title."""

    title: Line
    """The heading of its page."""


class OtherName(Part):
    """A spelling of a name."""

    name: Line
    lang: Line | None = None
    """BCP 47, such as ``ja``."""
    note: Line | None = None
    """What is to be said of it."""
    cites: tuple[Cite, ...] = ()
    """Where it stands."""


class Named(Record):
    """A record with a name and the other spellings under which it is met."""

    name: Line
    """The usual name."""
    summary: Line
    """One or two plain sentences."""
    other_names: tuple[OtherName, ...] = ()
    """Every spelling that a source uses."""

    @property
    def title(self) -> str:
        """The heading of its page."""
        return self.name

    @property
    def names(self) -> tuple[str, ...]:
        """The usual name, and then every other spelling."""
        return (self.name, *(other.name for other in self.other_names))
