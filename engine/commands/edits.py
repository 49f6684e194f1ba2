"""A file and the places to edit → its bytes with those places changed and no other.

It must not know what is edited, nor why.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from engine.diagnostics import Place
from engine.documents import File
from engine.nodes import Items, Mapping, Text

_GUESSED = {"true", "false", "null", "yes", "no", "on", "off"}
"""Words that we read as text and other programs as something else."""


class Misplaced(Exception):
    """What should be edited does not stand where it was read; the message says which and where."""


@dataclass(frozen=True, order=True)
class Edit:
    """A text that is written anew: at ``place`` or right after, as after a quotation mark."""

    place: Place
    before: str
    after: str

    @property
    def told(self) -> str:
        """What stands there and what will, for a person."""
        before, after = self.before.strip(), self.after.strip()
        return f"{before} → {after}" if before else f"→ {after}"


def edited(file: File, edits: Sequence[Edit]) -> bytes:
    """The file with its edits; raise ``Misplaced`` if one of them does not stand there.

    Two edits of one text are one; line ends stay as they are.
    """
    parts = re.split(r"(\r\n|\r|\n)", file.content.decode("utf-8"))
    rows, ends = parts[::2], [*parts[1::2], ""]
    for edit in _last_first(edits, rows):
        number, column = edit.place.line - 1, edit.place.column - 1
        row, end = rows[number], ends[number] or "\n"
        after = edit.after.replace("\n", end)
        rows[number] = row[:column] + after + row[column + len(edit.before) :]
    return "".join(row + end for row, end in zip(rows, ends, strict=True)).encode()


def _last_first(edits: Sequence[Edit], rows: Sequence[str]) -> list[Edit]:
    """The edits at the very place of their text, so ordered that none moves another."""
    found = set()
    for edit in edits:
        place = edit.place
        row = rows[place.line - 1] if place.line <= len(rows) else ""
        at = row.find(edit.before, place.column - 1)
        if not place.column - 1 <= at <= place.column:
            raise Misplaced(f"{place.path}:{place.line} names '{edit.before}' in a way unforeseen")
        found.add(Edit(Place(place.path, place.line, at + 1), edit.before, edit.after))
    return sorted(found, reverse=True)


def alias_edit(file: File, front: Mapping, old: str, new: str) -> Edit:
    """What makes ``old`` one of the aliases of a front matter, and ``new`` none of them."""
    aliases = front.get("aliases")
    texts = [one for one in aliases if isinstance(one, Text)] if isinstance(aliases, Items) else []
    for text in texts:
        if text == new:
            return Edit(text.place, new, old)
    for key in front.empty:
        if key == "aliases":
            return Edit(key.place, "aliases:", f"aliases: [{old}]")
    if not isinstance(aliases, Items):
        return Edit(_end_of_front(file), "", f"aliases: [{old}]\n")
    rows = re.split(r"\r\n|\r|\n", file.content.decode("utf-8"))
    row = rows[aliases.place.line - 1][aliases.place.column - 1 :]
    if row.startswith("["):
        return Edit(aliases.place, "[", f"[{old}, " if texts else f"[{old}")
    first = texts[0].place
    opening = rows[first.line - 1][: first.column - 1]
    return Edit(Place(file.path, first.line, 1), "", f"{opening}{old}\n")


def _end_of_front(file: File) -> Place:
    """The line that closes the front matter."""
    rows = re.split(r"\r\n|\r|\n", file.content.decode("utf-8"))
    number = next(n for n, row in enumerate(rows[1:], 2) if row.rstrip() == "---")
    return Place(file.path, number)


def scalar(text: str) -> str:
    """A text as YAML on one line: as it is where that is plain, else between single quotes."""
    is_plain = re.fullmatch(r"[^\W_](?:[^:#\n]|:(?! |$)|(?<! )#)*", text) and text.strip() == text
    if is_plain and text.casefold() not in _GUESSED:
        return text
    return "'" + " ".join(text.split()).replace("'", "''") + "'"
