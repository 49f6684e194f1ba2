"""Lines and faults → the terminal, which nothing else in the engine writes to.

Knows options and faults; nothing of what was done.
"""

import os
import sys
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

from engine import diagnostics
from engine.arguments import MISUSED, Options
from engine.diagnostics import Diagnostic
from engine.documents import lines_of


def say(options: Options, line: str) -> None:
    """A line for a person, on standard error."""
    if not options.quiet:
        print(line, file=sys.stderr)


def misused(line: str) -> int:
    """Say what was wrong with a command; the exit status for that."""
    print(f"build.py: {line}", file=sys.stderr)
    return MISUSED


def failed(faults: Iterable[Diagnostic], options: Options, ours: Path) -> bool:
    """Tell all faults, each once and in order, and whether they stop a build.

    Text goes to standard error, the other formats to standard output; ``ours`` is the folder of
    our own templates, whose lines are shown too.
    """
    told = diagnostics.in_order(faults)
    stream = sys.stderr if options.format == "text" else sys.stdout
    colour = stream.isatty() and not os.environ.get("NO_COLOR")
    lines = partial(lines_of, (options.site, ours))
    seen: Sequence[Diagnostic] = told
    if options.format == "github":
        folders = (options.site, ours)
        seen = diagnostics.seen_from(os.environ.get("GITHUB_WORKSPACE"), folders, told)
    stream.write(diagnostics.in_format(options.format, seen, lines, colour=colour))
    if not diagnostics.has_error(told) and not (told and options.strict):
        return False
    untouched = "nothing was written, the last good site is untouched"
    say(options, f"{diagnostics.counted(told)}; {untouched}.")
    return True


def shown(path: Path) -> str:
    """A path as it is told: from here, where it lies below; else whole."""
    real, here = path.resolve(), Path.cwd()
    return str(real.relative_to(here) if real.is_relative_to(here) else real)
