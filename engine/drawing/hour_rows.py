"""The rows of a crowded day: each event with a tick, a bar, or both, on the scale of its hours.

An exact minute is a tick; the hours in which an event may have happened are a bar.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from engine.dates import (
    Date,
    Kind,
    Precision,
    Qualifier,
    clock_in_words,
    in_short,
    possible_span,
    span,
)
from engine.drawing.blocks import LEADING, even_lines
from engine.drawing.crowded import Window, ends
from engine.drawing.faces import PLAIN
from engine.drawing.figure import NARROW, WIDE, Label, Words, text_width
from engine.drawing.marks import Mark, date_words, mark
from engine.drawing.scale import Scale
from engine.graph import Graph
from engine.kinds.event import Event

BAR = 18
"""The height of a bar."""
TICK = 22
"""The height of a tick."""
BESIDE = 9
"""Units between a tick and its time."""


@dataclass(frozen=True)
class Form:
    """The measures of one layout: labels beside the bars, or above them."""

    width: int
    top: float
    """Where the rows begin."""
    label_x: float
    label_y: float
    """The first baseline, from a row's top."""
    label_width: float
    bar_y: float
    """From a row's top, if its label has one line."""
    row: float
    """The height of a row whose label has one line."""
    overlap: float
    """So far a row reaches into the next, where nothing is."""
    style: str
    """How hours are named."""


BROAD = Form(WIDE, 46, 24, 25.5, 296, 11.5, 39, 2, "")
SLIM = Form(NARROW, 48, 20, 20, 304, 25, 52, 0, "short_")


@dataclass(frozen=True)
class Bar:
    """The hours in which an event may have happened; it may go on beyond the picture."""

    x: float
    hatched: float
    """From here on it is hatched; before, a note stands in it."""
    y: float
    width: float
    height: float
    right: float
    bottom: float
    goes_on_before: bool
    goes_on_after: bool


@dataclass(frozen=True)
class Tick:
    """A time of day."""

    x: float
    y: float
    bottom: float


@dataclass(frozen=True)
class Row:
    """One event. ``time`` is a clock time in words, ``note`` what is to be said of a bar."""

    mark: Mark
    x: float
    """Of its symbol, which is 15 units wide."""
    y: float
    label: Label
    line: float
    """Where the row ends."""
    bar: Bar | None = None
    tick: Tick | None = None
    time: Label | None = None
    after: str = ""
    """What follows the time in the same line."""
    note: Label | None = None


@dataclass(frozen=True)
class Rows:
    """What rows are made from."""

    graph: Graph
    words: Words
    window: Window
    form: Form

    @property
    def scale(self) -> Scale:
        """The hours across the drawing."""
        return Scale(self.window.start, self.window.end, *ends(self.form.width))

    @property
    def said(self) -> Mapping[str, str]:
        """The words for dates."""
        return date_words(self.words)

    def rows(self) -> Iterator[Row]:
        """The events from the top."""
        top = self.form.top
        for event in self.window.events:
            row = self._row(event, top)
            yield row
            top = row.line - self.form.overlap

    def _row(self, event: Event, top: float) -> Row:
        lines = _one_or_two(event.title, self.form.label_width)
        more = (len(lines) - 1) * LEADING
        beside = more / 2 if self.form is BROAD else 0
        label = Label(self.form.label_x, top + self.form.label_y, lines)
        drawn = mark([event], self.graph, self.words)
        row = Row(drawn, 0, label.y - 12.5 + beside, label, top + self.form.row + more)
        return self._timed(row, event, top + self.form.bar_y + more - beside)

    def _timed(self, row: Row, event: Event, y: float) -> Row:
        """The row with its bar, its tick and what is written beside them."""
        has_clock = event.date.precision is Precision.MINUTE
        bar = None if is_exact(event) else self._bar(event, y)
        time, note = self._texts(event)
        if not has_clock and bar:
            return replace(row, bar=self._cleared(bar, note), note=self._noted(bar, note))
        x = self.scale.x(span(event.date, self.graph.zone).start or 0)
        tick = Tick(x, y - 2, y - 2 + TICK)
        label = self._beside(time, (bar.x, bar.right) if bar else (x, x), y + 14)
        after = note if label.x + text_width(time) + self._room(note) <= self.form.width else ""
        line = row.line + LEADING * (len(label.lines) - 1)
        return replace(row, bar=bar, tick=tick, time=label, after=after, line=line)

    def _bar(self, event: Event, y: float) -> Bar:
        """From the first to the last minute that the date may mean, as far as it is shown."""
        clocked = event.date.precision is Precision.MINUTE
        reach = (possible_span if clocked else span)(event.date, self.graph.zone)
        start, end = reach.start or self.window.start, reach.end or self.window.end
        left, right = self.scale.x(start), self.scale.x(end)
        before, after = start < self.window.start, end > self.window.end
        return Bar(left, left, y, round(right - left, 1), BAR, right, y + BAR, before, after)

    def _room(self, note: str) -> float:
        """What a note takes with the units on both sides of it."""
        return text_width(note, PLAIN) + 2 * BESIDE if note else 0

    def _cleared(self, bar: Bar, note: str) -> Bar:
        """The bar without hatching where its note stands, if that has room in it."""
        room = self._room(note)
        return replace(bar, hatched=round(bar.x + room, 1)) if room <= bar.width else bar

    def _noted(self, bar: Bar, note: str) -> Label | None:
        """The note in its bar, else beside it; None where there is none, or no room."""
        y, room = bar.y + 14, self._room(note)
        if not note or room <= bar.width:
            return Label(bar.x + BESIDE, y, (note,)) if note else None
        label = self._beside(note, (bar.x, bar.right), y)
        return label if len(label.lines) == 1 else None

    def _texts(self, event: Event) -> tuple[str, str]:
        """The time of an event in words, and a note; empty where there is nothing to say."""
        date = event.date
        doubt = "{date}" if date.qualifier is Qualifier.NONE else self.said[date.qualifier]
        clock = clock_in_words(date, self.said)
        if clock is None:
            note = doubt.format(date=self.words["figure.hours.this_day"])
            return "", note if doubt != "{date}" else ""
        if date.has_zone:
            clock = self._elsewhere(date)
        exact = [other for other in self.window.events if is_exact(other)]
        note = self.words["figure.hours.exact"] if exact == [event] else ""
        return doubt.format(date=clock), note

    def _elsewhere(self, date: Date) -> str:
        """A time as other clocks show it; with their day only where it is another than ours."""
        day = replace(date.points[0], clock=None, offset=None)
        theirs = Date("", Kind.POINT, (day,))
        template = self.said["short_minute_in_day"]
        if (day.year, day.month, day.day) != self._shown:
            name = in_short(theirs, self.said, self.graph.zone, Precision.MONTH)
            template = self.said["short_minute"].replace("{date}", name)
        said = {**self.said, "short_minute": template, "short_minute_in_day": template}
        return in_short(date, said, self.graph.zone, Precision.DAY)

    @property
    def _shown(self) -> tuple[int, int, int]:
        day = self.window.day
        return day.year, day.month, day.day

    def _beside(self, text: str, reach: tuple[float, float], y: float) -> Label:
        """A text right of its tick; left of it where there is no room, in two lines if need be."""
        right, left = self.form.width - reach[1] - BESIDE, reach[0] - BESIDE
        if text_width(text) <= right:
            return Label(reach[1] + BESIDE, y, (text,))
        if text_width(text) <= left or left > right:
            return Label(left, y, _one_or_two(text, left), "end")
        return Label(reach[1] + BESIDE, y, _one_or_two(text, right))


def _one_or_two(text: str, width: float) -> tuple[str, ...]:
    """A text in one line if it fits, else in two of about one length."""
    return (text,) if text_width(text) <= width else even_lines(text, width, 2)


def is_exact(event: Event) -> bool:
    """Whether its minute is known for certain."""
    date = event.date
    return date.precision is Precision.MINUTE and date.qualifier is Qualifier.NONE
