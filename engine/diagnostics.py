"""Faults as values: where they lie, what is wrong, how to mend it, and how that is printed.

Knows nothing of content: it is handed places, sentences and the lines to show.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from wcwidth import wcswidth

MOST_SHOWN = 50
"""How many faults the text format shows before it says how many more there are."""


class Severity(StrEnum):
    """An error stops the build; a warning does so only with ``--strict``."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, order=True)
class Place:
    """A spot in a file: a path relative to its site, line and column from 1, in characters."""

    path: str
    line: int = 1
    column: int = 1
    length: int = 1
    """How many characters the caret underlines."""


@dataclass(frozen=True)
class Diagnostic:
    """One fault. ``rule`` is a kebab-case name, ``hint`` the mend, empty rather than vague."""

    place: Place
    rule: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Each fault once, in the order of files, lines and columns."""
    unique = dict.fromkeys(diagnostics)
    return sorted(unique, key=lambda d: (d.place, d.rule, d.message))


Lines = Callable[[str], Sequence[str]]
"""Gives the lines of a path, or nothing for a path that cannot be shown."""


def counted(diagnostics: Sequence[Diagnostic]) -> str:
    """How many errors and warnings there are, in words."""
    errors = sum(fault.severity is Severity.ERROR for fault in diagnostics)
    warnings = len(diagnostics) - errors
    return f"{errors} error{'s' * (errors != 1)}, {warnings} warning{'s' * (warnings != 1)}"


def has_error(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether one of them stops a build."""
    return any(fault.severity is Severity.ERROR for fault in diagnostics)


def in_format(name: str, diagnostics: Sequence[Diagnostic], lines: Lines, *, colour: bool) -> str:
    """All faults as ``json``, for ``github``, or as text for a person."""
    if name == "json":
        return as_json(diagnostics)
    if name == "github":
        return as_github(diagnostics)
    return as_text(diagnostics, lines, colour=colour)


def seen_from(
    workspace: str | None, folders: Sequence[Path], diagnostics: Sequence[Diagnostic]
) -> Sequence[Diagnostic]:
    """The faults with paths from GitHub’s workspace, where annotations are looked for.

    A file lies in the first of the folders that has it, else in the first. A path stays as it is
    where there is no workspace, or the folder does not lie in it.
    """
    if not workspace:
        return diagnostics
    top = Path(workspace).resolve()

    def seen(one: Diagnostic) -> Diagnostic:
        holding = (folder for folder in folders if (folder / one.place.path).is_file())
        folder = next(holding, folders[0]).resolve()
        if not folder.is_relative_to(top):
            return one
        path = (folder.relative_to(top) / one.place.path).as_posix()
        return replace(one, place=replace(one.place, path=path))

    return [seen(one) for one in diagnostics]


def as_text(diagnostics: Sequence[Diagnostic], lines: Lines, *, colour: bool) -> str:
    """All faults for a person: one block each, at most ``MOST_SHOWN`` of them."""
    blocks = [_block(d, lines(d.place.path), colour=colour) for d in diagnostics[:MOST_SHOWN]]
    if len(diagnostics) > MOST_SHOWN:
        blocks.append(f"and {len(diagnostics) - MOST_SHOWN} more\n")
    return "".join(blocks)


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """One JSON object a line."""
    rows: Iterable[Mapping[str, str | int]] = (
        {
            "path": d.place.path,
            "line": d.place.line,
            "column": d.place.column,
            "severity": d.severity.value,
            "rule": d.rule,
            "message": d.message,
            "hint": d.hint,
        }
        for d in diagnostics
    )
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def as_github(diagnostics: Iterable[Diagnostic]) -> str:
    """Workflow commands that GitHub Actions shows as annotations beside the lines.

    Format: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    return "".join(
        f"::{d.severity.value} file={_escaped(d.place.path, ',:')},line={d.place.line},"
        f"col={d.place.column},title={_escaped(d.rule, ',:')}::"
        f"{_escaped(d.message + (f' ({d.hint})' if d.hint else ''))}\n"
        for d in diagnostics
    )


def _escaped(text: str, also: str = "") -> str:
    for character in "%\r\n" + also:
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def _block(diagnostic: Diagnostic, lines: Sequence[str], *, colour: bool) -> str:
    place, severity = diagnostic.place, diagnostic.severity
    tint = ("31" if severity is Severity.ERROR else "33") if colour else ""
    word = f"\x1b[1;{tint}m{severity.value}\x1b[0m" if tint else severity.value
    head = (
        f"{place.path}:{place.line}:{place.column}: {word}: "
        f"{diagnostic.message} [{diagnostic.rule}]\n"
    )
    hint = f"  hint: {diagnostic.hint}\n" if diagnostic.hint else ""
    return head + _excerpt(place, lines) + hint


def _excerpt(place: Place, lines: Sequence[str], width: int = 100) -> str:
    """The line and a caret under the word, both cut to what a terminal shows."""
    if not 1 <= place.line <= len(lines) or not lines[place.line - 1].strip():
        return ""
    line, start = lines[place.line - 1].replace("\t", " "), place.column - 1
    cut = max(0, start - width // 2) if len(line) > width else 0
    shown = (
        ("…" if cut else "") + line[cut : cut + width] + ("…" if len(line) > cut + width else "")
    )
    margin = _cells(("…" if cut else "") + line[cut:start])
    carets = max(1, _cells(line[start : min(start + place.length, cut + width)]))
    return f"{place.line:5} | {shown}\n{'':5} | {' ' * margin}{'^' * carets}\n"


def _cells(text: str) -> int:
    """How many terminal cells the text takes; Japanese characters take two."""
    return max(wcswidth(text), 0) if text.isprintable() else len(text)
