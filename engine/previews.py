"""Builds → what a preview shows: the last good files, what comes ahead of newer ones, and faults.

Knows what a build gives and who waits for it; neither how it is made nor how it is sent.
"""

import asyncio
import gc
import os
import posixpath
import re
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from typing import TypeVar
from urllib.parse import urlsplit

from engine.audience import Audience, Overtaken
from engine.composition import Composition
from engine.diagnostics import Diagnostic, Place, in_order
from engine.memory import Memory
from engine.output import Refused, forget, read_written
from engine.preview import EDITOR, Told, told
from engine.rendering import Output

NOT_FOUND = "404.html"
"""What is shown at an address that has no page."""
MOMENT = 0.5
"""Seconds in which a change is told that was made during a build."""
REST = 0.3
"""Seconds that a browser has to show what was made first, before all the rest is made."""
MOST_CALLED_OFF = 20
"""After so many builds in a row that were called off, one is made to its end."""
_LOADED = re.compile(rb'\bsrc="([^"#?]+)"')
"""What a page shows or runs besides itself."""
T = TypeVar("T")


@dataclass(frozen=True)
class Round:
    """What one build gave: the files that stand now, by their path, and the faults if it failed."""

    files: Mapping[str, bytes]
    faults: tuple[Told, ...] = ()
    base: str = ""
    """The path of the site's own address, under which it is found as well."""
    warnings: tuple[Told, ...] = ()
    """What is to be told of a build that has not failed."""


Publish = Callable[[Memory, Audience], Composition]
"""Composes the site with the help of a memory, and writes it if it is sound."""
Build = Callable[[Audience], Round]
"""Gives what there is to show at last; what is looked at, the audience is shown first."""


def rounds(publish: Publish, site: Path, ours: Path) -> Build:
    """A build that knows what the one before it made; what it gives is its ``Round``."""
    memory, editor = Memory(), os.environ.get("EXPLAINER_EDITOR") or EDITOR

    def build(audience: Audience) -> Round:
        forget(site)
        memory.begin()
        made = publish(memory, audience)
        base = urlsplit(made.story.settings.base_url or "").path
        faults = told(in_order(made.faults), (site, ours), editor)
        if not made.is_written:
            return Round(read_written(made.out), faults, base)
        memory.forget()
        gc.freeze()  # what is kept is not looked through for garbage at each build
        return Round({output.path: output.content for output in made.outputs}, (), base, faults)

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
    """What the server shows: the last good files, what is made ahead of the next ones, faults."""

    def __init__(self) -> None:
        """Nothing yet."""
        self.round = Round({})
        self.files: Mapping[str, bytes] = {}
        """The last good files, and over them what was made since ahead of the rest."""
        self._is_ahead = self._is_late = False
        self._server, self._faults, self._styles = token_hex(4), 0, 0

    def takes_ahead(self) -> bool:
        """Whether pages may be shown ahead of the rest.

        Not before anything was built; nor after a fault that came when they had been shown: each
        save would show the page anew, and then again as it was in the last good site.
        """
        return bool(self.round.files) and not self._is_late

    def version(self, path: str) -> str:
        """Names what is shown at an address now; no other server names it so.

        Three parts with a dot between: which faults, what the page is and loads, which styles.
        """
        name = self.find(path) or NOT_FOUND
        content = self.files.get(name, b"")
        urls = (url.decode("utf-8", "replace") for url in _LOADED.findall(content))
        paths = (posixpath.normpath(posixpath.join("/", posixpath.dirname(name), url))
                 for url in urls)  # fmt: skip
        loaded = (self.files.get(self.find(path[1:]) or "", b"") for path in paths)
        digest = sha256(b"\0".join([name.encode(), content, *loaded])).hexdigest()[:16]
        return f"{self._server}-{self._faults}.{digest}.{self._styles}"

    def take(self, new: Round) -> frozenset[str]:
        """Show what a build gave; the paths of the style sheets that are new."""
        old, is_kept = self.round, bool(new.faults and self.round.files)
        made = replace(new, files=old.files, base=old.base) if is_kept else new
        self._is_late = bool(new.faults) and (self._is_ahead or self._is_late)
        self._is_ahead = False
        return self._show(made, made.files)

    def take_ahead(self, outputs: Sequence[Output]) -> frozenset[str]:
        """Show what is made before the rest, as ``take`` does: the faults that stood are mended."""
        self._is_ahead = True
        made = {output.path: output.content for output in outputs}
        return self._show(replace(self.round, faults=()), {**self.files, **made})

    def _show(self, made: Round, files: Mapping[str, bytes]) -> frozenset[str]:
        before, self.files = self.files, files
        self._faults += (made.faults, made.warnings) != (self.round.faults, self.round.warnings)
        self.round = made
        styles = {path for path in {*before, *files} if path.endswith(".css")}
        changed = frozenset(path for path in styles if before.get(path) != files.get(path))
        self._styles += bool(changed)
        return changed

    def find(self, path: str) -> str | None:
        """The published path that an address means, also below the site's own; or None."""
        within = path.removeprefix(self.round.base.strip("/") + "/")
        for name in (path, within):
            whole = name + "index.html" if name == "" or name.endswith("/") else name
            if whole in self.files:
                return whole
        return None


class Wish:
    """That the site be built anew."""

    def __init__(self) -> None:
        """Nothing is wished yet."""
        self._wanted, self._overtaken = asyncio.Event(), threading.Event()
        self.called_off = 0
        """How many builds in a row a newer wish has called off."""

    def make(self) -> None:
        """Wish it; what is being built is of no use any more."""
        self._wanted.set()
        self._overtaken.set()

    def end(self) -> None:
        """End what is being built, and wish for nothing instead."""
        self._overtaken.set()

    async def granted(self) -> None:
        """Wait for a wish, and take it."""
        await self._wanted.wait()
        self._wanted.clear()
        self._overtaken.clear()

    async def comes(self) -> bool:
        """Whether one is made now or in a moment."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._wanted.wait(), MOMENT)
        return self._wanted.is_set()

    def is_made_within(self, seconds: float) -> bool:
        """The same for another thread, which waits for so long; not when patience is at its end."""
        return self._overtaken.wait(seconds) and self.called_off < MOST_CALLED_OFF


class Viewers(Audience):
    """Those who look at the preview: they are shown their pages first."""

    def __init__(
        self, urls: frozenset[str], take: Callable[[Sequence[Output]], None], wish: Wish
    ) -> None:
        """Looking at some pages, until there is another wish; ``take`` is given what is shown."""
        self.urls, self._take, self._wish = urls, take, wish

    def show(self, outputs: Sequence[Output]) -> None:
        """Hand it on, and let the browsers have the machine for a moment."""
        self._take(outputs)
        self._wish.is_made_within(REST)

    def while_there(self, things: Iterable[T]) -> Iterator[T]:
        """The things, as long as nothing has changed again."""
        for thing in things:
            if self._wish.is_made_within(0):
                raise Overtaken
            yield thing
