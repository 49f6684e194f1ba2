"""Find the content files, and turn one text into one Document: front matter and prose.

Knows folders and endings, not what a field means.
"""

import re
from collections.abc import Mapping as Folders
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from engine.diagnostics import Diagnostic, Place
from engine.nodes import Mapping, Text, read_mapping
from engine.prose import Prose, read_prose

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LARGEST = 2_000_000
"""Bytes of one content file; more is surely a mistake."""

_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


@dataclass(frozen=True)
class File:
    """A file as found: its path relative to the site, with '/', and its bytes."""

    path: str
    content: bytes


@dataclass(frozen=True)
class Document:
    """One content file: ``front`` is None if it could not be read."""

    path: str
    kind: str
    id: str
    front: Mapping | None
    body: Prose
    faults: tuple[Diagnostic, ...] = ()


def read_file(site: Path, name: str) -> File | None:
    """A file of the site, or None where there is none."""
    path = site / name
    return File(name, path.read_bytes()) if path.is_file() else None


def find_files(site: Path, folders: Folders[str, str]) -> tuple[list[File], list[Diagnostic]]:
    """The content files below the given folders, sorted, and what lies in a wrong place.

    ``folders`` maps a folder such as ``content/events`` to the kind of its files.
    """
    files: list[File] = []
    faults: list[Diagnostic] = []
    if not any(path.suffix == ".md" for folder in folders for path in (site / folder).glob("*")):
        message = "there is no record to publish"
        hint = "write one, such as content/events/2024-03-01-closed.md"
        return [], [Diagnostic(Place("content"), "empty-site", message, hint)]
    root = site.resolve()
    for top in sorted({folder.split("/")[0] for folder in folders}):
        for path in sorted((site / top).rglob("*")):
            name = path.relative_to(site).as_posix()
            if _is_ignored(path.relative_to(site)) or path.is_dir():
                continue
            fault = _misplaced(name, folders) or _unreadable(path, name, root)
            if fault:
                faults.append(fault)
            else:
                files.append(File(name, path.read_bytes()))
    return files, faults


def _is_ignored(path: Path) -> bool:
    hidden = any(part.startswith((".", "#")) or part.endswith("~") for part in path.parts)
    return hidden or path.name == "README.md"


def _misplaced(name: str, folders: Folders[str, str]) -> Diagnostic | None:
    path, start = PurePosixPath(name), Place(name)
    folder = path.parent.as_posix()
    if folder not in folders:
        hint = "one of: " + ", ".join(sorted(folders))
        return Diagnostic(start, "wrong-folder", f"no kind of content lives in '{folder}'", hint)
    if path.suffix != ".md":
        message = f"a content file ends in '.md', not in '{path.suffix or path.name}'"
        return Diagnostic(start, "wrong-ending", message, "rename it, or move it to static/")
    if not ID.fullmatch(path.stem):
        better = "-".join(re.findall(r"[a-z0-9]+", path.stem.lower()))
        return Diagnostic(
            start,
            "bad-name",
            f"'{path.stem}' cannot be an id: only a-z, 0-9 and single hyphens",
            f"rename the file to '{better}.md'" if better else "",
        )
    return None


def _unreadable(path: Path, name: str, root: Path) -> Diagnostic | None:
    if not path.resolve().is_relative_to(root):
        message = "this is a link to a file outside the site"
        return Diagnostic(Place(name), "outside-link", message, "copy the file here")
    if path.stat().st_size > LARGEST:
        message = f"larger than {LARGEST:,} bytes"
        return Diagnostic(Place(name), "too-large", message, "a content file holds one record")
    return None


def decode_text(file: File) -> tuple[str, list[Diagnostic]]:
    """The text of a file with line ends as '\\n', and faults of its bytes.

    Characters that cannot be seen, and that some programs count as line ends, are refused:
    they would make every place below them wrong.
    """
    try:
        text = file.content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = file.content[: error.start].decode("utf-8")
        place = _place_after(before, file.path)
        byte = file.content[error.start]
        hint = "save the file as UTF-8"
        return "", [Diagnostic(place, "not-utf-8", f"the byte 0x{byte:02X} is not UTF-8", hint)]
    text = _unified(text)
    if text.startswith("\ufeff"):
        message = "the file begins with a byte-order mark"
        hint = "save it as UTF-8 without BOM"
        return text[1:], [Diagnostic(Place(file.path), "byte-order-mark", message, hint)]
    faults = [
        Diagnostic(
            _place_after(text[: match.start()], file.path),
            "unseen-character",
            f"the unseen character U+{ord(match[0]):04X}",
            "delete it",
        )
        for match in _UNSEEN.finditer(text)
    ]
    return text, faults


def _place_after(before: str, path: str) -> Place:
    before = _unified(before)
    return Place(path, before.count("\n") + 1, len(before) - before.rfind("\n"))


def lines_of(folders: Sequence[Path], path: str) -> list[str]:
    """The lines of a file for an excerpt, from the first folder that has it; else none."""
    for folder in folders:
        if (folder / path).is_file():
            text = (folder / path).read_bytes().decode("utf-8", errors="replace")
            return _unified(text.removeprefix("\ufeff")).split("\n")
    return []


def _unified(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_document(file: File, kind: str) -> Document:
    """One file → one Document: a pure function of its path and bytes."""
    stem = PurePosixPath(file.path).stem
    text, faults = decode_text(file)
    if faults:
        return Document(file.path, kind, stem, None, Prose(), tuple(faults))
    rows = text.split("\n")
    end = _end_of_front(rows)
    if end is None:
        return Document(file.path, kind, stem, None, Prose(), (_front_fault(rows, file.path),))
    parsed = read_mapping("\n".join(rows[1:end]), file.path, rows[:1])
    body = "\n".join(rows[end + 1 :])
    prose = read_prose(Text(body, Place(file.path, end + 2), rows))
    return Document(file.path, kind, stem, parsed.mapping, prose, (*parsed.faults, *prose.faults))


def _end_of_front(rows: Sequence[str]) -> int | None:
    if not rows or rows[0].rstrip() != "---":
        return None
    return next((n for n, row in enumerate(rows[1:], 1) if row.rstrip() == "---"), None)


def _front_fault(rows: Sequence[str], path: str) -> Diagnostic:
    if rows[0].rstrip() == "---":
        message, hint = "the front matter is never closed", "put a line '---' after its last key"
    else:
        message, hint = "a content file begins with '---'", "write the fields between '---' lines"
    return Diagnostic(Place(path), "front-matter", message, hint)
