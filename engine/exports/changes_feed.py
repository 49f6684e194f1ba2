"""changes.xml: what was changed on the site, as a feed to follow.

Format: Atom, RFC 4287. Every moment in it is that of a record; nothing here knows a clock.
"""

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from engine.pages.changes import ChangeItem, ChangesView
from engine.rendering import Output
from engine.settings import Settings
from engine.views.page import Page
from engine.views.story import Story

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
NAMESPACE = "http://www.w3.org/2005/Atom"
NAME = "changes.xml"


def changes_feed(story: Story, pages: Sequence[Page]) -> Iterator[Output]:
    """The changes, the latest first; only where the site's address is known."""
    settings = story.settings
    for page in pages:
        if isinstance(page.view, ChangesView) and page.meta.canonical and settings.base_url:
            own = f"{settings.base_url.rstrip('/')}/{NAME}"
            rows = _feed(settings, page.view, page.meta.canonical, own)
            yield Output(NAME, (HEAD + "".join(f"{row}\n" for row in rows)).encode())


def _feed(settings: Settings, view: ChangesView, page: str, own: str) -> Iterator[str]:
    """The lines of the feed, which is known by the address of its page."""
    title = f"{settings.title}: {view.opening.title}"
    author = settings.publisher or settings.editor or settings.title
    yield f"<feed xmlns={quoteattr(NAMESPACE)} xml:lang={quoteattr(settings.language)}>"
    yield f"<title>{escape(title)}</title>"
    yield f"<id>{escape(page)}</id>"
    yield f"<link href={quoteattr(page)}/>"
    yield f'<link rel="self" type="application/atom+xml" href={quoteattr(own)}/>'
    yield f"<updated>{max(item.stamp for item in view.changes)}</updated>"
    yield f"<author><name>{escape(author)}</name></author>"
    for item in view.changes:
        yield from _entry(item, f"{page}#{item.id}")
    yield "</feed>"


def _entry(item: ChangeItem, address: str) -> Iterator[str]:
    yield "<entry>"
    yield f"<title>{escape(item.title)}</title>"
    yield f"<id>{escape(address)}</id>"
    yield f"<link href={quoteattr(address)}/>"
    yield f"<updated>{item.stamp}</updated>"
    yield f"<category term={quoteattr(item.sort)}/>"
    if item.told:
        yield f"<summary>{escape(item.told)}</summary>"
    yield "</entry>"
