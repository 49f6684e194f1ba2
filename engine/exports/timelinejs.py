"""data/timeline.json: the events as slides of TimelineJS 3.

Format: https://timeline.knightlab.com/docs/json-format.html. It knows no time zones: times are
those of the site's zone, and what is shown names it. Knows nothing of other formats.
"""

from collections.abc import Iterator, Sequence
from html import escape

from engine.dates import Date, Point, in_words, moment_at, span
from engine.exports.traces import Object, given, in_json, page_of, traces
from engine.kinds.event import Event
from engine.rendering import Output
from engine.settings import Era
from engine.views.page import Page
from engine.views.story import Story


def timelinejs(story: Story, pages: Sequence[Page]) -> Iterator[Output]:
    """Every event as a slide, after one with the site's title; named spans with both their ends."""
    events = story.graph.all(Event)
    if not events:
        return
    settings = story.settings
    title = {"headline": escape(settings.title), "text": f"<p>{escape(settings.description)}</p>"}
    eras = [_era(story, era) for era in settings.eras]
    data = {
        "title": {"unique_id": "title", "text": title},
        "events": [_slide(story, event) for event in events],
        "eras": [era for era in eras if era],
    }
    yield Output("data/timeline.json", in_json(given(data)))


def _slide(story: Story, event: Event) -> Object:
    first, last = event.date.points[0], event.date.points[-1]
    return given(
        {
            "unique_id": event.id,
            "start_date": _parts(story, event.date, first),
            "end_date": _parts(story, event.date, last) if last is not first else None,
            "display_date": in_words(event.date, story.date_words, story.graph.zone),
            "text": {"headline": escape(story.headline(event)), "text": _text(story, event)},
            "group": story.strand_label(event) or None,
            "autolink": False,
        }
    )


def _parts(story: Story, when: Date, point: Point) -> dict[str, int]:
    """Year, month, day, hour and minute, as far as they are given."""
    if point.clock is not None:  # perhaps in another zone: an instant is the same in all
        start = span(when, story.graph.zone).start
        moment = None if start is None else moment_at(start, story.graph.zone)
        if moment:
            date = {"year": moment.year, "month": moment.month, "day": moment.day}
            return {**date, "hour": moment.hour, "minute": moment.minute}
    parts = {"year": point.year, "month": point.month, "day": point.day}
    return {name: number for name, number in parts.items() if number}


def _text(story: Story, event: Event) -> str:
    """What the slide says, as HTML: summary, status, dispute, passages, and the way to the page."""
    words = story.words
    lines = [escape(event.summary), escape(words[f"status.{event.status}"])]
    if event.disputed:
        lines.append(f"{escape(words['disputed'])}: {escape(event.disputed)}")
    page = page_of(story, event)
    if story.settings.base_url:
        lines += [_link(trace.page, trace.words) for trace in traces(story, event.cites)]
        lines.append(_link(page, story.settings.title))
    else:  # an address that leads nowhere from elsewhere is no link
        lines += [escape(trace.words) for trace in traces(story, event.cites)]
    return "".join(f"<p>{line}</p>" for line in lines)


def _link(url: str, words: str) -> str:
    return f'<a href="{escape(url)}">{escape(words)}</a>'


def _era(story: Story, era: Era) -> Object:
    if not isinstance(era.from_, Date) or not isinstance(era.until, Date):
        return {}
    return {
        "start_date": _parts(story, era.from_, era.from_.points[0]),
        "end_date": _parts(story, era.until, era.until.points[-1]),
        "text": {"headline": escape(era.label)},
    }
