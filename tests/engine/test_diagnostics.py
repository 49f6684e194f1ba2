"""How faults are ordered and printed."""

from pathlib import Path

from engine.diagnostics import (
    MOST_SHOWN,
    Diagnostic,
    Place,
    Severity,
    as_github,
    as_text,
    in_order,
    seen_from,
)
from engine.spelling import did_you_mean, nearest


def fault(line: int, message: str = "wrong") -> Diagnostic:
    return Diagnostic(Place("a.md", line, 3, 2), "rule", message, "mend it")


def test_a_fault_shows_its_line_and_a_caret_under_the_word() -> None:
    text = as_text([fault(2)], lambda path: ["one", "xyzabc"], colour=False)
    assert text == (
        "a.md:2:3: error: wrong [rule]\n"
        "    2 | xyzabc\n"
        "      |   ^^\n"
        "  hint: mend it\n"
    )  # fmt: skip


def test_a_caret_stands_right_below_wide_characters() -> None:
    text = as_text([fault(1)], lambda path: ["名前値です"], colour=False)
    assert text.splitlines()[2] == "      |     ^^^^"


def test_a_long_line_is_cut_around_the_word() -> None:
    place = Place("a.md", 1, 301, 4)
    line = "x" * 300 + "word" + "y" * 300
    text = as_text([Diagnostic(place, "r", "m")], lambda path: [line], colour=False)
    _, shown, carets = text.splitlines()
    assert len(shown) < 115
    assert shown[carets.index("^") :].startswith("word")


def test_a_fault_without_lines_is_told_all_the_same() -> None:
    assert as_text([fault(9)], lambda path: [], colour=False) == (
        "a.md:9:3: error: wrong [rule]\n  hint: mend it\n"
    )


def test_text_shows_fifty_and_counts_the_rest() -> None:
    many = [fault(n) for n in range(MOST_SHOWN + 7)]
    assert as_text(many, lambda path: [], colour=False).endswith("and 7 more\n")


def test_colour_only_where_it_is_wanted() -> None:
    assert "\x1b[" in as_text([fault(1)], lambda path: [], colour=True)
    assert "\x1b[" not in as_text([fault(1)], lambda path: [], colour=False)


def test_faults_are_told_once_in_the_order_of_places() -> None:
    other = Diagnostic(Place("A.md"), "rule", "wrong", severity=Severity.WARNING)
    assert in_order([fault(9), fault(10), fault(9), other]) == [other, fault(9), fault(10)]


def test_an_annotation_is_escaped() -> None:
    told = Diagnostic(Place("a,b.md", 1, 2), "r", "50%\nof: it")
    assert as_github([told]) == ("::error file=a%2Cb.md,line=1,col=2,title=r::50%25%0Aof: it\n")


def test_annotations_stand_on_files_of_the_repository(tmp_path: Path) -> None:
    def paths(workspace: Path | None, *folders: Path) -> list[str]:
        told = seen_from(str(workspace) if workspace else None, folders, [fault(1)])
        return [one.place.path for one in told]

    assert paths(tmp_path, tmp_path / "my-story") == ["my-story/a.md"]
    assert paths(tmp_path, tmp_path) == ["a.md"]
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "a.md").touch()
    assert paths(tmp_path, tmp_path / "my-story", tmp_path / "ours") == ["ours/a.md"]
    assert paths(tmp_path / "elsewhere", tmp_path) == ["a.md"]
    assert paths(None, tmp_path) == ["a.md"]


def test_the_nearest_word_is_found_also_if_only_the_case_differs() -> None:
    assert nearest("Jane-Doe", ["john-roe", "jane-doe"]) == "jane-doe"
    assert nearest("xyz", ["jane-doe"]) is None
    assert did_you_mean("xyz", {"b", "a"}) == "known here: a, b"
