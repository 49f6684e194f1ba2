"""Files that a host looks for: none of them says anything to a reader."""

from collections.abc import Iterator, Sequence

from engine.rendering import Output
from engine.views.page import Page
from engine.views.story import Story


def no_jekyll(story: Story, pages: Sequence[Page]) -> Iterator[Output]:
    """``.nojekyll``, so that GitHub Pages publishes the files as they are."""
    yield Output(".nojekyll", b"")


def domain_file(story: Story, pages: Sequence[Page]) -> Iterator[Output]:
    """``CNAME`` with the site's own domain, if it has one."""
    if story.settings.domain:
        yield Output("CNAME", f"{story.settings.domain}\n".encode())
