"""The timeline: a rail to scale, a mark for each event, and labels as far as there is room.

A pure function of the records; nothing is placed by hand.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from engine.drawing.crowded import crowded, ends
from engine.drawing.figure import WIDE, Label, Words
from engine.drawing.lines import Line, lines
from engine.drawing.marks import Mark, mark
from engine.drawing.places import BESIDE, Place
from engine.drawing.scale import Scale
from engine.drawing.stage import Stage, stage
from engine.drawing.timeline_words import description, reach
from engine.drawing.tracks import Name, Tracks
from engine.graph import Graph

TICK = 9
GAP = 12
"""Units between two lines."""
WEDGE = 40
"""The height of what leads from the crowded day to its hours below."""
LARGER = 3
"""What is not so many times as long as the crowded day is not enlarged."""


@dataclass(frozen=True)
class Rail:
    """A stretch of rail. What is not to scale has dots where others have ticks."""

    left: float
    right: float
    y: float
    to_scale: bool
    ticks: tuple[float, ...]
    tick_bottom: float
    dots: tuple[float, ...]
    borders: tuple[float, ...]
    """Where an era begins."""
    border_bottom: float
    leads: tuple[tuple[float, float, float], ...]
    """Lines to names that stand deeper: the x, and from where to where."""
    names: tuple[Name, ...]


@dataclass(frozen=True)
class Span:
    """A band along the rail: how long something took, or, hatched, when it may have been."""

    mark: Mark
    x: float
    y: float
    width: float
    height: float
    hatched: bool


@dataclass(frozen=True)
class Symbol:
    """The symbol of one event, or of several with their count."""

    mark: Mark
    x: float
    y: float
    size: float
    count: Label | None


@dataclass(frozen=True)
class Tag:
    """The label of a place: its most telling event, how many more there are, and a line."""

    mark: Mark
    title: Label
    more: Label | None
    line: tuple[float, float, float] | None
    """Its x, its upper and its lower end."""


@dataclass(frozen=True)
class Zoom:
    """Where the hours below lie on the rail; at the bottom it is as wide as they are."""

    left: float
    right: float
    top: float
    turn: float
    """Down to here its sides are upright."""
    bottom_left: float
    bottom_right: float
    bottom: float


@dataclass(frozen=True)
class Timeline:
    """A timeline in the units of its view box."""

    width: float
    height: float
    title: str
    description: str
    rails: tuple[Rail, ...]
    spans: tuple[Span, ...]
    symbols: tuple[Symbol, ...]
    tags: tuple[Tag, ...]
    zoom: Zoom | None

    @property
    def has_brackets(self) -> bool:
        """Whether there is anything that the record alone tells."""
        return any(symbol.mark.bracket for symbol in self.symbols)


def timeline(graph: Graph, words: Words, width: int) -> Timeline | None:
    """The rail and all events, for a place so many units wide; None without an event."""
    shown = stage(graph)
    if shown is None:
        return None
    tracks = Tracks(graph, words, shown, 17 if width >= WIDE else 15)
    drawing = _Drawing(graph, words, shown, lines(tracks, width))
    zoom = drawing.zoom(width)
    return Timeline(
        width=width,
        height=zoom.bottom if zoom else drawing.bottom,
        title=words["figure.timeline.title"].format(span=reach(tracks)),
        description=description(tracks, drawing.lines),
        rails=tuple(drawing.rails()),
        spans=tuple(drawing.spans()),
        symbols=tuple(drawing.symbols()),
        tags=tuple(drawing.tags()),
        zoom=zoom,
    )


@dataclass(frozen=True)
class _Drawing:
    """Lines of tracks, to be put one below the other."""

    graph: Graph
    words: Words
    stage: Stage
    lines: tuple[Line, ...]

    @property
    def tops(self) -> list[float]:
        """Where each line begins, and where the one after the last would."""
        heights = [line.above + line.below + GAP for line in self.lines]
        return [round(top, 1) for top in accumulate(heights, initial=0.0)]

    @property
    def bottom(self) -> float:
        return self.tops[-1] - GAP

    def placed(self) -> Iterator[tuple[float, Line]]:
        """The y of each rail, and the line."""
        for top, line in zip(self.tops, self.lines, strict=False):
            yield round(top + line.above, 1), line

    def rails(self) -> Iterator[Rail]:
        for y, line in self.placed():
            for track in line.tracks:
                names = tuple(Name(_down(name.label, y), name.strong) for name in track.names)
                leads = tuple((x, y + 6, y + depth) for x, depth in track.leads)
                yield Rail(track.left, track.right, y, track.to_scale, track.ticks, y + TICK,
                           track.dots, track.borders, y + track.depth, leads, names)  # fmt: skip

    def spans(self) -> Iterator[Span]:
        for y, line in self.placed():
            laid = [band for track in line.tracks for band in track.bands]
            for band in sorted(laid, key=lambda band: not band.is_point):
                width = round(band.right - band.left, 1)
                drawn = mark([band.event], self.graph, self.words)
                yield Span(drawn, band.left, y - band.top, width, band.thickness, band.hatched)

    def symbols(self) -> Iterator[Symbol]:
        for y, line in self.placed():
            for place in line.places:
                yield from self._stack(place, y)

    def _stack(self, place: Place, y: float) -> Iterator[Symbol]:
        for level, events in enumerate(place.stack):
            top = round(y - place.bottom - level * place.pitch - place.size, 1)
            x = place.x + place.size / 2 + BESIDE
            count = Label(x, top + place.size - 3, (str(len(events)),)) if events[1:] else None
            drawn = mark(events, self.graph, self.words)
            yield Symbol(drawn, round(place.left, 1), top, place.size, count)

    def tags(self) -> Iterator[Tag]:
        for y, line in self.placed():
            for head, flag in line.labels:
                box = flag.box
                middle = (box.left + box.right) / 2
                x = {"start": box.left, "middle": middle, "end": box.right}[flag.anchor]
                x, low = round(x, 1), round(y - box.low, 1)
                lines = flag.lines[: len(flag.lines) - len(head.more)]
                title = Label(x, round(y - box.high + 13, 1), lines, flag.anchor)
                more = Label(x, low - 4, head.more, flag.anchor) if head.more else None
                ends = (flag.wish.x, low, round(y - flag.wish.top - 2, 1))
                drawn = mark([head.event], self.graph, self.words)
                yield Tag(drawn, title, more, ends if flag.has_line else None)

    def zoom(self, width: int) -> Zoom | None:
        """The part of the main track that is enlarged, if it is the lowest."""
        window = crowded(self.graph)
        y, line = list(self.placed())[-1]
        main = next((track for track in line.tracks if track.to_scale), None)
        if window is None or main is None:
            return None
        if window.end <= self.stage.start or self.stage.end <= window.start:
            return None
        if self.stage.end - self.stage.start < LARGER * (window.end - window.start):
            return None
        scale = Scale(self.stage.start, self.stage.end, main.left, main.right)
        left, right = ends(width)
        turn = self.bottom if self.stage.later else y + main.depth
        return Zoom(scale.x(window.start), scale.x(window.end), y + 2, turn,
                    left, right, max(turn + WEDGE, self.bottom + 8))  # fmt: skip


def _down(label: Label, y: float) -> Label:
    return Label(label.x, round(y + label.y, 1), label.lines, label.anchor)
