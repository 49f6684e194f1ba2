"""Where in a template a word stands, and which block is never closed."""

from hypothesis import given
from hypothesis import strategies as st

from engine.template_faults import opening, spot

ROWS = st.lists(st.text("ab {%}", max_size=12), max_size=6)


@given(ROWS, st.integers(0, 9), st.text("ab {%}", max_size=4))
def test_a_spot_lies_in_the_line_that_was_given(rows: list[str], line: int, word: str) -> None:
    found = spot(rows, line, word)
    assert found.line == line
    row = rows[line - 1] if 0 < line <= len(rows) else ""
    if found.length > 1:
        assert row[found.column - 1 :].startswith(word)
    else:
        assert 1 <= found.column <= max(1, len(row))


def test_a_word_is_found_whole_and_not_within_another() -> None:
    assert spot(["{{ reviewed or view }}"], 1, "view").column == 16


def test_the_block_that_is_never_closed_is_the_last_one_left_open() -> None:
    rows = ["{% if a %}", "{%- if b %}", "{% endif %}", "{% for x in y %}"]
    assert opening(rows, "if") == 1
    assert opening(rows, "for") == 4
    assert opening(["{% if a %}{% endif %}"], "if") is None
