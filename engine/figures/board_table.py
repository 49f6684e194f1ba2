"""Graph → BoardTable: the seats of a board around its table, before or after a motion.

Knows where everything stands, not what it looks like.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import ceil

from engine.drawing.board_sides import EMPTY, Column, Place, Sides, board_sides
from engine.drawing.faces import PLAIN, SCORE
from engine.drawing.figure import Label, Words, text_width, wrap
from engine.drawing.seats import Shape, Spot
from engine.drawing.state_sides import state_sides
from engine.graph import Graph
from engine.seating import Moment
from engine.states import State

__all__ = ["BoardTable", "Chair", "Moment", "board_table"]

MOST = 30
"""A body of more seats makes no picture of a table."""
SEAT = {Shape.SQUARE: 17, Shape.ROUND: 18}
"""From the middle of a seat to its edge."""
TABLE, GAP, AWAY, SPACE = 43, 6, 8, 8
"""Half the table, from it to a seat, how much farther off a lost seat is, from it to its name."""
ROOM = (82, 91)
"""The least and the most units for a name: a wider picture would get too small on a phone."""
ROW, HIGH_ROW = 52, 74
"""From seat to seat at least, and while there are few."""
LINE, FIRST, RISE, FOOT = 17, 20, 5, 22
"""Between lines, the first base line, from a middle down to its base line, under the table."""


@dataclass(frozen=True)
class Chair:
    """A seat, with its place and those of the words about it."""

    name: str
    initials: str
    state: str
    """A ``State``, or ``empty``."""
    spot: Spot
    base: float
    """The base line of the initials."""
    label: Label
    """The name, shortened where there is no room for it."""
    word: Label
    """What has become of the seat."""


@dataclass(frozen=True)
class BoardTable:
    """A table with seats on two sides, in the units of its view box."""

    title: str
    sentences: tuple[str, ...]
    """All that the picture says."""
    box: str
    """For ``viewBox``."""
    x: float
    y: float
    width: float
    height: float
    sides: tuple[Label, ...]
    """What the sides are called; nothing over seats of more than one side."""
    chairs: tuple[Chair, ...]
    score: str
    """What stands on the table: the seats before, the votes after."""
    score_y: float
    score_word: str
    word: Label
    """The word for the score, in lines."""

    @property
    def description(self) -> str:
        """All that the picture says, as one text."""
        return " ".join(self.sentences)


def board_table(graph: Graph, moment: Moment, words: Words) -> BoardTable | None:
    """The site's board at its motion; None without one, or with no seats or too many."""
    return _table(board_sides(graph, moment, words))


def state_table(graph: Graph, before: State | None, now: State, words: Words) -> BoardTable | None:
    """The site's board in a state, with who has come and gone since the one before.

    None without a board, or with no seats or too many.
    """
    return _table(state_sides(graph, before, now, words))


def _table(sides: Sides | None) -> BoardTable | None:
    if sides is None or len(sides.places) > MOST:
        return None
    frame = _frame(sides)
    columns = list(zip((-1, 1), (sides.left, sides.right), strict=True))
    heads = tuple(frame.head(column, where) for where, column in columns if column.label)
    frame = replace(frame, top=13 + LINE * max((len(h.lines) for h in heads), default=0))
    base = frame.top + frame.height / 2 + RISE
    word = wrap(sides.score.word, 2 * (frame.inner - GAP), PLAIN, 2)
    return BoardTable(
        sides.title,
        sides.sentences,
        f"{-frame.edge:g} 0 {2 * frame.edge:g} {frame.top + frame.height + FOOT:g}",
        x=-frame.inner,
        y=frame.top,
        width=2 * frame.inner,
        height=frame.height,
        sides=heads,
        chairs=tuple(chair for where, column in columns for chair in frame.chairs(column, where)),
        score=sides.score.text,
        score_y=base,
        score_word=sides.score.word,
        word=Label(0, base + 24, word, "middle"),
    )


@dataclass(frozen=True)
class _Frame:
    """The measures of one table, whose middle is at x = 0."""

    inner: float
    """Half the table."""
    room: float
    """What a name may be wide."""
    pitch: float
    """From one seat to the next."""
    rows: int
    top: float

    @property
    def height(self) -> float:
        """Of the table."""
        return self.rows * self.pitch

    @property
    def near(self) -> float:
        """Where names begin, at a round seat."""
        return self.inner + GAP + 2 * SEAT[Shape.ROUND] + SPACE

    @property
    def edge(self) -> float:
        """Half the picture."""
        return self.near + self.room

    def chairs(self, column: Column, where: int) -> Iterator[Chair]:
        """The seats of a column, which is on the left with -1, on the right with 1."""
        first = self.top + (self.rows - len(column.places) + 1) * self.pitch / 2
        for number, place in enumerate(column.places):
            yield self._chair(place, where, first + number * self.pitch)

    def _chair(self, place: Place, where: int, y: float) -> Chair:
        half = SEAT[place.shape]
        x = self.inner + GAP + half + _away(place)
        name, word = _lines(place, self.room)
        base = y + RISE - LINE // 2 * (len(name) + len(word) - 1)
        at, anchor = where * (x + half + SPACE), "start" if where > 0 else "end"
        return Chair(
            place.name,
            place.initials,
            place.state,
            Spot(place.shape, where * x, y, half),
            y + RISE,
            Label(at, base, name, anchor),
            Label(at, base + LINE * len(name), word, anchor),
        )

    def head(self, column: Column, where: int) -> Label:
        """What a side is called: over its seats if there is room, else from the edge inwards."""
        lines = wrap(column.label, self.edge - 2 * GAP, PLAIN, 2)
        if max(text_width(line, PLAIN) for line in lines) <= self.room - GAP:
            return Label(where * self.near, FIRST, lines, "start" if where > 0 else "end")
        return Label(where * (self.edge - 2), FIRST, lines, "end" if where > 0 else "start")


def _frame(sides: Sides) -> _Frame:
    inner = max(TABLE, ceil(text_width(sides.score.text, SCORE) / 2) + GAP)
    widest = max(ceil(text_width(place.name)) for place in sides.places) + AWAY
    room = min(max(widest, ROOM[0]), ROOM[1] - (inner - TABLE))
    rows = max(2, len(sides.left.places), len(sides.right.places))
    lines = max(sum(map(len, _lines(place, room))) for place in sides.places)
    pitch = max(HIGH_ROW if rows <= 3 else ROW, LINE * lines + 8)
    return _Frame(inner, room, pitch, rows, 0)


def _away(place: Place) -> int:
    return AWAY if place.is_lost else 0


def _lines(place: Place, room: float) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The name and the word, each in lines that fit; no name where nobody is named."""
    name, width = "" if place.state == EMPTY else place.name, room - _away(place)
    return wrap(name, width, most=2), wrap(place.word, width, PLAIN, 2)
