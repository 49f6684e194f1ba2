"""What is published besides pages: one file per format, all of them in ``EXPORTS``."""

from collections.abc import Callable, Iterator, Sequence

from engine.exports.calendar import calendar
from engine.exports.changes_feed import changes_feed
from engine.exports.feed import feed
from engine.exports.hosts import domain_file, no_jekyll
from engine.exports.manifest import manifest
from engine.exports.popolo import popolo
from engine.exports.robots import robots
from engine.exports.search_index import search_index
from engine.exports.sitemap import sitemap
from engine.exports.tables import events_table, people_table
from engine.exports.timelinejs import timelinejs
from engine.rendering import Output
from engine.views.page import Page
from engine.views.story import Story

Export = Callable[[Story, Sequence[Page]], Iterator[Output]]

EXPORTS: tuple[Export, ...] = (
    no_jekyll,
    domain_file,
    robots,
    search_index,
    sitemap,
    popolo,
    timelinejs,
    events_table,
    people_table,
    calendar,
    feed,
    changes_feed,
    manifest,
)


def export(story: Story, pages: Sequence[Page]) -> list[Output]:
    """Every file that is not a page."""
    return [output for make in EXPORTS for output in make(story, pages)]
