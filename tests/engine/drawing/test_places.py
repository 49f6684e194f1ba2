"""Events that are too close for a mark each share one place."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from engine.drawing.places import places
from engine.kinds.event import Event
from engine.kinds.record import STATUSES
from tests.engine.figures.stories import events

POOL = events(*(f"e{n}|2024-05-01|{STATUSES[n % 6]}" for n in range(24))).all(Event)
POOL = tuple(sorted(POOL, key=lambda event: int(event.id[1:])))


def level(left: float, right: float) -> float:
    return 4


def test_events_far_apart_have_a_place_each() -> None:
    found = places([(100, POOL[0]), (50, POOL[1])], 16, (0, 200), level)
    assert [(place.x, [event.id for event in place.events]) for place in found] == [
        (50, ["e1"]), (100, ["e0"]),
    ]  # fmt: skip
    assert [(place.left, place.right, place.bottom, place.top) for place in found] == [
        (42, 58, 8, 24), (92, 108, 8, 24),
    ]  # fmt: skip


def test_three_at_one_place_are_stacked_and_more_are_counted_by_status() -> None:
    three = places([(100, POOL[n]) for n in (0, 6, 1)], 16, (0, 200), level)
    assert [[event.id for event in drawn] for drawn in three[0].stack] == [["e0"], ["e6"], ["e1"]]
    four = places([(100, POOL[n]) for n in (1, 0, 6, 3)], 16, (0, 200), level)
    assert [[event.id for event in drawn] for drawn in four[0].stack] == [
        ["e0", "e6"], ["e1"], ["e3"],
    ]  # fmt: skip
    assert four[0].right > three[0].right


def test_a_place_keeps_clear_of_the_ends_and_of_what_lies_on_the_rail() -> None:
    found = places([(0, POOL[0]), (200, POOL[1])], 16, (0, 200), lambda left, right: left)
    assert [(place.x, place.base) for place in found] == [(8, 0), (192, 184)]


@given(
    st.lists(st.floats(0, 1000), min_size=1, max_size=24).map(lambda xs: [round(x, 1) for x in xs]),
    st.sampled_from([15, 17]),
)
def test_no_two_places_overlap_and_no_event_is_lost(xs: list[float], size: float) -> None:
    found = places(zip(xs, POOL, strict=False), size, (0, 1000), level)
    assert all(a.right < b.left for a, b in pairwise(found))
    assert all(place.left >= 0 and place.right <= 1000.1 for place in found)
    assert sorted(event.id for place in found for event in place.events) == sorted(
        event.id for event in POOL[: len(xs)]
    )
    for place in found:
        assert sorted(e.id for part in place.stack for e in part) == sorted(
            e.id for e in place.events
        )
