"""The crowded day, hour by hour."""

from hypothesis import given

from engine.drawing.faces import BOLD, PLAIN
from engine.drawing.figure import NARROW, WIDE, text_width
from engine.figures.hours import Hours, hours
from engine.graph import Graph
from tests.engine.figures.stories import events, stories, words

DAY = (
    "asks|2024-04-30|first-person|people: [ann]|key",
    "meets|2024-05-01|rumour|people: [ann]",
    "about|2024-05-01T12:00~|first-person",
    "exact|2024-05-01T12:23|official|key",
    "perhaps|2024-05-01?|reported",
)


def drawn(graph: Graph, width: int = WIDE) -> Hours:
    found = hours(graph, words(), width)
    assert found is not None
    return found


def test_without_a_crowded_day_there_is_no_figure() -> None:
    assert hours(events("a|2024-05-01"), words(), WIDE) is None


def test_every_event_has_a_row_in_order() -> None:
    found = drawn(events(*DAY))
    assert [row.label.lines for row in found.rows] == [
        ("Asks",), ("Meets",), ("Perhaps",), ("About",), ("Exact",),
    ]  # fmt: skip
    assert [row.mark.symbol for row in found.rows] == [2, 6, 3, 2, 1]
    assert [row.line for row in found.rows] == [85, 122, 159, 196, 233]
    assert (found.width, found.height) == (1100, 239)


def test_the_evening_before_is_named_and_parted_by_a_line() -> None:
    found = drawn(events(*DAY))
    assert [head.lines for head in found.heads] == [
        ("Tue 30 Apr 2024",), ("Wed 1 May 2024, times in BST",),
    ]  # fmt: skip
    assert [(name.text, name.x) for name in found.names] == [
        ("6 p.m.", 330), ("midnight", 482), ("6 a.m.", 634), ("noon", 786), ("6 p.m.", 938),
        ("midnight", 1090),
    ]  # fmt: skip
    assert found.midnight == 482
    assert drawn(events(*DAY[1:])).midnight is None


def test_a_day_without_an_hour_is_a_bar_over_all_of_it_that_is_shown() -> None:
    asks, meets, perhaps, *_ = drawn(events(*DAY)).rows
    assert asks.bar is not None
    assert (asks.bar.x, asks.bar.right, asks.bar.goes_on_before) == (330, 482, True)
    assert meets.bar is not None
    assert (meets.bar.x, meets.bar.right, meets.bar.goes_on_before) == (482, 1090, False)
    assert (asks.tick, asks.time, asks.note) == (None, None, None)
    assert perhaps.note is not None
    assert perhaps.note.lines == ("perhaps this day",)
    assert perhaps.bar is not None
    end = perhaps.note.x + text_width("perhaps this day", PLAIN)
    assert end < perhaps.bar.hatched < perhaps.bar.right  # the note stands on plain ground
    assert meets.bar.hatched == meets.bar.x


def test_what_may_have_begun_first_comes_first_and_what_is_sure_before_what_is_not() -> None:
    found = drawn(
        events("a|2024-05-01?", "b|2024-05-01T09:00~", "c|2024-05-01T09:00", "d|2024-05-01")
    )
    assert [row.mark.ids for row in found.rows] == [("d",), ("a",), ("c",), ("b",)]


def test_a_time_with_room_on_neither_side_takes_two_lines_and_more_height() -> None:
    rows = ("a|2024-05-01", "b|2024-05-01", "c|2024-05-02T00:30+11:45", "d|2024-05-01T14:00")
    other, here = [row for row in drawn(events(*rows), NARROW).rows if row.time]
    assert other.time is not None
    assert other.time.lines == ("12:30 a.m.", "UTC+11:45, Thu 2")
    assert here.time is not None
    assert here.line - other.line < other.line - (other.label.y - 20)


def test_an_exact_minute_is_a_tick_and_about_an_hour_a_tick_in_a_bar() -> None:
    *_, about, exact = drawn(events(*DAY)).rows
    assert exact.bar is None
    assert exact.tick is not None
    assert exact.tick.x == 795.7
    assert exact.time is not None
    assert exact.time.lines == ("12:23 p.m.",)
    assert (exact.after, exact.note) == ("the one exact time", None)
    assert about.bar is not None
    assert about.tick is not None
    assert about.bar.x < about.tick.x == 786 < about.bar.right
    assert about.time is not None
    assert about.time.lines == ("about noon",)


def test_a_time_by_other_clocks_is_told_as_given() -> None:
    found = drawn(events("a|2024-05-01", "b|2024-05-01", "c|2024-05-01T08:00-05:00"))
    time = found.rows[-1].time
    assert time is not None
    assert time.lines == ("8:00 a.m. UTC−05:00",)
    assert found.rows[-1].tick is not None


def test_the_day_of_other_clocks_is_told_where_it_is_another() -> None:
    found = drawn(events("a|2024-05-01", "b|2024-05-01", "c|2024-04-30T20:00-05:00"))
    time = found.rows[-1].time
    assert time is not None
    assert time.lines == ("8:00 p.m. UTC−05:00, Tue 30",)


def test_a_time_late_in_the_day_is_written_left_of_its_tick() -> None:
    found = drawn(events("a|2024-05-01", "b|2024-05-01", "c|2024-05-01T23:50"))
    tick, time = found.rows[-1].tick, found.rows[-1].time
    assert tick is not None
    assert time is not None
    assert (time.anchor, time.x) == ("end", tick.x - 9)


def test_a_long_title_takes_two_lines_and_more_height() -> None:
    long = "a-member-of-the-council-speak-for-a-long-time-and-then-go-home|2024-05-01"
    found = drawn(events(long, "b|2024-05-01", "c|2024-05-01T10:00"))
    first, second, _ = found.rows
    assert len(first.label.lines) == 2
    assert first.line - found.top == second.line - first.line + 17 + 2


def test_the_description_says_all_that_the_picture_says() -> None:
    found = drawn(events(*DAY))
    assert found.title == "Wed 1 May 2024, hour by hour"
    assert found.description.startswith(
        "From 6 p.m. on the evening before to the midnight that ends Wed 1 May 2024. "
        "Asks (30 April 2024; "
    )
    assert "Exact (12:23 p.m. BST, 1 May 2024; Official statement), exact time" in found.description
    assert found.description == drawn(events(*DAY), NARROW).description


def test_a_day_on_which_the_clocks_change_has_other_hours() -> None:
    found = drawn(events("a|2024-03-31", "b|2024-03-31", "c|2024-03-31T13:00"))
    assert [name.text for name in found.names] == [
        "midnight", "6 a.m.", "noon", "6 p.m.", "midnight",
    ]  # fmt: skip
    assert found.names[2].x == round(330 + 760 * 11 / 23, 1)


@given(stories())
def test_everything_stays_inside_in_both_widths(graph: Graph) -> None:
    for width in (WIDE, NARROW):
        found = hours(graph, words(), width)
        if found is None:
            continue
        assert found.width == width
        for row in found.rows:
            assert found.top < row.line <= found.height
            for label in (row.label, row.time, row.note):
                if label:
                    face = PLAIN if label is row.note else BOLD
                    reach = max(text_width(line, face) for line in label.lines)
                    reach += text_width(row.after, PLAIN) if label is row.time else 0
                    left = label.x - (reach if label.anchor == "end" else 0)
                    assert left >= 0
                    assert left + reach <= width
