"""A member of the cast."""

from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field

from engine.fields import Part
from engine.kinds.record import Named, Status
from engine.values import Address, Bound, Cite, Line, Ref

if TYPE_CHECKING:
    from engine.kinds.organization import Organization


class Membership(Part):
    """A person's place in an organization, for a time.

    A bound that is left out is not known; ``..`` is open.
    """

    organization: Ref["Organization"]
    cites: tuple[Cite, ...] = ()
    role: Line | None = None
    """What the person is there, in words."""
    post: Line | None = None
    """One of the organization's posts."""
    from_: Bound | None = Field(None, alias="from")
    """When it began; left out: not known."""
    until: Bound | None = None
    """When it ended; left out: not known."""
    ended: Literal["removed", "resigned", "expired", "other"] | None = None
    """How it ended."""
    side: Line | None = None
    """One of the organization's sides."""
    status: Status | None = None


class Portrait(Part):
    """A picture of a person, with what its licence asks for."""

    file: Line
    """Its path below ``static/``."""
    alt: Line
    """What it shows, for who cannot see it."""
    credit: Line
    """Who made it."""
    licence: Line
    """Under which licence it may be shown."""


class WebLink(Part):
    """An address that is worth a visit."""

    url: Address
    label: Line | None = None


class Person(Named):
    """A member of the cast."""

    kind: ClassVar[str] = "person"
    folders: ClassVar[tuple[str, ...]] = ("content/people",)
    parts: ClassVar[tuple[str, ...]] = ("account", "roles", "events", "votes", "spellings", "notes")
    address: ClassVar[str] = "cast/{id}.html"

    sort_name: Line | None = None
    """The name as it is sorted: ``Doe, Jane``."""
    group: Line | None = None
    """One of the site's groups."""
    memberships: tuple[Membership, ...] = ()
    """Seats, posts and jobs, each with its dates."""
    portrait: Portrait | None = None
    """None: a monogram."""
    links: tuple[WebLink, ...] = ()
    """Addresses that are worth a visit."""
