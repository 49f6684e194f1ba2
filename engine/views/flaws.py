"""Views of corrections: what a source says, what is so, and how sure that is."""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.kinds.correction import Correction
from engine.kinds.record import Record
from engine.links import Link
from engine.markdown import Html, in_scripts
from engine.views.page import Mark
from engine.views.sheet import Sheet


@dataclass(frozen=True)
class Flaw:
    """A correction in a list."""

    id: str
    link: Link
    title: str
    claim: Html
    finding: Html
    certainty: str
    marks: tuple[Mark, ...]
    about: tuple[Link, ...]
    body: Html


def flaw(sheet: Sheet, correction: Correction) -> Flaw:
    """A correction in a list; words in the source's script are told their language."""
    script, words = sheet.story.script_language, sheet.story.words
    sure = words[f"certainty.{correction.certainty}"] if correction.certainty else ""
    return Flaw(
        correction.id,
        sheet.link(correction),
        correction.title,
        in_scripts(correction.claim, script),
        in_scripts(correction.finding, script),
        sure,
        sheet.marks(correction.cites),
        tuple(sheet.link(record) for record in _about(sheet, correction)),
        sheet.prose(correction.body, below=3),
    )


def _about(sheet: Sheet, correction: Correction) -> Iterator[Record]:
    for about in correction.about:
        kind, _, id_ = about.partition("/")
        record = sheet.story.graph.by_key((kind, id_))
        if record is not None:
            yield record


def flaws_of(sheet: Sheet, record: Record) -> tuple[Link, ...]:
    """Links to the corrections that touch a record."""
    key = "/".join(record.ref)
    found = [c for c in sheet.story.graph.all(Correction) if key in c.about]
    return tuple(sheet.link(correction) for correction in found)
