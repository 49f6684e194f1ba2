"""Which day is the crowded one, and what belongs to it."""

from engine.drawing.crowded import Window, crowded
from engine.graph import Graph
from tests.engine.figures.stories import MOTION, event, events, story


def window(*rows: str) -> Window | None:
    return crowded(events(*rows))


def ids(found: Window | None) -> list[str]:
    assert found is not None
    return [event.id for event in found.events]


FULL = ("a|2024-05-01", "b|2024-05-01T09:00", "c|2024-05-01?")


def test_a_day_is_crowded_with_three_events_one_of_which_has_a_clock_time() -> None:
    found = window(*FULL, "d|2024-05-02")
    assert ids(found) == ["a", "c", "b"]
    assert found is not None
    assert (found.day.isoformat(), found.end - found.start, found.has_evening) == (
        "2024-05-01", 24 * 60, False,
    )  # fmt: skip


def test_two_events_or_three_without_an_hour_make_no_crowded_day() -> None:
    assert window("a|2024-05-01", "b|2024-05-01T09:00") is None
    assert window("a|2024-05-01", "b|2024-05-01", "c|2024-05-01") is None


def test_what_may_have_been_on_another_day_is_not_counted() -> None:
    assert window("a|2024-05-01", "b|2024-05-01T09:00", "c|[2024-05-01,2024-05-02]") is None
    assert window("a|2024-05-01", "b|2024-05-01T09:00", "c|2024-05", "d|2024-05-01/..") is None


def test_a_time_elsewhere_counts_for_the_day_of_the_site() -> None:
    found = window("a|2024-05-01", "b|2024-05-01", "c|2024-04-30T20:00-05:00")
    assert ids(found) == ["a", "b", "c"]


def test_the_motion_s_day_is_taken_else_the_fullest_and_of_equal_ones_the_latest() -> None:
    rows = [*FULL, "d|2024-06-01", "e|2024-06-01T09:00", "f|2024-06-01"]
    assert ids(window(*rows)) == ["d", "f", "e"]
    assert ids(window(*rows, "g|2024-05-01")) == ["a", "g", "c", "b"]
    assert ids(crowded(voted("2024-05-01", [*rows, "g|2024-06-01"]))) == ["a", "c", "b"]
    assert ids(crowded(voted("2024-05-02", [*rows, "g|2024-06-01"]))) == ["d", "f", "g", "e"]


def voted(date: str, rows: list[str]) -> Graph:
    files = dict(event(*row.split("|")) for row in rows)
    files["organizations/board"] = "name: Board\nsummary: A board."
    files["motions/leave"] = MOTION.format(date=date)
    return story(files)


def test_the_evening_before_belongs_to_the_day_with_what_happened_then() -> None:
    late, early = "x|2024-04-30T21:00", "y|2024-04-30T17:59"
    found = window(*FULL, late, early)
    assert ids(found) == ["x", "a", "c", "b"]
    assert found is not None
    assert (found.end - found.start, found.midnight - found.start) == (30 * 60, 6 * 60)


def test_a_key_event_without_an_hour_belongs_if_somebody_is_in_both() -> None:
    day = ("a|2024-05-01|reported|people: [ann]", "b|2024-05-01T09:00", "c|2024-05-01")
    eve = "x|2024-04-30|reported"
    assert ids(window(*day, eve + "|people: [ann]")) == ["a", "c", "b"]
    assert ids(window(*day, eve + "|people: [bob]|key")) == ["a", "c", "b"]
    assert ids(window(*day, eve + "|people: [ann, bob]|key")) == ["x", "a", "c", "b"]


def test_the_first_and_the_last_day_of_the_calendar() -> None:
    first = window("a|0001-01-01", "b|0001-01-01T09:00", "c|0001-01-01")
    assert first is not None
    assert not first.has_evening
    last = window("a|9999-12-31", "b|9999-12-31T09:00", "c|9999-12-31")
    assert last is not None
    assert last.start < last.end
