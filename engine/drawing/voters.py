"""Graph → who could vote on a motion: their names, letters and places in a small drawing.

Knows nothing of sums.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import normalize

from engine.dates import Held
from engine.drawing.figure import Words, first_letter, initials
from engine.drawing.seats import Shape, columns, family, shape, short_names
from engine.graph import Graph
from engine.kinds.motion import Motion
from engine.kinds.person import Person
from engine.seating import seating

MOST_SEATS = 30
"""More do not make a small drawing."""


@dataclass(frozen=True)
class Voter:
    """Somebody who could vote, with a seat in the left or right column of the drawing."""

    name: str
    letter: str
    """A letter or two that no other voter has."""
    shape: Shape
    column: int
    row: int
    is_dissenter: bool
    """Whether they voted no."""


def voters(graph: Graph, motion: Motion, words: Words) -> tuple[Voter, ...]:
    """As many voters as the motion has seats, column by column.

    They are those whose vote is listed and those who surely sat there; the rest are seats without
    a name, which a large body lacks here.
    """
    board = graph[motion.organization]
    sides = {s.person.id: s.side for s in seating(graph, board, motion) if s.before is Held.YES}
    people = _people(graph, motion, set(sides))
    against = {vote.voter.id for vote in motion.votes if vote.option == "no"}
    names = short_names(people)
    unnamed = range(len(people) + 1, motion.seats + 1) if motion.seats <= MOST_SEATS else ()
    found = [
        (names[p.id], letter, sides.get(p.id), p.id in against)
        for p, letter in zip(people, letters(people), strict=True)
    ]
    found += [(words["figure.sums.unnamed"].format(n=n), str(n), None, False) for n in unnamed]
    halves = columns(board, [side for _, _, side, _ in found])
    return tuple(
        Voter(name, letter, shape(side), column, row, is_dissenter)
        for column, half in enumerate(halves)
        for row, (name, letter, side, is_dissenter) in enumerate(found[n] for n in half)
    )


def _people(graph: Graph, motion: Motion, sure: set[str]) -> list[Person]:
    """The voters that have a name: without those who are not listed, if they are too many."""
    listed = {vote.voter.id for vote in motion.votes}
    ids = listed | sure if len(listed | sure) <= motion.seats else listed
    return [person for person in graph.all(Person) if person.id in ids][: motion.seats]


def letters(people: Sequence[Person]) -> list[str]:
    """For each a letter or two that no other has: of the surname, else of the whole name."""
    families = ["".join(filter(str.isalnum, normalize("NFC", family(p)))) or "?" for p in people]
    firsts = [first_letter(name) or "?" for name in families]
    found = list(firsts)
    for first in {first for first in firsts if firsts.count(first) > 1}:
        same = [n for n, other in enumerate(firsts) if other == first]
        pairs = _pairs(first, [families[n] for n in same], [people[n].name for n in same])
        for n, pair in zip(same, pairs, strict=True):
            found[n] = pair
    is_clear = len(set(found)) == len(found) and not any(map(str.isdecimal, found))
    return found if is_clear else [str(n) for n in range(1, len(found) + 1)]


def _pairs(first: str, families: Sequence[str], names: Sequence[str]) -> list[str]:
    """The first letter with one in which all surnames differ; else initials, else numbers."""
    for place in range(1, min(map(len, families))):
        pairs = [first + name[place] for name in families]
        if len(set(pairs)) == len(pairs):
            return pairs
    pairs = [initials(name) for name in names]
    is_clear = len(set(pairs)) == len(pairs) and all(pairs)
    return pairs if is_clear else [f"{first}{n}" for n in range(1, len(names) + 1)]
