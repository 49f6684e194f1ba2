"""Dates on the line of time."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise, product
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.dates.date import Date, Open, parse, parse_bound
from engine.dates.spans import (
    Bound,
    Held,
    Span,
    holds,
    local_day,
    possible_span,
    runs_backwards,
    sort_key,
    span,
    stamp,
)

GREENWICH = ZoneInfo("UTC")
PACIFIC = ZoneInfo("America/Los_Angeles")
ZONES = st.sampled_from(
    [
        PACIFIC,
        GREENWICH,
        ZoneInfo("Asia/Tokyo"),
        ZoneInfo("Asia/Kathmandu"),
        ZoneInfo("America/Sao_Paulo"),
        ZoneInfo("Australia/Lord_Howe"),
        ZoneInfo("Pacific/Auckland"),
    ]
)
HOUR, DAY = 60, 24 * 60


def at(text: str) -> int:
    """The instant that an ISO date with an offset means."""
    return (datetime.fromisoformat(text) - datetime(1, 1, 1, tzinfo=UTC)) // timedelta(minutes=1)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2023", "2023-01-01T00:00-08:00", "2024-01-01T00:00-08:00"),
        ("2023-07", "2023-07-01T00:00-07:00", "2023-08-01T00:00-07:00"),
        ("2023-12", "2023-12-01T00:00-08:00", "2024-01-01T00:00-08:00"),
        ("2023-11-17", "2023-11-17T00:00-08:00", "2023-11-18T00:00-08:00"),
        ("2023-11-17T12:23", "2023-11-17T12:23-08:00", "2023-11-17T12:24-08:00"),
        ("2023-11-17T12:23Z", "2023-11-17T12:23Z", "2023-11-17T12:24Z"),
        ("2023-11-17T12:23+09:00", "2023-11-17T12:23+09:00", "2023-11-17T12:24+09:00"),
        ("2023-11~", "2023-11-01T00:00-07:00", "2023-12-01T00:00-08:00"),
        ("2023-11-XX", "2023-11-01T00:00-07:00", "2023-12-01T00:00-08:00"),
        ("2023-XX", "2023-01-01T00:00-08:00", "2024-01-01T00:00-08:00"),
        ("20XX", "2000-01-01T00:00-08:00", "2100-01-01T00:00-08:00"),
        ("2018/2023-07", "2018-01-01T00:00-08:00", "2023-08-01T00:00-07:00"),
        ("[2023-11-19,2023-11-18]", "2023-11-18T00:00-08:00", "2023-11-20T00:00-08:00"),
        ("2019/..", "2019-01-01T00:00-08:00", None),
        ("2019/", "2019-01-01T00:00-08:00", None),
        ("../2023", None, "2024-01-01T00:00-08:00"),
        ("/2023", None, "2024-01-01T00:00-08:00"),
        # The clocks go forward at 2 a.m. and back at 2 a.m.: days of 23 and 25 hours.
        ("2023-03-12", "2023-03-12T00:00-08:00", "2023-03-13T00:00-07:00"),
        ("2023-11-05", "2023-11-05T00:00-07:00", "2023-11-06T00:00-08:00"),
        ("2023-11-05T01:30", "2023-11-05T01:30-07:00", "2023-11-05T01:31-07:00"),
    ],
)
def test_a_date_covers_its_local_days(text: str, start: str | None, end: str | None) -> None:
    expected = Span(at(start) if start else None, at(end) if end else None)
    assert span(parse(text), PACIFIC) == expected


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2023?", "2022-01-01", "2025-01-01"),
        ("2023-11~", "2023-10-01", "2024-01-01"),
        ("2023-01%", "2022-12-01", "2023-03-01"),
        ("2023-11-17~", "2023-11-16", "2023-11-19"),
        ("2023-11-17T12:00~", "2023-11-17T11:00", "2023-11-17T13:01"),
        ("2023-10~/2023-11", "2023-09-01", "2023-12-01"),
        ("2023-11-17", "2023-11-17", "2023-11-18"),
        ("2023-11-XX", "2023-11-01", "2023-12-01"),
    ],
)
def test_doubt_widens_the_possible_span_only(text: str, start: str, end: str) -> None:
    times = [moment if "T" in moment else moment + "T00:00" for moment in (start, end)]
    whole = possible_span(parse(text), GREENWICH)
    assert whole == Span(*(at(time + "+00:00") for time in times))


def test_instants_are_minutes_since_the_first_of_january_of_the_year_1() -> None:
    assert span(parse("0001-01-01T00:01Z"), PACIFIC) == Span(1, 2)
    assert span(parse("0001-01-02"), GREENWICH) == Span(DAY, 2 * DAY)


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/Los_Angeles", "Asia/Tokyo"])
@pytest.mark.parametrize("offset", ["", "-14:00", "+14:00", "Z"])
def test_nothing_overflows_at_the_ends_of_the_calendar(zone: str, offset: str) -> None:
    place = ZoneInfo(zone)
    for text in ("0001%", "0001-01-01~", "9999%", "9999-12-31~"):
        whole = possible_span(parse(text), place)
        assert whole.start is not None
        assert whole.end is not None
        assert whole.start < whole.end
        assert holds(parse(text), None, parse(text), place) is Held.UNKNOWN
    for text in (f"0001-01-01T00:00{offset}~", f"9999-12-31T23:59{offset}~"):
        moment = span(parse(text), place).start
        assert moment is not None
        assert local_day(moment, place).isoformat()[:4] == text[:4]
        assert holds(Open.OPEN, Open.OPEN, parse(text), place) is Held.YES


def test_a_day_that_a_zone_left_out_has_no_length_but_a_place() -> None:
    skipped, after = (
        span(parse(text), ZoneInfo("Pacific/Apia")) for text in ("2011-12-30", "2011-12-31")
    )
    assert skipped == Span(after.start, (after.start or 0) + 1)


@given(st.datetimes(), ZONES)
def test_a_coarser_date_contains_the_finer_one(moment: datetime, zone: ZoneInfo) -> None:
    text = moment.isoformat(timespec="minutes")
    spans = [span(parse(text[:length]), zone) for length in (4, 7, 10, 16)]
    for coarse, fine in pairwise(spans):
        assert coarse.start is not None
        assert coarse.end is not None
        assert fine.start is not None
        assert fine.end is not None
        assert coarse.start <= fine.start < fine.end <= coarse.end


@given(st.dates(), ZONES)
def test_days_follow_one_another_without_a_gap(day: date, zone: ZoneInfo) -> None:
    whole = span(parse(day.isoformat()), zone)
    assert whole.start is not None
    assert whole.end is not None
    assert local_day(whole.start, zone) == local_day(whole.end - 1, zone) == day
    if day < date.max:
        assert span(parse((day + timedelta(1)).isoformat()), zone).start == whole.end


IN_ORDER = [
    "20XX",
    "../2017",
    "2018/2023-07",
    "2018",
    "2018-01",
    "2018-01-01",
    "2018-01-01T00:00",
    "2018-12-31",
    "2018-12-31T23:58",
    "/2018",
    "2019/..",
    "2019",
    "2023-11",
    "2023-11-17",
    "2023-11-17T12:23",
    "[2023-11-18,2023-11-19]",
    "2023-11-18",
]


@given(st.permutations(IN_ORDER), ZONES)
def test_earlier_starts_come_first_and_then_what_is_coarser(
    texts: list[str], zone: ZoneInfo
) -> None:
    assert sorted(texts, key=lambda text: sort_key(parse(text), zone)) == IN_ORDER


POINTS = st.builds(
    lambda day, length, mark: day.isoformat()[:length] + mark,
    st.dates(date(2023, 9, 1), date(2023, 12, 31)),
    st.sampled_from([7, 10, 10, 10]),
    st.sampled_from(["", "", "~", "?"]),
)
PLAIN = st.dates(date(2023, 11, 1), date(2023, 11, 30)).map(str)
CHOICES = st.lists(PLAIN, min_size=2, max_size=3, unique=True).map(lambda m: f"[{','.join(m)}]")
INTERVALS = st.tuples(PLAIN, PLAIN).map(lambda ends: "/".join(sorted(ends)))
HALVES = st.builds("".join, st.tuples(PLAIN, st.sampled_from(["/", "/.."]))) | st.builds(
    "".join, st.tuples(st.sampled_from(["/", "../"]), PLAIN)
)
DATES = (POINTS | CHOICES | INTERVALS | HALVES).map(parse)
BOUNDS = st.none() | st.just(Open.OPEN) | DATES


@given(DATES, DATES, ZONES)
def test_the_order_agrees_with_the_spans(first: Date, second: Date, zone: ZoneInfo) -> None:
    one, two = span(first, zone), span(second, zone)
    if one.start is not None and two.start is not None and one.start < two.start:
        assert sort_key(first, zone) < sort_key(second, zone)
    if one == two:
        assert sort_key(first, zone) == sort_key(second, zone)
    if one.end is not None and two.start is not None and one.end <= two.start:
        assert sort_key(first, zone) < sort_key(second, zone)


FROM, TO = date(2023, 6, 1), date(2024, 3, 31)


def some_days(first: date, last: date) -> set[date]:
    return {first + timedelta(n) for n in range((last - first).days + 1)}


def days_of(text: str) -> set[date]:
    """All days that a point may mean, reckoned by hand: a mark adds a unit on each side."""
    plain = text.rstrip("~?")
    doubt = plain != text
    if len(plain) == 10:
        day, margin = date.fromisoformat(plain), timedelta(int(doubt))
        return some_days(day - margin, day + margin)
    first = date.fromisoformat(plain + "-01")
    last = (first + timedelta(31)).replace(day=1) - timedelta(1)
    if doubt:
        first = (first - timedelta(1)).replace(day=1)
        last = (last + timedelta(32)).replace(day=1) - timedelta(1)
    return some_days(first, last)


def readings(bound: Bound, limit: date) -> set[date]:
    """Every day that a bound may stand for; open is the end of the little world of this test."""
    if not isinstance(bound, Date):
        return {limit} if bound is Open.OPEN else some_days(FROM, TO)
    if bound.text.startswith("["):
        return {date.fromisoformat(text) for text in bound.text[1:-1].split(",")}
    if "/" in bound.text:
        start, end = bound.text.split("/")
        first = FROM if start in ("", "..") else date.fromisoformat(start)
        return some_days(first, TO if end in ("", "..") else date.fromisoformat(end))
    return days_of(bound.text)


def brute_answers(taken: Bound, left: Bound, when: Date) -> Iterator[bool]:
    lefts, days = readings(left, TO), readings(when, TO)
    for start, end in product(readings(taken, FROM), lefts):
        if start <= end:
            yield from {start <= day <= end for day in days}


@given(BOUNDS, BOUNDS, DATES)
def test_an_answer_is_sure_only_if_all_readings_give_it(
    taken: Bound, left: Bound, when: Date
) -> None:
    seen: set[bool] = set()
    for answer in brute_answers(taken, left, when):
        seen.add(answer)
        if len(seen) == 2:
            break
    sure = {frozenset({True}): Held.YES, frozenset({False}): Held.NO}
    assert holds(taken, left, when, PACIFIC) is sure.get(frozenset(seen), Held.UNKNOWN)
    assert runs_backwards(taken, left, PACIFIC) is (not seen)


@pytest.mark.parametrize(
    ("taken", "left", "when", "held"),
    [
        ("2019", "2023-11-17", "2023-11-17", Held.YES),
        ("", "2023-11-17", "2023-11-17T12:23", Held.YES),
        ("", "2023-11-17", "2023-11-16", Held.UNKNOWN),
        ("", "2023-11-17", "2023-11-18", Held.NO),
        ("2023-11-17", "", "2023-11-17", Held.YES),
        ("2023-11-17", "", "2023-11-18", Held.UNKNOWN),
        ("2023-11-17", "", "2023-11-16", Held.NO),
        ("2019", "..", "2023-11-17", Held.YES),
        ("2019", "..", "2019-06", Held.UNKNOWN),
        ("2019", "..", "2018-12-31", Held.NO),
        ("..", "..", "2023", Held.YES),
        ("", "", "2023", Held.UNKNOWN),
        ("2019~", "..", "2018-06", Held.UNKNOWN),
        ("2019~", "..", "2020-06", Held.UNKNOWN),
        ("2019~", "..", "2021", Held.YES),
        ("2019~", "..", "2017", Held.NO),
        ("../2023-11", "..", "2023-11-30", Held.YES),
        ("../2023-11", "..", "2023-11-29", Held.UNKNOWN),
        ("2018/2019", "..", "2018-06", Held.UNKNOWN),
        ("2018/2019", "..", "2017-12-31", Held.NO),
        ("2018", "2023", "2019/2022", Held.YES),
        ("2018", "2019-06", "2019/2022", Held.UNKNOWN),
        ("[2018-05-01,2018-05-03]", "..", "2018-05-02", Held.UNKNOWN),
        ("2018-05-02", "2018-05-02", "[2018-05-01,2018-05-03]", Held.NO),
        ("2023-11-17", "2023-11-16", "2023-11-17", Held.UNKNOWN),
        # A time in doubt by an hour is still sure of its day, unless midnight is near.
        ("2023-11-17", "2023-11-17", "2023-11-17T12:00~", Held.YES),
        ("2023-11-17", "2023-11-17", "2023-11-17T23:30~", Held.UNKNOWN),
        # Another zone's morning is the evening before here.
        ("", "2023-11-17", "2023-11-18T05:00Z", Held.YES),
    ],
)
def test_who_held_what_when(taken: str, left: str, when: str, held: Held) -> None:
    bounds = [parse_bound(text) if text else None for text in (taken, left)]
    assert holds(bounds[0], bounds[1], parse(when), PACIFIC) is held


@pytest.mark.parametrize(
    ("taken", "left", "backwards"),
    [
        ("2023-11-18", "2023-11-17", True),
        ("2024", "2023-11-17", True),
        ("2023-11-17", "2023-11-17", False),
        ("2023-11-18T09:00", "2023-11-18T08:00", False),
        ("2023-11-18~", "2023-11-17", False),
        ("2023", "2023-11-17", False),
        ("2019/..", "2018", True),
        ("2018", "..", False),
        ("..", "2018", False),
    ],
)
def test_a_term_runs_backwards_only_if_that_is_sure(taken: str, left: str, backwards: bool) -> None:
    assert runs_backwards(parse_bound(taken), parse_bound(left), PACIFIC) is backwards


@given(st.dates(), ZONES)
def test_a_stamp_is_the_second_at_which_a_date_begins(day: date, zone: ZoneInfo) -> None:
    when = parse(day.isoformat())
    start = span(when, zone).start
    assert start is not None
    assert stamp(when, zone).endswith(":00Z")
    assert at(stamp(when, zone).replace("Z", "+00:00")) == max(start, 0)


def test_the_stamp_of_what_only_ends_is_its_end_and_none_leaves_the_calendar() -> None:
    assert stamp(parse("../2023-05-01"), GREENWICH) == "2023-05-01T23:59:00Z"
    assert stamp(parse("0001-01-01"), ZoneInfo("Asia/Tokyo")) == "0001-01-01T00:00:00Z"
    assert stamp(parse("9999-12-31T23:59-08:00"), PACIFIC) == "9999-12-31T23:59:00Z"
