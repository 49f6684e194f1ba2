"""Helpers for tests: build a small site from texts, and read a plain-text case."""

import io
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import settings

import build

# How long an example takes is for a benchmark, never for a test; CI tries the same ones each time.
settings.register_profile("suite", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("suite")

R = TypeVar("R")
CASES = Path(__file__).parent / "cases"
SITES = Path(__file__).parent / "sites"
BASE = CASES / "base.txt"


@dataclass(frozen=True)
class Built:
    """What a build did: its exit status, what it said, and the files in its output folder."""

    status: int
    said: str
    printed: str
    site: Path
    files: Mapping[str, str] = field(repr=False)


Builder = Callable[..., Built]


def read_case(path: Path) -> dict[str, str]:
    """The sections of a case: ``-- name --`` and the text below it."""
    sections: dict[str, str] = {}
    name = "story"
    for line in path.read_text("utf-8").splitlines(keepends=True):
        if line.startswith("-- ") and line.rstrip().endswith(" --"):
            name = line.strip()[3:-3]
            sections[name] = ""
        else:
            sections[name] = sections.get(name, "") + line
    return sections


def base_site(**changes: str | None) -> dict[str, str]:
    """The small sound site of ``base.txt``; paths with None are left out."""
    files = {name: text for name, text in read_case(BASE).items() if name != "story"}
    for path, text in changes.items():
        if text is None:
            files.pop(path)
        else:
            files[path] = text
    return files


def write_site(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Write the files of a site."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def run(site: Path, *words: str) -> Built:
    """Give a command for a site, in this process."""
    said, printed = io.StringIO(), io.StringIO()
    with redirect_stderr(said), redirect_stdout(printed):
        status = build.main([*words, "--site", str(site)])
    out = site / "_site"
    found = sorted(path for path in out.rglob("*") if path.is_file())
    files = {path.relative_to(out).as_posix(): path.read_bytes() for path in found}
    texts = {name: content.decode("utf-8", "replace") for name, content in files.items()}
    return Built(status, said.getvalue(), printed.getvalue(), site, texts)


def in_own_thread(do: Callable[[], R]) -> R:
    """What comes of it where no event loop runs: the main thread has the browser’s."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(do).result()


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Compiled templates, so that not every small site compiles them anew."""
    site = tmp_path_factory.mktemp("compiled")
    write_site(site, base_site())
    assert run(site).status == 0
    return site / ".cache"


@pytest.fixture
def folder(tmp_path: Path, compiled: Path) -> Path:
    """An empty folder for a site."""
    shutil.copytree(compiled, tmp_path / "site" / ".cache")
    return tmp_path / "site"


@pytest.fixture
def build_site(folder: Path) -> Builder:
    """Builds a site from ``{path: text}`` in a folder of its own; further words are options."""

    def make(files: Mapping[str, str | bytes], *words: str) -> Built:
        write_site(folder, files)
        return run(folder, *words)

    return make


@pytest.fixture(scope="session")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The real site, built once."""
    yield from _built(build.HERE, tmp_path_factory)


@pytest.fixture(scope="session")
def other_story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The site on another subject, built once."""
    yield from _built(SITES / "council", tmp_path_factory)


def _built(site: Path, factory: pytest.TempPathFactory) -> Iterator[Path]:
    out = factory.mktemp("built") / "site"
    status = build.main(["--site", str(site), "--out", str(out), "--strict", "--quiet"])
    assert status == 0
    yield out


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--update`` rewrites what cases expect; read the difference like code."""
    parser.addoption("--update", action="store_true", help="rewrite what the cases expect")
