"""Who sits at a table when a motion is put and the day after, and how far a term reaches."""

from math import inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.dates import Held, parse, span
from engine.graph import Graph, terms_at
from engine.kinds.motion import Motion
from engine.kinds.organization import Organization
from engine.seating import Reach, Sitter, reach, seating, sitter
from tests.engine.figures.boards import board

DAY = 24 * 60


def at_the_table(graph: Graph) -> dict[str, Sitter]:
    assert graph.board and graph.motion
    return {s.person.name: s for s in seating(graph, graph.board, graph.motion)}


def one(row: str, date: str = "2023-11-17") -> Sitter | None:
    graph = board([f"Ann | {row}"], motion={"date": date})
    return at_the_table(graph).get("Ann")


@pytest.mark.parametrize(
    ("row", "before", "after"),
    [
        ("| 2020 | ..", "yes", "yes"),
        ("| 2020 |", "unknown", "unknown"),
        ("| | ..", "unknown", "unknown"),
        ("| | .. | yes", "yes", "yes"),
        ("| | | yes", "yes", "unknown"),
        ("| 2020 | 2023-11-17", "yes", "no"),
        ("| | 2023-11-17", "yes", "no"),
        ("| 2020 | 2023-11-18", "yes", "yes"),
        ("| 2020 | 2023-11", "unknown", "unknown"),
        ("| 2020 | 2023-11 | no", "yes", "unknown"),
        ("| 2020 | 2023-11-17? | no", "yes", "unknown"),
        ("| 2023-11-17 | ..", "no", "yes"),
        ("| 2023-11-17 | .. | yes", "yes", "yes"),
        ("| 2023-11-18 | ..", "no", "yes"),
        ("| 2023-11 | ..", "unknown", "unknown"),
        ("| 2023-11-17? | ..", "unknown", "yes"),
    ],
)
def test_a_term_is_looked_at_when_the_motion_is_put_and_the_day_after(
    row: str, before: str, after: str
) -> None:
    found = one(row)
    assert found
    assert (found.before, found.after) == (before, after)


@pytest.mark.parametrize("row", ["| 2001 | 2002", "| 2023-11-19 | ..", "| | ../2022"])
def test_who_is_there_on_neither_day_is_not_at_the_table(row: str) -> None:
    assert one(row) is None


def test_of_two_terms_the_one_counts_that_covers_the_motion() -> None:
    graph = board(["Ann | left | 2020 | .."], sides=("left", "right"))
    person = graph.seats(graph.board)[0].person if graph.board else None
    assert person and graph.board and graph.motion
    earlier = person.memberships[0].model_copy(update={"side": "right", "until": None})
    twice = person.model_copy(update={"memberships": (earlier, *person.memberships)})
    found = sitter(graph, graph.board, graph.motion, twice)
    assert found and (found.side, found.before, found.after) == (0, Held.YES, Held.YES)


def test_who_never_had_a_term_is_no_sitter() -> None:
    graph = board(["Ann | | 2020 | .."])
    assert graph.board and graph.motion
    stranger = graph.seats(graph.board)[0].person.model_copy(update={"memberships": ()})
    assert sitter(graph, graph.board, graph.motion, stranger) is None


def test_a_vote_in_another_body_shows_nothing() -> None:
    graph = board(["Ann | | | .. | yes"], motion={"organization": "other"})
    assert graph.motion and graph.board
    found = sitter(graph, graph.board, graph.motion, graph.seats(graph.board)[0].person)
    assert found and found.before is Held.UNKNOWN


def test_terms_are_those_that_the_graph_counts_as_seats() -> None:
    rows = ["Ann | | 2020 | ..", "Bob | | 2021 | .."]
    for posts in ("", "posts: [{id: seat, label: Seat, seats: 2}]", POSTS):
        graph = board(rows, posts=posts)
        assert graph.board
        counted = [seat.membership for seat in graph.seats(graph.board)]
        people = {member.person.id: member.person for member in graph.members(graph.board)}
        assert [t for p in people.values() for t in terms_at(graph.board, p)] == counted


POSTS = "posts: [{id: chair, label: Chair, seats: 1}, {id: seat, label: Seat}]"


@pytest.mark.parametrize("date", ["0001-01-01", "9999-12-31", "../2023", "2023/.."])
def test_the_ends_of_the_calendar_are_no_trouble(date: str) -> None:
    found = one("| .. | ..", date)
    assert found and (found.before, found.after) == (Held.YES, Held.YES)


def reached(row: str) -> Reach:
    graph = board([f"Ann | {row}"])
    assert graph.board and graph.motion
    person = graph.seats(graph.board)[0].person
    return reach(graph, graph.motion, person, person.memberships[0])


def test_a_term_reaches_from_its_first_day_to_its_last() -> None:
    found = reached("| 2020-01-01 | 2021-01-01")
    assert found.begin is not None and found.surely == found.begin + DAY
    assert found.still is not None and found.end == found.still + DAY
    assert found.still - found.begin == 366 * DAY


def test_an_open_end_has_no_limit_and_an_unknown_one_is_not_known() -> None:
    assert reached("| 2020-01-01 | ..").end == reached("| 2020-01-01 | ..").still == inf
    unknown = reached("| 2020-01-01 |")
    assert (unknown.end, unknown.still) == (None, unknown.begin)


def test_a_listed_vote_makes_a_term_reach_the_motion() -> None:
    silent, listed = reached("| | .."), reached("| | .. | yes")
    assert (silent.begin, silent.surely) == (None, inf)
    assert listed.begin is None and listed.surely is not None and listed.surely < inf


BOUNDS = ["", "..", "2019", "2019~", "2021-03", "../2020", "2020/..", "2023-11-17", "2023-11-18"]


@given(st.sampled_from(BOUNDS), st.sampled_from(BOUNDS), st.sampled_from(["", "yes"]))
@settings(deadline=None)
def test_what_is_surely_held_at_the_vote_is_held_at_the_vote(
    start: str, until: str, vote: str
) -> None:
    graph = board([f"Ann | | {start} | {until} | {vote}"])
    board_, motion = graph.all(Organization)[0], graph.all(Motion)[0]
    person = graph.seats(board_)[0].person
    whole = reach(graph, motion, person, person.memberships[0])
    noon = span(parse("2023-11-17T12:00"), graph.zone).start
    assert noon
    if whole.surely is not None and whole.still is not None and whole.surely < noon < whole.still:
        found = sitter(graph, board_, motion, person)
        assert found and Held.NO not in (found.before, found.after)
