"""A source, and its numbered passages."""

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, StringConstraints, WithJsonSchema

from engine.fields import Part
from engine.kinds.record import Status, Titled
from engine.nodes import Items
from engine.prose import ID
from engine.values import Address, Flag, Line, Ref, When

SEEDS = "seeds"
TYPES = ("article", "document", "post", "statement", "testimony", "reference")
"""Of sources, in the order in which they are counted."""


def _as_list(value: object) -> object:
    return value if isinstance(value, Items) else [value]


def _text(pattern: str) -> tuple[StringConstraints, WithJsonSchema]:
    """A pattern that a text has to fit, told to us and to an editor."""
    told = WithJsonSchema({"type": ["string", "integer"], "pattern": pattern})
    return StringConstraints(pattern=pattern), told


class Passage(Part):
    """A numbered passage of a source."""

    id: Annotated[Line, *_text(f"^{ID}$")]
    gist: Line
    """What it says, in one sentence of our own."""
    kind: Annotated[
        tuple[Status, ...],
        BeforeValidator(_as_list, json_schema_input_type=Status | tuple[Status, ...]),
    ] = ()
    """How what it says is known; the first counts."""
    opens: Line | None = None
    """Its first characters, so that a reader can find the place."""
    duplicate_of: Line | None = None
    """The passage that it repeats."""
    unused: Line | None = None
    """Why nothing rests on it."""


class Source(Titled):
    """A source, and its numbered passages."""

    kind: ClassVar[str] = "source"
    folders: ClassVar[tuple[str, ...]] = (SEEDS, "content/sources")
    parts: ClassVar[tuple[str, ...]] = ("record", "rests", "passages", "account", "notes")
    address: ClassVar[str] = "sources/{id}.html"

    author: Line | None = None
    """Who wrote it."""
    publisher: Line | None = None
    """Who published it."""
    url: Address | None = None
    """Where it is."""
    archive_url: Address | None = None
    """Where a copy is kept."""
    date: When | None = None
    """When it appeared."""
    accessed: When | None = None
    """When it was read."""
    language: Line | None = None
    """BCP 47."""
    type: Literal["article", "document", "post", "statement", "testimony", "reference"] | None = (
        None
    )
    anonymous: Flag = False
    """Whether it rests on unnamed people."""
    repeats: Ref["Source"] | None = None
    """The source that it only repeats; both count as one."""
    sha256: Annotated[Line, *_text("^[0-9a-f]{64}$")] | None = None
    """Of the original text."""
    passages: tuple[Passage, ...] = ()
    """Its numbered parts, in order."""

    @property
    def is_seed(self) -> bool:
        """Whether the site is derived from it."""
        return self.path.startswith(SEEDS + "/")
