"""feed.xml: the story for readers of feeds, an entry for each event, the latest first.

Format: Atom, RFC 4287. Entries change when the site is reviewed, so all bear that date; when a
thing happened stands in its text. Knows nothing of other formats.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from html import escape as html
from xml.sax.saxutils import escape, quoteattr

from engine.dates import in_words, moment_at, span
from engine.exports.atom import Feed, atom
from engine.exports.traces import page_of, traces
from engine.kinds.event import Event
from engine.links import absolute
from engine.rendering import Output
from engine.views.page import Page
from engine.views.story import Story

DAWN = datetime(1970, 1, 1, tzinfo=UTC)


def feed(story: Story, pages: Sequence[Page]) -> Iterator[Output]:
    """The feed, where the site's address is known: an entry has no name without it."""
    events, settings = story.graph.all(Event), story.settings
    if not events or not settings.base_url:
        return
    made = Feed(
        "feed.xml",
        settings.title,
        absolute(settings, ""),
        _updated(story),
        settings.description,
    )
    yield atom(story, made, (row for event in reversed(events) for row in _entry(story, event)))


def _entry(story: Story, event: Event) -> Iterator[str]:
    page, status = page_of(story, event), story.words[f"status.{event.status}"]
    yield f"<entry><id>{escape(page)}</id>"
    yield f"<title>{escape(story.headline(event))}</title>"
    yield f"<updated>{_updated(story)}</updated>"
    yield f'<link rel="alternate" type="text/html" href={quoteattr(page)}/>'
    if event.strand and (label := story.strand_label(event)):
        yield f"<category term={quoteattr(event.strand)} label={quoteattr(label)}/>"
    yield f"<category term={quoteattr(event.status.value)} label={quoteattr(status)}/>"
    yield f"<summary>{escape(event.summary)}</summary>"
    yield f'<content type="html">{escape(_content(story, event, status))}</content></entry>'


def _content(story: Story, event: Event, status: str) -> str:
    """The event as HTML: when, how it is known, what, who disagrees, and where it is said."""
    when = in_words(event.date, story.date_words, story.graph.zone)
    lines = [f"{html(when)}. {html(status)}.", html(event.summary)]
    if event.disputed:
        lines.append(f"{html(story.words['disputed'])}: {html(event.disputed)}")
    marks = [
        f'<a href="{html(trace.page)}">{html(trace.words)}</a>'
        for trace in traces(story, event.cites)
    ]
    return "".join(f"<p>{line}</p>" for line in [*lines, "; ".join(marks)])


def _updated(story: Story) -> str:
    """When the site was last reviewed, in UTC; else the last day that a record is dated to."""
    zone, reviewed = story.graph.zone, story.settings.reviewed
    dates = [reviewed] if reviewed else [event.date for event in story.graph.all(Event)]
    starts = [start for date in dates if (start := span(date, zone).start) is not None]
    moment = moment_at(max(starts), zone) if starts else None
    return f"{(moment or DAWN).astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}".rjust(20, "0")
