"""What the template engine complains of, in plain words and at the word that has to be mended.

Knows its sentences and the lines of a template; nothing of pages, and not the library itself.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from engine.spelling import did_you_mean

KNOWN = ("view", "meta", "site", "words")
"""What every template is handed."""
TAGS = ("block", "call", "else", "elif", "extends", "filter", "for", "from", "if", "import",
        "include", "macro", "set", "with", *(f"end{name}" for name in (
            "block", "call", "filter", "for", "if", "macro", "set", "with")))  # fmt: skip

Told = tuple[str, str, str]
"""A sentence, a mend, and the word that is at fault, which may be empty."""


@dataclass(frozen=True)
class Spot:
    """A line of a template from 1, and a word in it."""

    line: int
    column: int = 1
    length: int = 1


def unknown_name(name: str, owner: str, known: Iterable[str]) -> str:
    """What is said of a name that is not there: a sentence, and below it the mend."""
    what = f"nothing is called '{name}' here" if not owner else f"{owner} has no '{name}'"
    return f"{what}\n{did_you_mean(name, known)}"


def in_plain_words(complaint: str, filters: Iterable[str]) -> Told:
    """A complaint about the syntax of a template, as we tell it."""
    word = next(iter(re.findall(r"'([^']*)'", complaint)), "")
    if "Unexpected end of template" in complaint:
        block = re.findall(r"'([^']*)'", complaint)[-1]
        return f"the block '{block}' is never closed", f"add '{{% end{block} %}}'", f"{block}"
    if complaint.startswith("Encountered unknown tag"):
        return f"no tag is called '{word}'", did_you_mean(word, TAGS), word
    if complaint.startswith("No filter named"):
        return f"no filter is called '{word}'", did_you_mean(word, filters), word
    if complaint.startswith("Expected an expression"):
        return "a value is missing here", "'{% if … %}' and '{{ … }}' need one", "{%"
    plain = complaint.rstrip(".")
    return plain[:1].lower() + plain[1:], "is each '{{' closed by '}}', each '{%' by '%}'?", word


def spot(rows: Sequence[str], line: int, word: str) -> Spot:
    """Where a word stands in a line; the line's first sign if it does not stand there."""
    row = rows[line - 1] if 0 < line <= len(rows) else ""
    match = re.search(_whole(word), row) if word else None
    if match:
        return Spot(line, match.start() + 1, len(word))
    indent = len(row) - len(row.lstrip())
    return Spot(line, indent + 1 if row.strip() else 1)


def opening(rows: Sequence[str], block: str) -> int | None:
    """The line of a block that is never closed, or None."""
    open_lines: list[int] = []
    find: Callable[[str], Iterable[re.Match[str]]]
    find = re.compile(rf"{{%[-+]?\s*(end)?{re.escape(block)}\b").finditer
    for number, row in enumerate(rows, 1):
        for match in find(row):
            if not match[1]:
                open_lines.append(number)
            elif open_lines:
                open_lines.pop()
    return open_lines[-1] if open_lines else None


def _whole(word: str) -> str:
    start = r"(?<!\w)" if word[:1].isalnum() else ""
    return start + re.escape(word) + (r"(?!\w)" if word[-1:].isalnum() else "")
