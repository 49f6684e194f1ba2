"""The architecture as a test: import order, one door per library, sizes, complete lists."""

import ast
import re
from pathlib import Path

import pytest

import build
import engine
from engine.arguments import COMMANDS
from engine.checks import CHECKS
from engine.commands import ANSWERS
from engine.documents import find_files, read_document
from engine.exports import EXPORTS
from engine.kinds import FOLDERS, KINDS
from engine.pages import PAGES
from engine.wording import read_words as read

ROOT = build.HERE
ENGINE = ROOT / "engine"
MODULES = sorted(path for path in ENGINE.rglob("*.py"))

ORDER = re.findall(r"^ {4}(\w+) ", engine.__doc__ or "", re.MULTILINE)
"""The rooms in the order of the map in ``engine/__init__.py``; each may import those above it."""

SHARED = {
    "commands": {"answer", "edits"},
    "dates": {"*"},
    "exports": {"atom", "beyond", "traces"},
    "kinds": {"record"},
    "rules": {"rule"},
    "drawing": {"*"},
    "views": {"page", "story", "sheet", "noted", "items", "roles", "halves"},
}
"""Files of a room that others in it may import; everywhere else there is no way sideways."""

DOORS = {
    "axe_playwright_python": set(),
    "jinja2": {"rendering"},
    "livereload": {"serving"},
    "markdown_it": {"markdown"},
    "markupsafe": {"markdown"},
    "mdit_py_plugins": {"markdown"},
    "num2words": {"wording"},
    "pydantic": {"fields", "values", "settings", "kinds", "schemas"},
    "pydantic_core": {"fields", "values", "schemas"},
    "resvg_py": {"pictures"},
    "tornado": {"serving"},
    "venv": {"environment"},
    "watchfiles": {"watching"},
    "wcwidth": {"diagnostics"},
    "yaml": {"nodes"},
}
"""Which rooms may import a library; all others are free only in the standard library."""


def room(path: Path) -> str:
    return path.relative_to(ENGINE).parts[0].removesuffix(".py")


def imports(path: Path) -> list[str]:
    """What a module imports when it runs; imports for type checking alone do not count."""
    tree = ast.parse(path.read_text("utf-8"))
    hidden = {
        id(child)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
        for child in ast.walk(node)
    }
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import) and id(node) not in hidden:
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and id(node) not in hidden:
            base = node.module or ""
            found += [f"{base}.{alias.name}" for alias in node.names]
    return found


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_a_module_imports_only_what_stands_above_it(path: Path) -> None:
    if path == ENGINE / "__init__.py":
        return
    assert room(path) in ORDER, "add the room to the map in engine/__init__.py"
    above = ORDER[: ORDER.index(room(path))]
    for name in imports(path):
        if not name.startswith("engine."):
            continue
        other = name.split(".")[1]
        if other == room(path):
            file = name.split(".")[2]
            shared = SHARED.get(other, set())
            assert path.name == "__init__.py" or file in shared or "*" in shared, name
        else:
            assert other in above, name


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_each_library_has_one_door(path: Path) -> None:
    for name in imports(path):
        library = name.split(".")[0]
        assert room(path) in DOORS.get(library, {room(path)}), name


@pytest.mark.parametrize("path", [*MODULES, ROOT / "build.py"], ids=named)
def test_a_module_is_small_enough_to_see_whole(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.count("\n") <= 250
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        assert length(node) <= 30, f"{node.name} has {length(node)} lines"
        arguments = [a for a in (*node.args.args, *node.args.kwonlyargs) if a.arg != "self"]
        assert len(arguments) <= 5, f"{node.name} takes {len(arguments)} parameters"


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines of a function without its docstring."""
    first = node.body[0]
    documented = ast.get_docstring(node) is not None and len(node.body) > 1
    docstring = (first.end_lineno or 0) - first.lineno + 1 if documented else 0
    return (node.end_lineno or 0) - node.lineno + 1 - docstring


def test_build_py_can_be_read_by_an_old_python() -> None:
    """So that it can say which one is needed."""
    ast.parse((ROOT / "build.py").read_text("utf-8"), feature_version=(3, 8))


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_a_module_says_what_it_makes(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text("utf-8")))


def test_only_its_door_writes_files() -> None:
    writing = re.compile(r"\.(write_text|write_bytes|unlink|rmdir|mkdir|replace\(.*tmp)\(")
    writers = {room(path) for path in MODULES if writing.search(path.read_text("utf-8"))}
    assert writers <= {"output", "authored", "environment", "locks", "pictures"}


def test_no_clock_and_no_terminal_in_the_engine() -> None:
    seen = re.compile(r"\bprint\(|datetime\.now|date\.today|time\.time\(|perf_counter")
    users = {room(path) for path in MODULES if seen.search(path.read_text("utf-8"))}
    assert users <= {"environment", "locks", "terminal"}


def test_every_file_of_a_room_is_in_its_list() -> None:
    assert files("kinds") - {"record"} == {kind.kind for kind in KINDS}
    assert files("checks") == {check.__module__.split(".")[-1] for check in CHECKS}
    assert files("pages") == {make.__module__.split(".")[-1] for make in PAGES}
    assert files("rules") - {"rule"} == rule_files()
    assert files("commands") - SHARED["commands"] == {ask.__name__ for ask in ANSWERS}
    assert files("exports") - SHARED["exports"] == {
        make.__module__.split(".")[-1] for make in EXPORTS
    }


def rule_files() -> set[str]:
    """The files whose rules are gathered in ``RULES``."""
    gathered = [name for name in imports(ENGINE / "rules" / "__init__.py") if name[-1].isupper()]
    return {name.split(".")[2] for name in gathered}


def test_what_can_be_asked_for_is_what_is_answered() -> None:
    assert {command.name for command in COMMANDS} | {"compare"} == set(build.COMMANDS)


def files(name: str) -> set[str]:
    return {path.stem for path in (ENGINE / name).glob("*.py")} - {"__init__"}


def test_every_function_that_checks_is_run() -> None:
    written = {
        match
        for path in (ENGINE / "checks").glob("*.py")
        for match in re.findall(r"^def (check_\w+)", path.read_text("utf-8"), re.MULTILINE)
    }
    assert written == {check.__name__ for check in CHECKS}


def test_templates_choose_and_python_computes() -> None:
    for path in (ROOT / "templates").rglob("*.html"):
        text = path.read_text("utf-8")
        assert "|safe" not in text.replace(" ", "")
        assert "style=" not in text
        for attributes, script in re.findall(r"<script([^>]*)>(.*?)</script>", text, re.DOTALL):
            if attributes == ' type="application/ld+json"':
                assert script == "{{ meta.head.data }}", "data is made safe in Python"
            else:
                assert script == "", "a script is a file of its own, which the page may lack"


def test_style_sheets_need_no_force_and_no_third_party() -> None:
    for path in (ROOT / "static").rglob("*.css"):
        text = path.read_text("utf-8")
        assert "!important" not in text
        assert "http" not in text


def test_every_word_of_the_interface_is_there_and_used() -> None:
    words, faults = read_words()
    assert faults == []
    code = "".join(
        path.read_text("utf-8") for path in [*(ROOT / "templates").rglob("*.html"), *MODULES]
    )
    asked = set(re.findall(r"""words\[["']([\w.-]+)["']\]""", code))
    known = {*words, *(key.removeprefix("dates.") for key in words)}
    assert asked - known == set()


def read_words() -> tuple[dict[str, str], list[object]]:
    path = ROOT / "templates" / "strings.en.yaml"
    words, faults = read(path.read_text("utf-8"), path.name)
    return words, list(faults)


PLAIN = {
    *("board’s", "center", "council", "county", "emerging", "friends", "gazette", "global"),
    *(
        "humanity",
        "investors",
        "middle",
        "planned",
        "robots",
        "security",
        "street",
        "technology",
        "university",
    ),
}
"""Words in the names of bodies that are anybody's."""


def test_the_engine_knows_nothing_of_any_story() -> None:
    """No name of a person or body of either story stands in engine, templates or static."""
    names = set()
    for site in (ROOT, ROOT / "tests" / "sites" / "council"):
        files_, _ = find_files(site, FOLDERS)
        for file in files_:
            document = read_document(file, FOLDERS[file.path.rpartition("/")[0]])
            if document.kind in ("person", "organization") and document.front:
                words = str(document.front.get("name", "")).split()
                names |= {word.casefold() for word in words if len(word) > 5} - PLAIN
    for folder in ("engine", "templates", "static"):
        for path in (ROOT / folder).rglob("*.*"):
            if path.suffix in (".py", ".html", ".css", ".yaml", ".js"):
                text = set(re.findall(r"\w+", path.read_text("utf-8").casefold()))
                assert text & names == set(), path
