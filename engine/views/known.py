"""How well things are known: the passages of the seeds by their status."""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.kinds.record import STATUSES, Status
from engine.markdown import Citation
from engine.views.page import Mark
from engine.views.sheet import Sheet


@dataclass(frozen=True)
class KnownRow:
    """How many passages are known in one way, and which."""

    status: Status
    count: int
    marks: tuple[Mark, ...]


def known_rows(sheet: Sheet) -> Iterator[KnownRow]:
    """A row for each status, also for those that no passage has; a passage counts by its first."""
    passages = sheet.story.graph.passages()
    for status in STATUSES:
        found = [
            Citation(source.id, passage.id, passage.where.start)
            for source, passage in passages
            if passage.kind[:1] == (status,) and not passage.duplicate_of
        ]
        yield KnownRow(status, len(found), sheet.marks(found))
