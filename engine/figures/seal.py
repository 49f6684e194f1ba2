"""Graph → Seal and Logo: people and the board as small marks, by what the motion made of them.

Knows shapes and states, not what they look like.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from engine.dates import Date, Held
from engine.drawing.figure import initials
from engine.drawing.seats import Shape, Spot, shape
from engine.graph import Graph, terms_at
from engine.kinds.person import Membership, Person
from engine.seating import State, side, sitter

PITCH, HEIGHT = 13, 12
"""From seat to seat in the logo, and its height."""
FULL, OPEN = {Shape.SQUARE: 5.2, Shape.ROUND: 5.4}, {Shape.SQUARE: 4.5, Shape.ROUND: 4.7}
"""From the middle of a seat to its edge: filled, and drawn with a line."""


class Standing(StrEnum):
    """Where somebody stands to the board after the motion."""

    SITS = "sits"
    REMOVED = "removed"
    LEFT = "left"
    UNKNOWN = "unknown"
    NONE = "none"
    """Never at the table."""


@dataclass(frozen=True)
class Seal:
    """A monogram: who, on which side, and whether they kept their seat."""

    initials: str
    shape: Shape
    standing: Standing


@dataclass(frozen=True)
class LogoSeat:
    """A seat in a row."""

    spot: Spot
    standing: Standing


@dataclass(frozen=True)
class Logo:
    """The seats of the board in a row."""

    box: str
    """For ``viewBox``."""
    seats: tuple[LogoSeat, ...]


def seal(graph: Graph, person: Person) -> Seal:
    """A person's monogram, with where they stand to the site's board.

    Somebody who never sat there has left too, if each of their places in other bodies has ended.
    """
    letters, board = initials(person.name), graph.board
    own = terms_at(board, person) if board else ()
    if board is None or not own:
        gone = bool(person.memberships) and all(map(_has_ended, person.memberships))
        return Seal(letters, Shape.SQUARE, Standing.LEFT if gone else Standing.NONE)
    if graph.motion:
        found = sitter(graph, board, graph.motion, person)
        if found and {found.before, found.after} != {Held.NO}:
            return Seal(letters, shape(found.side), _standing(found.state))
    return Seal(letters, shape(side(board, own[-1])), _by_terms(own))


def _standing(state: State) -> Standing:
    kept = (State.STAYS, State.SITS, State.JOINED)
    return Standing.SITS if state in kept else Standing(state)


def _by_terms(own: Sequence[Membership]) -> Standing:
    """Where somebody stands whose terms do not touch the motion."""
    if not all(map(_has_ended, own)):
        return Standing.SITS
    return Standing.REMOVED if own[-1].ended == "removed" else Standing.LEFT


def _has_ended(term: Membership) -> bool:
    return isinstance(term.until, Date) or term.ended is not None


def logo(graph: Graph) -> Logo:
    """The seats before the motion: first those of whoever was removed, then square before round.

    Without a board that anybody is known to sit on, one of each shape.
    """
    seals = [seal(graph, person) for person in _members(graph)]
    seats = [(found.standing, found.shape) for found in seals] or [
        (Standing.SITS, shape) for shape in Shape
    ]
    seats.sort(key=lambda seat: (seat[0] is not Standing.REMOVED, seat[1] is not Shape.SQUARE))
    drawn = tuple(_seat(number, *seat) for number, seat in enumerate(seats))
    return Logo(f"0 0 {PITCH * len(drawn)} {HEIGHT}", drawn)


def _members(graph: Graph) -> Sequence[Person]:
    """Who sat at the table, surely or perhaps; without a motion, who still does."""
    if graph.motion:
        return list({seat.person.id: seat.person for seat in graph.sitting}.values())
    seats = graph.seats(graph.board) if graph.board else ()
    return list({s.person.id: s.person for s in seats if not _has_ended(s.membership)}.values())


def _seat(number: int, standing: Standing, shape: Shape) -> LogoSeat:
    half = (FULL if standing is Standing.SITS else OPEN)[shape]
    return LogoSeat(Spot(shape, PITCH * (number + 0.5), HEIGHT / 2, half), standing)
