"""The crowded day enlarged, hour by hour: one row for each event."""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.dates import Precision, in_short, parse, precision_in_words
from engine.drawing.crowded import EVENING, crowded
from engine.drawing.figure import WIDE, Label, Words, text_width, wrap
from engine.drawing.hour_rows import BROAD, SLIM, Row, Rows
from engine.drawing.marks import mark
from engine.drawing.scale import AxisName
from engine.drawing.unit_words import hour_name
from engine.drawing.units import HOURS, begins
from engine.graph import Graph
from engine.kinds.event import Event

STEP = HOURS[3]
"""Every sixth hour is named."""
APART = 4
"""Units between two names at least."""
SHIFT = 6
"""Units between the midnight line and the name of the day."""


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
    right: float
    midnight: float | None
    rows: tuple[Row, ...]

    @property
    def has_brackets(self) -> bool:
        """Whether there is anything that the record alone tells."""
        return any(row.mark.bracket for row in self.rows)


def hours(graph: Graph, words: Words, width: int) -> Hours | None:
    """The crowded day, for a place so many units wide; None if no day is crowded."""
    window = crowded(graph)
    if window is None:
        return None
    drawing = _Drawing(Rows(graph, words, window, BROAD if width >= WIDE else SLIM))
    rows, scale = tuple(drawing.on.rows()), drawing.on.scale
    bottom = rows[-1].line + 2
    return Hours(
        width=drawing.on.form.width,
        height=bottom + 4,
        title=words["figure.hours.title"].format(day=drawing.day_name),
        description=drawing.description(),
        heads=tuple(drawing.heads()),
        names=tuple(drawing.names()),
        name_y=drawing.on.form.top - 8,
        grid=tuple(scale.x(at) for at, _ in drawing.steps()),
        top=drawing.on.form.top,
        bottom=bottom,
        right=scale.right,
        midnight=scale.x(window.midnight) if window.has_evening else None,
        rows=rows,
    )


@dataclass(frozen=True)
class _Drawing:
    """What stands above the rows, and what is said of them."""

    on: Rows

    @property
    def day_name(self) -> str:
        return in_short(parse(self.on.window.day.isoformat()), self.on.said, self.on.graph.zone)

    def steps(self) -> Iterator[tuple[int, int]]:
        """The hours that are named: when they are, and what clocks show; the last is midnight."""
        window = self.on.window
        for at, begin in begins(STEP, window.start, window.end, self.on.graph.zone):
            if at >= window.start:
                yield at, begin.hour
        yield window.end, 0

    def names(self) -> Iterator[AxisName]:
        """The names of the hours that have room."""
        scale, style = self.on.scale, self.on.form.style
        reach = -1.0 * WIDE
        for at, hour in self.steps():
            x = scale.x(at)
            anchor = {scale.left: "start", scale.right: "end"}.get(x, "middle")
            name = AxisName(hour_name(hour, self.on.words, style), x, anchor)
            if name.reach[0] >= reach + APART:
                reach = name.reach[1]
                yield name

    def heads(self) -> Iterator[Label]:
        """The day with its zone, and the day before if its evening is shown."""
        window, scale = self.on.window, self.on.scale
        noon = parse(f"{window.day.isoformat()}T12:00")
        only_zone = {**self.on.said, "short_minute_in_day": "{zone}"}
        zone = in_short(noon, only_zone, self.on.graph.zone, Precision.DAY)
        text = self.on.words["figure.hours.day"].format(day=self.day_name, zone=zone)
        x = scale.x(window.midnight)
        if window.has_evening:
            yield from self._evening(x - scale.left - APART)
            x += SHIFT
        yield Label(x, 16, wrap(text, scale.right - x, most=1))

    def _evening(self, room: float) -> Iterator[Label]:
        """The day before, as fully as there is room for."""
        day = self.on.window.day
        before = parse(day.fromordinal(day.toordinal() - 1).isoformat())
        for given in (None, Precision.YEAR, Precision.MONTH):
            text = in_short(before, self.on.said, self.on.graph.zone, given)
            if text_width(text) <= room:
                yield Label(self.on.scale.left, 16, (text,))
                return

    def description(self) -> str:
        """All that the picture says."""
        window, words = self.on.window, self.on.words
        events = "; ".join(self._spoken(event) for event in window.events)
        template = words["figure.hours.evening" if window.has_evening else "figure.hours.window"]
        evening = hour_name(EVENING, words, "")
        return template.format(day=self.day_name, hour=evening, events=events)

    def _spoken(self, event: Event) -> str:
        said = mark([event], self.on.graph, self.on.words).spoken
        precision = precision_in_words(event.date, self.on.said)
        return self.on.words["figure.hours.event"].format(event=said, precision=precision)
