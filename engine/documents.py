"""Find the content files, and turn one text into one Document: front matter and prose.

Knows folders and endings, not what a field means.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Mapping as Folders
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath

from engine.diagnostics import Diagnostic, Place
from engine.nodes import UNSEEN, Mapping, Text, read_mapping
from engine.prose import ID, Prose, read_prose
from engine.spelling import nearest, plain_id

TODO = "<TODO"
"""How a mark begins that says what is still to be written; it ends at the next '>'."""
LARGEST = 2_000_000
"""Bytes of one content file; more is surely a mistake."""

OVERLAID = ("templates/", "static/")
"""Of these the engine has files of its own, which a site may replace."""


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
    unwritten: tuple[Place, ...] = ()
    """Its marks of what is still to be written, in comments of the front matter too."""


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

    @cache
    def is_ours(path: Path) -> bool:
        return path.resolve().is_relative_to(root)

    for top in sorted({folder.split("/")[0] for folder in folders}):
        for path in sorted((site / top).rglob("*")):
            name = path.relative_to(site).as_posix()
            if _is_ignored(path.relative_to(site)) or path.is_dir():
                continue
            fault = _misplaced(name, folders) or _unreadable(path, name, is_ours)
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
        hint = _meant_folder(folder, folders)
        return Diagnostic(start, "wrong-folder", f"no kind of content lives in '{folder}'", hint)
    if path.suffix != ".md":
        ending = f"not in '{path.suffix}'" if path.suffix else "and this one has no ending"
        message = f"a content file ends in '.md', {ending}"
        return Diagnostic(start, "wrong-ending", message, "rename it, or move it to static/")
    if not re.fullmatch(ID, path.stem):
        better = plain_id(path.stem)
        return Diagnostic(
            start,
            "bad-name",
            f"'{path.stem}' cannot be an id: only a-z, 0-9 and single hyphens",
            f"rename the file to '{better}.md'" if better else "",
        )
    return None


def _meant_folder(folder: str, folders: Folders[str, str]) -> str:
    """The folder that was most likely meant, by its own name or by that of its kind."""
    names = {f"{top}/{kind}s": known for known, kind in folders.items()
             for top in [known.partition("/")[0]]}  # fmt: skip
    close = nearest(folder, [*folders, *names])
    if close is None or any(known.startswith(folder + "/") for known in folders):
        return "one of: " + ", ".join(sorted(folders))
    return f"did you mean '{names.get(close, close)}'?"


def _unreadable(path: Path, name: str, is_ours: Callable[[Path], bool]) -> Diagnostic | None:
    if not is_ours(path if path.is_symlink() else path.parent):  # a folder is followed once
        message = "this is a link to a file outside the site"
        return Diagnostic(Place(name), "outside-link", message, "copy the file here")
    if path.stat().st_size > LARGEST:
        message = f"this file is larger than {LARGEST:,} bytes"
        return Diagnostic(Place(name), "too-large", message, "a content file holds one record")
    return None


def read_folder(folder: Path) -> list[File]:
    """Every file of a folder by its path from there, but what a build has made in it."""
    paths = [path.relative_to(folder) for path in sorted(folder.rglob("*")) if path.is_file()]
    kept = [path for path in paths if path.parts[0] not in (".cache", "_site")]
    return [File(path.as_posix(), (folder / path).read_bytes()) for path in kept]


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
        for match in UNSEEN.finditer(text)
    ]
    return text, faults


def _place_after(before: str, path: str) -> Place:
    before = _unified(before)
    return Place(path, before.count("\n") + 1, len(before) - before.rfind("\n"))


def lines_of(folders: Sequence[Path], path: str) -> list[str]:
    """The lines of a file for an excerpt, from the first folder that has it; else none.

    The first folder is the site's; only what is laid over ours is looked for in the others.
    """
    for folder in folders if path.startswith(OVERLAID) else folders[:1]:
        if (folder / path).is_file():
            content = (folder / path).read_bytes()
            if b"\0" in content and not path.endswith(".md"):
                return []  # a picture; what is not text cannot be shown
            text = content.decode("utf-8", errors="replace")
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
    faults = [*parsed.faults, *prose.faults]
    marks = tuple(_marks(rows, file.path)) if TODO in text else ()
    return Document(file.path, kind, stem, parsed.mapping, prose, tuple(faults), marks)


def _marks(rows: Sequence[str], path: str) -> Iterator[Place]:
    for number, row in enumerate(rows, 1):
        for match in re.finditer(f"{TODO}[^>]*>?", row):
            yield Place(path, number, match.start() + 1, len(match[0]))


def _end_of_front(rows: Sequence[str]) -> int | None:
    if not rows or rows[0].rstrip() != "---":
        return None
    return next((n for n, row in enumerate(rows[1:], 1) if row.rstrip() == "---"), None)


def _front_fault(rows: Sequence[str], path: str) -> Diagnostic:
    written = [(number, row.rstrip()) for number, row in enumerate(rows, 1) if row.strip()]
    line, first = written[0] if written else (1, "")
    place = Place(path, line, 1, max(1, len(first)))
    message, hint = "a content file begins with '---'", "write the fields between '---' lines"
    if first == "---" and line > 1:
        hint = "delete the empty lines above it"
    elif first == "---":
        message, hint = "the front matter is never closed", "put a line '---' after its last key"
    return Diagnostic(place, "front-matter", message, hint)
