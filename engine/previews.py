"""Builds → what a preview shows: the last good files, and the faults against newer ones.

Knows what a build gives; neither how it is made nor who looks.
"""

import gc
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from secrets import token_hex
from urllib.parse import urlsplit

from engine.composition import Composition
from engine.diagnostics import Diagnostic, Place, in_order
from engine.memory import Memory
from engine.output import Refused, forget, read_written
from engine.preview import EDITOR, Told, told


@dataclass(frozen=True)
class Round:
    """What one build gave: the files that stand now, by their path, and the faults if it failed."""

    files: Mapping[str, bytes]
    faults: tuple[Told, ...] = ()
    base: str = ""
    """The path of the site's own address, under which it is found as well."""


Publish = Callable[[Memory], Composition]
"""Composes the site with the help of a memory, and writes it if it is sound."""


def rounds(publish: Publish, site: Path, ours: Path) -> Callable[[], Round]:
    """A build that knows what the one before it made; what it gives is its ``Round``."""
    memory, editor = Memory(), os.environ.get("EXPLAINER_EDITOR") or EDITOR

    def build() -> Round:
        forget(site)
        made = publish(memory)
        base = urlsplit(made.story.settings.base_url or "").path
        if not made.is_written:
            faults = told(in_order(made.faults), (site, ours), editor)
            return Round(read_written(made.out), faults, base)
        memory.forget()
        gc.freeze()  # what is kept is not looked through for garbage at each build
        return Round({output.path: output.content for output in made.outputs}, (), base)

    return build


def broken_off(error: Exception) -> Round:
    """What ended a build early, as a fault: the author's doing where we refused, else ours."""
    if isinstance(error, Refused):
        hint = "set output: in site.yaml to a folder of its own"
        fault = Diagnostic(Place("site.yaml"), "output-folder", str(error), hint)
    else:
        fault = Diagnostic(Place("build.py"), "broken-off", f"{type(error).__name__}: {error}")
    return Round({}, (Told(fault, "", ""),))


class Shown:
    """What the server shows: the last good files, and the faults that stand against newer ones."""

    def __init__(self) -> None:
        """Nothing yet."""
        self.round = Round({})
        self._server, self._number = token_hex(4), 0

    @property
    def build(self) -> str:
        """Names what is shown now; no other server names it so."""
        return f"{self._server}-{self._number}"

    def take(self, new: Round) -> frozenset[str]:
        """Show what a build gave; the paths that a browser must load anew, ``*`` for the page."""
        old, is_kept = self.round, bool(new.faults and self.round.files)
        self.round = replace(new, files=old.files, base=old.base) if is_kept else new
        before, now = old.files, self.round.files
        changed = frozenset(p for p in {*before, *now} if before.get(p) != now.get(p))
        if not changed and new.faults == old.faults:
            return changed
        self._number += 1
        is_style = new.faults == old.faults and all(path.endswith(".css") for path in changed)
        return changed if is_style else frozenset({"*"})

    def find(self, path: str) -> str | None:
        """The published path that an address means, also below the site's own; or None."""
        within = path.removeprefix(self.round.base.strip("/") + "/")
        for name in (path, within):
            whole = name + "index.html" if name == "" or name.endswith("/") else name
            if whole in self.round.files:
                return whole
        return None
