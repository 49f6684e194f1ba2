"""Every way to a majority: how many there are, what they need, and how they are drawn."""

from itertools import combinations
from math import comb

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.drawing.figure import text_width
from engine.figures.vote_sums import Mini, VoteSums, vote_sums
from engine.graph import Graph
from tests.engine.figures.boards import FOUR_TO_TWO, SITE_WORDS, SIX, board, view
from tests.engine.figures.stories import events

NINE = [
    *(f"{name} | inside | 2020 | .. | yes" for name in ("Ash", "Birch", "Cedar", "Dogwood", "Elm")),
    *(f"{name} | outside | 2020 | .. | no" for name in ("Fir", "Gorse", "Hazel")),
    "Ivy | outside | 2020 | .. | abstain",
]


def sums(graph: Graph) -> VoteSums:
    found = vote_sums(graph, SITE_WORDS)
    assert found
    return found


def test_six_seats_with_two_dissenters_have_fifteen_ways_of_four_kinds() -> None:
    found = sums(board(SIX, motion=FOUR_TO_TWO))
    assert (found.total, found.needed, found.seats) == ("15", 4, 6)
    assert [(group.count, group.text, group.is_only) for group in found.groups] == [
        ("6", "need both Ash and Birch", False),
        ("4", "need Ash, without Birch", False),
        ("4", "need Birch, without Ash", False),
        ("1", "needs neither of them: Cedar, Dogwood, Elm and Fir", True),
    ]
    assert [len(group.minis) for group in found.groups] == [6, 4, 4, 1]
    assert (
        found.legend == "A Ash, B Birch, C Cedar; D Dogwood, E Elm, F Fir. Filled marks vote yes."
    )
    assert found.sentence.endswith("take one away and 3 are left, one too few.")


def test_the_table_names_every_way_once_and_what_it_takes() -> None:
    rows = sums(board(SIX, motion=FOUR_TO_TWO)).rows
    assert [row.number for row in rows] == list(range(1, 16))
    assert (rows[0].members, rows[0].takes) == (
        "Ash, Birch, Cedar and Dogwood",
        "needs both Ash and Birch",
    )
    assert (rows[14].members, rows[14].takes) == (
        "Cedar, Dogwood, Elm and Fir",
        "needs neither of them",
    )
    assert len({row.members for row in rows}) == 15


def test_all_that_is_drawn_is_told_in_words() -> None:
    found = sums(board(SIX, motion=FOUR_TO_TWO))
    assert found.title == "Every way to 4 of 6 votes: 15"
    assert found.description.startswith("6 need both Ash and Birch. 4 need Ash, without Birch.")
    assert found.description.endswith(found.sentence)


def test_a_small_drawing_has_the_measures_of_the_design() -> None:
    only = sums(board(SIX, motion=FOUR_TO_TWO)).groups[-1].minis[0]
    assert only.box == "0 0 41 68"
    assert only.spoken == "Cedar, Dogwood, Elm and Fir"
    assert [ballot.is_yes for ballot in only.ballots] == [False, False, *[True] * 4]
    first, last = only.ballots[0], only.ballots[-1]
    assert (first.spot.left, first.spot.top, first.spot.across, first.base) == (1, 4, 18, 18)
    assert (last.spot.x, last.spot.y, last.spot.half, last.base) == (30.5, 55, 9.2, 60)


def test_of_more_than_sixty_ways_only_those_without_dissenters_are_drawn() -> None:
    found = sums(board(NINE))
    assert found.total == "126"
    assert [(group.count, group.text, len(group.minis)) for group in found.groups] == [
        ("15", "need all of Fir, Gorse and Hazel", 0),
        ("60", "need 2 of Fir, Gorse and Hazel", 0),
        ("45", "need 1 of Fir, Gorse and Hazel", 0),
        ("6", "need none of Fir, Gorse and Hazel", 6),
    ]
    assert found.rows == ()


def test_eight_of_fifteen_are_counted_and_not_listed() -> None:
    found = sums(board([f"P{n} Q{n} | inside | 2020 | .." for n in range(15)]))
    assert found.total == "6435"
    assert [(group.count, group.minis, group.is_only) for group in found.groups] == [
        ("6435", (), False)
    ]
    assert (found.rows, found.legend) == ((), "")


def test_a_parliament_has_more_ways_than_a_reader_wants_to_know() -> None:
    found = sums(board(["Ann Ash | inside | 2020 | .. | no"], motion={"seats": "650"}))
    assert found.total == "more than a million"
    assert {group.count for group in found.groups} == {"more than a million"}
    assert found.groups[-1].minis == ()


def test_one_dissenter_is_needed_or_not() -> None:
    rows = ["Ann Ash | inside | | | no", "Bob Birch | inside | | | yes", "Cem Cedar | | 2020 | .."]
    found = sums(board(rows))
    assert [(group.count, group.text) for group in found.groups] == [
        ("2", "need Ash"),
        ("1", "does without Ash: Birch and Cedar"),
    ]


def test_without_dissenters_there_is_one_group() -> None:
    found = sums(board([f"{name} | inside | 2020 | .." for name in ("Ash", "Birch", "Cedar")]))
    assert [(g.count, g.text, g.is_only, len(g.minis)) for g in found.groups] == [
        ("3", "different ways to enough votes", False, 3)
    ]


def test_what_no_group_can_do_without_is_told() -> None:
    found = sums(board(SIX, motion={"requirement": "unanimous", "result": "fail"}))
    assert [(group.count, group.text) for group in found.groups] == [
        ("1", "needs both Ash and Birch")
    ]


def test_a_seat_without_a_name_is_a_numbered_one() -> None:
    rows = ["Ash | inside | 2020 | ..", "Birch | inside | 2020 | .."]
    found = sums(board(rows, motion={"seats": "3"}))
    assert found.legend == "A Ash, B Birch; 3 seat 3. Filled marks vote yes."


def test_who_is_not_certain_to_have_sat_there_stays_unnamed() -> None:
    rows = ["Ash | inside | 2020 | ..", "Birch | inside | 2020 | ..", "Cedar | inside | | .."]
    assert "Cedar" not in sums(board(rows)).legend


def test_of_more_holders_than_seats_only_listed_voters_are_named() -> None:
    rows = ["Ash | inside | 2020 | .. | yes", "Birch | inside | 2020 | ..", "Cedar | | 2020 | .."]
    found = sums(board(rows, motion={"seats": "2"}))
    assert found.legend == "A Ash; 2 seat 2. Filled marks vote yes."


def test_without_a_motion_or_a_way_there_are_no_sums() -> None:
    assert vote_sums(events("a | 2023"), SITE_WORDS) is None
    assert vote_sums(board(["Ash | inside"], motion={"requirement": "2"}), SITE_WORDS) is None


@pytest.mark.parametrize(
    ("names", "letters"),
    [
        (("Ann Ash", "Bob Birch"), ["A", "B"]),
        (("Ann Ash", "Bob Alder"), ["As", "Al"]),
        (("Ann Smith", "Bob Smythe"), ["Si", "Sy"]),
        (("Ann Ash", "Bob Ash"), ["AA", "BA"]),
        (("Ann Ash", "Ann Ash"), ["A1", "A2"]),
        (("Ann 'Ash", "Bob Birch"), ["A", "B"]),
        (("李明花", "Émile Éon"), ["李", "É"]),
    ],
)
def test_letters_tell_all_voters_apart(names: tuple[str, ...], letters: list[str]) -> None:
    found = sums(board([f"{name} | inside | 2020 | .." for name in names]))
    assert sorted(b.letter for b in found.groups[0].minis[0].ballots) == sorted(letters)
    assert found.is_paired == any(len(letter) > 1 for letter in letters)


NAMES = st.text("abcABCäÖßДж李明λ-' ", min_size=1, max_size=8).filter(str.strip)


@st.composite
def boards(draw: st.DrawFn) -> Graph:
    """A board of 3 to 15 seats and a motion that some were against."""
    votes = st.sampled_from(["yes", "no", "abstain", ""])
    sides = st.sampled_from(["inside", "outside", ""])
    count = draw(st.integers(3, 15))
    rows = [f"{draw(NAMES)} | {draw(sides)} | 2020 | .. | {draw(votes)}" for _ in range(count)]
    requirements = ["majority", "two-thirds", "unanimous", str(draw(st.integers(1, count)))]
    return board(rows, motion={"requirement": draw(st.sampled_from(requirements))})


@given(boards())
@settings(max_examples=30, deadline=None)
def test_the_groups_add_up_to_every_way(graph: Graph) -> None:
    found = sums(graph)
    assert sum(int(group.count) for group in found.groups) == comb(found.seats, found.needed)
    assert found.total == str(comb(found.seats, found.needed))
    assert sum(group.is_only for group in found.groups) <= 1


@given(boards())
@settings(max_examples=30, deadline=None)
def test_every_drawing_shows_just_enough_votes_and_no_two_the_same(graph: Graph) -> None:
    found = sums(graph)
    votes = [tuple(b.is_yes for b in mini.ballots) for g in found.groups for mini in g.minis]
    assert all(sum(ballots) == found.needed for ballots in votes)
    assert len(set(votes)) == len(votes)
    assert len(found.rows) == (int(found.total) if int(found.total) <= 36 else 0)


@given(boards())
@settings(max_examples=30, deadline=None)
def test_seats_and_letters_of_a_drawing_do_not_touch(graph: Graph) -> None:
    for mini in [mini for group in sums(graph).groups for mini in group.minis[:1]]:
        letters = [ballot.letter for ballot in mini.ballots]
        assert len(set(letters)) == len(letters)
        assert all(text_width(b.letter) <= b.spot.across for b in mini.ballots)
        assert apart(mini)


def apart(mini: Mini) -> bool:
    """Whether no two seats touch, and all are inside the drawing."""
    shown = view(mini.box)
    for one, other in combinations([ballot.spot for ballot in mini.ballots], 2):
        across = abs(one.x - other.x) >= one.half + other.half
        down = abs(one.y - other.y) >= one.half + other.half
        if not (across or down):
            return False
    return all(
        s.x + s.half <= shown.right and s.y + s.half <= shown.bottom
        for s in (ballot.spot for ballot in mini.ballots)
    )
