"""What we know about the world: one file per content type, all of them in ``KINDS``."""

from engine.kinds.change import Change
from engine.kinds.correction import Correction
from engine.kinds.event import Event
from engine.kinds.evidence import Evidence
from engine.kinds.explanation import Explanation
from engine.kinds.motion import Motion
from engine.kinds.organization import Organization
from engine.kinds.page import Page
from engine.kinds.person import Person
from engine.kinds.record import Record
from engine.kinds.source import Source
from engine.kinds.term import Term

KINDS: tuple[type[Record], ...] = (
    Event,
    Person,
    Organization,
    Motion,
    Explanation,
    Evidence,
    Correction,
    Source,
    Term,
    Page,
    Change,
)

FOLDERS = {folder: kind.kind for kind in KINDS for folder in kind.folders}
"""Which kind lives in which folder."""

# Kinds name each other by text only, so that none imports another; here all are known.
for _kind in KINDS:
    _kind.model_rebuild(_types_namespace={kind.__name__: kind for kind in KINDS})
