"""What is told of the folders, and what is not."""

import asyncio
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.watching import watch
from tests.conftest import in_own_thread

GUARD = 30
"""Seconds after which what never comes is given up."""


async def told_of(sources: list[Path], edits: list[Callable[[], object]]) -> None:
    """Each edit must be told of; the next is made only then, and when the watch stands again."""
    heard = asyncio.Event()
    watching = asyncio.create_task(watch(sources, heard.set))
    try:
        await asyncio.wait_for(heard.wait(), GUARD)
        for edit in edits:
            heard.clear()
            edit()
            await asyncio.wait_for(heard.wait(), GUARD)
    finally:
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)


@pytest.fixture
def top(tmp_path: Path) -> Path:
    (tmp_path / "content" / "events").mkdir(parents=True)
    (tmp_path / "site.yaml").write_text("a", "utf-8")
    (tmp_path / "content" / "events" / "a.md").write_text("a", "utf-8")
    return tmp_path


def sources(top: Path) -> list[Path]:
    return [top / name for name in ("content", "templates", "site.yaml", "no/such/folder")]


def test_every_sort_of_change_is_told(top: Path) -> None:
    event = top / "content" / "events" / "a.md"
    edits: list[Callable[[], object]] = [
        lambda: event.write_text("b", "utf-8"),
        lambda: (top / "site.yaml").write_text("b", "utf-8"),
        lambda: event.rename(event.with_name("b.md")),
        lambda: event.with_name("b.md").unlink(),
        lambda: (top / "templates" / "pages").mkdir(parents=True),
        lambda: (top / "templates" / "pages" / "a.html").write_text("a", "utf-8"),
        lambda: shutil.rmtree(top / "content"),
        lambda: (top / "content" / "events").mkdir(parents=True),
        lambda: event.write_text("c", "utf-8"),
        lambda: (top / "no" / "such" / "folder").mkdir(parents=True),
        lambda: (top / "content").rename(top / "aside"),
        lambda: (top / "aside").rename(top / "content"),
        (top / "site.yaml").unlink,
    ]
    in_own_thread(lambda: asyncio.run(told_of(sources(top), edits)))


def test_what_is_made_is_not_told(top: Path) -> None:
    """Of many changes in output, caches and hidden folders, and one of a source, one is told."""
    for name in ("_site", ".cache", ".git", ".venv", "content/.idea", "content/__pycache__"):
        (top / name).mkdir()
    heard: list[None] = []

    async def scenario() -> None:
        last = asyncio.Event()

        def tell() -> None:
            heard.append(None)
            last.set()

        watching = asyncio.create_task(watch(sources(top), tell))
        await asyncio.wait_for(last.wait(), GUARD)
        last.clear()
        for name in ("_site", ".cache", ".git", ".venv", "content/.idea", "content/__pycache__"):
            (top / name / "a").write_text("a", "utf-8")
            (top / name / "b").mkdir()
            (top / "README.md").write_text(name, "utf-8")
            await asyncio.sleep(0.05)  # each could be told by itself
        (top / "site.yaml").write_text("b", "utf-8")
        await asyncio.wait_for(last.wait(), GUARD)
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)

    in_own_thread(lambda: asyncio.run(scenario()))
    assert len(heard) == 2
