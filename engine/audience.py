"""Who looks on while a site is made: what they look at comes first, a newer save ends the rest.

Knows addresses and outputs; neither how these are made nor how they are shown.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from engine.rendering import Output

T = TypeVar("T")


class Overtaken(Exception):
    """The sources have changed again: nobody will look at what is being made."""


class Audience:
    """Nobody: looks at no page, and waits until all is made."""

    urls: frozenset[str] = frozenset()
    """The pages that are looked at."""

    def show(self, outputs: Sequence[Output]) -> None:
        """Take what was made first: these pages, and the files that every page may load."""

    def while_there(self, things: Iterable[T]) -> Iterator[T]:
        """The things, one after the other. Raises ``Overtaken`` between two of them."""
        return iter(things)


NOBODY = Audience()
