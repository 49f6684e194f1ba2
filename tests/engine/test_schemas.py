"""The schemas for editors: what is valid content is valid there, what is broken is not."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator as Validator

import build
from engine.dates import DateFault, parse
from engine.described import described, own_choices
from engine.documents import File, find_files, read_document
from engine.kinds import FOLDERS, KINDS
from engine.kinds.record import Record
from engine.nodes import Items, Node, Text, read_mapping
from engine.records import decode_record
from engine.schemas import schemas
from tests.conftest import CASES, SITES, Builder, base_site, read_case, run

MADE = {path: json.loads(text) for path, text in schemas().items()}
OURS = [build.HERE, SITES / "council"]
Json = str | int | float | bool | list["Json"] | dict[str, "Json"]


def as_an_editor_reads_it(node: Node) -> Json:
    """The core schema of YAML 1.2, which editors follow: it guesses numbers and booleans."""
    if isinstance(node, Text):
        if node in ("true", "false"):
            return node == "true"
        number = re.fullmatch(r"[-+]?(\d+)(\.\d*)?", node)
        return (float(node) if number[2] else int(node)) if number else str(node)
    if isinstance(node, Items):
        return [as_an_editor_reads_it(item) for item in node]
    return {key: as_an_editor_reads_it(value) for key, value in node.items()}


def front_of(path: str, text: bytes, kind: str) -> Json:
    document = read_document(File(path, text), kind)
    assert document.front is not None, path
    return as_an_editor_reads_it(document.front)


def faults(kind: str, front: Json) -> list[str]:
    validator = Validator(MADE[f"schemas/{kind}.json"])
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(front)]


@pytest.mark.parametrize("path", MADE)
def test_each_schema_is_one(path: str) -> None:
    Validator.check_schema(MADE[path])


@pytest.mark.parametrize("site", OURS, ids=lambda site: site.name)
def test_all_content_is_valid(site: Path) -> None:
    files, _ = find_files(site, FOLDERS)
    assert len(files) > 60
    for file in files:
        kind = FOLDERS[file.path.rpartition("/")[0]]
        assert faults(kind, front_of(file.path, file.content, kind)) == [], file.path
    settings = read_mapping((site / "site.yaml").read_text("utf-8"), "site.yaml").mapping
    assert settings is not None
    assert faults("site", as_an_editor_reads_it(settings)) == []


def example(kind: type[Record]) -> dict[str, Json]:
    """The first published record of a kind in the council's site."""
    for folder in kind.folders:
        for path in sorted((SITES / "council" / folder).glob("*.md")):
            if path.name != "README.md" and "\ndraft:" not in path.read_text("utf-8"):
                front = front_of(path.name, path.read_bytes(), kind.kind)
                assert isinstance(front, dict)
                return front
    raise AssertionError(kind)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
def test_what_is_broken_is_not_valid(kind: type[Record]) -> None:
    front = example(kind)
    assert faults(kind.kind, front) == []
    for field in described(kind):
        left = {key: value for key, value in front.items() if key != field.name}
        needed = field.is_required or (field.name == "cites" and kind.must_cite)
        assert bool(faults(kind.kind, left)) == needed, field.name
        if own_choices(field.type):
            assert faults(kind.kind, {**front, field.name: "perhaps"})
        if "date" in field.name:
            assert faults(kind.kind, {**front, field.name: "17.11.2023"})
        assert faults(kind.kind, {**front, field.name: {"a": {"b": 1}}}), field.name
    assert faults(kind.kind, {**front, "titel": "x"})
    assert faults(kind.kind, {**front, " id": "x"})


def test_a_draft_may_lack_its_sources() -> None:
    front = example(KINDS[0]) | {"draft": True}
    del front["cites"]
    assert faults("event", front) == []


BY_FIELD = {"missing-field", "unknown-field", "wrong-choice", "wrong-type"}
"""Rules of single fields. That a day is in no calendar, only a build can tell."""


def at_fault_by_themselves() -> Iterator[tuple[str, str, str]]:
    """The files of cases that are at fault whatever else is there: the case, path and text."""
    for path in sorted(CASES.glob("*.txt")):
        for name, text in read_case(path).items():
            kind = FOLDERS.get(name.rpartition("/")[0])
            if kind and name.endswith(".md"):
                document = read_document(File(name, text.encode()), kind)
                entry = decode_record(document)
                if document.front is not None and {f.rule for f in entry.faults} & BY_FIELD:
                    yield path.stem, name, text


@pytest.mark.parametrize(("case", "path", "text"), list(at_fault_by_themselves()))
def test_what_a_build_tells_of_a_field_an_editor_tells_too(case: str, path: str, text: str) -> None:
    kind = FOLDERS[path.rpartition("/")[0]]
    assert faults(kind, front_of(path, text.encode(), kind)), case


@given(st.from_regex(r"\A[\[(]?[0-9X/.?~%T:Z+\-, ]{0,24}\Z") | st.dates().map(str))
def test_every_date_that_is_read_is_valid(text: str) -> None:
    try:
        parse(text)
    except DateFault:
        return
    event = example(KINDS[0])
    assert faults("event", {**event, "date": text}) == []


def test_patterns_are_ones_that_javascript_knows_too() -> None:
    """No named groups, no look-behind, no class that begins with a closing bracket."""

    def patterns(part: object) -> Iterator[str]:
        if isinstance(part, Mapping):
            for key, value in part.items():
                if key == "pattern" and isinstance(value, str):
                    yield value
                yield from patterns(value)
        elif isinstance(part, list):
            for value in part:
                yield from patterns(value)

    found = set(patterns(MADE))
    assert len(found) > 4
    for pattern in found:
        assert not re.search(r"\(\?[P<]|\[\^?\]|\\[AZ]", pattern), pattern


def test_fields_are_described_as_an_author_writes_them() -> None:
    membership = MADE["schemas/person.json"]["$defs"]["Membership"]
    assert membership["properties"]["from"]["description"] == "When it began; left out: not known."
    assert membership["additionalProperties"] is False
    assert MADE["schemas/event.json"]["required"] == ["summary", "status", "title", "date"]


def test_the_files_in_the_repository_are_these(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update"):
        run(build.HERE, "schema")
    for path, text in schemas().items():
        assert (build.HERE / path).read_text("utf-8") == text
    assert {path.name for path in (build.HERE / "schemas").iterdir()} == {
        path.rpartition("/")[2] for path in MADE
    }


def test_a_site_gets_its_own(build_site: Builder) -> None:
    site = build_site(base_site()).site
    assert run(site, "schema").printed == "12 schemas in schemas/, 12 written.\n"
    (site / "schemas/event.json").write_text("{}")
    assert run(site, "schema").printed == "12 schemas in schemas/, 1 written.\n"
    assert (site / "schemas/event.json").read_text("utf-8") == schemas()["schemas/event.json"]


def test_the_settings_of_the_editor_name_what_is_there() -> None:
    settings = json.loads((build.HERE / ".vscode/settings.json").read_text("utf-8"))
    for schema, globs in settings["yaml.schemas"].items():
        assert (build.HERE / schema).is_file()
        assert all(list(build.HERE.glob(one)) for one in globs)
