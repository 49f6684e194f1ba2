"""The timeline: every event once, nothing over anything else."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import combinations

import pytest
from hypothesis import given, settings

from engine.drawing.blocks import Box
from engine.drawing.figure import NARROW, WIDE, Label, text_width
from engine.figures.timeline import Tag, Timeline, timeline
from engine.graph import Graph
from engine.kinds.event import Event
from engine.kinds.record import STATUSES
from tests.engine.figures.stories import SITE, events, stories, words

WIDTHS = (WIDE, NARROW)
ERAS = (
    SITE
    + """eras:
  - {id: before, label: Background, until: 2024-04}
  - {id: days, label: Day by day, from: 2024-05-02, until: 2024-05-17}
"""
)


def drawn(graph: Graph, width: int = WIDE) -> Timeline:
    found = timeline(graph, words(), width)
    assert found is not None
    return found


def texts(label: Label | None) -> tuple[str, ...]:
    return label.lines if label else ()


def test_without_an_event_there_is_no_timeline() -> None:
    assert timeline(events(), words(), WIDE) is None


def test_two_days_are_drawn_as_bands_marks_and_labels() -> None:
    found = drawn(
        events("one|2024-05-01|official|people: [ann, bob]|strand: town", "two|2024-05-02")
    )
    assert (found.width, found.title) == (1100, "1 to 2 May 2024, to scale")
    assert found.description == (
        "To scale, 1 to 2 May 2024: "
        "One (1 May 2024; Official statement); Two (2 May 2024; Reported)."
    )
    (rail,) = found.rails
    assert (rail.left, rail.right, rail.to_scale) == (2, 1098, True)
    assert [(band.x, band.width, band.hatched) for band in found.spans] == [
        (2, 548, True), (550, 548, True),
    ]  # fmt: skip
    assert [(symbol.mark.symbol, symbol.x, symbol.size) for symbol in found.symbols] == [
        (1, 267.5, 17), (3, 815.5, 17),
    ]  # fmt: skip
    mark = found.symbols[0].mark
    assert (mark.ids, mark.urls, mark.classes) == (("one",), ("timeline/one.html",), "f x1")
    assert [(tag.title.lines, tag.title.x, tag.line) for tag in found.tags] == [
        (("One",), 276, None), (("Two",), 824, None),
    ]  # fmt: skip
    assert found.zoom is None


def test_days_are_solid_where_days_are_named_and_what_is_coarser_is_hatched() -> None:
    found = drawn(
        events("a|2024-05-01", "b|2024-05-04?", "c|2024-05-08", "d|2024-05", "e|2024-05-12")
    )
    assert {span.mark.ids[0]: span.hatched for span in found.spans} == {
        "a": False, "b": True, "c": False, "d": True, "e": False,
    }  # fmt: skip


def test_what_is_outside_the_era_stands_beside_it_in_order() -> None:
    graph = events("a|2019", "b|2024-05-03", "c|/2024-04", "d|2024-05-10", "e|2024-07", site=ERAS)
    before, main, after = drawn(graph).rails
    assert (before.to_scale, main.to_scale, after.to_scale) == (False, True, False)
    assert before.right < main.left < main.right < after.left
    assert [name.label.lines for name in before.names] == [
        ("2019",), ("? – Apr 2024",), ("Background, not", "to scale"),
    ]  # fmt: skip
    assert after.names[-1].label.lines == ("Later,", "not to", "scale")
    assert len(before.dots) == 2
    assert "Earlier, in order but not to scale: A (2019; Reported); C" in drawn(graph).description
    assert "Later, in order but not to scale: E (July 2024; Reported)." in drawn(graph).description


def test_in_a_narrow_place_each_stretch_has_its_line_and_what_is_enlarged_is_last() -> None:
    rows = ["a|2019", "b|2024-05-03", "c|2024-05-03T12:00", "d|2024-05-03", "e|2024-07"]
    lines = [(rail.to_scale, rail.y) for rail in drawn(events(*rows, site=ERAS), NARROW).rails]
    assert [scaled for scaled, _ in lines] == [False, False, True]
    assert [y for _, y in lines] == sorted(y for _, y in lines)
    quiet = drawn(events("a|2019", "b|2024-05-03", "e|2024-07", site=ERAS), NARROW)
    assert [rail.to_scale for rail in quiet.rails] == [False, True, False]
    assert drawn(events(*rows, site=ERAS), NARROW).zoom is not None
    assert quiet.zoom is None


def test_the_zoom_leads_from_the_crowded_day_to_its_hours() -> None:
    graph = events("b|2024-05-03", "c|2024-05-03T12:00", "d|2024-05-03", site=ERAS)
    zoom = drawn(graph).zoom
    assert zoom is not None
    assert (zoom.left, zoom.right) == (70.5, 139)
    assert (zoom.bottom_left, zoom.bottom_right) == (330, 1090)
    assert zoom.top < zoom.turn < zoom.bottom == drawn(graph).height


def test_a_day_that_is_the_whole_axis_is_not_enlarged() -> None:
    assert drawn(events("b|2024-05-03", "c|2024-05-03T12:00", "d|2024-05-03")).zoom is None


def test_eras_on_one_axis_are_named_and_parted() -> None:
    eras = """eras:
  - {id: one, label: The first part, from: 2024-01, until: 2024-06}
  - {id: two, label: The second part, from: 2024-07, until: 2024-12}
"""
    (rail,) = drawn(events("a|2024-02-01", "b|2024-08-01", site=SITE + eras)).rails
    assert list(rail.borders) == [2, 546.9]
    assert [name.label.lines[0] for name in rail.names][-2:] == [
        "The first part",
        "The second part",
    ]


def test_of_many_events_at_one_place_the_most_telling_gives_the_label() -> None:
    rows = ["a|2024-05-03|rumour", "b|2024-05-03|reported|key", "c|2024-05-03|official|key",
            "d|2024-05-03|official", "z|2024-05-15"]  # fmt: skip
    found = drawn(events(*rows, site=ERAS))
    (tag, _) = sorted(found.tags, key=lambda tag: tag.title.x)
    assert (tag.title.lines, texts(tag.more)) == (("C",), ("and 3 more",))
    assert [(s.mark.ids, texts(s.count)) for s in found.symbols[:3]] == [
        (("c", "d"), ("2",)), (("b",), ()), (("a",), ()),
    ]  # fmt: skip


def many(count: int, days: int) -> Graph:
    """So many events spread over so many days; each ninth is a key event."""
    rows = []
    for n in range(count):
        at = datetime(1985, 3, 1, tzinfo=UTC) + n * timedelta(days=days) / count
        text = at.isoformat(timespec="minutes")[: 16 if days == 1 else 10]
        key = "|key" if n % 9 == 0 else ""
        rows.append(f"somebody-does-something-{n}|{text}|{STATUSES[n % 6]}{key}")
    return events(*rows)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("days", [1, 16, 730, 14600])
@pytest.mark.parametrize("count", [5, 30, 300])
def test_few_and_many_events_over_hours_and_decades(count: int, days: int, width: int) -> None:
    graph = many(count, days)
    found = drawn(graph, width)
    check(graph, found)
    assert found.height < 420
    if count == 5:
        assert len(found.tags) == len({symbol.x for symbol in found.symbols})


@settings(deadline=None, max_examples=60)
@given(stories())
def test_nothing_lies_over_anything_else_and_no_event_is_lost(graph: Graph) -> None:
    for width in WIDTHS:
        check(graph, drawn(graph, width))


def check(graph: Graph, found: Timeline) -> None:
    shown = [id_ for symbol in found.symbols for id_ in symbol.mark.ids]
    assert sorted(shown) == sorted(event.id for event in graph.all(Event))
    for one, other in combinations([*labels(found), *marks(found)], 2):
        assert not one.touches(other)
    for tag, line in lines(found):
        assert not any(line.touches(box) for box in boxes(found, tag))
    for box in [*labels(found), *marks(found)]:
        assert box.left >= -0.1
        assert box.low >= 0
        assert box.right <= found.width + 0.1
        assert box.high <= found.height


def labels(found: Timeline) -> Iterator[Box]:
    for tag in found.tags:
        yield box_of(tag.title)
        if tag.more:
            yield box_of(tag.more)


def boxes(found: Timeline, tag: Tag) -> Iterator[Box]:
    """The labels and marks that a line must not meet: all but what it joins."""
    for other in found.tags:
        if other is not tag:
            yield box_of(other.title)
    yield from marks(found)


def marks(found: Timeline) -> Iterator[Box]:
    for symbol in found.symbols:
        yield Box(symbol.x, symbol.x + symbol.size, symbol.y, symbol.y + symbol.size)


def lines(found: Timeline) -> Iterator[tuple[Tag, Box]]:
    for tag in found.tags:
        if tag.line:
            x, top, bottom = tag.line
            yield tag, Box(x - 0.7, x + 0.7, top, bottom)


def box_of(label: Label) -> Box:
    """The room of a label: from the top of its first line to a little below its last."""
    width = max(text_width(line) for line in label.lines)
    left = label.x - width * {"start": 0, "middle": 0.5, "end": 1}[label.anchor]
    bottom = label.y + 17 * (len(label.lines) - 1) + 3
    return Box(left + 0.1, left + width - 0.1, label.y - 11, bottom)


SIXTY = (
    *(f"b{year}|{year}-03|reported|key" for year in range(2012, 2022)),
    *(f"d{day}|2023-11-{day:02}" for day in range(2, 19)),
    *(f"h{hour}|2023-11-17T{hour:02}:30|official|key" for hour in range(8, 16)),
    *(f"a{n}|202{4 + n // 8}-{n % 12 + 1:02}-05|reported|key" for n in range(24)),
)
THREE_ERAS = (
    SITE
    + """eras:
  - {id: background, label: Background, until: 2023-10}
  - {id: days, label: Day by day, from: 2023-11-02, until: 2023-11-18}
  - {id: after, label: What came next, from: 2023-11-19, until: 2026}
"""
)


@pytest.mark.parametrize("width", WIDTHS)
def test_an_era_of_three_years_stands_beside_the_crowded_days(width: int) -> None:
    found = drawn(events(*SIXTY, site=THREE_ERAS), width)
    assert sorted(id_ for s in found.symbols for id_ in s.mark.ids) == sorted(
        row.partition("|")[0] for row in SIXTY
    )
    (main,) = [rail for rail in found.rails if rail.to_scale]
    assert main.right - main.left >= 0.45 * width
    later = max((rail for rail in found.rails if not rail.to_scale), key=lambda r: (r.y, r.left))
    years = [" ".join(name.label.lines) for name in later.names if name.strong]
    assert years == ["2024", "2025", "2026"]
    assert found.tags, "some of the key events have their labels"
    assert found.zoom is not None
