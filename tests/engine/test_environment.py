"""The environment that prepares itself, tried without a network."""

import ast
import base64
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from engine.environment import (
    OFF,
    RESTARTED,
    STAMP,
    EnvironmentFault,
    Run,
    explain,
    is_ready,
    prepare,
    python_of,
    set_up,
)
from engine.pins import installed, read_pins

ROOT = Path(__file__).resolve().parents[2]
LISTS = ("requirements.txt", "requirements-test.txt")
FROM_NOTHING = ["venv", "ensurepip", "pip"]

BUILD = """
import sys
from pathlib import Path
from engine import environment

root = Path(__file__).resolve().parent
environment.prepare(root, [root / "requirements.txt"])
import tiny
print(sys.argv[1:], Path(sys.prefix).relative_to(root).as_posix())
sys.exit(7)
"""


def written(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8")
    return path


def packages(venv: Path) -> Path:
    inside = "Lib" if sys.platform == "win32" else f"lib/python3.{sys.version_info.minor}"
    return venv / inside / "site-packages"


def touch(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()


def machine(venv: Path, log: list[str], *packed: str) -> Run:
    """A run that leaves what venv and pip would leave, and logs the name of each step."""

    def run(command: Sequence[str]) -> tuple[int, str]:
        step = command[command.index("-m") + 1]
        log.append(step)
        if step == "venv":
            if "--clear" in command:
                shutil.rmtree(venv, ignore_errors=True)
            touch(python_of(venv))
            touch(venv / "pyvenv.cfg")
        if step == "pip":
            for name in packed:
                touch(packages(venv) / f"{name}.dist-info" / "RECORD")
        return 0, ""

    return run


def steps(venv: Path, lists: Sequence[Path], *packed: str) -> list[str]:
    """The steps that a set-up takes."""
    log: list[str] = []
    set_up(venv, lists, machine(venv, log, *packed))
    return log


@pytest.fixture
def venv(tmp_path: Path) -> Path:
    return tmp_path / ".venv"


@pytest.fixture
def build(tmp_path: Path) -> Path:
    return written(tmp_path / "requirements.txt", "jinja2==3.1.6 --hash=sha256:00\n")


@pytest.fixture
def test(tmp_path: Path) -> Path:
    return written(tmp_path / "requirements-test.txt", "pytest==9.2.0 --hash=sha256:00\n")


def test_a_python_that_has_everything_is_used_as_it_is(tmp_path: Path) -> None:
    here = installed(sys.path)
    pins = written(tmp_path / "list.txt", f"pytest=={here['pytest']}\njinja2=={here['jinja2']}\n")
    prepare(tmp_path, [pins])
    assert list(tmp_path.iterdir()) == [pins]


def test_a_venv_is_ready_after_its_set_up_and_not_before(venv: Path, build: Path) -> None:
    assert not is_ready(venv, [build])
    assert steps(venv, [build], "jinja2-3.1.6") == FROM_NOTHING
    assert is_ready(venv, [build])


def test_a_changed_list_brings_the_venv_up_to_date(venv: Path, build: Path) -> None:
    steps(venv, [build], "jinja2-3.1.6")
    written(build, "jinja2==3.1.6\nwcwidth==0.9.4\n")
    assert not is_ready(venv, [build])
    assert steps(venv, [build], "wcwidth-0.9.4") == ["pip"]
    assert is_ready(venv, [build])


def test_what_the_tests_need_is_added_when_it_is_asked_for(
    venv: Path, build: Path, test: Path
) -> None:
    steps(venv, [build], "jinja2-3.1.6")
    assert not is_ready(venv, [build, test])
    assert steps(venv, [build, test], "pytest-9.2.0") == ["pip"]
    assert is_ready(venv, [build, test])
    assert is_ready(venv, [build])


def test_another_version_put_there_by_hand_is_put_right(venv: Path, build: Path) -> None:
    steps(venv, [build], "jinja2-3.1.6")
    there = packages(venv) / "jinja2-3.1.6.dist-info"
    there.rename(there.with_name("jinja2-3.0.0.dist-info"))
    assert not is_ready(venv, [build])


@pytest.mark.parametrize("part", [STAMP, "pyvenv.cfg", python_of(Path()).as_posix()])
def test_a_venv_that_lacks_a_part_is_made_from_nothing(venv: Path, build: Path, part: str) -> None:
    steps(venv, [build], "jinja2-3.1.6")
    (venv / part).unlink()
    assert not is_ready(venv, [build])
    assert steps(venv, [build], "jinja2-3.1.6") == FROM_NOTHING


def test_nothing_of_a_half_made_venv_is_kept(venv: Path, build: Path) -> None:
    touch(venv / "half")
    steps(venv, [build], "jinja2-3.1.6")
    assert not (venv / "half").exists()


def test_pip_belongs_to_the_venv_and_takes_nothing_unchecked(venv: Path, build: Path) -> None:
    commands: list[Sequence[str]] = []
    whole = machine(venv, [], "jinja2-3.1.6")

    def run(command: Sequence[str]) -> tuple[int, str]:
        commands.append(command)
        return whole(command)

    set_up(venv, [build], run)
    _, _, pip = commands
    assert pip[0] == str(python_of(venv))
    assert {"--require-hashes", "--only-binary=:all:", f"--requirement={build}"} <= set(pip)


def test_what_a_link_leads_to_is_not_emptied(venv: Path, build: Path, tmp_path: Path) -> None:
    (tmp_path / "theirs").mkdir()
    theirs = written(tmp_path / "theirs" / "pyvenv.cfg", "home = /usr\n")
    venv.symlink_to(theirs.parent, target_is_directory=True)
    with pytest.raises(EnvironmentFault, match="remove the link"):
        steps(venv, [build], "jinja2-3.1.6")
    assert theirs.exists()


@pytest.mark.parametrize("word", [0, 1, 2])
def test_a_venv_of_another_system_python_or_place_is_made_from_nothing(
    venv: Path, build: Path, word: int
) -> None:
    steps(venv, [build], "jinja2-3.1.6")
    origin, sums = (venv / STAMP).read_text("utf-8").split("\n", 1)
    words = origin.split(" ", 2)
    words[word] += "-other"
    written(venv / STAMP, f"{' '.join(words)}\n{sums}")
    assert not is_ready(venv, [build])
    assert steps(venv, [build], "jinja2-3.1.6") == FROM_NOTHING


@pytest.mark.parametrize("last", FROM_NOTHING)
def test_a_set_up_that_was_interrupted_begins_again(venv: Path, build: Path, last: str) -> None:
    whole = machine(venv, [], "jinja2-3.1.6")

    def killed(command: Sequence[str]) -> tuple[int, str]:
        done = whole(command)
        if last in command:
            raise KeyboardInterrupt
        return done

    with pytest.raises(KeyboardInterrupt):
        set_up(venv, [build], killed)
    assert not is_ready(venv, [build])
    assert steps(venv, [build], "jinja2-3.1.6") == FROM_NOTHING


def test_an_update_that_was_interrupted_begins_from_nothing(venv: Path, build: Path) -> None:
    steps(venv, [build], "jinja2-3.1.6")

    def killed(command: Sequence[str]) -> tuple[int, str]:
        raise KeyboardInterrupt(command)

    with pytest.raises(KeyboardInterrupt):
        set_up(venv, [build], killed)
    assert not is_ready(venv, [build])
    assert steps(venv, [build], "jinja2-3.1.6") == FROM_NOTHING


def test_pip_may_not_claim_what_it_did_not_do(venv: Path, build: Path) -> None:
    with pytest.raises(EnvironmentFault, match=r"still missing in \.venv: jinja2 3\.1\.6"):
        steps(venv, [build])
    assert not is_ready(venv, [build])


def test_a_step_that_fails_is_told_with_its_last_words(venv: Path, build: Path) -> None:
    said = "Looking in links\nERROR: No module named ensurepip\n\nTraceback (most recent call last)"
    with pytest.raises(EnvironmentFault) as caught:
        set_up(venv, [build], lambda _: (1, said))
    assert str(caught.value) == (
        "This Python cannot make virtual environments: a part of it is not installed.\n"
        "    | Looking in links\n"
        "    | ERROR: No module named ensurepip\n"
        "  hint: on Debian or Ubuntu: sudo apt install python3-venv"
    )


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("/usr/bin/python3: No module named venv", "This Python cannot make virtual environments"),
        ("Retrying after connection broken by 'x'\nNo matching distribution found", "not answer"),
        ("ERROR: No matching distribution found for tiny==1", "no package that fits"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM", "not the one that the list names"),
        ("an OSError: [Errno 28] No space left on device", "The disk is full"),
        ("[Errno 13] Permission denied: '.venv.lock'", "no permission"),
        ("something quite new", "could not be made"),
        ("", "could not be made"),
    ],
)
def test_what_goes_wrong_is_said_plainly_and_with_a_way_out(said: str, sentence: str) -> None:
    first, *_, last = str(explain(said)).splitlines()
    assert sentence in first
    assert last.startswith("  hint: ")


def test_where_the_set_up_is_turned_off_what_is_absent_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(OFF, "1")
    pins = written(tmp_path / "list.txt", "pytest==0.1\nno-such-b==1\nno-such-a==1\n")
    with pytest.raises(EnvironmentFault, match=r"forbids to install them: no-such-a, no-such-b\."):
        prepare(tmp_path, [pins])
    assert list(tmp_path.iterdir()) == [pins]


def test_where_the_set_up_is_turned_off_another_version_will_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(OFF, "1")
    prepare(tmp_path, [written(tmp_path / "list.txt", "pytest==0.1\n")])


def test_a_second_start_that_still_lacks_something_does_not_start_a_third(
    tmp_path: Path, venv: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(OFF, raising=False)
    monkeypatch.setenv(RESTARTED, str(venv))
    with pytest.raises(
        EnvironmentFault, match=r"is prepared, but its Python does not find no-such"
    ):
        prepare(tmp_path, [written(tmp_path / "list.txt", "no-such==1\n")])


def wheel(folder: Path) -> str:
    """Put the wheel of a package `tiny` there; gives its line for a pinned list."""
    path = folder / "tiny-1.0-py3-none-any.whl"
    info = "tiny-1.0.dist-info"
    files = {
        "tiny.py": "",
        f"{info}/METADATA": "Metadata-Version: 2.1\nName: tiny\nVersion: 1.0\n"
        "Requires-Dist: not-in-the-list\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
        sums = {name: hashlib.sha256(text.encode()).digest() for name, text in files.items()}
        texts = {name: base64.urlsafe_b64encode(sum_).decode() for name, sum_ in sums.items()}
        record = [f"{name},sha256={text.rstrip('=')}," for name, text in texts.items()]
        archive.writestr(f"{info}/RECORD", "\n".join([*record, f"{info}/RECORD,,\n"]))
    return f"tiny==1.0 --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"


def started(folder: Path, *arguments: str) -> tuple[int, str, str]:
    """Run the project in a folder as a reader would, with that folder as the package index."""
    ours = {OFF, RESTARTED, "PYTHONPATH"}
    env = {name: value for name, value in os.environ.items() if name not in ours}
    index = {"PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": folder.as_uri()}
    done = subprocess.run(
        [sys.executable, str(folder / "build.py"), *arguments],
        env=env | index | {"PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def test_one_command_prepares_itself_once_and_keeps_its_arguments_and_exit_status(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "ある 場所"
    (folder / "engine").mkdir(parents=True)
    for name in ("__init__.py", "environment.py", "locks.py", "pins.py"):
        written(folder / "engine" / name, (ROOT / "engine" / name).read_text("utf-8"))
    written(folder / "requirements.txt", wheel(folder))
    written(folder / "build.py", BUILD)
    told = "['check', 'a b'] .venv\n"
    first_run = "Preparing .venv (first run only) …\n"
    assert started(folder, "check", "a b") == (7, told, first_run)
    assert started(folder, "check", "a b") == (7, told, "")


def test_the_lists_pin_what_the_project_asks_for_within_its_bounds() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    asked = {
        "requirements.txt": project["project"]["dependencies"],
        "requirements-test.txt": project["dependency-groups"]["test"],
    }
    windows = {"sys_platform": "win32", "platform_python_implementation": "cpython"}
    for name, dependencies in asked.items():
        pins = read_pins((ROOT / name).read_text("utf-8"), windows)
        wanted = {each.name: each.specifier for each in map(Requirement, dependencies)}
        assert wanted.keys() <= pins.keys()
        assert [pin for pin, bounds in wanted.items() if not bounds.contains(pins[pin])] == []


def test_no_package_is_pinned_in_both_lists() -> None:
    build, test = (read_pins((ROOT / name).read_text("utf-8")) for name in LISTS)
    assert build.keys() & test.keys() == set()


@pytest.mark.parametrize("name", LISTS)
def test_every_pin_has_its_hashes_and_no_list_names_a_host(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    lines = re.sub(r"#.*", "", text).replace("\\\n", " ").splitlines()
    pin = r"[a-z0-9-]+==[\w.]+( ; [^-]+)?(\s+--hash=sha256:[0-9a-f]{64})+\s*"
    assert [line for line in lines if line.strip() and not re.fullmatch(pin, line)] == []
    assert "//" not in text


@pytest.mark.parametrize("name", ["environment", "locks", "pins"])
def test_what_runs_before_the_set_up_needs_nothing_installed(name: str) -> None:
    tree = ast.parse((ROOT / "engine" / f"{name}.py").read_text("utf-8"))
    plain = [
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
    ]
    taken = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    ours = {"engine.locks", "engine.pins"}
    foreign = {module.split(".")[0] for module in {*plain, *taken} - ours} - sys.stdlib_module_names
    assert foreign == set()
