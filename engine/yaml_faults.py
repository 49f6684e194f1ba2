"""What the YAML parser complains of, in plain words and at the word that an author has to mend.

Knows the parser's sentences and the lines of a text; nothing of what the keys mean.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_GLUED = re.compile(r"[ -]*([A-Za-z_]+):(?=[^\s/])")
"""A key with its value close upon it, which YAML reads as one text; not an address."""

_PLAIN = (
    (
        "sequence entries are not allowed",
        "a list cannot begin behind a key on its line",
        "begin it on the next line, or write [one, two]",
    ),
    ("escape", "an unknown escape with '\\' in a double-quoted text", "use single quotes"),
    ("quoted scalar", "this quotation mark is never closed", "close it with another one"),
    ("flow sequence", "this list is not closed or lacks a comma", "write [one, two]"),
    ("flow mapping", "this mapping is not closed or lacks a comma", "write {key: value}"),
    ("simple key", "expected 'key: value' here", "a ':' is missing, or the line above goes on"),
    (
        "mapping values are not allowed",
        "a second ':' in an unquoted text, or a line indented too far",
        "put the text in quotes, or line the key up with its neighbours",
    ),
    ("another document", "a second '---' inside the YAML", "keep one document"),
    ("expected '-'", "expected '- ' here", "is the line indented like its neighbours?"),
    ("block mapping", "expected 'key: value' here", "is it indented like its neighbours?"),
)
"""Words of the parser, our sentence, the mend; the first that fits counts."""

_QUOTED_ONLY = ("*", "@", "`", "%", "&", "!")


@dataclass(frozen=True)
class Told:
    """A fault of syntax: line and column from 0, a sentence, a mend."""

    line: int
    column: int
    message: str
    hint: str


def is_at_start(problem: str, context: str) -> bool:
    """Whether the fault lies where something begins that never ends."""
    begun = any(word in context for word in ("quoted scalar", "flow", "simple key"))
    return begun and "escape" not in problem


def in_plain_words(problem: str, context: str, rows: Sequence[str], at: tuple[int, int]) -> Told:
    """The parser's complaint about a spot in some lines, as we tell it."""
    line, column = at
    if "mapping values" in problem or is_at_start(problem, context):
        for number in (line - 1, line):
            match = _GLUED.match(rows[number]) if 0 <= number < len(rows) else None
            if match:
                message, hint = "a space is missing after this ':'", f"write '{match[1]}: …'"
                return Told(number, match.end() - 1, message, hint)
    row = rows[line] if line < len(rows) else ""
    return Told(line, column, *_plain(problem, context, row, column))


def _plain(problem: str, context: str, row: str, column: int) -> tuple[str, str]:
    character = row[column : column + 1]
    if "\t" in row[: column + 1]:
        return "a tab; YAML is indented with spaces", "replace the tab with two spaces"
    if character in _QUOTED_ONLY and character and "escape" not in problem:
        return f"a text cannot begin with '{character}' unless it is quoted", "put it in quotes"
    for words, message, hint in _PLAIN:
        if words in problem or words in context:
            return message, hint
    return f"not readable as YAML: {problem}", ""
