"""What the drawings of seats share: columns, short names, and names in a row."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.drawing.figure import initials, listed, wrap
from engine.drawing.seats import Spot, columns, shape, short_names
from engine.kinds.organization import Organization
from engine.kinds.person import Person
from tests.engine.figures.boards import SITE_WORDS, board
from tests.engine.figures.stories import story


def organization(sides: int) -> Organization:
    found = board([], sides=[f"side{n}" for n in range(sides)]).board
    assert found
    return found


BOARDS = [organization(sides) for sides in range(4)]


@pytest.mark.parametrize(
    ("sides", "seats", "expected"),
    [
        (2, [0, 1, 0, 1], ([0, 2], [1, 3])),
        (2, [0, 0, None, None], ([0, 1], [2, 3])),
        (2, [1, 1, 1, 0], ([3], [0, 1, 2])),
        (3, [2, 0, 1, 0], ([1, 3], [2, 0])),
        (0, [None] * 5, ([0, 2, 4], [1, 3])),
        (1, [0, 0, 0], ([0, 1], [2])),
    ],
)
def test_seats_stand_side_against_side_or_in_halves(
    sides: int, seats: list[int | None], expected: tuple[list[int], list[int]]
) -> None:
    assert columns(BOARDS[sides], seats) == expected


@given(st.sampled_from([0, 1, 2, 3]), st.data())
def test_every_seat_stands_in_one_column(sides: int, data: st.DataObject) -> None:
    side = st.sampled_from([None, *range(sides)])
    seats = data.draw(st.lists(side, max_size=20))
    left, right = columns(BOARDS[sides], seats)
    assert sorted(left + right) == list(range(len(seats)))


def test_only_the_first_side_is_square() -> None:
    assert [shape(side) for side in (0, 1, 2, None)] == ["square", "round", "round", "round"]


def test_a_square_has_corners_around_its_middle() -> None:
    spot = Spot(shape(0), 10.0, 20.0, 4.5)
    assert (spot.left, spot.top, spot.across) == (5.5, 15.5, 9)


def people(*names: str) -> list[Person]:
    """People; what stands after a bar is how the name is sorted."""
    files = {}
    for number, name in enumerate(names):
        whole, _, sort = name.partition(" | ")
        sorted_ = f'sort_name: "{sort}"' if sort else ""
        files[f"people/p{number}"] = f'name: "{whole}"\nsummary: One.\n{sorted_}'
    return list(story(files).all(Person))


@pytest.mark.parametrize(
    ("names", "short"),
    [
        (["Ann Ash", "Bob Birch"], ["Ash", "Birch"]),
        (["Ann Ash", "Bob Ash"], ["Ann Ash", "Bob Ash"]),
        (["Jan van der Berg | van der Berg, Jan"], ["van der Berg"]),
        (["李明花"], ["李明花"]),
        (["Ann Ash | ,"], ["Ash"]),
    ],
)
def test_a_short_name_is_the_surname_if_no_other_has_it(names: list[str], short: list[str]) -> None:
    assert sorted(short_names(people(*names)).values()) == short


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Ann Ash", "AA"),
        ("Ann-Marie van der Berg", "AB"),
        ("'Ali Hassan", "AH"),
        ("Madonna", "M"),
        ("李明花", "李"),
        ("élan vital", "ÉV"),
        ("- -", ""),
    ],
)
def test_initials_are_of_the_first_and_the_last_word(name: str, letters: str) -> None:
    assert initials(name) == letters


@pytest.mark.parametrize(
    ("names", "said"),
    [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")],
)
def test_names_in_a_row_end_with_and(names: list[str], said: str) -> None:
    assert listed(names, SITE_WORDS) == said


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("Fischer-Dieskau", 80, ("Fischer-", "Dieskau")),
        ("Fischer-Dieskau", 200, ("Fischer-Dieskau",)),
        ("クリストファー・ロビン", 80, ("クリスト", "ファー・ロ", "ビン")),
        ("on 2023-11-17", 92, ("on", "2023-11-…")),
        ("", 80, ()),
    ],
)
def test_a_text_is_broken_after_hyphens_and_within_japanese(
    text: str, width: float, expected: tuple[str, ...]
) -> None:
    assert wrap(text, width) == expected
