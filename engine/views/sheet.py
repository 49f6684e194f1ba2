"""The sheet that one page is written on.

Knows where its page stands: turns records into links and citations into marks, and remembers
which passages the page rests on and what its sections are; not what stands around them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from engine.dates import Date, Precision, in_short, in_words, machine, precision_in_words
from engine.kinds.record import Record
from engine.kinds.source import Source
from engine.links import Link, address, relative
from engine.markdown import Citation, Html, citation_html, in_scripts, term_html
from engine.markdown import Link as Written
from engine.prose import Prose
from engine.values import Ref
from engine.views.page import Mark, Moment, Note
from engine.views.story import Story

Where = tuple[str, str | None]
"""A source, and a passage of it or none."""
Beside = tuple[Link | None, Link | None]
"""The neighbours before and after."""


@dataclass
class Sheet:
    """One page in the making; ``frame.finish`` makes it a ``Page``."""

    story: Story
    url: str
    section: str
    """The name of the main page that it belongs to."""
    notes: dict[Where, Note] = field(default_factory=dict)
    """The notes so far, by source and passage: what running text cites."""
    rests: dict[Where, Mark] = field(default_factory=dict)
    """The marks of all that the page rests on so far."""
    contents: list[Link] = field(default_factory=list)
    """The sections so far."""
    _explained: set[str] = field(default_factory=set)

    def to(self, url: str) -> str:
        """An address from the site's root, as written on this page."""
        return relative(self.url, url)

    def link(self, record: Record) -> Link:
        """A link to a record."""
        title: str = getattr(record, "title", record.id)
        lang = self.foreign(record.language) if isinstance(record, Source) else None
        return Link(self.to(address(record)), title, lang)

    def foreign(self, language: str | None) -> str | None:
        """A language, if it is not the site's."""
        return language if language != self.story.settings.language else None

    def enter(self, id_: str, title: str) -> None:
        """Tell that a part of the page begins, for its table of contents."""
        self.contents.append(Link(f"#{id_}", title))

    def chapter(self, name: str) -> Link:
        """A link to one of the engine's pages, by the name that the navigation has for it."""
        return Link(self.to(f"{name}.html"), self.story.nav_title(name))

    def beside(self, records: Sequence[Record], one: Record) -> Beside:
        """Links to the records before and after one, in their order."""
        at = records.index(one)
        before = self.link(records[at - 1]) if at else None
        return before, self.link(records[at + 1]) if at + 1 < len(records) else None

    def links(self, refs: Iterable[Ref[Record]]) -> tuple[Link, ...]:
        """Links to the records of some references."""
        return tuple(self.link(self.story.graph[ref]) for ref in refs)

    def href(self, link: Written) -> str:
        """The address of a link in prose."""
        target = self.story.addresses.resolve(link)
        if target.is_outside:
            return target.url
        return self.to(target.url + ("#" + target.fragment if target.fragment else ""))

    def cited(self, citations: Sequence[Citation]) -> Html:
        """The marks of citations in prose: each leads to its note at the foot of the page."""
        return Html(" ").join(self._inline(citation) for citation in citations)

    def named(self, text: str) -> Html:
        """Text in which words in Chinese or Japanese characters are told their language."""
        return in_scripts(text, self.story.script_language)

    def words(self, text: str) -> Html:
        """Text in which a term of the glossary leads there where the page first meets it."""
        parts, at = [], 0
        for match in self.story.terms.finditer(text) if self.story.term_by_name else ():
            term = self.story.term_by_name[match[1].casefold()]
            if term.id not in self._explained and not self.url.startswith("glossary"):
                self._explained.add(term.id)
                parts.append(self.named(text[at : match.start()]))
                parts.append(term_html(self.to(address(term)), term.summary, match[0]))
                at = match.end()
        return Html("").join([*parts, self.named(text[at:])])

    def marks(self, citations: Iterable[Citation]) -> tuple[Mark, ...]:
        """The marks of a record's citations: each leads to the passage itself."""
        unique = {(c.source, c.passage): c for c in citations}
        return tuple(self._mark(citation) for citation in unique.values())

    def _mark(self, citation: Citation) -> Mark:
        """The mark that leads to a passage, or with the number of a note to a whole source."""
        key = (citation.source, citation.passage)
        if key not in self.rests:
            source = self._source(citation)
            place, words = self.to(address(source)), self.story.words
            if citation.passage is None:
                number = self._note(citation).number
                spoken = words["cite.source"].format(source=source.title)
                self.rests[key] = Mark(f"[{number}]", place, spoken)
            else:
                text, spoken = self.passage_mark(citation.passage)
                self.rests[key] = Mark(text, f"{place}#{citation.passage}", spoken)
        return self.rests[key]

    def _inline(self, citation: Citation) -> Html:
        """The mark in running text, which leads to its note."""
        number, mark = self._note(citation).number, self._mark(citation)
        spoken = self.story.words["cite.note"].format(n=number, mark=mark.spoken)
        return citation_html(f"#note-{number}", spoken, mark.text)

    def _note(self, citation: Citation) -> Note:
        """The note on a passage, which has the next number where there is none yet."""
        key = (citation.source, citation.passage)
        if key not in self.notes:
            source, number = self._source(citation), len(self.notes) + 1
            passage = next((p for p in source.passages if p.id == citation.passage), None)
            gist, kinds = (passage.gist, passage.kind) if passage else (source.summary or "", ())
            self.notes[key] = Note(number, self.link(source), gist, kinds)
        return self.notes[key]

    def _source(self, citation: Citation) -> Source:
        source = self.story.graph.find(Source, citation.source)
        assert source is not None, "citations have been checked"
        return source

    def passage_mark(self, id_: str) -> tuple[str, str]:
        """``¶16`` and how it is spoken, for a passage ``p16``; other ids as they are."""
        number = id_.removeprefix("p") if id_.removeprefix("p").isdecimal() else id_
        words = self.story.words
        sign = words["cite.mark"] if number.isdecimal() else "{n}"
        return sign.format(n=number), words["cite.passage"].format(n=number)

    def prose(self, prose: Prose | None, below: int = 2) -> Html:
        """A text as HTML under a heading of some level, with its counts; empty without a text."""
        return Html(self.story.filled(prose.html(self, below))) if prose else Html("")

    def moment(self, date: Date) -> Moment:
        """A date in words, in short, and for machines."""
        words, zone = self.story.date_words, self.story.graph.zone
        return Moment(
            in_words(date, words, zone),
            in_short(date, words, zone),
            precision_in_words(date, words),
            machine(date, zone),
        )

    def short(self, date: Date, given: Precision | None = None) -> str:
        """A date in short, without what is said around it already."""
        return in_short(date, self.story.date_words, self.story.graph.zone, given)
