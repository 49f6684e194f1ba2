#!/usr/bin/env python3
"""Builds the site. Its stages stand in a row in ``gather`` and ``compose``; no other happens."""

import sys

if sys.version_info < (3, 11):
    sys.exit("Python 3.11 or later is needed; this is " + sys.version.split()[0] + ".")

import os
import time
from collections.abc import Callable, Sequence
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
            print("" if options.quiet else f"{line}\n", end="", file=sys.stderr)
            sys.exit(BUILT)
        environment.prepare(HERE, LISTS if is_test else LISTS[:1])
    except environment.EnvironmentFault as fault:
        print(fault, file=sys.stderr)
        sys.exit(MACHINE)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    start(sys.argv[1:])

from engine import diagnostics, output, pictures
from engine.assets import assets, find_static
from engine.audience import NOBODY, Audience
from engine.authored import carry_out
from engine.binding import bind
from engine.cards import lay_out_pictures as draw
from engine.checks import check
from engine.commands import ANSWERS
from engine.commands.answer import Answer, Asked
from engine.composition import Composition
from engine.crawl import check_site
from engine.documents import find_files, read_file, read_folder
from engine.exports import export
from engine.graph import Graph
from engine.kinds import FOLDERS
from engine.linked import with_heads
from engine.links import Addresses
from engine.memory import AFRESH, Afresh
from engine.pages import lay_out
from engine.records import read_entry, same_ids, unwritten
from engine.rendering import RULE as TEMPLATE
from engine.rendering import Press, check_templates, open_templates, render
from engine.settings import read_settings
from engine.terminal import failed, misused, say, shown
from engine.views.story import Story
from engine.wording import read_words


def gather(options: Options, memory: Afresh = AFRESH) -> Composition:
    """The stages up to the checks, in a row: files, documents, records, graph, faults."""
    site = options.site
    text = (HERE / "templates" / "strings.en.yaml").read_text("utf-8")
    words, word_faults = memory.recall(read_words, text, "templates/strings.en.yaml")
    static = find_static([site / "static", HERE / "static"])

    settings, setting_faults = read_settings(read_file(site, "site.yaml"))
    if options.base_url:
        settings = settings.model_copy(update={"base_url": options.base_url})
    files, file_faults = find_files(site, FOLDERS)
    entries = [memory.recall(read_entry, file) for file in files]
    graph = Graph(settings, tuple(entries), options.drafts)
    addresses = Addresses(graph, frozenset(f"static/{name}" for name in static))

    out, story = (
        options.out or site / settings.output,
        Story(graph, addresses, words, options.epoch),
    )
    made = Composition(story, static, out)
    made.faults += [*setting_faults, *file_faults, *same_ids(entries), *word_faults]
    made.faults += [fault for entry in entries for fault in entry.faults]
    made.faults += [*unwritten(graph.published), *check(graph, addresses)]
    return made


def compose(
    options: Options,
    memory: Afresh = AFRESH,
    cache: Path | None = None,
    audience: Audience = NOBODY,
) -> Composition:
    """All stages: what ``gather`` gives, and unless an error stands against it pages, outputs."""
    made = gather(options, memory)
    folders = [options.site / "templates", HERE / "templates"]
    templates = open_templates(folders, cache, memory)
    if diagnostics.has_error(made.faults):
        made.faults += check_templates(templates)
        return made

    story, press = made.story, Press(templates, made.story.settings, made.story.words)
    files_as_they_are, static_faults = assets(made.static)
    blanks, is_sound = lay_out(story), not (options.strict and made.faults)
    first = [one.page for one in audience.while_there(blanks) if one.url in audience.urls]
    ahead, ahead_faults = render(with_heads(story, first), press, memory)
    if ahead and is_sound and not ahead_faults:
        audience.show([*ahead, *files_as_they_are])
    pages = with_heads(story, [blank.page for blank in audience.while_there(blanks)])
    rendered, template_faults = render(audience.while_there(pages), press, memory)
    whole, binding_faults = bind(story, pages, rendered, press, memory)
    made.pictures, drawing_faults = pictures.paint(draw(story, pages), press, options.site)
    made.outputs = [*rendered, *whole, *files_as_they_are, *export(story, pages)]
    made.outputs += [one.output for one in made.pictures]
    made.faults += [*template_faults, *binding_faults, *drawing_faults, *static_faults]
    made.faults += output.same_paths(made.outputs)
    return made


def publish(options: Options, memory: Afresh, audience: Audience = NOBODY) -> Composition:
    """Compose the site and write it; with a fault nothing is written."""
    began = time.perf_counter()
    made = compose(options, memory, output.cache_folder(options.site), audience)
    if failed(made.faults, options, HERE):
        return made
    sources = [*(options.site / name for name in standing.SOURCES), HERE / "engine"]
    output.refuse_folder(made.out, options.site, sources)
    done, made.is_written = output.write(made.out, made.outputs), True
    pictures.keep(options.site, made.pictures)
    seconds = time.perf_counter() - began
    say(options, f"{made.pages} pages in {shown(made.out)}: {done}, {seconds:.2f} s")
    return made


def build(options: Options) -> int:
    """Publish once; a sound build is remembered."""
    inputs = standing.sum_of_inputs(options, HERE)  # first: what is edited meanwhile is built anew
    made = publish(options, AFRESH)
    if made.is_written and not made.faults:
        out = str(made.out.resolve())
        output.remember(options.site, standing.Standing(inputs, out, made.pages))
    return BUILT if made.is_written else FAULTY


def serve(options: Options) -> int:
    """Publish at every save, for a browser that follows, until interrupted."""
    from engine import serving  # noqa: PLC0415 (only this command needs what it imports)

    serving.follow(partial(publish, options), options, HERE, partial(say, options))
    return BUILT


def check_only(options: Options) -> int:
    """Everything that a build checks, and every link of the rendered pages; nothing is written."""
    made = compose(options)
    if all(fault.rule != TEMPLATE for fault in made.faults):  # else pages are missing
        made.faults += check_site(made.outputs)
    if failed(made.faults, options, HERE):
        return FAULTY
    say(options, f"{len(made.outputs)} files checked: no fault.")
    return BUILT


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
    made, read = gather(options), partial(read_file, options.site)
    starter = partial(read_folder, HERE / "starter")
    answered = command(Asked(options, made, partial(compose, options), read, starter))
    if answered.status == MISUSED:
        return misused(answered.said)
    carry_out(options.site, HERE, answered)
    print(answered.said)
    return answered.status


COMMANDS: dict[str, Callable[[Options], int]] = {
    "build": build,
    "check": check_only,
    "serve": serve,
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
        misused(": ".join(filter(None, (error.strerror or str(error), error.filename))))
        return MACHINE
    except KeyboardInterrupt:
        return INTERRUPTED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
