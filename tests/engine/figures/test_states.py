"""The structure and the board at the end of a day: nothing moves, only what stands is drawn."""

from itertools import pairwise

import pytest

from engine.drawing.figure import NARROW, WIDE
from engine.figures.board_table import state_table
from engine.figures.structure import Structure, structure, structure_at
from engine.graph import Graph
from engine.states import states
from tests.engine.figures.stories import SITE, story, words

FILES = {
    "organizations/board": """
name: The Board
summary: It sits.
row: 1
sides: [{id: in, label: Insiders}, {id: out, label: Outsiders}]
posts: [{id: seat, label: Seat, seats: 3}]
ties:
  - {kind: controls, to: firm, label: governs, from: 2019, until: .., cites: [a]}
  - {kind: owes-duty-to, to: public, from: 2015, until: 2024-05-01, cites: [a]}
""",
    "organizations/firm": """
name: The Firm
summary: It works.
row: 2
ties:
  - {kind: pays, to: bank, label: interest, cites: [a]}
  - {kind: owes-duty-to, to: public, absent: true, cites: [a]}
  - {kind: supplies, to: club, label: water, from: 2024-05-01, until: .., cites: [a]}
""",
    "organizations/public": "name: The public\nsummary: All.\nrow: 3",
    "organizations/bank": "name: The Bank\nsummary: It lends.\nrow: 3\ndissolved: 2025-01-31",
    "organizations/club": "name: The Club\nsummary: It meets.\nrow: 4\nfounded: 2024-04-01",
    "motions/remove": """
title: Remove one
summary: Ann goes.
status: reported
cites: [a]
organization: board
date: 2023-11-17
text: She goes.
requirement: majority
seats: 3
result: pass
""",
    **{
        f"people/{id_}": f"name: {name}\nsummary: A person.\nmemberships: "
        f"[{{organization: board, post: seat, cites: [a], {term}}}]"
        for id_, name, term in (
            ("ann", "Ann Ash", "side: in, from: 2015, until: 2023-11-17, ended: removed"),
            ("bob", "Bob Birch", "side: out, from: 2015, until: .."),
            ("cem", "Cem Cedar", "side: out, from: 2024-05-01, until: .."),
            ("dee", "Dee Dogwood", "side: out, from: 2024-05-01, until: .."),
            ("eve", "Eve Elm", "side: out, from: 2024-05-01, until: .."),
            ("flo", "Flo Fir", "side: in, from: 2024-05-01"),
        )
    },
}


@pytest.fixture(scope="module")
def graph() -> Graph:
    return story(FILES, f"{SITE}board: board\n")


def drawn(graph: Graph, width: int = WIDE) -> list[Structure]:
    whole = structure(graph, words(), width)
    assert whole is not None
    return [structure_at(whole, graph, state, words()) for state in states(graph)]


def test_the_states_are_those_of_the_test(graph: Graph) -> None:
    assert [state.day.isoformat() for state in states(graph)] == [
        "2023-11-16", "2023-11-17", "2024-04-01", "2024-05-01", "2025-01-31",
    ]  # fmt: skip


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_every_body_and_every_tie_keeps_its_place(graph: Graph, width: int) -> None:
    whole = structure(graph, words(), width)
    assert whole is not None
    at = {line.spoken: line.points for line in whole.lines}
    for found in drawn(graph, width):
        assert (found.width, found.height) == (whole.width, whole.height)
        assert [(b.id, b.x, b.y, b.width, b.height) for b in found.bodies] == [
            (b.id, b.x, b.y, b.width, b.height) for b in whole.bodies
        ]
        assert all(at[line.spoken] == line.points for line in found.lines)


def test_a_body_that_does_not_stand_is_gone_with_its_ties(graph: Graph) -> None:
    gone = [[body.id for body in found.bodies if body.is_gone] for found in drawn(graph)]
    assert gone == [["club"], ["club"], [], [], ["bank"]]
    ends = [{line.ends for line in found.lines} for found in drawn(graph)]
    assert [("firm", "bank") in found for found in ends] == [True, True, True, True, False]


def test_a_tie_is_drawn_while_it_holds_and_marked_while_that_is_not_known(graph: Graph) -> None:
    ends = [{line.ends: line.doubt is not None for line in found.lines} for found in drawn(graph)]
    assert ends[1] == {
        ("board", "firm"): False, ("board", "public"): False, ("firm", "bank"): True,
    }  # fmt: skip
    assert ends[3] == {
        ("board", "firm"): False, ("firm", "bank"): True, ("firm", "club"): False,
    }  # fmt: skip
    assert (
        "Not known for this day: The Firm pays The Bank: interest." in drawn(graph)[0].description
    )
    assert "not described as owing" not in drawn(graph)[0].description


def test_the_board_has_the_seats_of_the_day_and_room_for_the_most(graph: Graph) -> None:
    boards = [next(b for b in found.bodies if b.id == "board") for found in drawn(graph)]
    seats = [[(seat.spot.shape, seat.is_sure) for seat in board.seats] for board in boards]
    assert [len(row) for row in seats] == [2, 1, 1, 5, 5]
    assert seats[0] == [("square", True), ("round", True)]
    assert seats[3] == [("square", True), *[("round", True)] * 4]
    assert seats[4] == [("square", False), *[("round", True)] * 4]
    for board in boards:
        lowest = max(seat.spot.y + seat.spot.half for seat in board.seats)
        assert lowest <= board.y + board.height
    assert "Seats surely held: 4; not known: 1." in drawn(graph)[4].description


def test_the_table_shows_who_has_come_and_gone_since_the_state_before(graph: Graph) -> None:
    found = states(graph)
    first = state_table(graph, None, found[0], words())
    assert first is not None
    assert [(chair.name, chair.state) for chair in first.chairs] == [
        ("Ash", "sits"), ("Birch", "sits"),
    ]  # fmt: skip
    tables = [state_table(graph, before, now, words()) for before, now in pairwise(found)]
    told = [[(c.name, c.state) for c in table.chairs] for table in tables if table]
    assert told == [
        [("Ash", "removed"), ("Birch", "sits")],
        [("Birch", "sits")],
        [("Fir", "joined"), ("Birch", "sits"), ("Cedar", "joined"), ("Dogwood", "joined"),
         ("Elm", "joined")],
        [("Fir", "unknown"), ("Birch", "sits"), ("Cedar", "sits"), ("Dogwood", "sits"),
         ("Elm", "sits")],
    ]  # fmt: skip
    assert [table.score for table in tables if table] == ["1", "1", "5", "4"]
    assert tables[0] and tables[0].title == "The Board at the end of 17 November 2023"


def test_without_a_board_there_is_no_table() -> None:
    bare = story({"organizations/a": "name: A\nsummary: A.\nrow: 1\nfounded: 2020-01-01"})
    assert [state_table(bare, None, state, words()) for state in states(bare)] == [None, None]
