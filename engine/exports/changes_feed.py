"""changes.xml: what was changed on the site, as a feed to follow.

Format: Atom, RFC 4287. Every moment in it is that of a record; nothing here knows a clock.
"""

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from engine.exports.atom import Feed, atom
from engine.pages.changes import ChangeItem, ChangesView
from engine.rendering import Output
from engine.views.page import Page
from engine.views.story import Story

NAME = "changes.xml"


def changes_feed(story: Story, pages: Sequence[Page]) -> Iterator[Output]:
    """The changes, the latest first; only where the site's address is known."""
    for page in pages:
        view, address = page.view, page.meta.canonical
        if isinstance(view, ChangesView) and address and story.settings.base_url:
            title = f"{story.settings.title}: {view.opening.title}"
            updated = max(item.stamp for item in view.changes)
            entries = (row for item in view.changes for row in _entry(item, f"{address}#{item.id}"))
            yield atom(story, Feed(NAME, title, address, updated), entries)


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
