"""What is certain of a term, compared with what its dates say of each day."""

from datetime import date
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from engine.checks.offices import certain_days
from engine.dates import Bound, Held, Open, holds, parse

UTC = ZoneInfo("UTC")
PLAIN = (
    *("2020", "2020-03", "2020-03-05", "2020-03-20", "2020-04~", "2020-03-XX", "2020-03-05?"),
    *("../2020-03-10", "2020-03-10/..", "2020-03-06/2020-03-12", "2020-03-08T12:30"),
)
KNOWN: list[Bound] = [None, Open.OPEN, *map(parse, PLAIN)]
BOUNDS = st.sampled_from(KNOWN)
LISTS = st.sampled_from([*KNOWN, parse("[2020-03-04,2020-03-09]")])
DAYS = range(date(2020, 3, 2).toordinal(), date(2020, 3, 24).toordinal())


def on(day: int, taken: Bound, left: Bound) -> Held:
    return holds(taken, left, parse(date.fromordinal(day).isoformat()), UTC)


@given(LISTS, LISTS)
def test_a_post_is_held_for_certain_on_each_day_and_the_morrow_between_the_two(
    taken: Bound, left: Bound
) -> None:
    begin, end = certain_days(taken, left, UTC)
    for day in DAYS:
        if begin <= day < end:
            assert {on(day, taken, left), on(day + 1, taken, left)} == {Held.YES}


@given(BOUNDS, BOUNDS)
def test_no_certain_night_is_left_out(taken: Bound, left: Bound) -> None:
    begin, end = certain_days(taken, left, UTC)
    for day in DAYS:
        if {on(day, taken, left), on(day + 1, taken, left)} == {Held.YES}:
            assert begin <= day < end
