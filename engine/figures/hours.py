"""The crowded day enlarged, hour by hour: one row for each event.

An exact minute is a tick; hours in which an event may have happened are a hatched bar.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from engine.date_spans import possible_span, span
from engine.date_words import clock_in_words, in_short, precision_in_words
from engine.dates import Precision, Qualifier, parse
from engine.figures.crowded import EVENING, Window, crowded, ends
from engine.figures.figure import NARROW, WIDE, Label, Words, text_width, wrap
from engine.figures.flags import even_lines
from engine.figures.marks import Mark, date_words, mark
from engine.figures.scale import AxisName, Scale
from engine.figures.unit_words import hour_name
from engine.figures.units import HOURS, begins
from engine.graph import Graph
from engine.kinds.event import Event

LEADING = 17
"""Units from line to line."""


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
    style: str
    """How hours are named."""
    label_is_above: bool


BROAD = Form(WIDE, 46, 24, 25.5, 296, 11.5, 37, "", label_is_above=False)
SLIM = Form(NARROW, 48, 20, 20, 304, 25, 52, "short_", label_is_above=True)
BAR = 18
TICK = 22


@dataclass(frozen=True)
class Bar:
    """The hours in which an event may have happened; it may go on beyond the picture."""

    x: float
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
    """One event. ``time`` is a clock time in words, ``note`` what is to be said of it."""

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
    note: Label | None = None


@dataclass(frozen=True)
class Hours:
    """A crowded day; ``midnight`` is set if the evening before belongs to it."""

    width: float
    height: float
    title: str
    description: str
    heads: tuple[Label, ...]
    """The days."""
    names: tuple[AxisName, ...]
    name_y: float
    grid: tuple[float, ...]
    """The x of each line of the hours, from ``top`` to ``bottom``."""
    top: float
    bottom: float
    left: float
    right: float
    midnight: float | None
    rows: tuple[Row, ...]


def hours(graph: Graph, words: Words, width: int) -> Hours | None:
    """The crowded day, for a place so many units wide; None if no day is crowded."""
    window = crowded(graph)
    if window is None:
        return None
    drawing = _Drawing(graph, words, window, BROAD if width >= WIDE else SLIM)
    rows = tuple(drawing.rows())
    bottom = rows[-1].line + (4 if drawing.form.label_is_above else 2)
    return Hours(
        width=drawing.form.width,
        height=bottom + 4,
        title=words["figure.hours.title"].format(day=drawing.day_name),
        description=drawing.description(),
        heads=tuple(drawing.heads()),
        names=tuple(drawing.names()),
        name_y=drawing.form.top - 8,
        grid=tuple(drawing.scale.x(at) for at, _ in drawing.steps()),
        top=drawing.form.top,
        bottom=bottom,
        left=drawing.scale.left,
        right=drawing.scale.right,
        midnight=drawing.scale.x(window.midnight) if window.has_evening else None,
        rows=rows,
    )


@dataclass(frozen=True)
class _Drawing:
    """What the parts of the drawing are made from."""

    graph: Graph
    words: Words
    window: Window
    form: Form

    @property
    def scale(self) -> Scale:
        return Scale(self.window.start, self.window.end, *ends(self.form.width))

    @property
    def said(self) -> dict[str, str]:
        return date_words(self.words)

    @property
    def day_name(self) -> str:
        return in_short(parse(self.window.day.isoformat()), self.said, self.graph.zone)

    def steps(self) -> Iterator[tuple[int, int]]:
        """Every sixth hour, to the last midnight: when it is, and what clocks show."""
        for at, begin in begins(HOURS[3], self.window.start, self.window.end, self.graph.zone):
            if at >= self.window.start:
                yield at, begin.hour
        yield self.window.end, 0

    def names(self) -> Iterator[AxisName]:
        """The names of the hours that have room."""
        reach = self.scale.left - 100.0
        for at, hour in self.steps():
            x = self.scale.x(at)
            anchor = {self.scale.left: "start", self.scale.right: "end"}.get(x, "middle")
            name = AxisName(hour_name(hour, self.words, self.form.style), x, anchor)
            if name.reach[0] >= reach + 4:
                reach = name.reach[1]
                yield name

    def heads(self) -> Iterator[Label]:
        """The day with its zone, and the day before if its evening is shown."""
        noon = parse(f"{self.window.day.isoformat()}T12:00")
        only_zone = {**self.said, "short_minute_in_day": "{zone}"}
        zone = in_short(noon, only_zone, self.graph.zone, Precision.DAY)
        text = self.words["figure.hours.day"].format(day=self.day_name, zone=zone)
        x = self.scale.x(self.window.midnight)
        if self.window.has_evening:
            yield from self._evening(x - self.scale.left - 4)
        shift = 6 if self.window.has_evening else 0
        yield Label(x + shift, 16, wrap(text, self.scale.right - x - shift, most=1))

    def _evening(self, room: float) -> Iterator[Label]:
        before = parse(self.window.day.fromordinal(self.window.day.toordinal() - 1).isoformat())
        for given in (None, Precision.YEAR, Precision.MONTH):
            text = in_short(before, self.said, self.graph.zone, given)
            if text_width(text) <= room:
                yield Label(self.scale.left, 16, (text,))
                return

    def rows(self) -> Iterator[Row]:
        """The events from the top."""
        top = self.form.top
        exact = [event for event in self.window.events if _is_exact(event)]
        for event in self.window.events:
            row = self._row(event, top, is_only=exact == [event])
            yield row
            top = row.line - (0 if self.form.label_is_above else 2)

    def _row(self, event: Event, top: float, *, is_only: bool) -> Row:
        lines = _one_or_two(event.title, self.form.label_width)
        more = (len(lines) - 1) * LEADING
        beside = 0 if self.form.label_is_above else more / 2
        bar_y = top + self.form.bar_y + more - beside
        label = Label(self.form.label_x, top + self.form.label_y, lines)
        line = top + self.form.row + more + (0 if self.form.label_is_above else 2)
        drawn = mark([event], self.graph, self.words)
        row = Row(drawn, 0, label.y - 12.5 + beside, label, line)
        return self._timed(row, event, bar_y, is_only=is_only)

    def _timed(self, row: Row, event: Event, y: float, *, is_only: bool) -> Row:
        """The row with its bar, its tick and what is written beside them."""
        has_clock = event.date.precision is Precision.MINUTE
        bar = None if _is_exact(event) else self._bar(event, y)
        x = self.scale.x(span(event.date, self.graph.zone).start or 0)
        tick = Tick(x, y - 2, y - 2 + TICK) if has_clock else None
        texts = self._texts(event, is_only=is_only)
        if not has_clock and bar:  # the bar takes all the room there is
            note = Label(bar.x + 9, y + 14, (texts[1],)) if texts[1] else None
            return replace(row, bar=bar, note=note)
        time, note = self._beside(texts, (bar.x if bar else x, bar.right if bar else x), y + 14)
        return replace(row, bar=bar, tick=tick, time=time, note=note)

    def _bar(self, event: Event, y: float) -> Bar:
        """From the first to the last minute that the date may mean, as far as it is shown."""
        clocked = event.date.precision is Precision.MINUTE
        reach = (possible_span if clocked else span)(event.date, self.graph.zone)
        start, end = reach.start or self.window.start, reach.end or self.window.end
        left, right = self.scale.x(start), self.scale.x(end)
        return Bar(left, y, round(right - left, 1), BAR, right, y + BAR,
                   start < self.window.start, end > self.window.end)  # fmt: skip

    def _texts(self, event: Event, *, is_only: bool) -> tuple[str, str]:
        """The time of an event in words, and a note; empty where there is nothing to say."""
        date = event.date
        doubt = "{date}" if date.qualifier is Qualifier.NONE else self.said[date.qualifier]
        clock = clock_in_words(date, self.said)
        if clock is None:
            note = doubt.format(date=self.words["figure.hours.this_day"])
            return "", note if doubt != "{date}" else ""
        if date.has_zone:
            clock = in_short(date, self.said, self.graph.zone, Precision.DAY)
        return doubt.format(date=clock), self.words["figure.hours.exact"] if is_only else ""

    def _beside(
        self, texts: tuple[str, str], ends: tuple[float, float], y: float
    ) -> tuple[Label | None, Label | None]:
        """The time right of its tick and the note after it; left of it where there is no room."""
        time, note = texts
        x = ends[1] + 9
        after = x + text_width(time) + 6
        if after - 6 > self.scale.right:
            return Label(ends[0] - 9, y, (time,), "end"), None
        fits = note and after + text_width(note, 13.5) <= self.scale.right
        return Label(x, y, (time,)), Label(after, y, (note,)) if fits else None

    def description(self) -> str:
        """All that the picture says."""
        events = "; ".join(self._spoken(event) for event in self.window.events)
        key = "evening" if self.window.has_evening else "window"
        evening = hour_name(EVENING, self.words, "")
        template = self.words[f"figure.hours.{key}"]
        return template.format(day=self.day_name, hour=evening, events=events)

    def _spoken(self, event: Event) -> str:
        said = mark([event], self.graph, self.words).spoken
        precision = precision_in_words(event.date, self.said)
        return self.words["figure.hours.event"].format(event=said, precision=precision)


def _one_or_two(text: str, width: float) -> tuple[str, ...]:
    """A text in one line if it fits, else in two of about one length."""
    return (text,) if text_width(text) <= width else even_lines(text, width, 2)


def _is_exact(event: Event) -> bool:
    """Whether its minute is known for certain."""
    date = event.date
    return date.precision is Precision.MINUTE and date.qualifier is Qualifier.NONE
