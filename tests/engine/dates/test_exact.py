"""Dates for other programs: no surer than they are, and within reach of what they may mean."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.dates import DAY, LAST_DAY, moment_at, parse, possible_span, reach_in_iso, sides_in_iso

PACIFIC = ZoneInfo("America/Los_Angeles")
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
DATES = st.dates().map(lambda day: day.isoformat())
ENDINGS = st.sampled_from(["", "?", "~", "%", "T09:30", "T23:59-11:30"])


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("2023", ("2023", "2023")),
        ("2023-11-17T12:23", ("2023-11-17T12:23-08:00", "2023-11-17T12:23-08:00")),
        ("2018/2023-07", ("2018", "2023-07")),
        ("2018~/2023-07", (None, "2023-07")),
        ("2018/..", ("2018", None)),
        ("/2018", (None, "2018")),
        ("2023?", (None, None)),
        ("20XX", (None, None)),
        ("[2023-11-18,2023-11-19]", (None, None)),
    ],
)
def test_a_side_in_doubt_or_unknown_is_not_told(text: str, sides: tuple[str, str]) -> None:
    assert sides_in_iso(parse(text), PACIFIC) == sides


@pytest.mark.parametrize(
    ("text", "reach"),
    [
        ("2023-11-17", ("2023-11-17T00:00-08:00", "2023-11-18T00:00-08:00")),
        ("2023-11-17T12:23", ("2023-11-17T12:23-08:00", "2023-11-17T12:24-08:00")),
        ("2023-07~", ("2023-06-01T00:00-07:00", "2023-09-01T00:00-07:00")),
        ("2023/..", ("2023-01-01T00:00-08:00", None)),
        ("9999", (None, None)),
    ],
)
def test_the_reach_of_a_date_is_told_with_its_offset(text: str, reach: tuple[str, str]) -> None:
    start, end = reach_in_iso(parse(text), PACIFIC)
    assert (start if text != "9999" else None, end) == reach


@pytest.mark.parametrize("zone", [AMSTERDAM, ZoneInfo("Africa/Monrovia")])
def test_an_offset_with_seconds_is_told_in_utc(zone: ZoneInfo) -> None:
    """As ISO 8601 has no seconds there; local mean time often does."""
    start, _ = reach_in_iso(parse("1880-01-01"), zone)
    assert start is not None and start.endswith("+00:00")


@given(DATES, ENDINGS)
def test_the_reach_holds_what_may_be_meant(day: str, ending: str) -> None:
    date = parse(day + ending)
    whole = possible_span(date, PACIFIC)
    for instant, told in zip((whole.start, whole.end), reach_in_iso(date, PACIFIC), strict=True):
        if told is not None and instant is not None:
            passed = datetime.fromisoformat(told) - datetime(1, 1, 1, tzinfo=UTC)
            assert abs(passed.total_seconds() - instant * 60) < 60


@given(st.integers(-DAY, (LAST_DAY + 9) * DAY))
def test_an_instant_is_a_moment_or_none(instant: int) -> None:
    moment = moment_at(instant, PACIFIC)
    if moment is not None:
        assert (moment - datetime(1, 1, 1, tzinfo=UTC)).total_seconds() == instant * 60
