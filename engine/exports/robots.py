"""robots.txt: everything may be read, and where the sitemap is.

Format: RFC 9309.
"""

from collections.abc import Iterator, Sequence

from engine.links import absolute
from engine.rendering import Output
from engine.views.page import Page
from engine.views.story import Story


def robots(story: Story, pages: Sequence[Page]) -> Iterator[Output]:
    """Allows all; only where the site's address is known, since it names the sitemap."""
    if story.settings.base_url:
        sitemap = absolute(story.settings, "sitemap.xml")
        yield Output("robots.txt", f"User-agent: *\nAllow: /\nSitemap: {sitemap}\n".encode())
