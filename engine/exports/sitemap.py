"""sitemap.xml: every page that is to be found.

Format: https://www.sitemaps.org/protocol.html
"""

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from engine.exports.atom import HEAD
from engine.rendering import Output
from engine.views.page import Page
from engine.views.story import Story

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(story: Story, pages: Sequence[Page]) -> Iterator[Output]:
    """The addresses of all pages, where the site's own is known."""
    urls = [page.meta.canonical for page in pages if page.url != "404.html"]
    rows = "".join(f"<url><loc>{escape(url)}</loc></url>\n" for url in urls if url)
    if rows:
        text = f'{HEAD}<urlset xmlns="{NAMESPACE}">\n{rows}</urlset>\n'
        yield Output("sitemap.xml", text.encode())
