"""Sources → a call for each change of them. The only door to watchfiles.

Knows folders, not what is in them; the operating system tells, nothing is asked again and again.
"""

import asyncio
import os
from collections.abc import AsyncGenerator, Callable, Iterable, Sequence, Set
from contextlib import aclosing
from pathlib import Path

from watchfiles import Change, awatch

TOGETHER = 10
"""Milliseconds without a further change after which some changes are told as one."""
LONGEST = 200
"""Milliseconds after which changes are told although more of them come."""

Batch = set[tuple[Change, str]]


async def watch(sources: Sequence[Path], tell: Callable[[], None]) -> None:
    """Call ``tell`` at the beginning and after each change of the sources, until cancelled.

    A source may be a file or a folder, and need not exist. Where a folder comes or goes the watch
    begins anew; nobody tells what happened before it stood, so ``tell`` is called then as well.
    """
    real = [source.resolve() for source in sources]
    while True:
        folders = _folders(real)
        async with aclosing(_batches(folders)) as batches:
            coming = asyncio.ensure_future(anext(batches))
            await asyncio.sleep(0)  # the watch stands as soon as it waits
            try:
                tell()
                if _folders(real) != folders:
                    continue  # one came or went before the watch stood
                while not await _heard(coming, real, folders, tell):
                    coming = asyncio.ensure_future(anext(batches))
            except FileNotFoundError:
                continue  # a folder went between the look and the watch
            finally:
                coming.cancel()
                await asyncio.wait([coming])


async def _heard(
    coming: asyncio.Future[Batch],
    sources: Sequence[Path],
    folders: Set[Path],
    tell: Callable[[], None],
) -> bool:
    """Wait for changes and tell of them if they are of the sources; whether a folder was one."""
    paths = {Path(name) for _, name in await coming}
    told = [path for path in paths if _is_source(path, sources)]
    if told:
        tell()
    return any(path in folders or path.is_dir() for path in told)


def _batches(folders: Iterable[Path]) -> AsyncGenerator[Batch, None]:
    return awatch(
        *folders,
        watch_filter=None,
        debounce=LONGEST,
        step=TOGETHER,
        recursive=False,
        ignore_permission_denied=True,
    )


def _is_source(path: Path, sources: Sequence[Path]) -> bool:
    """Whether a path is a source or lies in one, or holds one, and is not hidden there."""
    for source in sources:
        if path.is_relative_to(source):
            return not any(map(_is_hidden, path.relative_to(source).parts))
        if source.is_relative_to(path):
            return True
    return False


def _is_hidden(name: str) -> bool:
    return name.startswith(".") or name == "__pycache__"


def _folders(sources: Sequence[Path]) -> frozenset[Path]:
    """All folders to watch: each source's and those in it, and the nearest above it there is."""
    found = set()
    for source in sources:
        found.add(next(path for path in source.parents if path.is_dir()))
        for top, names, _ in os.walk(source):
            names[:] = [name for name in names if not _is_hidden(name)]
            found.add(Path(top))
    return frozenset(found)
