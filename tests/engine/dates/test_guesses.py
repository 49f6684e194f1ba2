"""What an author meant who wrote a date in another way."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.dates.date import DateFault, parse
from engine.dates.forms import MONTHS
from engine.dates.guesses import meant

DAY = ["2023-11-17"]


@pytest.mark.parametrize(
    ("text", "guesses"),
    [
        ("17/11/2023", DAY),
        ("11/17/2023", DAY),
        ("17.11.2023", DAY),
        ("2023/11/17", DAY),
        ("2023.11.17", DAY),
        ("2023-17-11", DAY),
        ("20231117", DAY),
        (" 2023-11-17 ", DAY),
        ("\uff12\uff10\uff12\uff13-11-17", DAY),
        ("2023年11月17日", DAY),
        ("Nov 17, 2023", DAY),
        ("Nov. 17 2023", DAY),
        ("November 17th, 2023", DAY),
        ("17 november 2023", DAY),
        ("Fri, 17 Nov 2023", DAY),
        ("Friday 17 November 2023", DAY),
        ("17-Nov-2023", DAY),
        ("05/11/2023", ["2023-11-05", "2023-05-11"]),
        ("05/05/2023", ["2023-05-05"]),
        ("2023-1-5", ["2023-01-05"]),
        ("2023/11", ["2023-11"]),
        ("11/2023", ["2023-11"]),
        ("2023-7", ["2023-07"]),
        ("2023年11月", ["2023-11"]),
        ("2023年", ["2023"]),
        ("Sept 2023", ["2023-09"]),
        ("May, 2023", ["2023-05"]),
        ("2023-11-xx", ["2023-11-XX"]),
        ("2023-11-17 12:23", ["2023-11-17T12:23"]),
        ("2023-11-17t12:23z", ["2023-11-17T12:23Z"]),
        ("2023-11-17T9:05", ["2023-11-17T09:05"]),
        ("2023-11-17T12:00:00", ["2023-11-17T12:00"]),
        ("2023-11-17T12:00:00.000Z", ["2023-11-17T12:00Z"]),
        ("2023-11-17T12:00:00-08:00", ["2023-11-17T12:00-08:00"]),
        ("2023-11-17 12:23 -0800", ["2023-11-17T12:23-08:00"]),
        ("2023-11-17T12:23-8", ["2023-11-17T12:23-08:00"]),
        ("2023-11-17 12:23 UTC", ["2023-11-17T12:23Z"]),
        ("2023-11-17 12:23 p.m.", ["2023-11-17T12:23"]),
        ("2023-11-17 12:23 am", ["2023-11-17T00:23"]),
        ("17 Nov 2023 at 1:23 PM", ["2023-11-17T13:23"]),
        ("c. 2019", ["2019~"]),
        ("circa November 2019", ["2019-11~"]),
        ("~ 2019", ["2019~"]),
        ("about 2023-11-17T12:00", ["2023-11-17T12:00~"]),
        ("2018-2019", ["2018/2019"]),
        ("2018 / 2019", ["2018/2019"]),
        ("2018\u20132019", ["2018/2019"]),
        ("2018 to July 2023", ["2018/2023-07"]),
        ("from 2018 until 2019", ["2018/2019"]),
        ("2019-now", ["2019/.."]),
        ("2019 to present", ["2019/.."]),
        ("since May 2019", ["2019-05/.."]),
        ("before 2023", ["../2023"]),
    ],
)
def test_a_common_form_is_understood(text: str, guesses: list[str]) -> None:
    assert meant(text) == guesses


@pytest.mark.parametrize(
    "text",
    [
        "",
        "unknown",
        "late 2023",
        "noon",
        "13/13/2023",
        "17/11/23",
        "2023-02-30",
        "2024-13-45",
        "Febtober 2023",
        "about noon",
        "about 05/11/2023",
        "2023-11 12:23",
        "2023-11-17T12:00 to 2023-11-18",
    ],
)
def test_what_may_mean_anything_is_not_guessed(text: str) -> None:
    assert meant(text) == []


@given(st.dates())
def test_a_day_in_words_or_with_its_parts_exchanged_is_found(day: date) -> None:
    iso, year, name = day.isoformat(), f"{day.year:04}", MONTHS[day.month - 1]
    assert meant(f"{name} {day.day}, {year}") == [iso]
    assert meant(f"{day.day} {name[:3]} {year}") == [iso]
    assert meant(f"{year}/{day.month}/{day.day}") == [iso]
    assert iso in meant(f"{day.day}/{day.month}/{year}")
    assert iso in meant(f"{day.month}/{day.day}/{year}")


@given(
    st.text("0123456789-/. ?~:TZX", max_size=20)
    | st.from_regex("(about|from|since|~)? ?[0-9]{4}[-/ .]?[0-9]{1,2}( to | - )?[0-9]{0,4}")
    | st.text(max_size=20)
)
def test_a_guess_is_a_date_of_ours(text: str) -> None:
    for guess in meant(text):
        try:
            assert parse(guess).text == guess
        except DateFault as fault:
            assert fault.message == f"'{guess}' ends before it begins"
