"""Let one process at a time do something, by a lock file that the system frees for the dead.

It must not know what is done, and imports nothing but the standard library.
"""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def alone(path: Path, on_waiting: Callable[[], None]) -> Iterator[int]:
    """Hold the lock file at `path`, after `on_waiting` and a wait where another process holds it.

    Gives the open file: a child process that inherits it (not on Windows) holds the lock too.
    """
    with path.open("ab") as file:
        if not _take(file.fileno()):
            on_waiting()
            while not _take(file.fileno()):
                time.sleep(0.1)
        yield file.fileno()


if sys.platform == "win32":
    import msvcrt

    def _take(file: int) -> bool:
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _take(file: int) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
