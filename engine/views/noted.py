"""The notes that stand beside a text, and those of the page that stand beside none.

Knows what a text cites; nothing of where beside it and at the foot are on a screen.
"""

from collections.abc import Collection, Iterator

from engine.prose import Prose
from engine.views.page import Note, Notes
from engine.views.sheet import Sheet


def beside(sheet: Sheet, prose: Prose) -> tuple[Notes, ...]:
    """The notes on what a text cites, once it is written: they then stand beside it alone."""
    found = (sheet.notes.get((one.source, one.passage)) for one in prose.citations)
    cited = {note.number for note in found if note}  # an image's words may cite, and show nothing
    new = cited - sheet.aside
    sheet.aside |= new
    return tuple(_grouped(sheet, new))


def at_foot(sheet: Sheet) -> tuple[Notes, ...]:
    """The notes of a page that stand beside no text."""
    all_ = {note.number for note in sheet.notes.values()}
    return tuple(_grouped(sheet, all_ - sheet.aside))


def _grouped(sheet: Sheet, numbers: Collection[int]) -> Iterator[Notes]:
    """Some notes: those on the account source by source, then all those on the record."""
    graph, words = sheet.story.graph, sheet.story.words
    found: dict[str, list[Note]] = {}
    record = []
    for note in (one for one in sheet.notes.values() if one.number in numbers):
        if note.is_record:
            record.append(note)
        else:
            found.setdefault(note.source.url, []).append(note)
    head = words["notes.account" if graph.has_two_voices else "notes.of"]
    for notes in found.values():
        yield Notes(head, notes[0].source, tuple(notes))
    if record:
        yield Notes(words["notes.record"], None, tuple(record))
