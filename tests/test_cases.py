"""Every plain-text case: a small site, what is said of it, and what it becomes."""

from pathlib import Path

import pytest

from tests.conftest import CASES, base_site, read_case, run, write_site

ALL = sorted(path for path in CASES.glob("*.txt") if path.name != "base.txt")
EXPECTED = ("diagnostics", "status")


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_a_case_is_told_and_built_as_it_says(
    path: Path, folder: Path, request: pytest.FixtureRequest
) -> None:
    case = read_case(path)
    make_site(folder, case)
    built = run(folder, *case.get("options", "").split())
    found = {"status": f"{built.status}\n", "diagnostics": _faults(built.said)}
    for name in case:
        if name.startswith("site/"):
            page = built.files.get(name.removeprefix("site/"), "(not published)\n")
            found[name] = _main(page)
    if request.config.getoption("--update"):
        _rewrite(path, case, found)
    else:
        assert found == {name: case.get(name, "") for name in found}


def make_site(folder: Path, case: dict[str, str]) -> None:
    """Write the sound site with what a case changes of it, and the links that it asks for."""
    files: dict[str, str | bytes] = {**base_site()}
    links: dict[str, str] = {}
    for name, text in case.items():
        if name.startswith("remove "):
            files.pop(name.removeprefix("remove "))
        elif name.startswith("link "):
            links[name.removeprefix("link ")] = text.strip()
        elif name not in ("story", "options", *EXPECTED) and not name.startswith("site/"):
            path, content = _file(name, text)
            files[path] = content
    write_site(folder, files)
    for name, target in links.items():
        (folder / name).symlink_to(target)


def _file(name: str, text: str) -> tuple[str, str | bytes]:
    """A file of a site: as it stands, ``bytes PATH`` with escapes, ``size N PATH`` of N bytes."""
    how, _, path = name.partition(" ")
    if how == "bytes":
        return path, text.encode().decode("unicode_escape").encode("latin-1")
    if how == "size":
        size, _, path = path.partition(" ")
        return path, text.encode().ljust(int(size))
    return name, text


def _faults(said: str) -> str:
    """What was said without the summary, which holds a time."""
    lines = said.splitlines(keepends=True)
    return "".join(lines[:-1])


def _main(page: str) -> str:
    """What a page says between its opening and its foot, one tag a line."""
    _, found, rest = page.partition('<main id="main">\n')
    return rest.partition("</main>")[0] if found else page


def _rewrite(path: Path, case: dict[str, str], found: dict[str, str]) -> None:
    sections = {**case, **found}
    story = sections.pop("story", "")
    order = [name for name in sections if name not in found] + list(found)
    text = story + "".join(f"-- {name} --\n{sections[name]}" for name in order)
    path.write_text(text, "utf-8")
