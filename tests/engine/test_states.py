"""The states of the structure: which days, what stands at their ends, and what has changed."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import TypeVar

from hypothesis import given
from hypothesis import strategies as st

from engine.dates import Held
from engine.graph import Graph
from engine.states import MOST, Change, Standing, changes, most_seats, states
from tests.engine.figures.stories import SITE, story

MOTION = """
title: Remove two
summary: They go.
status: reported
cites: [a]
organization: board
date: '{date}'
text: They go.
requirement: majority
seats: 6
result: pass
"""
T = TypeVar("T")
AFTER = {
    Change.BEGAN: Held.YES,
    Change.SURE: Held.YES,
    Change.ENDED: Held.NO,
    Change.PERHAPS: Held.UNKNOWN,
    Change.UNSURE: Held.UNKNOWN,
}
Term = tuple[str, str]
"""From and until, as authors write them; nothing where it is not known."""


def fields(term: Term) -> str:
    named = zip(("from", "until"), term, strict=True)
    return "".join(f", {name}: '{value}'" for name, value in named if value)


def made(
    terms: Sequence[Term] = (),
    ties: Sequence[Term] = (),
    bank: str = "",
    motion: str = MOTION.format(date="2023-11-17"),
    site: str = "",
) -> Graph:
    """A board with terms, which it has with a bank some ties; ``bank`` are more fields of it."""
    files = {
        f"people/p{n:02}": f"name: Person P{n}\nsummary: A person.\n"
        f"memberships: [{{organization: board, cites: [a]{fields(term)}}}]"
        for n, term in enumerate(terms)
    }
    rows = "".join(f"\n  - {{kind: pays, to: bank, cites: [a]{fields(term)}}}" for term in ties)
    files["organizations/board"] = "name: The Board\nsummary: It sits.\nrow: 1" + (
        f"\nties:{rows}" if ties else ""
    )
    files["organizations/bank"] = f"name: Bank\nsummary: It lends.\nrow: 2\n{bank}"
    if motion:
        files["motions/remove"] = motion
    return story(files, f"{SITE}board: board\n{site}")


def days(graph: Graph) -> list[str]:
    return [state.day.isoformat() for state in states(graph)]


def seated(graph: Graph) -> list[str]:
    """For each state who sits: ``y``, ``n`` or ``?`` for each term."""
    letters = {Held.YES: "y", Held.NO: "n", Held.UNKNOWN: "?"}
    return ["".join(letters[row.held] for row in state.seats) for state in states(graph)]


def told(before: Sequence[Standing[T]], now: Sequence[Standing[T]]) -> list[Change]:
    return [change for change, _ in changes(before, now)]


def test_the_first_state_is_the_day_before_the_motion_and_the_others_are_changes_after_it() -> None:
    graph = made([("2015", "2023-11-17"), ("2019-02-01", ".."), ("2023-11-29", "2024-03-08")])
    assert days(graph) == ["2023-11-16", "2023-11-17", "2023-11-29", "2024-03-08"]
    assert seated(graph) == ["yyn", "nyn", "nyy", "nyn"]


def test_without_a_change_since_the_motion_there_is_no_state() -> None:
    assert states(made([("2015", "..")])) == ()
    assert states(made([("2015", "2020-01-01")])) == ()


def test_without_a_motion_the_first_state_is_the_day_before_the_first_change() -> None:
    graph = made(ties=[("2020-01-05", "..")], motion="")
    assert days(graph) == ["2020-01-04", "2020-01-05"]


def test_what_is_coarser_than_a_day_has_happened_by_the_last_day_it_may_mean() -> None:
    graph = made([("2024-02", ".."), ("2024-01-01", "..")])
    assert days(graph) == ["2023-11-16", "2024-01-01", "2024-02-29"]
    assert seated(graph) == ["nn", "ny", "yy"]
    graph = made([("2024-02", ".."), ("2024-02-10", "..")])
    assert seated(graph) == ["nn", "?y", "yy"]
    before, amid, after = states(graph)
    assert told(before.seats, amid.seats) == [Change.PERHAPS, Change.BEGAN]
    assert told(amid.seats, after.seats) == [Change.SURE]


def test_a_tie_or_a_body_that_is_drawn_makes_a_state_too() -> None:
    graph = made(ties=[("2024-05-01", "")], bank="founded: 2024-04-01\ndissolved: 2025-01-31")
    assert days(graph) == ["2023-11-16", "2024-04-01", "2024-05-01", "2025-01-31"]
    bank = [next(row.held for row in state.bodies if row.what.id == "bank")
            for state in states(graph)]  # fmt: skip
    assert bank == [Held.NO, Held.YES, Held.YES, Held.NO]
    assert [state.ties[0].held for state in states(graph)] == [
        Held.NO, Held.NO, Held.YES, Held.UNKNOWN,
    ]  # fmt: skip


def test_nothing_begins_and_ends_on_one_day() -> None:
    """So what ends tomorrow has begun, and what began today lasts; more is not known."""
    graph = made([("", "2023-11-17"), ("2024-01-10", ""), ("", "2024-03-01"), ("", "2024-02")])
    assert days(graph) == ["2023-11-16", "2023-11-17", "2024-01-10", "2024-02-29", "2024-03-01"]
    assert seated(graph) == ["yn??", "nn??", "ny??", "n?yn", "n?nn"]


def test_who_had_a_vote_sat_on_the_day_before_and_until_the_vote() -> None:
    votes = "votes: [{voter: p00, option: yes}, {voter: p01, option: no}]\n"
    motion = MOTION.format(date="2023-11-17") + votes
    graph = made([("", ""), ("", "2023-11-17"), ("", "")], ties=[("2024-01-01", "")], motion=motion)
    assert seated(graph) == ["yy?", "?n?", "?n?"]


def test_a_site_may_name_the_days_itself() -> None:
    named = "states: [{date: 2024-05-01, label: Later}, {date: 2020-01-01}]\n"
    graph = made([("2015", "2023-11-17")], site=named)
    assert [(s.day.isoformat(), s.label) for s in states(graph)] == [
        ("2020-01-01", ""), ("2024-05-01", "Later"),
    ]  # fmt: skip


def test_of_too_many_days_those_stay_at_which_the_board_changes() -> None:
    seats = [(f"2024-{month:02}-01", "..") for month in range(1, 6)]
    ties = [(f"2024-{month:02}-20", "..") for month in range(1, 13)]
    graph = made(seats, ties)
    found = days(graph)
    assert len(found) == MOST
    assert {start for start, _ in seats} < set(found)
    assert (found[0], found[-1]) == ("2023-11-16", "2024-12-20")


def test_posts_and_roles_with_a_date_are_told_and_what_has_no_date_at_all_is_not() -> None:
    graph = story(
        {
            "organizations/firm": "name: Firm\nsummary: It works.\nposts: [{id: chief, label: C}]",
            "people/ann": "name: Ann Ash\nsummary: A person.\nmemberships:\n"
            "  - {organization: firm, post: chief, cites: [a]}\n"
            "  - {organization: firm, role: Adviser, until: 2024-05-01, cites: [a]}\n"
            "  - {organization: firm, role: Friend, cites: [a]}",
        },
        f"{SITE}states: [{{date: 2024-05-01}}]\n",
    )
    (state,) = states(graph)
    told = [(row.what.membership.role, row.held) for row in state.posts]
    assert told == [(None, Held.UNKNOWN), ("Adviser", Held.NO)]


def test_so_many_seats_have_room_as_may_be_held_at_once() -> None:
    assert most_seats(made([("2015", "2023-11-17"), ("2024", ".."), ("2024", "..")])) == 2
    assert most_seats(made()) == 0


def test_the_first_day_of_the_calendar_has_no_day_before_it() -> None:
    assert days(made(ties=[("0001-01-01", "..")], motion="")) == []


exact = st.dates(date(2023, 1, 1), date(2025, 12, 31))
spans = st.tuples(exact, exact).map(sorted)
bounds = st.one_of(
    st.just(""),
    st.just(".."),
    exact.map(str),
    exact.map(lambda day: str(day)[:7]),
    exact.map(lambda day: f"{day}~"),
)


@given(st.lists(spans, min_size=1, max_size=8))
def test_every_term_is_in_exactly_the_states_that_it_covers(terms: list[list[date]]) -> None:
    """From the day on which it begins to the day before the one on which it ends."""
    found = states(made([(str(start), str(end)) for start, end in terms]))
    for state in found:
        sits = [start <= state.day < end for start, end in terms]
        assert [row.held is Held.YES for row in state.seats] == sits
        assert all(row.held is not Held.UNKNOWN for row in state.seats)


@given(
    st.lists(st.tuples(bounds, bounds), max_size=5), st.lists(st.tuples(bounds, bounds), max_size=4)
)
def test_the_changes_of_all_states_add_up(terms: list[Term], ties: list[Term]) -> None:
    """Whoever reads the first state and then only what has changed knows the last."""
    found = states(made(terms, ties))
    if not found:
        return
    seats = {row.what.person.id: row.held for row in found[0].seats}
    tied = {id(row.what.tie): row.held for row in found[0].ties}
    for before, now in pairwise(found):
        seats |= {w.person.id: AFTER[change] for change, w in changes(before.seats, now.seats)}
        tied |= {id(w.tie): AFTER[change] for change, w in changes(before.ties, now.ties)}
        assert list(seats.values()) == [row.held for row in now.seats]
        assert list(tied.values()) == [row.held for row in now.ties]


@given(st.lists(st.tuples(bounds, bounds), max_size=20), st.integers(0, 400))
def test_there_are_few_states_in_order_and_the_last_change_is_among_them(
    terms: list[Term], later: int
) -> None:
    last = date(2026, 6, 1) + timedelta(days=later)
    found = states(made([*terms, (str(last), "..")]))
    assert 2 <= len(found) <= MOST
    assert [state.day for state in found] == sorted({state.day for state in found})
    assert (found[0].day, found[-1].day) == (date(2023, 11, 16), last)
