"""timeline.ics in the library icalendar: the right instants, and days for what is not sharper."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from engine.exports.calendar import _folded, _text
from tests.conftest import Builder, base_site

EVENT = "content/events/2024-03-01-closed.md"


def read(site: Path) -> list[Event]:
    calendar = Calendar.from_ical((site / "timeline.ics").read_bytes())
    assert not calendar.errors
    events = [one for one in calendar.walk("VEVENT") if isinstance(one, Event)]
    assert all(not event.errors for event in events)
    return events


def value(event: Event, name: str) -> object:
    """What a property holds as Python has it; None without one."""
    found: object = event.decoded(name) if name in event else None
    return found


@pytest.mark.parametrize("which", ["story", "other_story"])
def test_every_event_can_be_read_and_has_its_own_name(
    which: str, request: pytest.FixtureRequest
) -> None:
    site: Path = request.getfixturevalue(which)
    events = read(site)
    assert len(events) == len(list((site / "timeline").glob("*.html")))
    assert len({str(event["UID"]) for event in events}) == len(events)
    assert all(value(event, "DTSTAMP") == value(events[0], "DTSTAMP") for event in events)


def test_the_minute_of_a_call_is_the_instant_that_it_was(story: Path) -> None:
    timed = [event for event in read(story) if isinstance(value(event, "DTSTART"), datetime)]
    (call,) = [event for event in timed if "DTEND" not in event]
    assert value(call, "DTSTART") == datetime(2023, 11, 17, 20, 23, tzinfo=UTC)  # 12:23 there


def dated(build_site: Builder, when: str, more: str = "") -> Event:
    site = base_site()
    site[EVENT] = site[EVENT].replace("date: 2024-03-01", f'date: "{when}"{more}')
    (event,) = read(build_site(site).site / "_site")
    return event


@pytest.mark.parametrize(
    ("when", "start", "end", "name"),
    [
        ("2024-03-01", date(2024, 3, 1), date(2024, 3, 2), "The bridge is closed"),
        ("2024-03", date(2024, 3, 1), date(2024, 4, 1), "The bridge is closed (March 2024)"),
        ("2024", date(2024, 1, 1), date(2025, 1, 1), "The bridge is closed (2024)"),
        ("2024-03-01?", date(2024, 2, 29), date(2024, 3, 3), None),
        ("2024-03~", date(2024, 2, 1), date(2024, 5, 1), None),
        ("2024-03-XX", date(2024, 3, 1), date(2024, 4, 1), None),
        ("2024-03-01/2024-03-03", date(2024, 3, 1), date(2024, 3, 4), None),
        ("2024-03-01/..", date(2024, 3, 1), date(2024, 3, 2), None),
        ("../2024-03-01", date(2024, 3, 1), date(2024, 3, 2), None),
        ("[2024-03-01,2024-03-05]", date(2024, 3, 1), date(2024, 3, 6), None),
    ],
)
def test_what_is_no_minute_takes_up_the_days_that_it_may_be(
    build_site: Builder, when: str, start: date, end: date, name: str | None
) -> None:
    event = dated(build_site, when)
    assert (value(event, "DTSTART"), value(event, "DTEND")) == (start, end)
    summary = str(event["SUMMARY"])
    assert summary == name if name else summary.startswith("The bridge is closed (")


@pytest.mark.parametrize(
    ("when", "start", "end"),
    [
        ("2024-07-01T09:30", datetime(2024, 7, 1, 8, 30, tzinfo=UTC), None),
        ("2024-03-01T09:30-05:00", datetime(2024, 3, 1, 14, 30, tzinfo=UTC), None),
        ("2024-03-01T09:30~", datetime(2024, 3, 1, 8, 30, tzinfo=UTC),
         datetime(2024, 3, 1, 10, 31, tzinfo=UTC)),
    ],
)  # fmt: skip
def test_a_minute_is_told_in_utc_and_an_hour_wide_each_way_where_it_is_in_doubt(
    build_site: Builder, when: str, start: datetime, end: datetime | None
) -> None:
    event = dated(build_site, when)
    assert value(event, "DTSTART") == start
    assert value(event, "DTEND") == end


def test_status_dispute_and_passages_are_told(build_site: Builder) -> None:
    event = dated(build_site, "2024-03-01", "\ndisputed: 'The mayor; the clerk, too.'")
    text = str(event["DESCRIPTION"])
    assert "Reported." in text
    assert "Disputed: The mayor; the clerk, too." in text
    assert "A report on the bridge, ¶3: sources/report.html#p3" in text
    assert event.categories == ["Works", "Reported"]


def test_the_stamp_is_no_clock(
    build_site: Builder, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    site = base_site()
    build_site(site)
    assert value(read(folder / "_site")[0], "DTSTAMP") == datetime(1970, 1, 1, tzinfo=UTC)
    site["site.yaml"] += "reviewed: 2024-07-01\n"
    build_site(site)
    assert value(read(folder / "_site")[0], "DTSTAMP") == datetime(2024, 6, 30, 23, tzinfo=UTC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    build_site(site)
    assert value(read(folder / "_site")[0], "DTSTAMP") == datetime(1970, 1, 2, tzinfo=UTC)


LINES = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=300)


@given(LINES)
def test_any_text_is_folded_and_comes_back(text: str) -> None:
    folded = _folded(f"SUMMARY:{_text(text)}")
    assert all(len(line.encode()) <= 75 for line in folded.split("\r\n"))
    event = f"BEGIN:VEVENT\r\n{folded}END:VEVENT\r\n"
    assert str(Event.from_ical(event)["SUMMARY"]) == text
