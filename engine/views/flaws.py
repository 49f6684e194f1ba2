"""Views of corrections: what a source says, what is so, and how sure that is."""

from collections.abc import Sequence
from dataclasses import dataclass

from engine.kinds.correction import Correction
from engine.kinds.record import Record
from engine.links import Link
from engine.markdown import Citation, Html, in_scripts
from engine.views.halves import Shown, halves
from engine.views.items import touched
from engine.views.page import Mark
from engine.views.sheet import Sheet
from engine.voices import Voice


@dataclass(frozen=True)
class Flaw:
    """A correction in a list."""

    id: str
    title: str
    claim: Html
    finding: Html
    sure: str
    """The verdict, and how certain it is."""
    marks: tuple[Mark, ...]
    """Where the source says it."""
    shown_by: tuple[Mark, ...]
    """What of the record the finding rests on."""
    about: tuple[Link, ...]
    body: Html
    shown: Shown | None


def flaw(sheet: Sheet, correction: Correction) -> Flaw:
    """A correction in a list; words in the source's script are told their language."""
    script, text = sheet.story.script_language, halves(sheet, correction, below=3)
    record = [one for one in correction.cites if sheet.voice((one,)) is Voice.RECORD]
    return Flaw(
        id=correction.id,
        title=correction.title,
        claim=in_scripts(correction.claim, script),
        finding=in_scripts(correction.finding, script),
        sure=_sure(sheet, correction),
        marks=sheet.marks(_where(correction, record)),
        shown_by=sheet.marks(record),
        about=touched(sheet, correction.about),
        body=text.account,
        shown=text.shown,
    )


def _where(correction: Correction, record: Sequence[Citation]) -> list[Citation]:
    """The passages that are corrected, and all that is cited besides the record."""
    place, id_ = correction.source.place, correction.source.id
    named = [Citation(id_, passage, place) for passage in correction.passages]
    return [*named, *(one for one in correction.cites if one not in record)]


def _sure(sheet: Sheet, correction: Correction) -> str:
    words = sheet.story.words
    said = words[f"verdict.{correction.verdict}"]
    sure = words[f"certainty.{correction.certainty}"] if correction.certainty else ""
    return ", ".join(filter(None, (said, sure))) + "."


def flaws_of(sheet: Sheet, record: Record) -> tuple[Link, ...]:
    """Links to the corrections that touch a record."""
    key = "/".join(record.ref)
    found = [c for c in sheet.story.graph.all(Correction) if key in c.about]
    return tuple(sheet.link(correction) for correction in found)
