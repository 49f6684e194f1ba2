"""Whether a site stands already as its sources would make it: equal inputs, equal outputs.

Standard library only, so that a run with nothing to do need not import anything else.
Knows files and their sums; what they mean is not asked.
"""

import hashlib
import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from engine.arguments import Options

RECORD = ".cache/standing.json"
"""Where a site remembers its last sound build."""
MANIFEST = ".explainer-manifest.json"
SOURCES = ("content", "seeds", "templates", "static", "site.yaml")
OURS = ("engine", "templates", "static", "build.py", "requirements.txt")


@dataclass(frozen=True)
class Standing:
    """A sound build without a warning: the sum of all that went in, and where it was written."""

    inputs: str
    out: str
    pages: int


def sum_of_inputs(options: Options, here: Path) -> str:
    """One sum over all files and options that a build depends on, its places, and the Python."""
    places = [str(place and place.resolve()) for place in (options.site, options.out)]
    told = (places, options.base_url, options.drafts, options.epoch)
    total = hashlib.sha256(repr((told, sys.version)).encode())
    for folder, names in ((options.site, SOURCES), (here, OURS)):
        for path in sorted(_files(folder / name for name in names)):
            total.update(f"\n{path.relative_to(folder).as_posix()}\n".encode())
            total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def _files(places: Iterable[Path]) -> Iterable[Path]:
    for place in places:
        found = [place] if place.is_file() else place.rglob("*")
        yield from (path for path in found if path.is_file() and path.suffix != ".pyc")


def answer(options: Options, here: Path) -> str | None:
    """What to say of a build that need not be made; None if it has to be."""
    try:
        last = Standing(**json.loads((options.site / RECORD).read_text("utf-8")))
        out = Path(last.out)
        if options.command != "build" or last.inputs != sum_of_inputs(options, here):
            return None
        files = json.loads((out / MANIFEST).read_text("utf-8"))["files"]
        stands = not out.is_symlink() and all(_is_whole(out / p, s) for p, s in files.items())
    except (OSError, ValueError, KeyError, TypeError):
        return None
    said = (
        f"{last.pages} pages in {out}: nothing has changed, {len(files)} files stand as they are."
    )
    return said if stands else None


def _is_whole(path: Path, digest: str) -> bool:
    return hashlib.sha256(path.read_bytes()).hexdigest() == digest
