"""Write what changed, remove what we no longer make. The only writer.

Knows paths and bytes; what it did not write it never touches.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from engine.diagnostics import Diagnostic, Place
from engine.rendering import Output
from engine.standing import MANIFEST, RECORD, Standing

TEMPORARY = ".explainer-tmp"
CACHE = ".cache/templates"


class Refused(Exception):
    """An output folder that is not ours to write; the message says why and what to do."""


@dataclass(frozen=True)
class Written:
    """How many files were written anew, stood already so, and were removed."""

    written: int
    unchanged: int
    removed: int

    def __str__(self) -> str:
        """The three numbers in words."""
        return f"{self.written} files written, {self.unchanged} unchanged, {self.removed} removed"


def refuse_folder(out: Path, site: Path, sources: Sequence[Path]) -> None:
    """Raise ``Refused`` unless ``out`` is new, empty or ours, and apart from what is read.

    ``site`` may hold ``out`` but not lie in it; ``sources`` are the folders that are read.
    """
    if out.is_symlink():
        raise Refused(f"{out} is a link to another place; name the folder itself")
    real = out.resolve()
    if real.exists() and not real.is_dir():
        raise Refused(f"{out} is a file; name a folder")
    if site.resolve().is_relative_to(real):
        raise Refused(f"{out} holds the site's sources; name another folder")
    for source in sources:
        if source.resolve().is_relative_to(real) or real.is_relative_to(source.resolve()):
            raise Refused(f"{out} lies among the sources, or holds {source}; name another folder")
    if real.is_dir() and not (real / MANIFEST).is_file() and any(real.iterdir()):
        raise Refused(f"{out} holds files that are not ours; empty it or name another folder")


def write(out: Path, outputs: Sequence[Output]) -> Written:
    """Make the folder hold these outputs; other people's files in it stay.

    The manifest is written first, with the old files and the new, as a claim: a run that is
    broken off leaves nothing that the next one does not know as ours.
    """
    out.mkdir(parents=True, exist_ok=True)
    before = read_manifest(out)
    sweep(out, before)
    changed = [output for output in outputs if _differs(out / output.path, output.content)]
    foreign = [o.path for o in changed if o.path not in before and (out / o.path).exists()]
    if foreign:
        raise Refused(f"{out / foreign[0]} was not written by us; move it away")
    new = {output.path: _digest(output.content) for output in outputs}
    if before != new:
        _write_manifest(out, {**before, **new})
    for output in changed:
        replace_file(out, output.path, output.content)
    gone = [path for path in before if path not in new]
    removed = sum(_remove(out, path, before[path]) for path in gone)
    if before != new:
        _write_manifest(out, new)
    return Written(len(changed), len(outputs) - len(changed), removed)


def clean(out: Path) -> int:
    """Remove what builds wrote, and nothing else; how many files that were."""
    before = read_manifest(out)
    removed = sum(_remove(out, path, digest) for path, digest in before.items())
    if (out / MANIFEST).is_file():
        (out / MANIFEST).unlink()
    if out.is_dir() and not any(out.iterdir()):
        out.rmdir()
    return removed


def clean_cache(site: Path) -> None:
    """Remove compiled templates and modules, and the folders that this empties."""
    top = (site / CACHE).parent
    (site / RECORD).unlink(missing_ok=True)
    kept = ("templates/__jinja2_*.cache", "python/**/*.pyc", "pictures/*.png")
    for path in [path for pattern in kept for path in top.glob(pattern)]:
        path.unlink()
    for folder in sorted(top.rglob("*"), reverse=True):
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
    if top.is_dir() and not any(top.iterdir()):
        top.rmdir()


def cache_folder(site: Path) -> Path | None:
    """A folder for what may be made again at any time; None where nothing can be written."""
    folder = site / CACHE
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return folder


def remember(site: Path, stands: Standing) -> None:
    """Keep what a sound build was made of, so that the next run can see if it must be made."""
    try:
        (site / RECORD).parent.mkdir(parents=True, exist_ok=True)
        (site / RECORD).write_text(json.dumps(asdict(stands)), "utf-8")
    except OSError:
        return


def forget(site: Path) -> None:
    """Forget the last sound build: what is written next is not of its inputs."""
    with suppress(OSError):
        (site / RECORD).unlink(missing_ok=True)


def read_written(out: Path) -> dict[str, bytes]:
    """What stands of our files in a folder: the last good site."""
    return {
        path: (out / path).read_bytes() for path in read_manifest(out) if (out / path).is_file()
    }


def read_manifest(out: Path) -> dict[str, str]:
    """The paths that are ours, and the sha256 of what we wrote there."""
    try:
        data = json.loads((out / MANIFEST).read_text("utf-8"))
        files: dict[str, str] = {str(k): str(v) for k, v in data["files"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
    root = out.resolve()
    return {path: digest for path, digest in files.items() if _is_within(root, path)}


def sweep(out: Path, paths: Iterable[str]) -> None:
    """Remove what a broken-off run left half written."""
    for path in (*paths, MANIFEST):
        temporary = out / (path + TEMPORARY)
        if temporary.is_file():
            temporary.unlink()


def _is_within(root: Path, path: str) -> bool:
    return (root / path).resolve().is_relative_to(root)


def _write_manifest(out: Path, files: dict[str, str]) -> None:
    text = json.dumps({"files": dict(sorted(files.items()))}, indent=1, ensure_ascii=False)
    replace_file(out, MANIFEST, (text + "\n").encode())


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _differs(path: Path, content: bytes) -> bool:
    try:
        return path.is_symlink() or path.read_bytes() != content
    except OSError:
        return True


def replace_file(out: Path, path: str, content: bytes) -> None:
    """Put a file in its place at once: a reader finds the old one or the new one, whole."""
    target = out / path
    target.parent.mkdir(parents=True, exist_ok=True)
    if not target.parent.resolve().is_relative_to(out.resolve()):
        raise Refused(f"{target.parent} is a link out of the output folder; remove it")
    temporary = target.with_name(target.name + TEMPORARY)
    temporary.write_bytes(content)
    temporary.replace(target)


def _remove(out: Path, path: str, digest: str) -> bool:
    """Remove a stale file if it is still as we wrote it, and folders that this empties."""
    target = out / path
    try:
        if target.is_symlink() or _digest(target.read_bytes()) != digest:
            return False
        target.unlink()
    except OSError:
        return False
    for folder in target.parents:
        if folder == out or any(folder.iterdir()):
            break
        folder.rmdir()
    return True


def same_paths(outputs: Iterable[Output]) -> list[Diagnostic]:
    """Outputs that share a path with an earlier one, be it only in another case."""
    seen: dict[str, str] = {}
    faults = []
    for output in outputs:
        folded = output.path.casefold()
        if folded in seen:
            message = f"two files would be published as '{seen[folded]}'"
            faults.append(Diagnostic(Place(output.path), "same-address", message, "rename one"))
        seen.setdefault(folded, output.path)
    return faults
