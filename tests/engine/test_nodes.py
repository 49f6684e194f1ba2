"""YAML is read without guessing, and every value knows its place."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from engine.nodes import Items, Mapping, Text, read_mapping


def read(text: str) -> Mapping:
    parsed = read_mapping(text, "x.md", ["---"])
    assert parsed.faults == ()
    assert parsed.mapping is not None
    return parsed.mapping


@pytest.mark.parametrize("word", ["NO", "yes", "on", "1.10", "12:30", "010", "~x", "null", "1e3"])
def test_a_scalar_stays_the_text_that_was_written(word: str) -> None:
    assert read(f"key: {word}") == {"key": word}


def test_a_place_counts_lines_of_the_file_and_characters() -> None:
    mapping = read("名前: 値\nlist: [一, 二]\n")
    items = mapping["list"]
    assert isinstance(items, Items)
    second = items[1]
    assert isinstance(second, Text)
    assert (mapping.names[0].place.line, mapping.names[0].place.column) == (2, 1)
    assert (second.place.line, second.place.column, second.place.length) == (3, 11, 1)


def test_a_key_without_a_value_is_remembered_as_empty() -> None:
    mapping = read("a:\nb: 1\n")
    assert mapping == {"b": "1"}
    assert mapping.empty == ("a",)


def test_anchors_cannot_make_a_small_file_large() -> None:
    bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"
    parsed = read_mapping(bomb, "x.md")
    assert {fault.rule for fault in parsed.faults} == {"yaml-alias"}


def test_a_tag_runs_nothing() -> None:
    parsed = read_mapping("a: !!python/object/apply:os.system [ls]\n", "x.md")
    assert [fault.rule for fault in parsed.faults] == ["yaml-tag"]


def test_deep_nesting_is_told() -> None:
    parsed = read_mapping("a: " + "[" * 30 + "]" * 30, "x.md")
    assert {fault.rule for fault in parsed.faults} == {"yaml-depth"}


@given(st.text())
@example("?")
def test_no_text_makes_the_reader_fail(text: str) -> None:
    parsed = read_mapping(text, "x.md", ["---"])
    lines = text.count("\n") + 2
    for fault in parsed.faults:
        assert 1 <= fault.place.line <= lines + 1
        assert fault.place.column >= 1
        assert fault.message


def test_a_needle_is_found_in_a_block_text() -> None:
    rows = ["---", "text: |", "  first [@a]", "  then [@b] and [@b]", "---"]
    mapping = read("\n".join(rows[1:4]))
    text = mapping["text"]
    assert isinstance(text, Text)
    assert (text.locate("[@b]").line, text.locate("[@b]").column) == (4, 8)
    assert text.locate("[@b]", 4, 9).column == 17
    assert text.locate("nowhere") == text.place
