"""The command line → Options: what to do, for which site, and how to tell it.

Standard library only, since it is read before there is any package.
What a command does is not known here, only how it is asked for.
"""

import argparse
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from engine.spelling import did_you_mean
from engine.urls import wrong_base

VERSION = "explainer 0.1.0"
BUILT, FAULTY, MISUSED, MACHINE, INTERRUPTED = 0, 1, 2, 3, 130
"""The exit statuses."""


@dataclass(frozen=True)
class Command:
    """Something that can be asked for."""

    name: str
    does: str
    takes: tuple[str, ...] = ()
    """The words that follow it, each by what it stands for."""
    alone: tuple[str, ...] = ()
    """The options that no other command has."""


COMMANDS = (
    Command("build", "check all content and write the site; the word may be left out"),
    Command("check", "what a build checks, and every link; writes nothing", alone=("source",)),
    Command("serve", "build at every save, for a browser that follows",
            alone=("port", "host", "open")),
    Command("start", "begin an explainer of your own in a new folder", ("DIR", "TITLE")),
    Command("new", "write a draft to fill in", ("KIND", "TITLE"), ("date", "id")),
    Command("rename", "give a record another id, wherever it is named",
            ("KIND", "OLD-ID", "NEW-ID"), ("dry_run",)),
    Command("show", "where a record is shown, what it names and what names it", ("RECORD",)),
    Command("explain", "what a rule means, and how to mend what it tells", ("RULE",)),
    Command("schema", "write schemas/, from which an editor completes and checks"),
    Command("clean", "remove what builds wrote, and nothing else"),
)  # fmt: skip
TEST = Command("test", "run the tests; the word comes first", ("[PYTEST ARGUMENTS]",))


@dataclass(frozen=True)
class Options:
    """What was asked for; ``docs`` for each are the help texts below."""

    command: str
    words: tuple[str, ...]
    site: Path
    out: Path | None
    base_url: str | None
    strict: bool
    drafts: bool
    jobs: int | None
    format: str
    source: Path | None
    date: str | None
    id: str | None
    dry_run: bool
    port: int
    host: str
    open: bool
    quiet: bool
    debug: bool
    epoch: int | None
    """``SOURCE_DATE_EPOCH``: seconds since 1970, for the formats that demand a time."""


class _Parser(argparse.ArgumentParser):
    """Tells wrong use in one sentence."""

    def error(self, message: str) -> NoReturn:
        self.exit(MISUSED, f"build.py: {message}\n")


def _epoch() -> int | None:
    """What SOURCE_DATE_EPOCH says, unless it is no number.

    Source: https://reproducible-builds.org/specs/source-date-epoch/
    """
    text = os.environ.get("SOURCE_DATE_EPOCH", "")
    return int(text) if re.fullmatch("[0-9]{1,11}", text) else None


def parse(words: Sequence[str], here: Path) -> Options:
    """The options, before or after the command; ``here`` is the site where none is named.

    Wrong use, ``--help`` and ``--version`` end the program, as argparse does.
    """
    parser = _parser(here)
    given, unknown = parser.parse_known_intermixed_args(words)
    options = vars(given)
    name, *rest = options["words"] or ["build"]
    if unknown:
        known = re.findall(r"--[a-z-]+", parser.format_help())
        word = unknown[0].partition("=")[0]
        parser.error(f"there is no option '{word}'; {did_you_mean(word, known) or _SEE}")
    command = next((one for one in (*COMMANDS, TEST) if one.name == name), None)
    if command is None:
        known = [one.name for one in (*COMMANDS, TEST)]
        parser.error(f"there is no command '{name}'; {did_you_mean(name, known)}")
    if fault := _wrong_words(command, rest) or _wrong_option(command, parser, options):
        parser.error(fault)
    return Options(**{**options, "command": name, "words": tuple(rest), "epoch": _epoch()})


_SEE = "build.py --help lists them"


def _wrong_words(command: Command, words: Sequence[str]) -> str:
    """What is wrong with the words after a command; empty if nothing is."""
    if command is TEST or len(words) == len(command.takes):
        return ""
    wanted = " ".join((command.name, *command.takes))
    if not command.takes:
        return f"'{command.name}' stands alone, and '{words[0]}' follows it; {_SEE}"
    hint = " (several words in one place go between quotes)" if len(words) > 1 else ""
    return f"'{command.name}' is asked for like this: build.py {wanted}{hint}"


def _wrong_option(command: Command, parser: _Parser, options: Mapping[str, object]) -> str:
    """Which option belongs to another command; empty if none does."""
    for other in COMMANDS:
        for name in other.alone:
            if other is not command and options[name] != parser.get_default(name):
                return f"--{name.replace('_', '-')} goes with '{other.name}' alone"
    return ""


def _parser(here: Path) -> _Parser:
    parser = _Parser(
        prog="build.py",
        usage="build.py [COMMAND] [options]",
        description="Builds an explainer from content/, seeds/ and site.yaml.\n\n" + _listed(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    add = parser.add_argument
    add("words", nargs="*", help=argparse.SUPPRESS)
    add("--site", type=Path, default=here, metavar="DIR", help="another site's folder")
    add("--out", type=Path, metavar="DIR", help="where to write; default: the site's 'output'")
    add("--base-url", type=_base, metavar="URL", help="the address; default: that in site.yaml")
    add("--strict", action="store_true", help="warnings fail too")
    add("--drafts", action="store_true", help="publish drafts as well")
    add("--jobs", type=int, metavar="N", help="processes at most (a build uses one)")
    add("--format", choices=("text", "json", "github"), default="text", help="of diagnostics")
    add("--source", type=Path, metavar="FILE", help="check: compare a copy of a seed's text")
    add("--date", metavar="DATE", help="new: when it happened, such as 2024-05-03")
    add("--id", metavar="ID", help="new: the file's name, in place of one made from the title")
    add("--dry-run", action="store_true", help="rename: show what would change, write nothing")
    add("--port", type=_port, default=8000, metavar="N", help="serve: the next if it is taken")
    add("--host", default="127.0.0.1", help="serve: 0.0.0.0 lets your network in")
    add("--open", action="store_true", help="serve: open a browser")
    add("--quiet", action="store_true", help="no summary")
    add("--debug", action="store_true", help="show tracebacks")
    add("--version", action="version", version=VERSION)
    return parser


def _base(text: str) -> str:
    """The address of a site, by the same rule as in site.yaml; empty for none."""
    if text and (told := wrong_base(text)):
        raise argparse.ArgumentTypeError("; ".join(told))
    return text


def _port(text: str) -> int:
    """A port's number; 0 takes any that is free."""
    if text.isdecimal() and int(text) < 2**16:
        return int(text)
    raise argparse.ArgumentTypeError(f"'{text}' is not a port")


def _listed() -> str:
    """The commands, one a line."""
    rows = [(" ".join((one.name, *one.takes)), one.does) for one in (*COMMANDS, TEST)]
    width = max(len(asked) for asked, _ in rows)
    return "commands:\n" + "\n".join(f"  {asked:{width}}  {does}" for asked, does in rows)
