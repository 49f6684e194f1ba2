"""A run with nothing to do says so at once; a run with anything to do does it."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import build
from tests.conftest import base_site, write_site

EVENT = "content/events/2024-03-01-closed.md"
Run = Callable[..., str]


@pytest.fixture
def command(folder: Path) -> Run:
    """Runs ``build.py`` as a person does, and gives what it said."""
    write_site(folder, base_site())

    def run(*words: str) -> str:
        line = [sys.executable, str(build.HERE / "build.py"), "--site", str(folder), *words]
        environment = {**os.environ, "BUILD_NO_BOOTSTRAP": "1"}
        done = subprocess.run(line, capture_output=True, text=True, env=environment, check=False)
        return done.stderr

    return run


def test_nothing_changed_is_told_without_a_build(command: Run) -> None:
    assert "files written" in command()
    assert "nothing has changed, 28 files stand as they are" in command()
    assert command("--quiet") == ""


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda site: (site / EVENT).write_text(base_site()[EVENT] + "More.\n"), "2 files written"),
        (lambda site: (site / "_site/cast.html").unlink(), "1 files written"),
        (lambda site: (site / "_site/cast.html").write_text("mine"), "1 files written"),
        (lambda site: (site / EVENT).write_text("---\n"), "nothing was written"),
        (lambda site: (site / "content/new.txt").write_text(""), "nothing was written"),
    ],
)
def test_any_change_is_built(
    command: Run, folder: Path, change: Callable[[Path], object], said: str
) -> None:
    command()
    change(folder)
    assert said in command()


def test_an_option_that_changes_the_site_is_built(command: Run) -> None:
    command()
    assert "nothing has changed" not in command("--base-url", "https://example.org/")


def test_a_site_with_a_warning_is_built_each_time_so_that_it_is_told(
    command: Run, folder: Path
) -> None:
    poe = "content/people/ann-poe.md"
    (folder / poe).write_text("---\nname: Ann Poe\nsummary: Sits there.\n---\n")
    assert "warning" in command()
    assert "warning" in command()
