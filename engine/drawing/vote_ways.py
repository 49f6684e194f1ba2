"""Voters → every smallest group of them that carries a motion, counted and sorted.

Knows neither words nor drawings.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from math import comb

from engine.drawing.voters import MOST_SEATS, Voter

MOST = 36
"""More groups are counted only, not named one by one."""
MANY = 10**6
"""A larger number tells a reader nothing; it is never worked out."""
FEW = 2
"""So many dissenters are told apart; of more it only counts how many a group needs."""

Way = tuple[Voter, ...]
"""Voters who are together just enough."""


@dataclass(frozen=True)
class Kind:
    """The ways that need the same dissenters, or, if there are more than a few, as many."""

    number: int
    """How many dissenters each way needs."""
    count: int
    chosen: Way | None
    """The dissenters that it needs; None where any so many will do."""


@dataclass(frozen=True)
class Ways:
    """The ways to carry a motion, sorted by the dissenters that they need."""

    voters: tuple[Voter, ...]
    needed: int
    seats: int

    @property
    def dissenters(self) -> Way:
        """Who voted no."""
        return tuple(voter for voter in self.voters if voter.is_dissenter)

    @property
    def total(self) -> int:
        """How many ways there are."""
        return choices(self.seats, self.needed)

    @property
    def is_short(self) -> bool:
        """Whether all ways can be shown."""
        return self.total <= MOST and self.seats <= MOST_SEATS

    def kinds(self) -> Iterator[Kind]:
        """The kinds that there are, beginning with what needs the most dissenters."""
        no = self.dissenters
        for number in range(len(no), -1, -1):
            ways = choices(self.seats - len(no), self.needed - number)
            if ways and len(no) <= FEW:
                yield from (Kind(number, ways, chosen) for chosen in combinations(no, number))
            elif ways:
                yield Kind(number, choices(len(no), number) * ways, None)

    def is_only(self, kind: Kind) -> bool:
        """Whether a kind needs no dissenter, though there are some."""
        return kind.number == 0 and bool(self.dissenters)

    def shown(self, kind: Kind) -> tuple[Way, ...]:
        """The ways of a kind, if there are few: the voters of each in their order."""
        is_few = self.is_only(kind) and kind.count <= MOST and self.seats <= MOST_SEATS
        return tuple(self._ways(kind)) if self.is_short or is_few else ()

    def _ways(self, kind: Kind) -> Iterator[Way]:
        others = [voter for voter in self.voters if not voter.is_dissenter]
        any_so_many = combinations(self.dissenters, kind.number)
        for chosen in any_so_many if kind.chosen is None else [kind.chosen]:
            for rest in combinations(others, self.needed - kind.number):
                yield tuple(voter for voter in self.voters if voter in (*chosen, *rest))


def choices(things: int, chosen: int) -> int:
    """In how many ways some of the things can be chosen; above ``MANY``, some larger number."""
    if not 0 <= chosen <= things:
        return 0
    # From twice k things, k can be chosen in at least 2 ** k ways.
    return MANY + 1 if min(chosen, things - chosen) > 20 else comb(things, chosen)
