"""Lines of a timeline: the tracks that stand side by side, and the labels above them.

Where there is no room for all labels only those of key events are given, else as many of these
as there is room for.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from engine.dates import Date, span
from engine.drawing.blocks import Box, even_lines, is_cut
from engine.drawing.crowded import crowded
from engine.drawing.figure import WIDE
from engine.drawing.flags import Flag, Wish, flags
from engine.drawing.places import Place
from engine.drawing.tracks import COLUMN, Track, Tracks
from engine.kinds.event import Event
from engine.kinds.record import STATUSES

BETWEEN = 16
"""Units between two tracks of a line."""
SHARE = 0.38
"""A track that is not to scale takes no more of a line than this part."""
SHARES = 0.5
"""Two of them together take no more of it."""
TRIED = 12
"""Of so many labels, where there is no room for all, each is tried by itself."""
HIGH = (14, 12)
"""At so many heights labels may stand, in a wide place and in a narrow one."""
EDGE = 2
"""Units beside a line for what stands on its ends."""
WHOLE = ((170.0, 2), (120.0, 3), (150.0, 3))
"""How wide a label may be, and of how many lines."""
CUT = ((112.0, 2), (90.0, 2))
"""The same for a label that does not find room otherwise; it may be cut."""


@dataclass(frozen=True)
class Headline:
    """What the label of a place says: the title of one event, and how many more there are."""

    place: Place
    event: Event
    titles: tuple[tuple[str, ...], ...]
    """The title in lines, in each way that it may be broken."""
    cut: tuple[tuple[str, ...], ...]
    """The same with less of it."""
    more: tuple[str, ...]
    """One more line, or none."""

    @property
    def wish(self) -> Wish:
        """The room that it wants."""
        forms = tuple((*title, *self.more) for title in self.titles)
        spare = tuple((*title, *self.more) for title in self.cut)
        return Wish(self.place.x, self.place.top, forms, spare)


@dataclass(frozen=True)
class Line:
    """Tracks side by side and the labels above them; what has found no place is left out."""

    tracks: tuple[Track, ...]
    labels: tuple[tuple[Headline, Flag], ...]

    @property
    def places(self) -> tuple[Place, ...]:
        """All places, from the left."""
        return tuple(place for track in self.tracks for place in track.places)

    @property
    def above(self) -> float:
        """How high it reaches above its rail."""
        tops = [*(place.top for place in self.places), *(flag.box.high for _, flag in self.labels)]
        return max(*tops, *(band.top for track in self.tracks for band in track.bands)) + 4

    @property
    def below(self) -> float:
        """How far it reaches below its rail."""
        return max(track.depth for track in self.tracks)


def lines(tracks: Tracks, width: int) -> tuple[Line, ...]:
    """All on one line in a wide place; in a narrow one each track on its own.

    What is enlarged below comes last there, so that nothing stands between.
    """
    if width >= WIDE:
        return (_line(tracks, tuple(_side_by_side(tracks, width)), HIGH[0]),)
    left, right = EDGE, width - EDGE
    shown = tracks.stage
    strips = {
        "earlier": [tracks.strip(shown.earlier, caption(tracks, "earlier"), left, right)]
        if shown.earlier else [],
        "later": [tracks.strip(shown.later, caption(tracks, "later"), left, right)]
        if shown.later else [],
    }  # fmt: skip
    main = [tracks.scaled(left, right)]
    last = (strips["later"], main) if crowded(tracks.graph) else (main, strips["later"])
    order = [*strips["earlier"], *last[0], *last[1]]
    return tuple(_line(tracks, (track,), HIGH[1]) for track in order)


def _side_by_side(tracks: Tracks, width: int) -> Iterator[Track]:
    """What is earlier, the main track, and what is later, from edge to edge."""
    shown = tracks.stage
    wanted = [_strip_width(tracks, events, width) for events in (shown.earlier, shown.later)]
    part = min(1, SHARES * width / max(sum(wanted), 1))
    before, after = (round(part * wish) for wish in wanted)
    left, right = EDGE, width - EDGE
    if before:
        yield tracks.strip(shown.earlier, caption(tracks, "earlier"), left, left + before)
    yield tracks.scaled(
        left + before + (BETWEEN if before else 0), right - after - (BETWEEN if after else 0)
    )
    if after:
        yield tracks.strip(shown.later, caption(tracks, "later"), right - after, right)


def _strip_width(tracks: Tracks, events: Sequence[Event], width: int) -> float:
    return min(len(tracks.columns(events)) * COLUMN, round(SHARE * width))


def caption(tracks: Tracks, side: str) -> str:
    """What stands under a track that is not to scale: its era, if it is but one, else the side."""
    stage, zone = tracks.stage, tracks.graph.zone
    found = []
    for era in tracks.graph.settings.eras:
        end = span(era.until, zone).end if isinstance(era.until, Date) else None
        start = span(era.from_, zone).start if isinstance(era.from_, Date) else None
        is_earlier = end is not None and end <= stage.start
        is_later = start is not None and start >= stage.end
        if {"earlier": is_earlier, "later": is_later}[side]:
            found.append(era.label)
    if len(found) == 1:
        return tracks.words["figure.timeline.not_to_scale"].format(era=found[0])
    return tracks.words[f"figure.timeline.{side}"]


def _line(tracks: Tracks, side_by_side: tuple[Track, ...], most: int) -> Line:
    """The tracks with as many labels as there is room for, in at most so many lines of text."""
    bare = Line(side_by_side, ())
    marks = [Box(place.left, place.right, place.bottom, place.top) for place in bare.places]
    marks += [
        Box(band.left, band.right, 0, band.top) for track in side_by_side for band in track.bands
    ]
    ends = (side_by_side[0].left - EDGE, side_by_side[-1].right + EDGE)
    heads = {place.x: _headline(tracks, place) for place in bare.places}

    def laid(some: Sequence[Place]) -> tuple[Flag, ...] | None:
        return flags([heads[place.x].wish for place in some], marks, ends, most)

    keys = [place for place in bare.places if any(event.key for event in place.events)]
    fitting = laid(bare.places) or laid(keys) or _first_that_fit(_by_weight(side_by_side), laid)
    return Line(side_by_side, tuple((heads[flag.wish.x], flag) for flag in fitting))


def _by_weight(tracks: Sequence[Track]) -> list[Place]:
    """The places of key events: those to scale first, and where most happened."""
    found = [
        (not track.to_scale, -len(place.events), n, place)
        for track in tracks
        for n, place in enumerate(track.places)
        if any(event.key for event in place.events)
    ]
    return [place for *_, place in sorted(found, key=lambda row: row[:3])]


def _first_that_fit(
    wanted: Sequence[Place], laid: Callable[[Sequence[Place]], tuple[Flag, ...] | None]
) -> tuple[Flag, ...]:
    """Of the first few, each that still finds room beside those before it."""
    chosen: list[Place] = []
    fitting: tuple[Flag, ...] = ()
    for place in wanted[:TRIED]:
        found = laid(sorted([*chosen, place], key=lambda one: one.x))
        if found is not None:
            chosen, fitting = [*chosen, place], found
    return fitting


def _headline(tracks: Tracks, place: Place) -> Headline:
    event = headline(place)
    others = len(place.events) - 1
    more = (tracks.words["figure.timeline.more"].format(n=others),) if others else ()
    titles, cut = (
        tuple(dict.fromkeys(even_lines(event.title, *shape) for shape in shapes))
        for shapes in (WHOLE, CUT)
    )
    whole = tuple(lines for lines in titles if not is_cut(lines, event.title))
    return Headline(place, event, whole or titles, cut, more)


def headline(place: Place) -> Event:
    """The most telling of a place: key, then best known, then of most people, then first."""
    return min(place.events, key=lambda e: (not e.key, STATUSES.index(e.status), -len(e.people)))
