"""Files that a host looks for: none of them says anything to a reader."""

from collections.abc import Iterator, Sequence

from engine.rendering import Output
from engine.settings import Settings
from engine.views.page import Page


def no_jekyll(settings: Settings, pages: Sequence[Page]) -> Iterator[Output]:
    """``.nojekyll``, so that GitHub Pages publishes the files as they are."""
    yield Output(".nojekyll", b"")


def domain_file(settings: Settings, pages: Sequence[Page]) -> Iterator[Output]:
    """``CNAME`` with the site's own domain, if it has one."""
    if settings.domain:
        yield Output("CNAME", f"{settings.domain}\n".encode())
