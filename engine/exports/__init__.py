"""What is published besides pages: one file per format, all of them in ``EXPORTS``."""

from collections.abc import Callable, Iterator, Sequence

from engine.exports.changes_feed import changes_feed
from engine.exports.hosts import domain_file, no_jekyll
from engine.exports.robots import robots
from engine.exports.sitemap import sitemap
from engine.rendering import Output
from engine.settings import Settings
from engine.views.page import Page

Export = Callable[[Settings, Sequence[Page]], Iterator[Output]]

EXPORTS: tuple[Export, ...] = (no_jekyll, domain_file, robots, sitemap, changes_feed)


def export(settings: Settings, pages: Sequence[Page]) -> list[Output]:
    """Every file that is not a page."""
    return [output for make in EXPORTS for output in make(settings, pages)]
