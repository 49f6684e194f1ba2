"""What a command is handed, and what it hands back: words to say and files to change.

Nothing here is read, written or printed; the command's own file decides what is in it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.arguments import BUILT, MISUSED, Options
from engine.composition import Composition
from engine.documents import File


@dataclass(frozen=True)
class Asked:
    """All that a command may draw on; the same for each."""

    options: Options
    made: Composition
    """The site up to the checks: its records, and what stands against it."""
    compose: Callable[[], Composition]
    """Makes the whole site: no outputs where an error stands against it."""
    read: Callable[[str], File | None]
    """Reads a file of the site by its path; None where there is none."""
    starter: Callable[[], Sequence[File]]
    """Reads the small explainer that a new one begins as."""


@dataclass(frozen=True)
class Change:
    """A source file of the site: its bytes before and after, None where there is no file."""

    path: str
    before: bytes | None
    after: bytes | None


@dataclass(frozen=True)
class Answer:
    """What to say, and which source files to change; nothing is changed unless all is."""

    said: str
    changes: tuple[Change, ...] = ()
    status: int = BUILT
    folder: Path | None = None
    """Where the files go, if not into the site: it is new or empty, or nothing is changed."""


def refuse(sentence: str) -> Answer:
    """The answer to wrong use: one sentence, and nothing changes."""
    return Answer(sentence, status=MISUSED)
