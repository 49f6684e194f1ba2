#!/usr/bin/env python3
"""Builds the site. Its stages stand in a row in ``gather`` and ``compose``; no other happens."""

import sys

if sys.version_info < (3, 11):
    sys.exit("Python 3.11 or later is needed; this is " + sys.version.split()[0] + ".")

import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from engine import environment, standing
from engine.arguments import BUILT, FAULTY, INTERRUPTED, MACHINE, MISUSED, Options, parse

HERE = Path(__file__).resolve().parent
if sys.dont_write_bytecode:  # asked for, so that no source folder is littered: ours is not one
    sys.dont_write_bytecode, sys.pycache_prefix = False, str(HERE / ".cache" / "python")
LISTS = (HERE / "requirements.txt", HERE / "requirements-test.txt")


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

from engine import diagnostics, output
from engine.assets import assets, find_static
from engine.binding import bind
from engine.checks import check
from engine.commands import ANSWERS
from engine.commands.answer import Answer, Asked
from engine.crawl import check_site
from engine.diagnostics import Diagnostic
from engine.documents import find_files, lines_of, read_document, read_file, read_folder
from engine.exports import export
from engine.graph import Graph
from engine.kinds import FOLDERS
from engine.links import Addresses
from engine.pages import lay_out
from engine.records import decode_records, same_ids, unwritten
from engine.rendering import RULE as TEMPLATE
from engine.rendering import Output, check_templates, open_templates, render
from engine.settings import read_settings
from engine.views.story import Story
from engine.wording import read_words


@dataclass
class Composition:
    """What a site is made into: its outputs, or the faults that stand against it."""

    story: Story
    static: dict[str, Path]
    out: Path
    outputs: list[Output] = field(default_factory=list)
    faults: list[Diagnostic] = field(default_factory=list)


def gather(site: Path, options: Options) -> Composition:
    """The stages up to the checks, in a row: files, documents, records, graph, faults."""
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

    made = Composition(
        Story(graph, addresses, words), static, options.out or site / settings.output
    )
    made.faults += [*setting_faults, *file_faults, *same_ids(entries), *word_faults]
    made.faults += [fault for entry in entries for fault in entry.faults]
    made.faults += [*unwritten(graph.published), *check(graph, addresses)]
    return made


def compose(site: Path, options: Options, cache: Path | None = None) -> Composition:
    """All stages: what ``gather`` gives, and unless an error stands against it pages, outputs."""
    made = gather(site, options)
    templates = open_templates([site / "templates", HERE / "templates"], cache)
    if diagnostics.has_error(made.faults):
        made.faults += check_templates(templates)
        return made

    settings, words = made.story.settings, made.story.words
    pages = lay_out(made.story)
    made.outputs, template_faults = render(pages, templates, settings, words)
    whole, binding_faults = bind(made.story, pages, made.outputs, templates)
    files_as_they_are, static_faults = assets(made.static)
    made.outputs += [*whole, *files_as_they_are, *export(settings, pages)]
    made.faults += [*template_faults, *binding_faults, *static_faults]
    made.faults += output.same_paths(made.outputs)
    return made


def build(options: Options) -> int:
    """Compose the site and write it; with a fault nothing is written."""
    began = time.perf_counter()
    inputs = standing.sum_of_inputs(options, HERE)  # first: what is edited meanwhile is built anew
    made = compose(options.site, options, output.cache_folder(options.site))
    if failed(made, options):
        return FAULTY
    sources = [options.site / name for name in ("content", "seeds", "templates", "static")]
    output.refuse_folder(made.out, options.site, [*sources, HERE / "engine"])
    done = output.write(made.out, made.outputs)
    pages = sum(one.path.endswith(".html") for one in made.outputs)
    if not made.faults:
        output.remember(options.site, standing.Standing(inputs, str(made.out.resolve()), pages))
    counts = f"{done.written} files written, {done.unchanged} unchanged, {done.removed} removed"
    seconds = time.perf_counter() - began
    say(options, f"{pages} pages in {shown(made.out)}: {counts}, {seconds:.2f} s")
    return BUILT


def check_only(options: Options) -> int:
    """Everything that a build checks, and every link of the rendered pages; nothing is written."""
    made = compose(options.site, options)
    if all(fault.rule != TEMPLATE for fault in made.faults):  # else pages are missing
        made.faults += check_site(made.outputs)
    if failed(made, options):
        return FAULTY
    say(options, f"{len(made.outputs)} files checked: no fault.")
    return BUILT


def failed(made: Composition, options: Options) -> bool:
    """Tell all faults, and whether they stop the build."""
    faults = diagnostics.in_order(made.faults)
    tell(faults, options)
    if not diagnostics.has_error(faults) and not (faults and options.strict):
        return False
    counts = diagnostics.counted(faults)
    say(options, f"{counts}; nothing was written, the last good site is untouched.")
    return True


def tell(faults: Sequence[Diagnostic], options: Options) -> None:
    """Diagnostics in the wanted format: text on standard error, the others on standard output."""
    stream = sys.stderr if options.format == "text" else sys.stdout
    colour = stream.isatty() and not os.environ.get("NO_COLOR")
    lines = partial(lines_of, (options.site, HERE))
    if options.format == "github":
        faults = diagnostics.seen_from(os.environ.get("GITHUB_WORKSPACE"), options.site, faults)
    stream.write(diagnostics.in_format(options.format, faults, lines, colour=colour))


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
    output.clean_cache(options.site)
    say(options, f"{output.clean(out)} files removed from {shown(out)}.")
    return BUILT


def run_tests(words: Sequence[str]) -> int:
    """pytest, in the interpreter that runs this."""
    import pytest  # noqa: PLC0415 (only the tests need it, and only they install it)

    os.chdir(HERE)
    return int(pytest.main(list(words)))


def answer(command: Callable[[Asked], Answer], options: Options) -> int:
    """Ask one of the commands of engine/commands, make the changes that it wants, say the rest."""
    made, read = gather(options.site, options), partial(read_file, options.site)
    outputs = lambda: compose(options.site, options).outputs  # noqa: E731 (only 'show' asks)
    starter = partial(read_folder, HERE / "starter")
    answered = command(Asked(options, made.story, tuple(made.faults), outputs, read, starter))
    if answered.status == MISUSED:
        return misused(answered.said)
    output.carry_out(options.site, answered)
    print(answered.said)
    return answered.status


COMMANDS: dict[str, Callable[[Options], int]] = {
    "build": build,
    "check": check_only,
    "clean": clean_up,
    **{command.__name__: partial(answer, command) for command in ANSWERS},
}


def main(words: Sequence[str]) -> int:
    """Do what a command line says; the exit status."""
    if words[:1] == ["test"]:
        return run_tests(words[1:])
    if (options := parse(words, HERE)).command == "test":
        return misused("'test' comes first: build.py test [pytest arguments]")
    if not options.site.is_dir():
        return misused(f"there is no folder {options.site}")
    try:
        return COMMANDS["compare" if options.source else options.command](options)
    except output.Refused as refusal:
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
