"""site.webmanifest: what a phone calls the site, and its icon.

Format: https://www.w3.org/TR/appmanifest/. Knows nothing of what the icon looks like.
"""

from collections.abc import Iterator, Sequence

from engine.exports.traces import given, in_json
from engine.rendering import Output
from engine.views.page import Page
from engine.views.story import Story

PAPER = "#fbfbf8"


def manifest(story: Story, pages: Sequence[Page]) -> Iterator[Output]:
    """Where the site's address is known; a browser asks for it on the web alone."""
    settings = story.settings
    if not settings.base_url:
        return
    icons = [
        {"src": "icon.svg", "sizes": "any", "type": "image/svg+xml"},
        {"src": "touch-icon.png", "sizes": "180x180", "type": "image/png"},
    ]
    data = {
        "name": settings.title,
        "description": settings.description,
        "lang": settings.language,
        "start_url": "./index.html",
        "display": "browser",
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": icons,
    }
    yield Output("site.webmanifest", in_json(given(data)))
