"""The documentation says what the code does: the field lists are made from the types."""

import ast
import inspect
import re
import textwrap
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest

import build
from engine.fields import Part
from engine.kinds import KINDS
from engine.kinds.page import SECTIONS
from engine.kinds.record import Record
from engine.rules import GROUPS
from engine.rules import in_words as gravity
from engine.rules.rule import Rule
from engine.settings import Settings
from tests.conftest import CASES, read_case

DOCS = build.HERE / "docs"
MARK = "<!-- made by tests/test_docs.py from the types: build.py test --update -->"


def test_content_types_are_documented_as_they_are(request: pytest.FixtureRequest) -> None:
    path = DOCS / "content-types.md"
    head = path.read_text("utf-8").partition(MARK)[0] if path.exists() else ""
    text = head + MARK + "\n\n" + fields_in_words()
    if request.config.getoption("--update"):
        path.write_text(text, "utf-8")
    assert path.read_text("utf-8") == text


RULES_MARK = "<!-- made by tests/test_docs.py from engine/rules and tests/cases: --update -->"


def test_diagnostics_are_documented_as_they_are_told(request: pytest.FixtureRequest) -> None:
    """Every example is what a case expects, and each case is built: the build really says it."""
    path = DOCS / "diagnostics.md"
    head = path.read_text("utf-8").partition(RULES_MARK)[0] if path.exists() else ""
    text = head + RULES_MARK + "\n\n" + rules_in_words()
    if request.config.getoption("--update"):
        path.write_text(text, "utf-8")
    assert path.read_text("utf-8") == text


def test_every_rule_of_the_code_is_explained_and_every_explained_rule_is_told() -> None:
    known = {rule.name for rules in GROUPS.values() for rule in rules}
    text = "".join(path.read_text("utf-8") for path in (build.HERE / "engine").rglob("*.py"))
    said = set()
    for path in (build.HERE / "engine").rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(call, ast.Call) and ast.unparse(call.func).endswith("Diagnostic"):
                given = [*call.args[1:2], *(k.value for k in call.keywords if k.arg == "rule")]
                said |= {one.value for one in given if isinstance(one, ast.Constant)}
    assert said - known == set()
    assert {name for name in known if f'"{name}"' not in text} == set()


def rules_in_words() -> str:
    rows = []
    for title, rules in GROUPS.items():
        rows.append(f"## {title}\n")
        for rule in rules:
            allowed = " It can be allowed." if rule.may_be_allowed else ""
            case, told = example(rule)
            rows += [
                f"### {rule.name}\n",
                f"{rule.means}\n{rule.mend}\n{gravity(rule).capitalize()}.{allowed}\n",
                f"```text\n{told}```\n",
                f"Case: [{case}](../tests/cases/{case}.txt)\n",
            ]
    return "\n".join(rows)


def example(rule: Rule) -> tuple[str, str]:
    """The case that shows a rule, the one of its name first, and what is said there."""
    cases = sorted(CASES.glob("*.txt"), key=lambda path: (path.stem != rule.name, path.stem))
    for path in cases:
        for told in re.split(r"^(?=\S)", read_case(path).get("diagnostics", ""), flags=re.M):
            if told.partition("\n")[0].endswith(f" [{rule.name}]"):
                return path.stem, told
    raise AssertionError(f"no case tells of {rule.name}")


def fields_in_words() -> str:
    parts: dict[str, type[Part]] = {}
    rows = ["## site.yaml\n", table(Settings, parts, set())]
    shared = set(Record.model_fields)
    rows += ["## Every record\n", table(Record, parts, set())]
    for kind in KINDS:
        folders = " or ".join(f"`{folder}/`" for folder in kind.folders)
        rows.append(f"## {kind.kind}\n")
        rows.append(f"{kind.__doc__}\nIn {folders}, published at `{kind.address}`.\n")
        own = {name for name in shared if not kind.model_fields[name].is_required()}
        rows.append(table(kind, parts, own))
    rows.append("## Sections of the pages that the engine makes\n")
    rows += [
        f"- `{name}`: " + ", ".join(f"`{id_}`" for id_ in ids) for name, ids in SECTIONS.items()
    ]
    rows.append("\nThe ids of eras are sections of `timeline` too, those of groups of `cast`.\n")
    done: set[str] = set()
    rows.append("## Parts\n")
    while set(parts) - done:
        name = sorted(set(parts) - done)[0]
        done.add(name)
        about = inspect.getdoc(parts[name])
        rows += [f"### {name}\n", f"{about}\n", table(parts[name], parts, set())]
    return "\n".join(rows)


def table(model: type[Part], parts: dict[str, type[Part]], without: set[str]) -> str:
    rows = ["| field | holds | |", "|---|---|---|"]
    for name, field in model.model_fields.items():
        alias = field.alias or name
        if alias.startswith(" ") or name in without:
            continue
        star = "\\*" if field.is_required() else ""
        told = " ".join(docstring(model, name).split())
        rows.append(f"| `{alias}`{star} | {in_words(field.annotation, parts)} | {told} |")
    return "\n".join(rows) + "\n"


def docstring(model: type[Part], name: str) -> str:
    """The text below a field, from the class itself or the nearest one above it that has it."""
    for cls in model.__mro__:
        if issubclass(cls, Part) and name in vars(cls).get("__annotations__", {}):
            (found,) = ast.parse(textwrap.dedent(inspect.getsource(cls))).body
            assert isinstance(found, ast.ClassDef)
            for field, below in pairwise(found.body):
                is_field = isinstance(field, ast.AnnAssign) and ast.unparse(field.target) == name
                if (
                    is_field
                    and isinstance(below, ast.Expr)
                    and isinstance(below.value, ast.Constant)
                ):
                    return str(below.value.value)
            return ""
    return ""


def in_words(annotation: object, parts: dict[str, type[Part]]) -> str:
    arguments = [arg for arg in get_args(annotation) if arg is not type(None)]
    name = getattr(annotation, "__name__", "")
    origin = str(getattr(annotation, "__origin__", ""))
    if isinstance(annotation, type) and issubclass(annotation, Part):
        parts[annotation.__name__] = annotation
        return f"[{annotation.__name__}](#{annotation.__name__.lower()})"
    if "Literal" in str(annotation) and not any("Literal" in str(a) for a in arguments):
        return ", ".join(f"`{arg}`" for arg in arguments)
    if "Ref" in origin:
        kind = getattr(arguments[0], "__forward_arg__", None) or arguments[0].__name__
        return f"id of {kind.lower()}"
    if "tuple" in origin:
        return "list of " + in_words(arguments[0], parts)
    if "dict" in origin:
        return "mapping of name to " + in_words(arguments[1], parts)
    if arguments:
        return " or ".join(filter(None, dict.fromkeys(in_words(a, parts) for a in arguments)))
    plain = {"str": "text", "int": "number", "bool": "`true` or `false`", "Date": "date"}
    more = {"Open": "`..`", "Prose": "Markdown", "Citation": "citation", "ZoneInfo": "time zone"}
    status = "`official`, `first-person`, `reported`, `anonymous`, `analysis`, `rumour`"
    return {**plain, **more, "Status": status}.get(name, "")


def test_every_file_that_the_documents_name_is_there() -> None:
    for path in [*build.HERE.glob("*.md"), *DOCS.rglob("*.md")]:
        text = re.sub(r"^```.*?^```", "", path.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
        for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", text):
            if "://" not in target:
                assert (path.parent / target).exists(), f"{path.name} → {target}"


def test_no_document_names_a_machine() -> None:
    for path in [*build.HERE.glob("*.md"), *DOCS.rglob("*.md"), build.HERE / "requirements.txt"]:
        text = path.read_text("utf-8")
        assert "/home/" not in text
        assert "/root/" not in text
        assert "/tmp/" not in text


def test_the_readme_is_short() -> None:
    assert len(Path(build.HERE / "README.md").read_text("utf-8").split()) <= 450
