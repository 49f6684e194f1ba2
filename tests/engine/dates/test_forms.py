"""The forms of a date, and what no calendar has."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.dates.forms import (
    POINT,
    UNSPECIFIED,
    impossible,
    is_end,
    is_member,
    is_point,
    is_unspecified,
    number,
    offset_of,
)


def in_form(text: str) -> re.Match[str]:
    match = POINT.fullmatch(text) or UNSPECIFIED.fullmatch(text)
    assert match is not None
    return match


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2023", ""),
        ("2024-02-29", ""),
        ("2023-11-17T00:00", ""),
        ("2023-11-17T23:59+14:00", ""),
        ("2023-11-17T23:59-14:00", ""),
        ("2023-11-17T12:23+05:59", ""),
        ("2023-XX", ""),
        ("01XX", ""),
        ("0000", "there is no year 0"),
        ("00XX", "there is no year 0"),
        ("2024-13-45", "there is no month 13"),
        ("2024-00", "there is no month 0"),
        ("2024-13-XX", "there is no month 13"),
        ("2024-11-00", "there is no day 0"),
        ("2024-11-32", "there is no day 32"),
        ("2023-02-30", "February 2023 has 28 days"),
        ("2024-02-30", "February 2024 has 29 days"),
        ("1900-02-29", "February 1900 has 28 days"),
        ("2023-11-31", "November 2023 has 30 days"),
        ("2023-11-17T24:00", "there is no hour 24"),
        ("2023-11-17T12:60", "there is no minute 60"),
        ("2023-11-17T12:23+14:01", "there is no offset +14:01"),
        ("2023-11-17T12:23-25:00", "there is no offset -25:00"),
        ("2023-11-17T12:23+01:60", "there is no offset +01:60"),
    ],
)
def test_what_no_calendar_has_is_named(text: str, reason: str) -> None:
    assert impossible(in_form(text)) == reason


@given(st.integers(0, 9999), st.integers(0, 99), st.integers(0, 99))
def test_the_calendar_is_that_of_python(year: int, month: int, day: int) -> None:
    text = f"{year:04}-{month:02}-{day:02}"
    try:
        date(year, month, day)
    except ValueError:
        assert not is_point(text)
    else:
        assert is_point(text)


@pytest.mark.parametrize(
    ("text", "point", "end", "member", "unspecified"),
    [
        ("2023-11", True, True, True, False),
        ("2023-11~", True, True, False, False),
        ("2023-11-17T12:23", True, False, False, False),
        ("2023-11-XX", False, False, False, True),
        ("2023-13-XX", False, False, False, False),
        ("2023-13", False, False, False, False),
        ("2023\n", False, False, False, False),
        ("٢٠٢٣", False, False, False, False),
        ("", False, False, False, False),
    ],
)
def test_each_place_takes_its_forms(
    text: str, point: bool, end: bool, member: bool, unspecified: bool
) -> None:
    found = (is_point(text), is_end(text), is_member(text), is_unspecified(text))
    assert found == (point, end, member, unspecified)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("2023-11-17T12:23", None),
        ("2023-11-17", None),
        ("20XX", None),
        ("2023-11-17T12:23Z", 0),
        ("2023-11-17T12:23+05:45", 345),
        ("2023-11-17T12:23-08:00", -480),
    ],
)
def test_an_offset_is_in_minutes_east(text: str, minutes: int | None) -> None:
    assert offset_of(in_form(text)) == minutes


def test_a_group_that_is_not_there_has_the_default() -> None:
    match = in_form("20XX")
    assert [number(match, name, 7) for name in ("century", "year", "hour")] == [20, 7, 7]
