"""What a memory gives back, and what it tells apart."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.markdown import Html
from engine.memory import Afresh, Memory, kept

MADE: list[object] = []


@dataclass(frozen=True)
class Shape:
    width: float
    text: str = ""


def said(value: object) -> str:
    """A pure function, but for the list that tells when it was asked."""
    MADE.append(value)
    return repr(value)


kept_said = kept(2)(said)


@pytest.fixture(autouse=True)
def _fresh() -> None:
    MADE.clear()


def test_equal_inputs_are_made_once() -> None:
    memory = Memory()
    assert [memory.recall(said, Shape(1.5)) for _ in range(3)] == ["Shape(width=1.5, text='')"] * 3
    assert len(MADE) == 1


def test_nothing_is_remembered_afresh() -> None:
    assert [Afresh().recall(said, 1) for _ in range(2)] == ["1", "1"]
    assert MADE == [1, 1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (1, 1.0),
        (1, True),
        (0.0, -0.0),
        (Shape(30), Shape(30.0)),
        ("<b>", Html("<b>")),
        (Shape(1, "<b>"), Shape(1, Html("<b>"))),
        ((1, 2), [1, 2]),
    ],
)
def test_what_is_equal_but_prints_otherwise_is_told_apart(one: object, other: object) -> None:
    assert one == other or isinstance(other, list)
    for recall in (Memory().recall, lambda make, value: kept(8)(make)(value)):
        assert recall(said, one) == repr(one)
        assert recall(said, other) == repr(other)
    memory = Memory()
    assert [memory.recall(said, one), memory.recall(said, other)] == [repr(one), repr(other)]


def test_two_functions_do_not_share_what_they_made() -> None:
    memory = Memory()
    assert (memory.recall(repr, 1), memory.recall(type, 1)) == ("1", int)


def test_a_good_build_forgets_what_it_did_not_ask_for() -> None:
    memory = Memory()
    for value in (1, 2):
        memory.recall(said, value)
    memory.forget()
    memory.recall(said, 1)
    memory.forget()
    for value in (1, 2):
        memory.recall(said, value)
    assert MADE == [1, 2, 2]


def test_a_build_that_fails_forgets_nothing() -> None:
    memory = Memory()
    memory.recall(said, 1)
    memory.forget()
    memory.recall(said, 2)  # and here it broke off
    memory.recall(said, 1)
    assert MADE == [1, 2]


def test_of_builds_that_were_called_off_only_the_last_one_is_remembered() -> None:
    memory = Memory()
    memory.recall(said, 1)
    memory.forget()
    for value in (2, 3, 4):
        memory.begin()
        memory.recall(said, value)
    memory.begin()
    for value in (1, 4, 3, 2):
        memory.recall(said, value)
    assert MADE == [1, 2, 3, 4, 3, 2]


def test_what_cannot_be_pickled_is_made_each_time() -> None:
    memory = Memory()
    odd = iter(()).__next__, lambda: None
    assert memory.recall(said, odd) == memory.recall(said, odd)
    assert len(MADE) == 2


def test_a_fault_flies_on_and_is_not_remembered() -> None:
    memory = Memory()
    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            memory.recall(divmod, 1, 0)


@given(st.lists(st.integers(0, 4), max_size=12))
def test_a_kept_function_gives_what_it_would_make(asked: list[int]) -> None:
    assert [kept_said(value) for value in asked] == [repr(value) for value in asked]


def test_a_kept_function_keeps_the_last_few() -> None:
    keeps = kept(2)(said)
    for value in (1, 2, 1, 3, 1, 2):
        keeps(value)
    assert MADE == [1, 2, 3, 2]
