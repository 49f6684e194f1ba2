"""Seals and the logo: on which side somebody sat, and whether they kept their seat."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.drawing.seats import Shape
from engine.figures.seal import Seal, Standing, logo, seal
from engine.graph import Graph
from engine.kinds.person import Person
from tests.engine.figures.boards import FOUR_TO_TWO, SIX, board, view
from tests.engine.figures.stories import events, story


def seals(graph: Graph) -> dict[str, Seal]:
    return {person.name: seal(graph, person) for person in graph.all(Person)}


def only(row: str) -> Seal:
    """The seal of one person at a board where somebody else sits too."""
    return next(iter(seals(board([row, "Zoe Zinnia | outside | 2020 | .."])).values()))


def test_a_seal_has_initials_a_side_and_a_standing() -> None:
    found = seals(board(SIX, motion=FOUR_TO_TWO))
    assert found["Ann Ash"] == Seal("AA", Shape.SQUARE, Standing.REMOVED)
    assert found["Cem Cedar"] == Seal("CC", Shape.SQUARE, Standing.SITS)
    assert found["Eve Elm"] == Seal("EE", Shape.ROUND, Standing.SITS)


@pytest.mark.parametrize(
    ("term", "standing"),
    [
        ("2020 | 2023-11-17 resigned", "left"),
        ("| ../2019", "left"),
        ("| ../2019 removed", "removed"),
        ("2023-11-17 | ..", "sits"),
        ("2024-05-05 | ..", "sits"),
        ("2020 |", "unknown"),
    ],
)
def test_the_standing_follows_from_the_term(term: str, standing: str) -> None:
    assert only(f"Ann Ash | inside | {term}").standing == standing


def test_who_never_sat_there_stands_apart() -> None:
    people = {
        "people/ann-ash": "name: Ann Ash\nsummary: One.",
        "people/bob-birch": (
            "name: Bob Birch\nsummary: One.\nmemberships:\n"
            "  - {organization: firm, cites: [a], until: 2023, ended: resigned}"
        ),
        "organizations/firm": "name: Firm\nsummary: One.",
    }
    found = seals(story(people))
    assert (found["Ann Ash"].standing, found["Bob Birch"].standing) == ("none", "left")


def test_the_logo_shows_the_removed_first_then_squares_then_circles() -> None:
    drawn = logo(board([*SIX[::-1]], motion=FOUR_TO_TWO))
    assert drawn.box == "0 0 78 12"
    assert [(seat.spot.shape, seat.standing) for seat in drawn.seats] == [
        *[("square", "removed")] * 2,
        ("square", "sits"),
        *[("round", "sits")] * 3,
    ]


def test_the_logo_of_a_board_without_a_motion_shows_who_sits() -> None:
    rows = ["Ann Ash | inside | 2020 | ..", "Bob Birch | outside | 2020 | 2022 resigned"]
    graph = board(rows, motion={"draft": "true"})
    assert [(seat.spot.shape, seat.standing) for seat in logo(graph).seats] == [("square", "sits")]


def test_without_a_board_the_logo_is_one_seat_of_each_shape() -> None:
    drawn = logo(events("a | 2023"))
    assert [seat.spot.shape for seat in drawn.seats] == ["square", "round"]


TERMS = ["2020 | ..", "| ..", "2020 | 2023-11-17 removed", "2020 | 2023-11-17", "| 2019", "2020 |"]


@given(
    st.lists(
        st.tuples(st.sampled_from(["inside", "outside", ""]), st.sampled_from(TERMS)),
        min_size=1,
        max_size=15,
    )
)
@settings(max_examples=30, deadline=None)
def test_seats_of_the_logo_stand_side_by_side(rows: list[tuple[str, str]]) -> None:
    drawn = logo(board([f"P{n} | {side} | {term}" for n, (side, term) in enumerate(rows)]))
    shown, right = view(drawn.box), 0.0
    for seat in drawn.seats:
        assert seat.spot.left >= right
        right = seat.spot.x + seat.spot.half
    assert right <= shown.right
    lost = [seat.standing == "removed" for seat in drawn.seats]
    assert lost == sorted(lost, reverse=True)
