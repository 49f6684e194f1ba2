"""timeline.ics: the events for a calendar.

Format: RFC 5545, with COLOR and the like left out. A moment is a moment in UTC; whatever is known
less precisely takes up whole days and says so in its title. Knows nothing of other formats.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from engine.dates import (
    HOUR,
    Date,
    Kind,
    Precision,
    Qualifier,
    in_words,
    local_day,
    moment_at,
    possible_span,
    precision_in_words,
    span,
)
from engine.exports.traces import page_of, traces
from engine.kinds.event import Event
from engine.links import absolute
from engine.rendering import Output
from engine.views.page import Page
from engine.views.story import Story

LINE = 75
"""Bytes of a line, without its end."""
DAWN = datetime(1970, 1, 1, tzinfo=UTC)
Property = tuple[str, str]
"""A name with its parameters, and a value that has been escaped."""


def calendar(story: Story, pages: Sequence[Page]) -> Iterator[Output]:
    """Every event, in order of time."""
    events = story.graph.all(Event)
    if not events:
        return
    properties: list[Property] = [
        ("BEGIN", "VCALENDAR"),
        ("VERSION", "2.0"),
        ("PRODID", "-//Explainer//Timeline//EN"),
        ("CALSCALE", "GREGORIAN"),
        ("NAME", _text(story.settings.title)),
        ("X-WR-CALNAME", _text(story.settings.title)),
        ("DESCRIPTION", _text(story.settings.description)),
    ]
    for event in events:
        properties += _event(story, event)
    properties.append(("END", "VCALENDAR"))
    text = "".join(_folded(f"{name}:{value}") for name, value in properties)
    yield Output("timeline.ics", text.encode())


def _event(story: Story, event: Event) -> Iterator[Property]:
    settings, said = story.settings, in_words(event.date, story.date_words, story.graph.zone)
    name = f"{story.headline(event)} ({said})" if _is_loose(event.date) else story.headline(event)
    yield "BEGIN", "VEVENT"
    yield "UID", str(uuid5(NAMESPACE_URL, f"{settings.base_url or settings.title} {event.id}"))
    yield "DTSTAMP", _utc(_stamp(story))
    yield from _when(story, event.date)
    yield "SUMMARY", _text(name)
    yield "DESCRIPTION", _text(_description(story, event, said))
    categories = [story.strand_label(event), story.words[f"status.{event.status}"]]
    yield "CATEGORIES", ",".join(_text(category) for category in categories if category)
    if event.place:
        yield "LOCATION", _text(event.place)
    if settings.base_url:
        yield "URL", page_of(story, event)
    yield "TRANSP", "TRANSPARENT"  # what is past keeps nobody busy
    yield "END", "VEVENT"


def _is_loose(when: Date) -> bool:
    """Whether it is less than a day or a minute that is given, or in doubt."""
    sharp = when.precision in (Precision.DAY, Precision.MINUTE)
    point = when.points[0]
    return (
        not sharp
        or when.kind is not Kind.POINT
        or point.qualifier is not Qualifier.NONE
        or (point.unspecified is not None)
    )


def _when(story: Story, when: Date) -> Iterator[Property]:
    zone = story.graph.zone
    reach = possible_span(when, zone)
    ends = [instant for instant in (reach.start, reach.end) if instant is not None]
    first, last = min(ends), max(ends)  # of a side that is open or not known, the other counts
    start, end = moment_at(first, zone), moment_at(last, zone)
    if when.precision is Precision.MINUTE and start and end:
        yield "DTSTART", _utc(start)
        if last - first >= HOUR:
            yield "DTEND", _utc(end)
        return
    day = local_day(first if reach.start is not None else first - 1, zone)
    yield "DTSTART;VALUE=DATE", f"{day:%Y%m%d}".rjust(8, "0")
    final = max(day, local_day(last - 1, zone)) if reach.end is not None else day
    if final < date.max:
        yield "DTEND;VALUE=DATE", f"{final + timedelta(days=1):%Y%m%d}".rjust(8, "0")


def _stamp(story: Story) -> datetime:
    """The time that the format demands: SOURCE_DATE_EPOCH, or when the site was last reviewed."""
    if story.epoch is not None:
        return DAWN + timedelta(seconds=story.epoch)
    reviewed = story.settings.reviewed
    start = span(reviewed, story.graph.zone).start if reviewed else None
    return (start is not None and moment_at(start, story.graph.zone)) or DAWN


def _description(story: Story, event: Event, said: str) -> str:
    words = story.words
    precision = precision_in_words(event.date, story.date_words)
    lines = [
        event.summary,
        f"{said} ({precision}). {words[f'status.{event.status}']}.",
        f"{words['disputed']}: {event.disputed}" if event.disputed else "",
        *(f"{trace.words}: {trace.page}" for trace in traces(story, event.cites)),
        absolute(story.settings, "timeline.html") if story.settings.base_url else "",
    ]
    return "\n".join(line for line in lines if line)


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ").rjust(16, "0")


def _text(text: str) -> str:
    """A TEXT value: what would end it or divide it is escaped."""
    for character in "\\;,":
        text = text.replace(character, "\\" + character)
    return text.replace("\r\n", "\n").replace("\n", "\\n")


def _folded(line: str) -> str:
    """A line in pieces of at most 75 bytes that cut no character, each but the first indented."""
    pieces, room = [""], LINE
    for character in line:
        size = len(character.encode())
        if size > room:
            pieces.append("")
            room = LINE - 1
        pieces[-1] += character
        room -= size
    return "\r\n ".join(pieces) + "\r\n"
