"""The story: all that page makers draw on, the same for every page.

Knows the records, where they are published, and the words of the interface.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from engine.dates import Date, in_short, in_words, machine, precision_in_words
from engine.figures.seal import Logo, logo
from engine.graph import Graph
from engine.kinds.event import Event
from engine.kinds.page import Page as PageWords
from engine.kinds.record import Status
from engine.kinds.source import Source
from engine.kinds.term import Term
from engine.links import Addresses
from engine.resting import Claim, Resting, claims, resting
from engine.settings import Settings
from engine.verdicts import moved
from engine.views.page import Moment
from engine.wording import fill, values

FIRM = (Status.OFFICIAL, Status.FIRST_PERSON, Status.REPORTED)
"""What may be told without a word on how it is known."""


@dataclass(frozen=True)
class Story:
    """All that page makers draw on; the same for every page."""

    graph: Graph
    addresses: Addresses
    words: Mapping[str, str]
    epoch: int | None = None
    """``SOURCE_DATE_EPOCH``: seconds since 1970, for the formats that demand a time."""

    @cached_property
    def values(self) -> dict[str, int]:
        """The counts that an author's words may hold."""
        return values(self.graph)

    @cached_property
    def date_words(self) -> dict[str, str]:
        """The words that dates are said in."""
        return {k.removeprefix("dates."): w for k, w in self.words.items() if k[:6] == "dates."}

    @cached_property
    def moment(self) -> Callable[[Date], Moment]:
        """Gives a date in words, in short, and for machines."""
        words, zone = self.date_words, self.graph.zone

        @cache
        def moment(date: Date) -> Moment:
            return Moment(
                in_words(date, words, zone),
                in_short(date, words, zone),
                precision_in_words(date, words),
                machine(date, zone),
            )

        return moment

    @cached_property
    def script_language(self) -> str | None:
        """The language of the first source in Chinese or Japanese, unless the site is."""
        languages = [source.language or "" for source in self.graph.all(Source)]
        found = [name for name in languages if name.partition("-")[0] in ("ja", "zh")]
        own = self.settings.language.partition("-")[0]
        return None if own in ("ja", "zh") or not found else found[0]

    @cached_property
    def term_by_name(self) -> dict[str, Term]:
        """The terms of the glossary by their titles in lower case."""
        return {term.title.casefold(): term for term in self.graph.all(Term)}

    @cached_property
    def terms(self) -> re.Pattern[str]:
        """Any term of the glossary as a whole word, also in the plural; the longest first."""
        names = sorted(self.term_by_name, key=len, reverse=True)
        return re.compile(rf"\b({'|'.join(map(re.escape, names))})s?\b", re.IGNORECASE)

    @cached_property
    def logo(self) -> Logo:
        """The board in a row, the same on every page."""
        return logo(self.graph)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Everything that rests on a source."""
        return claims(self.graph)

    @cached_property
    def resting(self) -> dict[str, Resting]:
        """By the id of each source what rests on it."""
        return resting(self.graph, self.claims)

    @cached_property
    def _moved(self) -> dict[str, str]:
        return moved(self.graph)

    def placed(self, url: str) -> str:
        """An address, or where that now stands in full which had no room there."""
        return self._moved.get(url, url)

    @property
    def settings(self) -> Settings:
        """The site's settings."""
        return self.graph.settings

    def filled(self, text: str) -> str:
        """An author's words with their counts."""
        return fill(text, self.values, self.settings.language)

    def name_of(self, page: PageWords) -> str:
        """What navigation and search call a page of an author's words."""
        return self.filled(page.nav_title or page.title)

    def headline(self, event: Event) -> str:
        """An event's title where no mark stands beside it: what is weakly known is called so."""
        word = self.words[f"status.{event.status}"]
        return event.title if event.status in FIRM else f"{word}: {event.title}"

    def strand_label(self, event: Event) -> str:
        """What the strand of an event is called; nothing where it has none."""
        return next((s.label for s in self.settings.strands if s.id == event.strand), "")

    def page_words(self, name: str) -> PageWords | None:
        """What the author wrote for a page that the engine makes."""
        return self.graph.find(PageWords, name)

    def nav_title(self, name: str) -> str:
        """What the navigation calls one of the engine's pages."""
        page = self.page_words(name)
        return self.name_of(page) if page else self.words[f"nav.{name}"]
