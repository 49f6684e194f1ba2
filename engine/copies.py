"""Compare a reader's own copy of a seed's text with our record of it.

The text itself is not kept here: the record knows its sha256 and how each passage begins.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from engine.kinds.source import Source


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


def in_words(compared: Comparison, name: str) -> str:
    """A report for the reader whose copy it is."""
    same = "the very text" if compared.is_same else "not the same text"
    rows = [f"{name} is {same} that {compared.source.path} records (sha256)."]
    rows += [f"  {id_:>5}  " + (f"line {n}" if n else "not found") for id_, n in compared.lines]
    return "\n".join([*rows, f"{compared.found} of {len(compared.lines)} passages found."])


def compare(content: bytes, sources: Sequence[Source]) -> Comparison | None:
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
