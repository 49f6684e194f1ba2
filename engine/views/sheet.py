"""The sheet that one page is written on.

Knows where its page stands: turns records into links and citations into marks, and remembers
which passages the page rests on and what its sections are; not what stands around them.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace

from engine.dates import Date, Precision, in_short
from engine.kinds.record import Record
from engine.kinds.source import Source
from engine.links import Link, address, relative
from engine.markdown import Citation, Html, citation_html, in_scripts, term_html
from engine.markdown import Link as Written
from engine.prose import Prose
from engine.values import Ref
from engine.views.page import Mark, Moment, Note
from engine.views.story import Story
from engine.voices import Voice, voice

Where = tuple[str, str | None]
"""A source, and a passage of it or none."""
_SENTENCE = re.compile(r"(?<=[.!?]) ")
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
    aside: set[int] = field(default_factory=set)
    """The numbers of the notes that stand beside a text; all others stand at the foot."""
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
        return Link(self.to(self.story.placed(address(record))), title, lang)

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
        mark = "#" if target.fragment else ""
        return self.to(self.story.placed(f"{target.url}{mark}{target.fragment}"))

    def cited(self, citations: Sequence[Citation]) -> Html:
        """The marks of citations in prose: each leads to its note on the page."""
        return self.cited_in(Voice.ACCOUNT, citations)

    def cited_in(self, own: Voice, citations: Sequence[Citation]) -> Html:
        """The same in a text that is told in some voice: those of the other are named so."""
        ours = [one for one in citations if self.voice((one,)) in (own, None)]
        others = [one for one in citations if one not in ours]
        lead = self.lead(Voice.RECORD if own is Voice.ACCOUNT else Voice.ACCOUNT)
        marks = [self._inline(one) for one in ours]
        marks += [self._inline(one, "" if n else lead) for n, one in enumerate(others)]
        return Html(" ").join(marks)

    def voice(self, citations: Collection[Citation]) -> Voice | None:
        """Whose voice some citations are."""
        return voice(self.story.graph, citations)

    def lead(self, voice: Voice) -> str:
        """The word that stands before the marks of a voice."""
        return self.story.words[f"voice.lead.{voice}"]

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
        """The marks of a record's citations: those of the record last, and named so.

        Each leads to the passage itself, or to the note that names its source.
        """
        unique = {(c.source, c.passage): c for c in citations}.values()
        record = [one for one in unique if self.voice((one,)) is Voice.RECORD]
        marks = [self._mark(citation) for citation in unique if citation not in record]
        if record:
            first, *others = (self._mark(citation) for citation in record)
            marks += [replace(first, lead=self.lead(Voice.RECORD)), *others]
        return tuple(marks)

    def _mark(self, citation: Citation) -> Mark:
        """The mark that leads to a passage, or with the number of a note to a whole source."""
        key = (citation.source, citation.passage)
        if key not in self.rests:
            if self.voice((citation,)) is Voice.RECORD:
                number = self._note(citation).number
                spoken = self.story.words["cite.record"].format(n=number)
                self.rests[key] = Mark(f"[{number}]", f"#note-{number}", spoken)
            elif citation.passage is None:
                self.rests[key] = self._note(citation).mark
            else:
                self.rests[key] = self._to_passage(citation, citation.passage)
        return self.rests[key]

    def _to_passage(self, citation: Citation, passage: str) -> Mark:
        place = self.to(address(self._source(citation)))
        text, spoken = self.passage_mark(passage)
        return Mark(text, f"{place}#{passage}", spoken)

    def _inline(self, citation: Citation, lead: str = "") -> Html:
        """The mark in running text, which leads to its note."""
        number, mark = self._note(citation).number, self._mark(citation)
        is_record = self.voice((citation,)) is Voice.RECORD
        spoken = self.story.words["cite.note"].format(n=number, mark=mark.spoken)
        said = mark.spoken if is_record else ", ".join(filter(None, (lead, spoken)))
        return citation_html(f"#note-{number}", said, mark.text, lead)

    def _note(self, citation: Citation) -> Note:
        """The note on a passage, which has the next number where there is none yet."""
        key = (citation.source, citation.passage)
        if key not in self.notes:
            source, number = self._source(citation), len(self.notes) + 1
            passage = next((p for p in source.passages if p.id == citation.passage), None)
            gist, kinds = (passage.gist, passage.kind) if passage else (source.summary or "", ())
            if passage:
                mark = self._to_passage(citation, passage.id)
            else:
                spoken = self.story.words["cite.source"].format(source=source.title)
                mark = Mark(f"[{number}]", self.to(address(source)), spoken)
            is_record = self.voice((citation,)) is Voice.RECORD
            about = self.imprint(source) if is_record else ""
            if is_record and not passage:  # what it is; what it is used for, its own page tells
                gist = _SENTENCE.split(gist, maxsplit=1)[0]
            is_numbered = is_record or passage is None
            self.notes[key] = Note(
                number, self.link(source), mark, about, is_record, is_numbered, gist, kinds
            )
        return self.notes[key]

    def imprint(self, source: Source) -> str:
        """Who published a source, when, and what it is, as far as that is known."""
        words = self.story.words
        date = self.moment(source.date).words if source.date else ""
        sort = words[f"type.{source.type}"].lower() if source.type else ""
        people = words["source.unnamed"] if source.anonymous else ""
        return ", ".join(filter(None, (source.publisher, date, sort, people)))

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
        return self.story.moment(date)

    def short(self, date: Date, given: Precision | None = None) -> str:
        """A date in short, without what is said around it already."""
        return in_short(date, self.story.date_words, self.story.graph.zone, given)
