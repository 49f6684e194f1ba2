"""Changes of an author's own files, as a command wants them: all of them, or none.

Knows bytes before and after; nothing of what a command is for.
"""

from collections.abc import Sequence
from pathlib import Path

from engine.commands.answer import Answer, Change
from engine.output import Refused, replace_file, sweep
from engine.standing import SOURCES


def change(site: Path, changes: Sequence[Change]) -> None:
    """Make source files as they are wanted: all of them or, where one cannot be written, none.

    Raise ``Refused`` if a file is no longer as it was when the change was thought out.
    """
    for one in changes:
        if _content(site / one.path) != one.before:
            verb = "is already there" if one.before is None else "has changed meanwhile"
            raise Refused(f"{one.path} {verb}; nothing was written")
    done: list[Change] = []
    try:
        for one in changes:
            done.append(one)
            _put(site, one.path, one.after)
    except (OSError, Refused):
        for one in reversed(done):
            if _content(site / one.path) != one.before:
                _put(site, one.path, one.before)
        sweep(site, [one.path for one in changes])
        raise


def carry_out(site: Path, here: Path, answered: Answer) -> None:
    """Make the changes of a command in the site, or in the folder of its own that it names.

    Raise ``Refused`` as ``change`` does, and unless such a folder is new or empty and lies
    apart from what any site is made of; ``here`` is the folder of build.py.
    """
    folder = answered.folder
    if folder and (source := _source_above(folder, (site, here))):
        raise Refused(f"{folder} lies among the sources of a site ({source}); name another folder")
    if folder and not _is_free(folder):
        raise Refused(f"{folder} is there already, and not an empty folder; name a new one")
    change(folder or site, answered.changes)


def _source_above(folder: Path, known: Sequence[Path]) -> Path | None:
    """The source of a site in which a folder would lie; ``known`` are sites for certain."""
    real, tops = folder.resolve(), [top.resolve() for top in known]
    for top in real.parents:
        if top in tops or (top / "site.yaml").is_file():
            name = real.relative_to(top).parts[0]
            if name in SOURCES:
                return top / name
    return None


def _is_free(folder: Path) -> bool:
    """Whether nothing stands there, or an empty folder."""
    is_empty = folder.is_dir() and not folder.is_symlink() and not any(folder.iterdir())
    return is_empty or not (folder.is_symlink() or folder.exists())


def _put(site: Path, path: str, content: bytes | None) -> None:
    if content is None:
        (site / path).unlink(missing_ok=True)
    else:
        replace_file(site, path, content)


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
