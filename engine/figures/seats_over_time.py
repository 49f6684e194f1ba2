"""Graph → SeatsOverTime: who held a seat of the board, from when to when, as far as that is known.

Knows where everything stands, in a wide and in a narrow drawing; not what it looks like.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from zoneinfo import ZoneInfo

from engine.drawing.faces import PLAIN
from engine.drawing.figure import Label, Words, text_width, wrap
from engine.drawing.scale import Ruler, Scale, ruler
from engine.drawing.term_bars import Bars, Order, Piece
from engine.drawing.term_room import NEAR, Room, narrow, wide
from engine.drawing.terms import Holder, Terms, board_terms, scale_of, sentences
from engine.graph import Graph


@dataclass(frozen=True)
class Box:
    """A piece of a bar."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Row:
    """Somebody and the bars of their terms; paths are for ``d``, empty where there is nothing."""

    name: Label
    solid: tuple[Box, ...]
    hatched: tuple[Box, ...]
    """Where a term began or ended, somewhere in here."""
    dashed: str
    """Where no date is given."""
    arrows: str
    """Where a term goes on."""
    cross: str
    """Where somebody was removed."""
    word: Label | None
    """How the last term ended."""
    is_removed: bool


@dataclass(frozen=True)
class Heading:
    """A date and a word in a row, at a point."""

    x: float
    y: float
    anchor: str
    date: str
    word: str


@dataclass(frozen=True)
class Drawing:
    """The seats in a room of one width, in the units of the view box; paths are for ``d``."""

    box: str
    ruler: str
    """The axis and its ticks; empty where only an order is known."""
    lines: str
    """Across the bars, where it changes how many seats are surely held, or at known dates."""
    vote: str
    """The line of the vote."""
    names: tuple[Label, ...]
    """The words over the axis."""
    heading: Heading | None
    """What the line of the vote is."""
    rows: tuple[Row, ...]
    notes: tuple[Label, ...]
    """How many seats are surely held between the lines, or that only the order is known."""


@dataclass(frozen=True)
class SeatsOverTime:
    """The seats of a board over time, drawn twice."""

    title: str
    sentences: tuple[str, ...]
    """All that the drawings say."""
    scale: str
    """Whether they are to scale, in words."""
    is_to_scale: bool
    wide: Drawing
    narrow: Drawing

    @property
    def description(self) -> str:
        """All that the drawings say, as one text."""
        return " ".join(self.sentences)


def seats_over_time(graph: Graph, words: Words) -> SeatsOverTime | None:
    """The seats of the site's board; None without one, or if nobody is known to have sat there."""
    terms = board_terms(graph, words)
    if terms is None:
        return None
    beside = wide([holder.name for holder in terms.holders], [h.word for h in terms.holders])
    return SeatsOverTime(
        words["figure.terms.title"].format(board=terms.board),
        sentences(terms, words, graph.zone),
        scale_of(terms, words),
        terms.is_to_scale,
        _Sheet(terms, beside, words, graph.zone).drawing(),
        _Sheet(terms, narrow(), words, graph.zone).drawing(),
    )


@dataclass(frozen=True)
class _Sheet:
    """What one drawing is made from."""

    terms: Terms
    room: Room
    words: Words
    zone: ZoneInfo

    def drawing(self) -> Drawing:
        """All of it, from the top down."""
        room, heads, voted = self.room, self._heads(), self.terms.voted
        at = None if voted is None else self._axis.x(voted)
        heading = None if at is None else self._heading(at, room.base(len(heads)))
        top = room.base(len(heads) - 1 + (0 if heading is None else 1)) + 10
        first = top + room.above
        rows = [self._row(h, first + n * room.pitch) for n, h in enumerate(self.terms.holders)]
        bottom = first + room.pitch * len(rows) - (room.pitch - room.bar) + 8
        notes = self._counts(bottom) if self.terms.is_to_scale else self._note(bottom)
        return Drawing(
            f"0 0 {room.width:g} {max([bottom, *(label.y + 8 for label in notes)]):g}",
            self._ruled(top),
            "".join(f"M{self._axis.x(x):g} {top:g}V{bottom:g}" for x in self._instants()),
            "" if at is None else f"M{at:g} {top:g}V{bottom:g}",
            tuple(label for row in heads for label in row),
            heading,
            tuple(rows),
            notes,
        )

    @cached_property
    def _axis(self) -> Scale | Order:
        room, vote = self.room, self.terms.vote
        if self.terms.is_to_scale:
            return Scale(*self.terms.extent, room.left, room.last)
        starts = {vote.start} if vote and vote.start is not None else set()
        return Order(tuple(sorted({*dict(self.terms.marks), *starts})), room.left, room.last)

    @cached_property
    def _ruler(self) -> Ruler | None:
        if not isinstance(self._axis, Scale):
            return None
        return ruler(self._axis, (), self.words, self.zone)

    def _ruled(self, y: float) -> str:
        if self._ruler is None:
            return ""
        ticks = "".join(f"M{x:g} {y:g}v6" for x in self._ruler.ticks)
        return f"M{self.room.left:g} {y:g}H{self.room.right:g}{ticks}"

    def _instants(self) -> list[float]:
        """Where lines cross the bars, besides that of the vote."""
        if self.terms.is_to_scale:
            return [change.instant for change in self.terms.changes]
        return list(dict(self.terms.marks))

    def _heads(self) -> list[list[Label]]:
        """The rows of words over the axis: times on a scale, dates in an order."""
        if self._ruler:
            rows = [row for row in (self._ruler.heads, self._ruler.names) if row]
            return [
                [Label(n.x, self.room.base(number), (n.text,), n.anchor) for n in row]
                for number, row in enumerate(rows)
            ]
        marks = [(self._axis.x(at), date) for at, date in dict(self.terms.marks).items()]
        labels = [
            Label(x + NEAR, self.room.base(0), wrap(date, end - x - 2 * NEAR, PLAIN, 1))
            for x, end, date in _stretches(marks, self.room.width + NEAR)
        ]
        return [labels] if labels else []

    def _heading(self, x: float, y: float) -> Heading:
        """The vote's date and a word, right of its line if there is room, else to the left."""
        date, word = self.terms.vote_date, self.words["figure.terms.vote"]
        x, anchor = self.room.beside(x, text_width(f"{date} {word}"))
        return Heading(x, y, anchor, date, word)

    def _row(self, holder: Holder, y: float) -> Row:
        room = self.room
        bars = [
            Bars(self._axis, room.stub, room.right, self.terms.is_to_scale).bar(reach)
            for reach in holder.reaches
        ]
        middle, end = y + room.bar / 2, bars[-1].end
        size, cross = f"{room.bar:g}", min(end + NEAR, room.width - room.bar)
        after = cross + room.bar + NEAR if holder.is_removed else end + NEAR
        point = f"l10 {room.bar / 2 + 4:g}l-10 {room.bar / 2 + 4:g}z"
        return Row(
            room.name(holder.name, holder.word, y),
            tuple(self._box(bar.solid, y) for bar in bars if bar.solid),
            tuple(self._box(piece, y) for bar in bars for piece in bar.hatched),
            "".join(f"M{a:g} {middle:g}H{b:g}" for bar in bars for a, b in bar.dashed),
            "".join(f"M{room.right - 1:g} {y - 4:g}{point}" for bar in bars if bar.goes_on),
            f"M{cross:g} {y:g}l{size} {size}m0 -{size}l-{size} {size}" if holder.is_removed else "",
            room.word(holder.word, after, y) if holder.word else None,
            holder.is_removed,
        )

    def _box(self, piece: Piece, y: float) -> Box:
        return Box(piece[0], y, round(piece[1] - piece[0], 1), self.room.bar)

    def _counts(self, bottom: float) -> tuple[Label, ...]:
        """Between its lines, how many seats are surely held, where there is room."""
        changes = [(self._axis.x(c.instant), str(c.count)) for c in self.terms.changes]
        title = wrap(self.words["figure.terms.held"], self.room.names or self.room.width, PLAIN, 1)
        y = bottom + self.room.line + (0 if self.room.names else self.room.line)
        counts = (
            Label(round((x + end) / 2, 1), y, (count,), "middle")
            for x, end, count in _stretches(changes, self.room.right)
            if end - x > text_width(count, PLAIN) + 2
        )
        return (Label(0, bottom + self.room.line, title), *counts) if changes else ()

    def _note(self, bottom: float) -> tuple[Label, ...]:
        """That only the order is known."""
        scale = scale_of(self.terms, self.words)
        if self.room.names:
            lines = wrap(scale, self.room.left - NEAR, PLAIN, 2)
            return (Label(0, self.room.base(0), lines),)
        return (Label(0, bottom + self.room.line, (scale,)),)


def _stretches(
    marks: Sequence[tuple[float, str]], end: float
) -> Iterator[tuple[float, float, str]]:
    """From each mark to the next, and from the last to the end, with what the mark says."""
    for number, (x, text) in enumerate(marks):
        yield x, marks[number + 1][0] if number + 1 < len(marks) else end, text
