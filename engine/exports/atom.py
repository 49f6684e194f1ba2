"""What both feeds share: the frame of an Atom file, RFC 4287.

Knows how a feed is named and addressed, not what its entries tell.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from engine.links import absolute
from engine.rendering import Output
from engine.views.story import Story

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
NAMESPACE = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True)
class Feed:
    """What a feed says of itself."""

    path: str
    title: str
    page: str
    """The whole address of the page that says the same; the feed is known by it."""
    updated: str
    """In UTC, as RFC 3339 has it."""
    subtitle: str = ""


def atom(story: Story, feed: Feed, entries: Iterable[str]) -> Output:
    """The file, with entries that are lines of XML; the site's address must be known."""
    settings, own = story.settings, absolute(story.settings, feed.path)
    author = settings.publisher or settings.editor or settings.title
    rows = [
        f"<feed xmlns={quoteattr(NAMESPACE)} xml:lang={quoteattr(settings.language)}>",
        f"<id>{escape(feed.page)}</id>",
        f"<title>{escape(feed.title)}</title>",
        f"<subtitle>{escape(feed.subtitle)}</subtitle>" if feed.subtitle else "",
        f"<updated>{feed.updated}</updated>",
        f'<link rel="self" type="application/atom+xml" href={quoteattr(own)}/>',
        f'<link rel="alternate" type="text/html" href={quoteattr(feed.page)}/>',
        f"<author><name>{escape(author)}</name></author>",
        f"<rights>{escape(settings.licence)}</rights>" if settings.licence else "",
        *entries,
        "</feed>",
    ]
    return Output(feed.path, (HEAD + "".join(f"{row}\n" for row in rows if row)).encode())
