"""robots.txt: everything may be read, and where the sitemap is.

Format: RFC 9309.
"""

from collections.abc import Iterator, Sequence

from engine.rendering import Output
from engine.settings import Settings
from engine.views.page import Page


def robots(settings: Settings, pages: Sequence[Page]) -> Iterator[Output]:
    """Allows all; only where the site's address is known, since it names the sitemap."""
    if settings.base_url:
        base = settings.base_url.rstrip("/")
        yield Output(
            "robots.txt", f"User-agent: *\nAllow: /\nSitemap: {base}/sitemap.xml\n".encode()
        )
