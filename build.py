#!/usr/bin/env python3
"""Builds the site. The stages stand in a row in ``compose``; what is not there does not happen."""

import sys

if sys.version_info < (3, 11):
    sys.exit("Python 3.11 or later is needed; this is " + sys.version.split()[0] + ".")

import os
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from engine import environment, standing
from engine.arguments import Options, parse

HERE = Path(__file__).resolve().parent
if sys.dont_write_bytecode:  # asked for, so that no source folder is littered: ours is not one
    sys.dont_write_bytecode, sys.pycache_prefix = False, str(HERE / ".cache" / "python")
LISTS = (HERE / "requirements.txt", HERE / "requirements-test.txt")
BUILT, FAULTY, MISUSED, MACHINE, INTERRUPTED = 0, 1, 2, 3, 130


def start(words: Sequence[str]) -> None:
    """Before the first import of a package: answer at once, or make and enter ``.venv``."""
    is_test = words[:1] == ["test"]
    try:
        line = None if is_test else standing.answer(options := parse(words, HERE), HERE)
        if line is not None:
            say(options, line)
            sys.exit(BUILT)
        environment.prepare(HERE, LISTS if is_test else LISTS[:1])
    except environment.EnvironmentFault as fault:
        print(fault, file=sys.stderr)
        sys.exit(MACHINE)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


def say(options: Options, line: str) -> None:
    """A line for a person."""
    if not options.quiet:
        print(line, file=sys.stderr)


if __name__ == "__main__":
    start(sys.argv[1:])

from engine import diagnostics
from engine.assets import assets, find_static
from engine.binding import bind
from engine.checks import check
from engine.copies import compare, in_words
from engine.crawl import check_site
from engine.diagnostics import Diagnostic, Severity
from engine.documents import File, find_files, lines_of, read_document
from engine.exports import export
from engine.graph import Graph
from engine.kinds import FOLDERS
from engine.kinds.source import Source
from engine.links import Addresses
from engine.output import (
    Refused,
    cache_folder,
    clean,
    clean_cache,
    refuse_folder,
    remember,
    same_paths,
    write,
)
from engine.pages import lay_out
from engine.records import decode_records, same_ids
from engine.rendering import RULE as TEMPLATE
from engine.rendering import Output, check_templates, open_templates, render
from engine.settings import read_settings
from engine.views.story import Story
from engine.wording import read_words


@dataclass
class Composition:
    """What a site is made into: its outputs, or the faults that stand against it."""

    graph: Graph
    out: Path
    outputs: list[Output] = field(default_factory=list)
    faults: list[Diagnostic] = field(default_factory=list)

    @property
    def is_faulty(self) -> bool:
        """Whether there is an error, so that nothing is written."""
        return any(fault.severity is Severity.ERROR for fault in self.faults)


def compose(site: Path, options: Options, cache: Path | None = None) -> Composition:
    """The stages, in a row: files, documents, records, graph, checks, pages, outputs."""
    templates = open_templates([site / "templates", HERE / "templates"], cache)
    words_file = HERE / "templates" / "strings.en.yaml"
    words, word_faults = read_words(words_file.read_text("utf-8"), "templates/strings.en.yaml")
    static = find_static([site / "static", HERE / "static"])

    settings, setting_faults = read_settings(read_file(site, "site.yaml"))
    if options.base_url:
        settings = settings.model_copy(update={"base_url": options.base_url})
    files, file_faults = find_files(site, FOLDERS)
    documents = [read_document(f, FOLDERS[f.path.rpartition("/")[0]]) for f in files]
    entries = decode_records(documents)
    graph = Graph(settings, tuple(entries), options.drafts)
    addresses = Addresses(graph, frozenset(f"static/{name}" for name in static))

    made = Composition(graph, options.out or site / settings.output)
    made.faults += [*setting_faults, *file_faults, *same_ids(entries), *word_faults]
    made.faults += [fault for entry in entries for fault in entry.faults]
    made.faults += check(graph, addresses)
    if made.is_faulty:
        made.faults += check_templates(templates)
        return made

    story = Story(graph, addresses, words)
    pages = lay_out(story)
    made.outputs, template_faults = render(pages, templates, settings, words)
    whole, binding_faults = bind(story, pages, made.outputs, templates)
    files_as_they_are, static_faults = assets(static)
    made.outputs += [*whole, *files_as_they_are, *export(settings, pages)]
    made.faults += [*template_faults, *binding_faults, *static_faults, *same_paths(made.outputs)]
    return made


def read_file(site: Path, name: str) -> File | None:
    """A file of the site, or None where there is none."""
    path = site / name
    return File(name, path.read_bytes()) if path.is_file() else None


def build(options: Options) -> int:
    """Compose the site and write it; with a fault nothing is written."""
    began = time.perf_counter()
    inputs = standing.sum_of_inputs(options, HERE)  # first: what is edited meanwhile is built anew
    made = compose(options.site, options, cache_folder(options.site))
    if failed(made, options):
        return FAULTY
    sources = [options.site / name for name in ("content", "seeds", "templates", "static")]
    refuse_folder(made.out, options.site, [*sources, HERE / "engine"])
    done = write(made.out, made.outputs)
    pages = sum(output.path.endswith(".html") for output in made.outputs)
    if not made.faults:
        remember(options.site, standing.Standing(inputs, str(made.out.resolve()), pages))
    counts = f"{done.written} files written, {done.unchanged} unchanged, {done.removed} removed"
    seconds = time.perf_counter() - began
    say(options, f"{pages} pages in {shown(made.out)}: {counts}, {seconds:.2f} s")
    return BUILT


def check_only(options: Options) -> int:
    """Everything that a build checks, and every link of the rendered pages; nothing is written."""
    made = compose(options.site, options)
    if options.source:
        return compare_copy(made, options.source)
    if all(fault.rule != TEMPLATE for fault in made.faults):  # else pages are missing
        made.faults += check_site(made.outputs)
    if failed(made, options):
        return FAULTY
    say(options, f"{len(made.outputs)} files checked: no fault.")
    return BUILT


def compare_copy(made: Composition, path: Path) -> int:
    """Tell whether a reader's own copy is a seed's text, and where each passage stands in it."""
    if not path.is_file():
        return misused(f"there is no file {path}")
    compared = compare(path.read_bytes(), made.graph.all(Source))
    if compared is None:
        return misused("this site has no seed to compare it with")
    print(in_words(compared, str(path)))
    return BUILT if compared.found == len(compared.lines) else FAULTY


def failed(made: Composition, options: Options) -> bool:
    """Tell all faults, and whether they stop the build."""
    faults = diagnostics.in_order(made.faults)
    tell(faults, options)
    errors = sum(fault.severity is Severity.ERROR for fault in faults)
    warnings = len(faults) - errors
    if not errors and not (warnings and options.strict):
        return False
    counts = f"{errors} error{'s' * (errors != 1)}, {warnings} warning{'s' * (warnings != 1)}"
    say(options, f"{counts}; nothing was written, the last good site is untouched.")
    return True


def tell(faults: Sequence[Diagnostic], options: Options) -> None:
    """Diagnostics in the wanted format: text on standard error, the others on standard output."""
    if options.format == "json":
        sys.stdout.write(diagnostics.as_json(faults))
    elif options.format == "github":
        sys.stdout.write(diagnostics.as_github(faults))
    else:
        colour = sys.stderr.isatty() and not os.environ.get("NO_COLOR")
        lines = partial(lines_of, (options.site, HERE))
        sys.stderr.write(diagnostics.as_text(faults, lines, colour=colour))


def shown(path: Path) -> str:
    """A path as it is told: from here, where it lies below; else whole."""
    real, here = path.resolve(), Path.cwd()
    return str(real.relative_to(here) if real.is_relative_to(here) else real)


def misused(line: str) -> int:
    """Say what was wrong with a command."""
    print(f"build.py: {line}", file=sys.stderr)
    return MISUSED


def clean_up(options: Options) -> int:
    """Remove what builds wrote, and nothing else."""
    settings, _ = read_settings(read_file(options.site, "site.yaml"))
    out = options.out or options.site / settings.output
    clean_cache(options.site)
    say(options, f"{clean(out)} files removed from {shown(out)}.")
    return BUILT


def run_tests(words: Sequence[str]) -> int:
    """pytest, in the interpreter that runs this."""
    import pytest  # noqa: PLC0415 (only the tests need it, and only they install it)

    os.chdir(HERE)
    return int(pytest.main(list(words)))


COMMANDS = {"build": build, "check": check_only, "clean": clean_up}


def main(words: Sequence[str]) -> int:
    """Do what a command line says; the exit status."""
    if words[:1] == ["test"]:
        return run_tests(words[1:])
    if (options := parse(words, HERE)).command == "test":
        return misused("'test' comes first: build.py test [pytest arguments]")
    if not options.site.is_dir():
        return misused(f"there is no folder {options.site}")
    try:
        return COMMANDS[options.command](options)
    except Refused as refusal:
        return misused(str(refusal))
    except OSError as error:
        if options.debug:
            raise
        print(f"build.py: {error.strerror or error}: {error.filename or ''}", file=sys.stderr)
        return MACHINE
    except KeyboardInterrupt:
        return INTERRUPTED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
