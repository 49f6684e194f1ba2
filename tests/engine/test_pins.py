"""What the pinned lists want, and what a Python has."""

import importlib.metadata
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.pins import applies, installed, lacking, read_pins

LINUX = {"sys_platform": "linux", "platform_python_implementation": "cpython"}
WINDOWS = {"sys_platform": "win32", "platform_python_implementation": "cpython"}

LIST = """\
# A remark
--only-binary :all:

jinja2==3.1.6 \\
    --hash=sha256:0137 \\
    --hash=sha256:85ec
    # via explainer (pyproject.toml)
Typing_Extensions[more]==4.16.0 --hash=sha256:aa  # a remark
colorama==0.4.6 ; sys_platform == 'win32' \\
    --hash=sha256:4f1d
librt==0.16.0 ; platform_python_implementation != 'PyPy' --hash=sha256:bb
loose>=1
"""

names = st.from_regex(r"[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,5}){0,2}", fullmatch=True)
versions = st.from_regex(r"[0-9]{1,4}(\.[0-9]{1,3}){0,3}(rc1|\.post1)?", fullmatch=True)


def pack(folder: Path, name: str, version: str) -> None:
    """Leave the traces of an installed package in a folder."""
    record = folder / f"{name}-{version}.dist-info" / "RECORD"
    record.parent.mkdir(parents=True)
    record.touch()


def test_a_list_is_read_across_lines_hashes_remarks_and_markers() -> None:
    always = {"jinja2": "3.1.6", "typing-extensions": "4.16.0", "librt": "0.16.0"}
    assert read_pins(LIST, LINUX) == always
    assert read_pins(LIST, WINDOWS) == always | {"colorama": "0.4.6"}


@given(st.dictionaries(names, versions))
def test_every_pin_that_is_written_is_read(pins: dict[str, str]) -> None:
    lines = (f"{name}=={version} \\\n    --hash=sha256:00\n" for name, version in pins.items())
    assert read_pins("".join(lines)) == pins


@pytest.mark.parametrize(
    ("marker", "on_linux", "on_windows"),
    [
        ("sys_platform == 'win32'", False, True),
        ("sys_platform != 'win32'", True, False),
        ("platform_python_implementation == 'CPython'", True, True),
        ("sys_platform == 'linux' and platform_python_implementation == 'PyPy'", False, False),
        (
            "(sys_platform == 'linux' and platform_python_implementation == 'CPython')"
            " or sys_platform == 'win32'",
            True,
            True,
        ),
        ("platform_release == 'x'", False, False),
    ],
)
def test_a_marker_holds_where_it_is_true(marker: str, on_linux: bool, on_windows: bool) -> None:
    assert (applies(marker, LINUX), applies(marker, WINDOWS)) == (on_linux, on_windows)


def test_the_first_folder_wins_and_names_have_one_spelling(tmp_path: Path) -> None:
    pack(tmp_path / "first", "Typing_Extensions", "4.16.0")
    pack(tmp_path / "second", "typing_extensions", "4.1.0")
    pack(tmp_path / "second", "PyYAML", "6.0.3")
    folders = [str(tmp_path / folder) for folder in ("first", "second", "not-there")]
    assert installed(folders) == {"typing-extensions": "4.16.0", "pyyaml": "6.0.3"}


def test_a_package_without_its_record_is_not_installed(tmp_path: Path) -> None:
    pack(tmp_path, "jinja2", "3.1.6")
    (tmp_path / "jinja2-3.1.6.dist-info" / "RECORD").unlink()
    assert installed([str(tmp_path)]) == {}


def test_what_is_installed_here_is_what_python_itself_says() -> None:
    asked = ("jinja2", "markdown-it-py", "pydantic-core", "pyyaml", "typing-extensions", "pytest")
    found = installed(sys.path)
    assert {name: found[name] for name in asked} == {
        name: importlib.metadata.version(name) for name in asked
    }


def test_what_lacks_is_absent_or_of_another_version(tmp_path: Path) -> None:
    pack(tmp_path, "jinja2", "3.1.6")
    pack(tmp_path, "wcwidth", "0.2.13")
    pins = {"jinja2": "3.1.6", "wcwidth": "0.9.4", "pyyaml": "6.0.3"}
    assert lacking(pins, [str(tmp_path)]) == ["wcwidth 0.9.4", "pyyaml 6.0.3"]
