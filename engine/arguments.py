"""The command line → Options: what to do, for which site, and how to tell it.

Standard library only, since it is read before there is any package.
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

COMMANDS = ("build", "check", "clean", "serve", "test")
VERSION = "explainer 0.1.0"


@dataclass(frozen=True)
class Options:
    """What was asked for; ``docs`` for each are the help texts below."""

    command: str
    site: Path
    out: Path | None
    base_url: str | None
    strict: bool
    drafts: bool
    jobs: int | None
    format: str
    source: Path | None
    port: int
    host: str
    open: bool
    quiet: bool
    debug: bool


def parse(words: Sequence[str], here: Path) -> Options:
    """The options, before or after the command; ``here`` is the site where none is named.

    Wrong use, ``--help`` and ``--version`` end the program, as argparse does.
    """
    parser = argparse.ArgumentParser(
        prog="build.py",
        description="Builds an explainer from content/, seeds/ and site.yaml.",
        epilog="build.py test [pytest arguments] runs the tests.",
    )
    add = parser.add_argument
    add("command", nargs="?", choices=COMMANDS, default="build", help="default: build")
    add("--site", type=Path, default=here, metavar="DIR", help="another site's folder")
    add("--out", type=Path, metavar="DIR", help="where to write; default: the site's 'output'")
    add("--base-url", metavar="URL", help="the site's address, in place of that in site.yaml")
    add("--strict", action="store_true", help="warnings fail too")
    add("--drafts", action="store_true", help="publish drafts as well")
    add("--jobs", type=int, metavar="N", help="processes at most (a build uses one)")
    add("--format", choices=("text", "json", "github"), default="text", help="of diagnostics")
    add("--source", type=Path, metavar="FILE", help="with check: compare a copy of a seed's text")
    add("--port", type=_port, default=8000, metavar="N", help="with serve; the next if it is taken")
    add("--host", default="127.0.0.1", help="with serve; 0.0.0.0 lets your network in")
    add("--open", action="store_true", help="with serve: open a browser")
    add("--quiet", action="store_true", help="no summary")
    add("--debug", action="store_true", help="show tracebacks")
    add("--version", action="version", version=VERSION)
    return Options(**vars(parser.parse_args(words)))


def _port(text: str) -> int:
    """A port's number; 0 takes any that is free."""
    if text.isdecimal() and int(text) < 2**16:
        return int(text)
    raise argparse.ArgumentTypeError(f"'{text}' is not a port")
