"""``check --source FILE``: compare a reader's own copy of a seed's text with our record of it.

The text itself is not kept here: the record knows its sha256 and how each passage begins.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from engine.arguments import BUILT, FAULTY
from engine.commands.answer import Answer, Asked, refuse
from engine.kinds.source import Source


def compare(asked: Asked) -> Answer:
    """Whether the copy is a seed's text, and where each passage stands in it.

    Refused where there is no such file, or no seed.
    """
    path = asked.options.source
    file = asked.read(str(path.absolute())) if path else None
    if file is None:
        return refuse(f"there is no file {path}")
    compared = nearest_to(file.content, asked.made.story.graph.all(Source))
    if compared is None:
        return refuse("this site has no seed to compare it with")
    status = BUILT if compared.is_whole else FAULTY
    return Answer(in_words(compared, str(path)), status=status)


@dataclass(frozen=True)
class Comparison:
    """Whether a copy is the same text, byte for byte, and where each passage begins in it."""

    source: Source
    is_same: bool
    lines: tuple[tuple[str, int | None], ...]
    """The id of each passage and its line from 1; None where its opening was not found."""

    @property
    def found(self) -> int:
        """How many passages were found."""
        return sum(line is not None for _, line in self.lines)

    @property
    def is_whole(self) -> bool:
        """Whether every passage was found."""
        return self.found == len(self.lines)


def in_words(compared: Comparison, name: str) -> str:
    """A report for the reader whose copy it is."""
    same = "the very text" if compared.is_same else "not the same text"
    rows = [f"{name} is {same} that {compared.source.path} records (sha256)."]
    rows += [f"  {id_:>5}  " + (f"line {n}" if n else "not found") for id_, n in compared.lines]
    return "\n".join([*rows, f"{compared.found} of {len(compared.lines)} passages found."])


def nearest_to(content: bytes, sources: Sequence[Source]) -> Comparison | None:
    """The comparison with the source that the copy is most like; None if there is no source."""
    text = content.decode("utf-8", errors="replace").removeprefix("\ufeff")
    digest = hashlib.sha256(content).hexdigest()
    found = [Comparison(s, s.sha256 == digest, _lines(s, text)) for s in sources if s.is_seed]
    return max(found, key=lambda one: (one.is_same, one.found), default=None)


def _lines(source: Source, text: str) -> tuple[tuple[str, int | None], ...]:
    """Passages follow each other, so each is looked for below the one before it."""
    rows, at = text.splitlines(), 0
    places: list[tuple[str, int | None]] = []
    for passage in source.passages:
        opening = passage.opens
        line = next(
            (n for n, row in enumerate(rows[at:], at + 1) if opening and _begins(row, opening)),
            None,
        )
        at = line or at
        places.append((passage.id, line))
    return tuple(places)


def _begins(row: str, opening: str) -> bool:
    return row.strip().startswith(opening)
