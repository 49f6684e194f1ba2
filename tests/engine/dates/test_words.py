"""Dates in words, and never more of them than were given."""

import re
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.dates.date import Precision, parse
from engine.dates.words import (
    clock_in_words,
    in_short,
    in_words,
    machine,
    precision_in_words,
)
from engine.nodes import Mapping, read_mapping

PACIFIC = ZoneInfo("America/Los_Angeles")


def english() -> dict[str, str]:
    path = Path(__file__).parents[3] / "templates" / "strings.en.yaml"
    strings = read_mapping(path.read_text(encoding="utf-8"), path.name).mapping
    assert strings is not None
    dates = strings.get(next(key for key in strings if key == "dates"))
    assert isinstance(dates, Mapping)
    return {str(key): str(value) for key, value in dates.items()}


WORDS = english()

SAID = [
    ("2023", "2023", "2023", "year only"),
    ("0987", "987", "987", "year only"),
    ("2023-07", "July 2023", "Jul 2023", "month only"),
    ("2023-11-17", "17 November 2023", "Fri 17 Nov 2023", "hour not given"),
    ("2024-12-01", "1 December 2024", "Sun 1 Dec 2024", "hour not given"),
    (
        "2023-11-17T12:23",
        "12:23 p.m. PST, 17 November 2023",
        "12:23 p.m. PST, Fri 17 Nov 2023",
        "exact time",
    ),
    (
        "2023-11-17T12:23-08:00",
        "12:23 p.m. PST, 17 November 2023",
        "12:23 p.m. PST, Fri 17 Nov 2023",
        "exact time",
    ),
    (
        "2023-07-01T00:05",
        "12:05 a.m. PDT, 1 July 2023",
        "12:05 a.m. PDT, Sat 1 Jul 2023",
        "exact time",
    ),
    (
        "2023-11-17T20:23Z",
        "8:23 p.m. UTC, 17 November 2023",
        "8:23 p.m. UTC, Fri 17 Nov 2023",
        "exact time",
    ),
    (
        "2023-11-18T05:23+09:00",
        "5:23 a.m. UTC+09:00, 18 November 2023",
        "5:23 a.m. UTC+09:00, Sat 18 Nov 2023",
        "exact time",
    ),
    (
        "2023-11-17T15:23-03:30",
        "3:23 p.m. UTC\u221203:30, 17 November 2023",
        "3:23 p.m. UTC\u221203:30, Fri 17 Nov 2023",
        "exact time",
    ),
    (
        "2023-11-17T12:00~",
        "about noon PST, 17 November 2023",
        "about noon PST, Fri 17 Nov 2023",
        "time of day, approximate",
    ),
    ("2023-10~", "about October 2023", "about Oct 2023", "month only, approximate"),
    ("2019?", "perhaps 2019", "perhaps 2019", "year only, uncertain"),
    (
        "2023-11-17%",
        "perhaps about 17 November 2023",
        "perhaps about Fri 17 Nov 2023",
        "hour not given, uncertain and approximate",
    ),
    ("2023-11-XX", "November 2023, day not given", "Nov 2023", "day not given"),
    ("2023-XX", "2023, month not given", "2023", "month not given"),
    ("20XX", "some year from 2000 to 2099", "2000\u20132099", "year not given"),
    ("2018/2023-07", "2018 to July 2023", "2018 \u2013 Jul 2023", "a span of time"),
    ("2023-06/2023-07", "June to July 2023", "Jun \u2013 Jul 2023", "a span of time"),
    (
        "2023-11-17/2023-11-18",
        "17 to 18 November 2023",
        "Fri 17 \u2013 Sat 18 Nov 2023",
        "a span of time",
    ),
    (
        "2023-11-30/2023-12-01",
        "30 November to 1 December 2023",
        "Thu 30 Nov \u2013 Fri 1 Dec 2023",
        "a span of time",
    ),
    (
        "2023-12-31/2024-01-01",
        "31 December 2023 to 1 January 2024",
        "Sun 31 Dec 2023 \u2013 Mon 1 Jan 2024",
        "a span of time",
    ),
    ("2023/2023", "2023", "2023", "a span of time"),
    (
        "2023-11/2023-11-17",
        "November 2023 to 17 November 2023",
        "Nov 2023 \u2013 Fri 17 Nov 2023",
        "a span of time",
    ),
    (
        "2023-10~/2023-11",
        "about October 2023 to November 2023",
        "about Oct 2023 \u2013 Nov 2023",
        "a span of time",
    ),
    ("2019/..", "from 2019 on", "from 2019", "no end"),
    ("../2023", "until 2023", "until 2023", "no beginning"),
    ("2019/", "from 2019, end not known", "2019 \u2013 ?", "end not known"),
    ("/2023-10", "start not known, until October 2023", "? \u2013 Oct 2023", "start not known"),
    (
        "[2023-11-18,2023-11-19]",
        "18 or 19 November 2023",
        "Sat 18 or Sun 19 Nov 2023",
        "one of these dates",
    ),
    (
        "[2023-11-18,2023-11-20,2023-12-01]",
        "18 November, 20 November or 1 December 2023",
        "Sat 18 Nov, Mon 20 Nov or Fri 1 Dec 2023",
        "one of these dates",
    ),
    ("[2018,2019]", "2018 or 2019", "2018 or 2019", "one of these dates"),
    (
        "[2022-11,2023-11-19]",
        "November 2022 or 19 November 2023",
        "Nov 2022 or Sun 19 Nov 2023",
        "one of these dates",
    ),
]


@pytest.mark.parametrize(("text", "long", "short", "precision"), SAID)
def test_a_date_is_said_in_full_in_short_and_with_its_precision(
    text: str, long: str, short: str, precision: str
) -> None:
    when = parse(text)
    assert in_words(when, WORDS, PACIFIC) == long
    assert in_short(when, WORDS, PACIFIC) == short
    assert precision_in_words(when, WORDS) == precision


@pytest.mark.parametrize(
    ("text", "in_year", "in_month", "in_day"),
    [
        ("2023", "2023", "2023", "2023"),
        ("2023-07", "Jul", "Jul", "Jul"),
        ("2023-11-XX", "Nov", "Nov", "Nov"),
        ("2023-11-17", "Fri 17 Nov", "Fri 17", "Fri 17"),
        ("2023-11-17~", "about Fri 17 Nov", "about Fri 17", "about Fri 17"),
        (
            "2023-11-17T12:23",
            "12:23 p.m. PST, Fri 17 Nov",
            "12:23 p.m. PST, Fri 17",
            "12:23 p.m. PST",
        ),
        # Its day need not be that of the page, so it is said.
        ("2023-11-18T05:23Z",) + ("5:23 a.m. UTC, Sat 18 Nov 2023",) * 3,
        ("2023-11-17/2023-11-18",) + ("Fri 17 \u2013 Sat 18 Nov",) + ("Fri 17 \u2013 Sat 18",) * 2,
        ("2023-11-30/2023-12-01",) + ("Thu 30 Nov \u2013 Fri 1 Dec",) * 3,
        ("2023-12-31/2024-01-01",) + ("Sun 31 Dec 2023 \u2013 Mon 1 Jan 2024",) * 3,
    ],
)
def test_what_is_said_around_a_date_is_left_out_of_it(
    text: str, in_year: str, in_month: str, in_day: str
) -> None:
    when, levels = parse(text), (Precision.YEAR, Precision.MONTH, Precision.DAY)
    said = [in_short(when, WORDS, PACIFIC, given=level) for level in levels]
    assert said == [in_year, in_month, in_day]


@pytest.mark.parametrize(
    ("text", "zone", "said"),
    [
        ("2023-11-17T12:23", "Asia/Tokyo", "12:23 p.m. JST"),
        ("2023-11-17T12:23+09:00", "Asia/Tokyo", "12:23 p.m. JST"),
        ("2023-11-17T12:23", "America/Sao_Paulo", "12:23 p.m. UTC\u221203:00"),
        ("2023-11-17T12:23", "UTC", "12:23 p.m. UTC"),
        ("2023-11-17T12:23Z", "Europe/London", "12:23 p.m. GMT"),
        # 1:30 comes twice in this night; without an offset the first is meant.
        ("2023-11-05T01:30", "America/Los_Angeles", "1:30 a.m. PDT"),
        ("2023-11-05T01:30-08:00", "America/Los_Angeles", "1:30 a.m. PST"),
        ("0001-01-01T00:00+14:00", "America/Los_Angeles", "12:00 a.m. UTC+14:00, Mon 1 Jan 1"),
        ("9999-12-31T23:59-14:00", "Asia/Tokyo", "11:59 p.m. UTC\u221214:00, Fri 31 Dec 9999"),
    ],
)
def test_a_time_always_shows_its_zone(text: str, zone: str, said: str) -> None:
    assert in_short(parse(text), WORDS, ZoneInfo(zone), given=Precision.DAY) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2023-11-17T00:00", "12:00 a.m."),
        ("2023-11-17T11:59", "11:59 a.m."),
        ("2023-11-17T12:00", "noon"),
        ("2023-11-17T13:05Z", "1:05 p.m."),
        ("2023-11-17", None),
    ],
)
def test_the_clock_alone_is_for_where_the_zone_stands_beside_it(
    text: str, said: str | None
) -> None:
    assert clock_in_words(parse(text), WORDS) == said


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2023", "2023"),
        ("0987", "0987"),
        ("2023-07", "2023-07"),
        ("2023-11-17", "2023-11-17"),
        ("2023-11-17T12:23", "2023-11-17T12:23-08:00"),
        ("2023-07-17T12:23", "2023-07-17T12:23-07:00"),
        ("2023-11-17T12:23+05:30", "2023-11-17T12:23+05:30"),
        ("2023-11-17T12:23Z", "2023-11-17T12:23+00:00"),
        ("2023-11-XX", "2023-11"),
        ("2023-XX", "2023"),
        ("20XX", None),
        ("2023-10~", None),
        ("2018/2023", None),
        ("2019/..", None),
        ("[2018,2019]", None),
        ("1850-01-01T12:00", None),  # local mean time: 7:52:58 behind
    ],
)
def test_a_machine_is_told_what_html_can_say(text: str, value: str | None) -> None:
    assert machine(parse(text), PACIFIC) == value


@given(st.dates(), st.sampled_from([4, 7, 10]), st.sampled_from(["", "?", "~", "%"]))
def test_no_number_is_said_that_was_not_given(day: date, length: int, mark: str) -> None:
    when = parse(day.isoformat()[:length] + mark)
    numbers = [str(day.year)] if length < 10 else [str(day.day), str(day.year)]
    months = WORDS["months"].split()
    long, short = in_words(when, WORDS, PACIFIC), in_short(when, WORDS, PACIFIC)
    assert re.findall("[0-9]+", long) == re.findall("[0-9]+", short) == numbers
    named = [name for name in long.split() if name in months]
    assert named == ([months[day.month - 1]] if length > 4 else [])
    assert (machine(when, PACIFIC) or when.text)[:length] == when.text[:length]


@pytest.mark.parametrize("name", list(WORDS))
def test_every_template_is_used(name: str) -> None:
    """Each, when it is another, changes what is said of some date above."""
    other = {**WORDS, name: WORDS[name] + "\u00a7"}
    texts = [text for text, *_ in SAID]

    def speak(words: dict[str, str]) -> list[str]:
        levels = (None, Precision.YEAR, Precision.MONTH, Precision.DAY)
        dates = [parse(text) for text in texts]
        short = [in_short(when, words, PACIFIC, level) for when in dates for level in levels]
        long = [in_words(when, words, PACIFIC) for when in dates]
        return short + long + [precision_in_words(when, words) for when in dates]

    assert speak(other) != speak(WORDS)
