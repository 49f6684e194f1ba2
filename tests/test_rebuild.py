"""A rebuild after any edits gives the same bytes as a clean build of the same files."""

import shutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import build
from engine.arguments import parse
from engine.audience import Audience, Overtaken
from engine.memory import Memory
from engine.output import cache_folder
from engine.rendering import Output
from engine.standing import MANIFEST
from tests.conftest import base_site, write_site

EVENT = "content/events/2024-03-01-closed.md"
LATER = base_site()[EVENT].replace("2024-03-01", "2024-04").replace("The bridge is", "It stays")
EDITS: list[dict[str, str | None]] = [
    {EVENT: base_site()[EVENT].replace("No more traffic", "Not a single car")},
    {EVENT: base_site()[EVENT]},
    {"content/events/later.md": LATER},
    {"content/events/later.md": None},
    {"content/people/jane-doe.md": base_site()["content/people/jane-doe.md"] + "\nMore.\n"},
    {"content/people/jane-doe.md": base_site()["content/people/jane-doe.md"]},
    {EVENT: "---\nbroken\n"},
    {"templates/pages/404.html": "Gone.\n"},
    {"templates/pages/404.html": None},
    {"templates/parts/foot.html": "{% macro foot(meta, site, words) %}{{ nothing }}{% endmacro %}"},
    {"templates/parts/foot.html": "{% macro foot(meta, site, words) %}Foot.{% endmacro %}"},
    {"templates/parts/foot.html": None},
    {"static/css/site.css": "p { color: red }\n"},
    {"static/css/site.css": None},
    {"site.yaml": base_site()["site.yaml"].replace("The bridge", "The old bridge")},
]


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def edit(site: Path, number: int) -> None:
    """One of the edits."""
    for name, text in EDITS[number].items():
        if text is None:
            (site / name).unlink(missing_ok=True)
        else:
            write_site(site, {name: text})


@settings(max_examples=6, deadline=None)
@given(st.lists(st.sampled_from(range(len(EDITS))), max_size=5))
def test_edits_leave_no_trace(
    tmp_path_factory: pytest.TempPathFactory, compiled: Path, chosen: list[int]
) -> None:
    folder = tmp_path_factory.mktemp("site")
    site, kept, clean = folder / "site", folder / "kept", folder / "clean"
    write_site(site, base_site())
    shutil.copytree(compiled, site / ".cache")
    status = build.main(["--site", str(site), "--out", str(kept), "--quiet", "--format", "json"])
    for number in chosen:
        edit(site, number)
        words = ["--site", str(site), "--quiet", "--format", "json"]
        status = build.main([*words, "--out", str(kept)])
    if status == 0:
        assert build.main(["--site", str(site), "--out", str(clean), "--quiet"]) == 0
        assert tree(kept) == tree(clean)
        assert MANIFEST in tree(clean)


@settings(max_examples=6)
@given(st.lists(st.sampled_from(range(len(EDITS))), min_size=1, max_size=6))
def test_what_a_preview_remembers_leaves_no_trace(
    tmp_path_factory: pytest.TempPathFactory, compiled: Path, chosen: list[int]
) -> None:
    """After each edit the build with a memory says and makes what one without would."""
    site = tmp_path_factory.mktemp("site")
    write_site(site, base_site())
    shutil.copytree(compiled, site / ".cache")
    memory = Memory()
    for number in chosen:
        edit(site, number)
        words = ["--site", str(site), "--quiet", "--out", str(site / "_site"), "--format", "json"]
        remembered = build.publish(parse(words, build.HERE), memory)
        if remembered.is_written:
            memory.forget()
        afresh = build.compose(parse(words, build.HERE), cache=cache_folder(site))
        assert remembered.faults == afresh.faults
        assert remembered.outputs == afresh.outputs
        if remembered.is_written:
            made = tree(site / "_site")
            made.pop(MANIFEST)
            assert made == {output.path: output.content for output in afresh.outputs}


T = TypeVar("T")


class Leaving(Audience):
    """Somebody who looks at the front page, and is gone after so many things."""

    urls = frozenset({"index.html"})

    def __init__(self, after: int) -> None:
        self.left, self.shown = after, [""]

    def show(self, outputs: Sequence[Output]) -> None:
        self.shown = [output.path for output in outputs if output.path.endswith(".html")]

    def while_there(self, things: Iterable[T]) -> Iterator[T]:
        for thing in things:
            if self.left == 0:
                raise Overtaken
            self.left -= 1
            yield thing


def test_a_build_that_is_called_off_writes_nothing_and_the_next_one_is_whole(
    folder: Path,
) -> None:
    write_site(folder, base_site())
    words = ["--site", str(folder), "--quiet", "--out", str(folder / "_site")]
    memory, options = Memory(), parse(words, build.HERE)
    pages = build.publish(options, memory).pages
    memory.forget()
    before = tree(folder / "_site")
    edit(folder, 0)
    for after in range(0, 3 * pages - 4, 3):  # print.html is made of others, and asked for by none
        memory.begin()
        audience = Leaving(after)
        with pytest.raises(Overtaken):
            build.publish(options, memory, audience)
        assert audience.shown == (["index.html"] if after >= pages - 1 else [""])
        assert tree(folder / "_site") == before
    made = build.publish(options, memory, Leaving(3 * pages))
    assert made.is_written
    assert made.outputs == build.compose(options, cache=cache_folder(folder)).outputs
