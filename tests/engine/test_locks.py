"""A lock that one process holds at a time."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

HOLDER = """
import sys
from pathlib import Path
from engine.locks import alone

with alone(Path(sys.argv[1]), lambda: print("waiting", flush=True)):
    print("holding", flush=True)
    sys.stdin.readline()
"""

MORTAL = """
import subprocess, sys
from pathlib import Path
from engine.locks import alone

work = [sys.executable, "-c", "print('working', flush=True); input()"]
with alone(Path(sys.argv[1]), lambda: None) as held:
    subprocess.run(work, pass_fds=(held,))
"""


def start(script: str, lock: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", script, str(lock)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def heard(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_the_second_waits_and_says_so_until_the_first_is_done(tmp_path: Path) -> None:
    with start(HOLDER, tmp_path / "lock") as first:
        assert heard(first) == "holding"
        with start(HOLDER, tmp_path / "lock") as second:
            assert heard(second) == "waiting"
            first.communicate("\n")
            assert heard(second) == "holding"


def test_a_killed_holder_frees_the_lock(tmp_path: Path) -> None:
    with start(HOLDER, tmp_path / "lock") as first:
        assert heard(first) == "holding"
        first.kill()
    with start(HOLDER, tmp_path / "lock") as second:
        assert heard(second) == "holding"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows hands no lock to a child process")
def test_the_child_of_a_killed_holder_holds_on_until_it_is_done(tmp_path: Path) -> None:
    with start(MORTAL, tmp_path / "lock") as first:
        assert heard(first) == "working"
        first.kill()
        with start(HOLDER, tmp_path / "lock") as second:
            assert heard(second) == "waiting"
            assert first.stdin is not None
            first.stdin.write("\n")
            first.stdin.flush()
            assert heard(second) == "holding"
