"""Make the project's own `.venv` with the packages that are pinned; the only door to pip and venv.

It must not know what the packages are for, and imports nothing but the standard library:
it runs before anything else is there.
"""

import hashlib
import os
import signal
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import NoReturn

from engine.locks import alone
from engine.pins import installed, lacking, read_pins

OFF = "BUILD_NO_BOOTSTRAP"
RESTARTED = "BUILD_RESTARTED_IN"
STAMP = "prepared.txt"

Run = Callable[[Sequence[str]], tuple[int, str]]
"""Runs a command to its end; gives its exit status and all that it printed."""

REASONS = (
    (
        ("[Errno 28]", "[Errno 122]", "No space left", "not enough space"),
        "The disk is full, so .venv cannot be made.",
        "free some space (300 MB are enough), then give the same command again",
    ),
    (
        ("connection broken", "Connection refused", "getaddrinfo", "timed out", "SSLError"),
        "The packages cannot be downloaded: the package index does not answer.",
        "check the network (the first run needs it), then give the same command again",
    ),
    (
        ("[Errno 13]", "[Errno 30]", "[WinError 5]", "Permission denied", "Read-only file system"),
        "There is no permission to write .venv.",
        "give the command in a copy of this folder that belongs to you",
    ),
    (
        ("No module named ensurepip", "No module named venv"),
        "This Python cannot make virtual environments: a part of it is not installed.",
        "on Debian or Ubuntu: sudo apt install python3-venv",
    ),
    (
        ("DO NOT MATCH THE HASHES",),
        "A downloaded package is not the one that the list names, so it was not installed.",
        "try again; if it stays so, the package index or a proxy changes what it delivers",
    ),
    (
        ("No matching distribution found",),
        "The package index has no package that fits this Python and this system.",
        "try another release of Python, 3.11 or later",
    ),
    (
        ("",),
        "The environment .venv could not be made.",
        "delete .venv and give the same command again",
    ),
)
"""What venv, pip or the system says (one of these words), what we say of it, and the way out."""


class EnvironmentFault(Exception):
    """The machine does not let us prepare; its text is whole sentences, ready to be printed."""

    def __init__(self, sentence: str, way_out: str, said: str = "") -> None:
        told = said.partition("\nTraceback")[0]
        last = [line for line in told.splitlines() if line.strip()][-5:]
        super().__init__("\n".join([sentence, *(f"    | {s}" for s in last), f"  hint: {way_out}"]))


def prepare(root: Path, lists: Sequence[Path]) -> None:
    """Return where this Python has all that `lists` pin; else start the command anew in `.venv`.

    `.venv` lies in `root` and is made or brought up to date first.
    Raises EnvironmentFault where that is impossible.
    """
    venv, pins = root / ".venv", _pins(lists)
    missing = lacking(pins, sys.path)
    restarted = os.environ.pop(RESTARTED, None) == str(venv)
    if not missing:
        return
    if os.environ.get(OFF) == "1":
        _must_be_there(pins.keys() - installed(sys.path))
        return
    if restarted:
        raise EnvironmentFault(
            f"{venv} is prepared, but its Python does not find {', '.join(missing)}.",
            "unset PYTHONPATH and PYTHONHOME, or delete .venv, then give the same command again",
        )
    try:
        _make_ready(venv, lists)
        _restart(venv)
    except OSError as error:
        raise explain(str(error)) from error


def _pins(lists: Iterable[Path]) -> dict[str, str]:
    return {name: pin for path in lists for name, pin in read_pins(path.read_text("utf-8")).items()}


def _must_be_there(absent: Iterable[str]) -> None:
    """Other versions than ours are the choice of whoever turned the set-up off; none is not."""
    if names := ", ".join(sorted(absent)):
        raise EnvironmentFault(
            f"Packages are missing, and {OFF} forbids to install them: {names}.",
            f"install them yourself, or unset {OFF}",
        )


def _make_ready(venv: Path, lists: Sequence[Path]) -> None:
    if is_ready(venv, lists):
        return
    waiting = partial(_say, "Another run is preparing .venv; waiting for it …")
    with alone(venv.with_name(".venv.lock"), waiting) as held:
        if not is_ready(venv, lists):
            set_up(venv, lists, partial(call, held))


def is_ready(venv: Path, lists: Sequence[Path]) -> bool:
    """Whether `venv` was set up to its end, by this release of Python, with these very lists."""
    return (
        _is_whole(venv)
        and set(_sums(lists)) <= set(_stamped(venv))
        and not lacking(_pins(lists), _folders_of(venv))
    )


def _is_whole(venv: Path) -> bool:
    parts = (python_of(venv), venv / "pyvenv.cfg")
    return _origin(venv) in _stamped(venv) and all(part.is_file() for part in parts)


def _origin(venv: Path) -> str:
    """What a `.venv` belongs to: a system, a release of Python, a place."""
    return f"{sys.platform} {sys.implementation.cache_tag} {venv}"


def _sums(lists: Iterable[Path]) -> list[str]:
    return [f"{hashlib.sha256(path.read_bytes()).hexdigest()} {path.name}" for path in lists]


def _stamped(venv: Path) -> list[str]:
    try:
        return (venv / STAMP).read_text("utf-8").splitlines()
    except (FileNotFoundError, NotADirectoryError):
        return []


def python_of(venv: Path) -> Path:
    """The interpreter of a virtual environment."""
    return venv / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def _folders_of(venv: Path) -> list[str]:
    base = {"base": str(venv), "platbase": str(venv)}
    return [sysconfig.get_path(kind, "venv", base) for kind in ("purelib", "platlib")]


def set_up(venv: Path, lists: Sequence[Path], run: Run) -> None:
    """Install what `lists` pin into `venv`, made from nothing unless it is whole; stamp it last.

    Without its stamp a `.venv` counts as half made, so what is interrupted begins again.
    """
    if _is_whole(venv):
        _say("Bringing .venv up to date …")
        (venv / STAMP).unlink()
    elif venv.is_symlink():
        raise EnvironmentFault(
            ".venv is a link; what it leads to may be another project's, and is not emptied",
            "remove the link, and run this again",
        )
    else:
        _say("Preparing .venv (first run only) …")
        # pip comes in a step of its own, since venv would keep its complaints to itself.
        _must(run, [sys.executable, "-I", "-m", "venv", "--clear", "--without-pip", str(venv)])
        _must(run, [str(python_of(venv)), "-I", "-m", "ensurepip", "--default-pip"])
    said = _must(run, _installing(venv, lists))
    if missing := lacking(_pins(lists), _folders_of(venv)):
        raise explain(f"{said}\nstill missing in .venv: {', '.join(missing)}")
    fresh = venv / f"{STAMP}.explainer-tmp"
    fresh.write_text("\n".join([_origin(venv), *_sums(lists), ""]), "utf-8")
    fresh.replace(venv / STAMP)


def _installing(venv: Path, lists: Iterable[Path]) -> list[str]:
    """The command that installs; the lists are complete and name wheels, so nothing is built."""
    pip = [str(python_of(venv)), "-I", "-m", "pip", "--disable-pip-version-check", "install"]
    pip += ["--quiet", "--no-input", "--no-compile"]
    pip += ["--require-hashes", "--no-deps", "--only-binary=:all:"]
    return [*pip, *(f"--requirement={path}" for path in lists)]


def _must(run: Run, command: Sequence[str]) -> str:
    status, said = run(command)
    if status != 0:
        raise explain(said)
    return said


def explain(said: str) -> EnvironmentFault:
    """The fault behind what venv, pip or the system said, in plain words."""
    found = (why for signs, *why in REASONS if any(sign in said for sign in signs))
    sentence, way_out = next(found)
    return EnvironmentFault(sentence, way_out, said)


def call(held: int, command: Sequence[str]) -> tuple[int, str]:
    """Run a command that goes on holding the lock if we are killed; a Run once `held` is bound."""
    elsewhere = ("PIP_PREFIX", "PIP_ROOT", "PIP_TARGET")
    env = {name: value for name, value in os.environ.items() if name not in elsewhere}
    done = subprocess.run(
        command,
        env=env | {"PIP_USER": "0"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
        pass_fds=() if sys.platform == "win32" else (held,),
    )
    return done.returncode, done.stdout


def _restart(venv: Path) -> NoReturn:
    """Give the same command to the Python of `venv`; on Windows, end with its exit status."""
    command = [str(python_of(venv)), *sys.orig_argv[1:]]
    os.environ[RESTARTED] = str(venv)
    sys.stdout.flush()
    if sys.platform == "win32":
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # what Ctrl-C means is the other's to say
        sys.exit(subprocess.call(command))
    else:
        os.execv(command[0], command)


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()
