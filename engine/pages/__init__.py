"""What is published: one file per page kind, all of them in ``PAGES``."""

from collections.abc import Callable, Iterator

from engine.pages.cast import cast_page
from engine.pages.changes import changes_page
from engine.pages.corrections import corrections_page
from engine.pages.event import event_pages
from engine.pages.explanations import explanation_pages, explanations_page
from engine.pages.glossary import glossary_page
from engine.pages.governance import governance_page
from engine.pages.home import home_page
from engine.pages.index_a_z import index_page
from engine.pages.known import known_page
from engine.pages.organization import organization_pages
from engine.pages.person import person_pages
from engine.pages.plain import alias_pages, not_found_page, plain_pages
from engine.pages.search import search_page
from engine.pages.source import source_pages
from engine.pages.sources import sources_page
from engine.pages.states import state_pages
from engine.pages.timeline import timeline_page
from engine.views.page import Blank
from engine.views.story import Story

PAGES: tuple[Callable[[Story], Iterator[Blank]], ...] = (
    home_page,
    timeline_page,
    known_page,
    event_pages,
    cast_page,
    person_pages,
    governance_page,
    state_pages,
    organization_pages,
    explanations_page,
    explanation_pages,
    sources_page,
    source_pages,
    corrections_page,
    glossary_page,
    changes_page,
    plain_pages,
    search_page,
    index_page,
    alias_pages,
    not_found_page,
)


def lay_out(story: Story) -> list[Blank]:
    """Every page of the site, each to be written when it is asked for."""
    return [blank for make in PAGES for blank in make(story)]
