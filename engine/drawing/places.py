"""Places on a rail: events that are too close for a mark each share one, and stand above it.

Heights are units above the rail; knows nothing of labels.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from engine.drawing.figure import text_width
from engine.kinds.event import Event
from engine.kinds.record import STATUSES

STACKED = 3
"""So many events stand one above the other; more are counted by status."""
APART = 2
"""Units between two places at least."""
CLEAR = 4
"""Units between what lies on the rail and the lowest mark."""
BESIDE = 3
"""Units between a mark and its count."""

Group = tuple[tuple[float, Event], ...]
"""Events and where each would stand by itself."""


@dataclass(frozen=True)
class Place:
    """Events at one point of a rail. ``size`` is that of a symbol."""

    x: float
    events: tuple[Event, ...]
    size: float
    base: float = 0
    """The height of what lies on the rail here."""

    @cached_property
    def stack(self) -> tuple[tuple[Event, ...], ...]:
        """What is drawn, from below: each event for itself, or those of a status as one."""
        if len(self.events) <= STACKED:
            return tuple((event,) for event in self.events)
        return tuple(
            found
            for status in STATUSES
            if (found := tuple(event for event in self.events if event.status is status))
        )

    @property
    def left(self) -> float:
        """Where its marks begin."""
        return self.x - self.size / 2

    @cached_property
    def right(self) -> float:
        """Where its marks or their counts end."""
        most = max(len(events) for events in self.stack)
        count = text_width(str(most)) + BESIDE if most > 1 else 0
        return self.x + self.size / 2 + count

    @property
    def bottom(self) -> float:
        """The height of the lower edge of its lowest mark."""
        return self.base + CLEAR

    @property
    def pitch(self) -> float:
        """From mark to mark of a stack."""
        return self.size + 2

    @property
    def top(self) -> float:
        """The height of the upper edge of its highest mark."""
        return self.bottom + self.pitch * len(self.stack) - 2


def places(
    found: Iterable[tuple[float, Event]],
    size: float,
    ends: tuple[float, float],
    base: Callable[[float, float], float],
) -> tuple[Place, ...]:
    """The places of events by their x, no two of which overlap, all between the ends.

    ``base`` tells how high what lies on the rail is between two x. The two that overlap most are
    joined first; a joint place stands where the middle one of its events is.
    """
    groups: list[Group] = [(item,) for item in sorted(found, key=lambda item: item[0])]
    stood = [_place(group, size, ends) for group in groups]
    while True:
        overlaps = [a.right + APART - b.left for a, b in pairwise(stood)]
        worst = max(range(len(overlaps)), key=lambda n: overlaps[n], default=-1)
        if worst < 0 or overlaps[worst] <= 0:
            break
        groups[worst : worst + 2] = [groups[worst] + groups[worst + 1]]
        stood[worst : worst + 2] = [_place(groups[worst], size, ends)]
    return tuple(replace(place, base=base(place.left, place.right)) for place in stood)


def _place(group: Group, size: float, ends: tuple[float, float]) -> Place:
    place = Place(group[(len(group) - 1) // 2][0], tuple(event for _, event in group), size)
    x = min(max(place.x, ends[0] + size / 2), ends[1] - (place.right - place.x))
    return replace(place, x=round(x, 1))
