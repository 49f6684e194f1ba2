"""A text of two voices: the account, and beside it what the record shows.

Knows whose voice a text is told in; nothing of the page that it stands on.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from engine.kinds.record import Record
from engine.markdown import Citation, Html, slug
from engine.markdown import Link as Written
from engine.prose import Prose
from engine.sections import parted
from engine.views.sheet import Sheet
from engine.voices import Voice, voice_of


@dataclass(frozen=True)
class Shown:
    """What the record shows."""

    id: str
    """By which the block can be linked, where it has a page to itself."""
    body: Html


@dataclass(frozen=True)
class Halves:
    """A text: what is told in the account's voice, and what the record shows."""

    account: Html
    shown: Shown | None


@dataclass(frozen=True)
class _OfRecord:
    """Reads a text that is told in the voice of the record."""

    sheet: Sheet

    def href(self, link: Written) -> str:
        """The address to write for a link."""
        return self.sheet.href(link)

    def cited(self, citations: Sequence[Citation]) -> Html:
        """The marks of citations; those of the account are named so."""
        return self.sheet.cited_in(Voice.RECORD, citations)

    def words(self, text: str) -> Html:
        """Running text, with terms explained."""
        return self.sheet.words(text)

    def named(self, text: str) -> Html:
        """The text of a link or a heading."""
        return self.sheet.named(text)


def halves(sheet: Sheet, record: Record, below: int = 2) -> Halves:
    """The body of a record under a heading of some level, in its two voices.

    All of it is the record's where the record alone is cited; on a site of one voice none is.
    """
    graph, title = sheet.story.graph, sheet.story.words["voice.shows"]
    if not graph.has_two_voices:
        return Halves(sheet.prose(record.body, below), None)
    account, rest = parted(record.body, title)
    if voice_of(graph, record) is Voice.RECORD and not rest:
        account, rest = Prose(), record.body
    told = sheet.prose(account, below)
    return Halves(told, _shown(sheet, rest, below) if rest else None)


def _shown(sheet: Sheet, prose: Prose, below: int) -> Shown:
    """The part of a text that the record is the source of."""
    body = Html(sheet.story.filled(prose.html(_OfRecord(sheet), below)))
    return Shown(slug(sheet.story.words["voice.shows"]), body)
