"""An axis of time and what is written along it."""

from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from engine.dates import DAY, EVER, parse, span
from engine.drawing.scale import Ruler, Scale, ruler
from tests.engine.figures.stories import words

LONDON = ZoneInfo("Europe/London")


def at(text: str) -> int:
    start = span(parse(text), LONDON).start
    assert start is not None
    return start


def drawn(start: str, end: str, width: float, *busy: str) -> Ruler:
    scale = Scale(at(start), at(end), 0, width)
    return ruler(scale, [at(day) for day in busy], words(), LONDON)


def names(rule: Ruler) -> list[str]:
    return [name.text for name in rule.names]


def heads(rule: Ruler) -> list[str]:
    return [name.text for name in rule.heads]


def test_instants_beyond_the_ends_are_at_the_ends() -> None:
    scale = Scale(1000, 2000, 100, 300)
    assert [scale.x(t) for t in (0, 1000, 1500, 2000, 9000)] == [100, 100, 200, 300, 300]


def test_sixteen_days_are_named_by_their_numbers_under_their_month() -> None:
    rule = drawn("2023-11-02", "2023-11-18", 840, "2023-11-02", "2023-11-17")
    assert names(rule) == [str(day) for day in range(2, 18)]
    assert [name.text for name in rule.names if name.strong] == ["2", "17"]
    assert [(name.text, name.x, name.anchor) for name in rule.heads] == [
        ("November 2023", 0, "start")
    ]
    assert rule.ticks == tuple(52.5 * n for n in range(17))
    assert rule.fine.name == "day"


def test_where_not_all_days_can_be_named_those_with_an_event_are_and_the_last_first() -> None:
    busy = [f"2023-11-{day:02}" for day in (2, 4, 6, 9, 13, 14, 16, 17)]
    rule = drawn("2023-11-02", "2023-11-19", 324, *busy)
    assert names(rule) == ["2", "4", "6", "9", "14", "17"]
    assert len(rule.ticks) == 18


def test_one_day_is_named_by_hours() -> None:
    assert names(drawn("2024-05-01", "2024-05-02", 1096))[4:8] == [
        "10 a.m.", "noon", "2 p.m.", "4 p.m.",
    ]  # fmt: skip
    assert names(drawn("2024-05-01", "2024-05-02", 324)) == [
        "3am", "6am", "9am", "noon", "3pm", "6pm", "9pm",
    ]  # fmt: skip
    assert heads(drawn("2024-05-01", "2024-05-02", 324)) == ["Wed 1 May 2024"]


def test_weeks_months_quarters_years_and_decades() -> None:
    weeks = drawn("2024-05-01", "2024-06-20", 324)
    assert names(weeks) == ["6", "13", "20", "27", "3", "10", "17"]
    assert (heads(weeks), weeks.fine.name) == (["May 2024", "June 2024"], "day")
    months = drawn("2024-01-01", "2026-01-01", 1096)
    assert names(months)[:3] == ["Jan", "Feb", "Mar"]
    assert heads(months) == ["2024", "2025"]
    quarters = drawn("2022-01-01", "2025-01-01", 1096)
    assert names(quarters)[:2] == ["Jan–Mar", "Apr–Jun"]
    assert quarters.fine.name == "month"
    years = drawn("2000-01-01", "2020-01-01", 1096)
    assert (names(years)[0], years.fine.name) == ("2000", "quarter")
    decades = drawn("1985-01-01", "2025-01-01", 324)
    assert (names(decades), decades.fine.name) == (
        ["1980s", "1990s", "2000s", "2010s", "2020s"],
        "year",
    )
    assert names(drawn("1500-01-01", "2000-01-01", 500))[0] == "1500–1599"


def test_a_step_that_is_cut_short_is_named_only_if_its_name_fits() -> None:
    rule = drawn("2024-04-29", "2024-06-01", 1096)
    assert names(rule)[:2] == ["29", "30"]
    assert heads(rule) == ["Apr", "May 2024"]
    assert names(drawn("1989-01-01", "2011-01-01", 324)) == ["1990s", "2000s"]


@given(
    st.dates().map(lambda day: at(str(day))),
    st.integers(1, 2000 * 365),
    st.integers(1, 40),
    st.sampled_from([324.0, 700.0, 1096.0]),
    st.lists(st.floats(0, 1), max_size=12),
)
def test_names_never_collide_and_stay_on_the_axis(
    start: int, days: int, part: int, width: float, busy: list[float]
) -> None:
    end = min(start + max(days // part, 1) * DAY, EVER)
    scale = Scale(start, end, 10, 10 + width)
    rule = ruler(scale, [start + (end - start) * b for b in busy], words(), LONDON)
    for row in (rule.names, rule.heads):
        assert all(a.reach[1] < b.reach[0] for a, b in pairwise(row))
        assert all(name.reach[0] >= 9 and name.reach[1] <= 11 + width for name in row)
    assert list(rule.ticks) == sorted(rule.ticks)
    assert rule.ticks[0] == 10
    assert rule.ticks[-1] == 10 + width
