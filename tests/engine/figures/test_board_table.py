"""The board table: who sits where, what became of each seat, and room for all of it."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.drawing.faces import PLAIN
from engine.figures.board_table import BoardTable, Chair, Moment, board_table
from engine.graph import Graph
from tests.engine.figures.boards import (
    FOUR_TO_TWO,
    SITE_WORDS,
    SIX,
    Area,
    board,
    lines,
    view,
)
from tests.engine.figures.stories import events


def table(graph: Graph, moment: Moment = Moment.AFTER) -> BoardTable:
    drawn = board_table(graph, moment, SITE_WORDS)
    assert drawn
    return drawn


def states(drawn: BoardTable) -> dict[str, str]:
    return {chair.name: chair.state for chair in drawn.chairs}


def words_of(drawn: BoardTable) -> dict[str, str]:
    return {chair.name: " ".join(chair.word.lines) for chair in drawn.chairs}


def test_before_the_vote_everybody_sits_and_the_sides_are_counted() -> None:
    drawn = table(board(SIX, motion=FOUR_TO_TWO), Moment.BEFORE)
    assert set(states(drawn).values()) == {"sits"}
    assert set(words_of(drawn).values()) == {""}
    assert (drawn.score, drawn.score_word) == ("3\u20133", "even split")
    assert drawn.title == "The Board before the vote: Remove two"
    assert drawn.sentences == (
        "Inside people: Ash, Birch and Cedar.",
        "Outside people: Dogwood, Elm and Fir.",
        "3 against 3 (even split).",
    )


def test_after_the_vote_two_are_removed_and_the_votes_are_counted() -> None:
    drawn = table(board(SIX, motion=FOUR_TO_TWO))
    assert list(states(drawn).values()) == ["removed", "removed", *["stays"] * 4]
    assert (drawn.score, drawn.score_word) == ("4\u20132", "reported")
    assert drawn.sentences == (
        "Inside people: Ash (removed), Birch (removed) and Cedar (stays).",
        "Outside people: Dogwood (stays), Elm (stays) and Fir (stays).",
        "Votes: 4 for and 2 against (reported).",
    )


def test_six_seats_have_the_measures_of_the_design() -> None:
    drawn = table(board(SIX, motion=FOUR_TO_TWO))
    assert drawn.box == "-177 0 354 274"
    assert (drawn.x, drawn.y, drawn.width, drawn.height) == (-43, 30, 86, 222)
    first, last = drawn.chairs[0], drawn.chairs[-1]
    assert (first.spot.shape, first.spot.x, first.spot.y, first.spot.across) == (
        *("square", -74, 67),
        34,
    )
    assert (last.spot.shape, last.spot.x, last.spot.y, last.spot.half) == ("round", 67, 215, 18)
    assert (first.initials, first.label.anchor, last.label.anchor) == ("AA", "end", "start")


def test_a_lost_seat_stands_farther_from_the_table() -> None:
    away = {chair.state: abs(chair.spot.x) for chair in table(board(SIX)).chairs[:3]}
    assert away["removed"] == away["stays"] + 8


@pytest.mark.parametrize(
    ("until", "state", "word"),
    [
        ("2023-11-17 resigned", "left", "resigned"),
        ("2023-11-17 expired", "left", "term ended"),
        ("2023-11-17 other", "left", "left"),
        ("2023-11-17", "left", "left"),
        ("2023-11-18 removed", "stays", "stays"),
        ("2023-11 removed", "unknown", "not known"),
        ("", "unknown", "not known"),
    ],
)
def test_how_a_seat_was_left_is_said(until: str, state: str, word: str) -> None:
    drawn = table(board(["Ann Ash | inside | 2020 | " + until, "Bob Birch | outside | 2020 | .."]))
    assert (states(drawn)["Ash"], words_of(drawn)["Ash"]) == (state, word)


def test_who_comes_on_the_day_of_the_vote_is_shown_as_joined_and_only_after_it() -> None:
    graph = board(["Ann Ash | inside | 2020 | ..", "Bob Birch | outside | 2023-11-17 | .."])
    assert states(table(graph)) == {"Ash": "stays", "Birch": "joined"}
    assert states(table(graph, Moment.BEFORE))["Ash"] == "sits"
    assert "Birch" not in states(table(graph, Moment.BEFORE))


def test_a_holder_who_is_not_certain_is_drawn_as_not_known() -> None:
    graph = board(["Ann Ash | inside | 2020 | ..", "Bob Birch | outside | | .."])
    drawn = table(graph, Moment.BEFORE)
    assert (states(drawn)["Birch"], words_of(drawn)["Birch"]) == ("unknown", "not known")
    assert (drawn.score, drawn.score_word) == ("1", "surely held")


def test_a_listed_vote_shows_that_somebody_sat() -> None:
    graph = board(["Ann Ash | inside | 2020 | ..", "Bob Birch | outside | | .. | yes"])
    assert states(table(graph, Moment.BEFORE))["Birch"] == "sits"
    assert states(table(graph))["Birch"] == "stays"


def test_a_seat_for_which_nobody_is_named_is_an_empty_chair() -> None:
    drawn = table(board(["Ann Ash | inside | 2020 | .."], motion={"seats": "2"}))
    assert states(drawn) == {"Ash": "stays", "a seat": "empty"}
    assert drawn.chairs[1].label.lines == ()
    assert drawn.sentences[1] == "Right side: a seat (nobody named)."


def test_a_side_is_named_only_over_seats_that_are_all_its_own() -> None:
    rows = ["Ann Ash | inside | 2020 | ..", "Bob Birch | | 2020 | ..", "Cem Cedar | inside | 2020"]
    drawn = table(board(rows))
    assert [label.lines for label in drawn.sides] == [("Inside people",)]
    assert drawn.sentences[1].startswith("Right side: Birch")


def test_a_board_with_three_sides_is_drawn_in_halves() -> None:
    rows = [f"{name} | {side} | 2020 | .." for name, side in zip("ABCD", "xyzz", strict=True)]
    drawn = table(board(rows, sides=("x", "y", "z")), Moment.BEFORE)
    assert [chair.spot.x < 0 for chair in drawn.chairs] == [True, True, False, False]
    assert [chair.spot.shape for chair in drawn.chairs] == ["square", "round", "round", "round"]
    assert [label.lines for label in drawn.sides] == [("Z people",)]
    assert (drawn.score, drawn.score_word) == ("4", "seats held")


def test_a_count_that_is_disputed_is_called_so_on_the_table() -> None:
    rows = ["Ann Ash | inside | 2020 | .."]
    motion = {"counts": "{yes: 1}"}
    plain, doubted = (table(board(rows, motion=motion | more)) for more in ({}, {"disputed": "N"}))
    assert plain.score == doubted.score
    assert doubted.score_word == f"{plain.score_word}, disputed"
    assert len(doubted.word.lines) == 2


def test_a_table_may_have_one_side_alone() -> None:
    drawn = table(board(["Ann Ash | inside | 2020 | .."]), Moment.BEFORE)
    assert drawn.sentences == ("Inside people: Ash.", "1 against 0 (seats).")


def test_a_long_name_is_shortened_in_the_drawing_and_whole_in_the_words() -> None:
    name = "Wolfeschlegelsteinhausenbergerdorff"
    drawn = table(board([f"Hubert {name} | inside | 2020 | ..", "Bob Birch | outside | 2020 | .."]))
    assert drawn.chairs[0].label.lines[0].endswith("…")
    assert name in drawn.description


def test_who_shares_a_surname_keeps_the_whole_name() -> None:
    drawn = table(board(["Ann Ash | inside | 2020 | ..", "Bob Ash | outside | 2020 | .."]))
    assert list(states(drawn)) == ["Ann Ash", "Bob Ash"]


def test_both_tables_of_one_motion_have_the_same_width() -> None:
    graph = board(SIX, motion=FOUR_TO_TWO)
    boxes = [table(graph, moment).box.split()[2] for moment in Moment]
    assert boxes[0] == boxes[1]


def test_without_a_motion_or_anybody_at_the_table_there_is_none() -> None:
    assert board_table(events("a | 2023"), Moment.AFTER, SITE_WORDS) is None
    gone = board(["Ann Ash | inside | 2001 | 2002"])
    assert board_table(gone, Moment.AFTER, SITE_WORDS) is None


def test_a_parliament_is_no_picture_of_a_table() -> None:
    graph = board(["Ann Ash | inside | 2020 | .."], motion={"seats": "650"})
    assert board_table(graph, Moment.AFTER, SITE_WORDS) is None


LETTERS = "abcdefghmnorstuwzABMWéøßŁДжЩюλΩ李明カサオタナאבג-'\u2019"
NAMES = st.lists(st.text(LETTERS, min_size=1, max_size=22), min_size=1, max_size=3).map(" ".join)
UNTIL = ["..", "2023-11-17 removed", "2023-11-17 resigned", "2023-11", "", "2023-11-20"]


@st.composite
def boards(draw: st.DrawFn) -> Graph:
    """A board of 1 to 15 named seats with up to three sides, and perhaps a count."""
    sides = ["north", "south", "west"][: draw(st.integers(0, 3))]
    rows = [
        " | ".join(
            (
                draw(NAMES),
                draw(st.sampled_from(["", *sides])),
                draw(st.sampled_from(["", "2020", "2023-11-17"])),
                draw(st.sampled_from(UNTIL)),
            )
        )
        for _ in range(draw(st.integers(1, 15)))
    ]
    seats = str(max(len(rows), draw(st.integers(3, 15))))
    counts = draw(st.sampled_from([{}, {"counts": "{yes: 9, no: 6}"}]))
    return board(rows, sides, {"seats": seats, **counts})


def areas(drawn: BoardTable) -> list[Area]:
    """All that is drawn, but what stands on the table."""
    table_ = Area("table", drawn.x, drawn.y, drawn.x + drawn.width, drawn.y + drawn.height)
    names = [area for chair in drawn.chairs for area in lines(chair.label)]
    plain = [*drawn.sides, *(chair.word for chair in drawn.chairs)]
    texts = [area for label in plain for area in lines(label, PLAIN)]
    return [table_, *map(seat, drawn.chairs), *names, *texts]


def seat(chair: Chair) -> Area:
    x, y, half = chair.spot.x, chair.spot.y, chair.spot.half
    return Area("seat", x - half, y - half, x + half, y + half)


def faults(drawn: BoardTable) -> list[object]:
    """What overlaps, and what is not inside the picture."""
    found = areas(drawn)
    touching: list[object] = [(a, b) for a, b in combinations(found, 2) if a.touches(b)]
    return touching + [area for area in found if not area.is_within(view(drawn.box))]


@given(boards(), st.sampled_from(Moment))
@settings(max_examples=80, deadline=None)
def test_nothing_overlaps_and_all_is_inside_the_picture(graph: Graph, moment: Moment) -> None:
    drawn = board_table(graph, moment, SITE_WORDS)
    assert drawn is None or faults(drawn) == []


@pytest.mark.parametrize("word", ["stays", "remains a member for the time being"])
@pytest.mark.parametrize("moment", Moment)
@pytest.mark.parametrize("name", ["Li", "Maria Magdalena de la Vega-Hohenzollern"])
def test_fifteen_seats_have_room(name: str, moment: Moment, word: str) -> None:
    rows = [f"{name}{n} | inside | 2020 | .." for n in range(15)]
    drawn = board_table(board(rows), moment, {**SITE_WORDS, "figure.seat.stays": word})
    assert drawn and faults(drawn) == []


@given(boards())
@settings(max_examples=30, deadline=None)
def test_every_seat_is_told_and_has_a_known_state(graph: Graph) -> None:
    drawn = board_table(graph, Moment.AFTER, SITE_WORDS)
    if drawn is None:
        return
    for chair in drawn.chairs:
        assert chair.name in drawn.description
        assert f"figure.seat.{'left' if chair.state == 'left' else chair.state}" in SITE_WORDS


@given(boards())
@settings(max_examples=30, deadline=None)
def test_letters_stay_readable_on_a_phone(graph: Graph) -> None:
    """13.5 units in a picture that is 328 pixels wide are at least 12 pixels."""
    drawn = board_table(graph, Moment.AFTER, SITE_WORDS)
    assert drawn is None or view(drawn.box).right * 2 <= 13.5 / 12 * 328


def test_the_score_stands_on_the_table() -> None:
    drawn = table(board(SIX, motion={"counts": "{yes: 4, no: 2}", "status": "anonymous"}))
    assert drawn.score_word == "unnamed sources"
    inside = Area("table", drawn.x, drawn.y, drawn.x + drawn.width, drawn.y + drawn.height)
    assert all(area.is_within(inside) for area in lines(drawn.word, PLAIN))
