"""Seats over time: to scale where dates are known, else an order, and never more than is known."""

import re
from itertools import combinations, product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from engine.dates import runs_backwards
from engine.drawing.faces import PLAIN
from engine.drawing.figure import NARROW, WIDE, text_width
from engine.figures.seats_over_time import Box, Drawing, Row, SeatsOverTime, seats_over_time
from engine.graph import Graph
from engine.kinds.person import Person
from tests.engine.figures.boards import SITE_WORDS, SIX, Area, board, lines, view
from tests.engine.figures.stories import events

PAST = [f"{name} | | | ../2023-10 other" for name in ("Gus Gorse", "Hal Hazel")]


def drawn(graph: Graph) -> SeatsOverTime:
    found = seats_over_time(graph, SITE_WORDS)
    assert found
    return found


def row(graph: Graph, number: int = 0) -> Row:
    return drawn(graph).wide.rows[number]


def names(found: SeatsOverTime) -> list[str]:
    return [row.name.lines[0] for row in found.wide.rows]


def test_without_a_date_but_that_of_the_vote_only_the_order_is_drawn() -> None:
    found = drawn(board([*SIX, *PAST]))
    assert (found.is_to_scale, found.scale) == (False, "Order only, not to scale")
    assert found.wide.ruler == found.narrow.ruler == ""
    assert found.sentences[:3] == (
        "Order only, not to scale.",
        "A line marks the vote: Fri 17 Nov 2023.",
        "Gus Gorse. Start: not known. End: by October 2023, left.",
    )
    assert "Ann Ash. Start: not known. End: 17 November 2023, removed." in found.sentences
    assert found.sentences[-1] == (
        "Flo Fir. Start: not known. End: still open. Had a seat at the vote."
    )


def test_whoever_held_a_seat_until_a_day_or_later_is_not_said_to_have_left() -> None:
    found = drawn(board([*SIX, "Gus Gorse | | 2018 | 2024-03-09/.."]))
    (said,) = [one for one in found.sentences if one.startswith("Gus Gorse")]
    assert said == "Gus Gorse. Start: 2018. End: 9 March 2024 or later."
    (drawn_row,) = [one for one in found.wide.rows if one.name.lines == ("Gus Gorse",)]
    assert drawn_row.word is None


def test_those_who_left_come_first_then_the_removed_then_who_stays() -> None:
    assert names(drawn(board([*SIX[::-1], *PAST]))) == [
        *("Gus Gorse", "Hal Hazel", "Ann Ash", "Bob Birch", "Cem Cedar"),
        *("Dee Dogwood", "Eve Elm", "Flo Fir"),
    ]


def test_what_ended_somewhere_before_is_hatched_and_what_has_no_beginning_dashed() -> None:
    past, removed, kept = (row(board([*SIX, *PAST]), number) for number in (0, 2, 4))
    assert (len(past.hatched), len(past.solid), past.arrows, past.cross) == (1, 1, "", "")
    assert past.hatched[0].x == past.solid[0].x + past.solid[0].width
    assert removed.cross and removed.word and removed.word.lines == ("removed",)
    assert kept.arrows and kept.word is None
    assert all(row.dashed.count("M") == 1 for row in (past, removed, kept))


def test_in_an_order_the_dates_are_named_at_lines_before_the_vote() -> None:
    wide = drawn(board([*SIX, *PAST])).wide
    assert [label.lines for label in wide.names] == [("by Oct 2023",)]
    assert wide.heading
    assert (wide.heading.date, wide.heading.word) == ("Fri 17 Nov 2023", "vote")
    assert xs(wide.lines)[0] < xs(wide.vote)[0]


def test_with_dates_the_axis_is_to_scale() -> None:
    found = drawn(board(["Ann Ash | inside | 2013-11-17 | ..", "Bob Birch | inside | 2018-11-17"]))
    assert (found.is_to_scale, found.scale) == (True, "To scale")
    first, second = found.wide.rows[0].solid[0], xs(found.wide.rows[1].dashed)
    vote = xs(found.wide.vote)[0]
    assert abs((second[0] - first.x) - (vote - second[0])) < 1
    assert re.match(r"M[\d.]+ [\d.]+H[\d.]+M", found.wide.ruler)


def test_a_coarse_date_is_hatched_over_all_that_it_may_mean() -> None:
    rows = ["Ann Ash | inside | 2013-11-17 | ..", "Bob Birch | inside | 2015 | 2020 resigned"]
    left = row(board(rows))
    assert (left.name.lines, left.word and left.word.lines) == (("Bob Birch",), ("resigned",))
    begin, end = left.hatched
    assert abs(begin.width - end.width) < 0.5
    assert begin.x + begin.width == left.solid[0].x
    assert abs(left.solid[0].width / begin.width - 4) < 0.1
    assert left.dashed == ""


def test_a_beginning_that_is_not_known_is_dashed_up_to_the_vote_that_shows_a_seat() -> None:
    graph = board(["Ann Ash | inside | 2013-11-17 | ..", "Bob Birch | inside | | .. | yes"])
    unknown, wide = row(graph, 1), drawn(graph).wide
    assert abs(unknown.solid[0].x - xs(wide.vote)[0]) < 1
    assert unknown.hatched == ()
    assert min(xs(unknown.dashed)) < row(graph).solid[0].x


def test_an_end_that_may_lie_anywhere_before_is_hatched_over_a_fixed_stretch() -> None:
    graph = board(["Ann Ash | inside | 2001-11-17 | ..", "Bob Birch | inside | | ../2020"])
    left = row(graph)
    assert (left.name.lines, left.solid) == (("Bob Birch",), ())
    assert left.hatched[0].width == 60
    assert left.dashed.endswith(f"H{left.hatched[0].x:g}")


def test_the_date_of_a_vote_near_the_edge_stands_left_of_its_line() -> None:
    rows = ["Ann Ash | inside | 2001-11-17 | ..", "Bob Birch | inside | 2022-11-17 | .."]
    late = drawn(board(rows)).wide
    early = drawn(board(rows, motion={"date": "2002-11-17"})).wide
    assert late.heading and early.heading
    assert (late.heading.anchor, late.heading.x) == ("end", xs(late.vote)[0] - 7)
    assert (early.heading.anchor, early.heading.x) == ("start", xs(early.vote)[0] + 7)


def test_who_may_hold_a_seat_still_has_a_dash_and_no_arrow() -> None:
    graph = board(["Ann Ash | inside | 2013-11-17 | ..", "Bob Birch | inside | 2015-01-01"])
    open_ended = row(graph, 1)
    assert (open_ended.hatched, open_ended.arrows, open_ended.word) == ((), "", None)
    assert (open_ended.solid[0].width, open_ended.dashed.count("M")) == (2, 1)


def test_the_number_of_seats_that_are_surely_held_stands_between_its_changes() -> None:
    rows = ["Ann Ash | inside | 2013-11-17 | ..", "Bob Birch | inside | 2015-01-01 | 2020-01-01"]
    found = drawn(board(rows))
    assert [label.lines[0] for label in found.wide.notes] == ["Surely held", "1", "2", "1"]
    assert found.sentences[-1] == (
        "Seats surely held: 1 from 18 November 2013; 2 from 2 January 2015; 1 from 1 January 2020."
    )


def test_of_a_vote_at_an_hour_the_day_is_drawn() -> None:
    found = drawn(board(SIX, motion={"date": "2023-11-17T21:40"}))
    assert not found.is_to_scale
    assert found.sentences[1] == "A line marks the vote: Fri 17 Nov 2023."


def test_without_a_motion_no_vote_is_drawn() -> None:
    graph = board(["Ann Ash | inside | 2013 | .."], motion={"organization": "p00"})
    assert (drawn(graph).wide.vote, drawn(graph).wide.heading) == ("", None)


def test_without_a_board_or_a_seat_there_is_none() -> None:
    assert seats_over_time(events("a | 2023"), SITE_WORDS) is None
    assert seats_over_time(board([]), SITE_WORDS) is None


def test_it_is_drawn_for_a_wide_place_and_for_a_phone() -> None:
    found = drawn(board(SIX))
    assert (view(found.wide.box).right, view(found.narrow.box).right) == (WIDE, NARROW)
    assert len(found.wide.rows) == len(found.narrow.rows) == 6


BOUNDS = ["", "..", "2019", "2019~", "2021-03", "2022-05-06", "../2020", "2020/..", "2023-11-17"]
NAMES = st.text("abcdefgmwABW李ДжÉ -", min_size=1, max_size=40).filter(str.strip)


@st.composite
def boards(draw: st.DrawFn) -> Graph:
    """A board of 1 to 9 people with terms of every sort."""
    ends = st.sampled_from(["", "removed", "resigned", "expired", "other"])
    bounds = st.sampled_from(BOUNDS)
    rows = []
    for _ in range(draw(st.integers(1, 9))):
        start, until = draw(bounds), draw(bounds)
        ended = draw(ends) if until not in ("", "..") else ""
        side, vote = draw(st.sampled_from(["inside", ""])), draw(st.sampled_from(["yes", ""]))
        rows.append(f"{draw(NAMES)} | {side} | {start} | {until} {ended} | {vote}")
    graph = board(rows, motion={"date": draw(st.sampled_from(["2023-11-17", "2023-11", "2023"]))})
    terms = [term for person in graph.all(Person) for term in person.memberships]
    assume(not any(runs_backwards(term.from_, term.until, graph.zone) for term in terms))
    return graph


def xs(path: str) -> list[float]:
    """Where the strokes of a path begin."""
    return [float(x) for x in re.findall(r"M([\d.]+)", path)]


def texts(drawing: Drawing) -> list[Area]:
    bold = [row.name for row in drawing.rows]
    bold += [row.word for row in drawing.rows if row.word and row.is_removed]
    plain = [row.word for row in drawing.rows if row.word and not row.is_removed]
    found = [area for label in bold for area in lines(label)]
    plain += [*drawing.names, *drawing.notes]
    found += [area for label in plain for area in lines(label, PLAIN)]
    if drawing.heading:
        at = drawing.heading
        width = text_width(f"{at.date} {at.word}")
        left = at.x - (width if at.anchor == "end" else 0)
        found.append(Area(at.date, left, at.y - 11, left + width, at.y + 4))
    return found


def bars(drawing: Drawing) -> list[Area]:
    boxes: list[Box] = [b for row in drawing.rows for b in (*row.solid, *row.hatched)]
    return [Area("bar", b.x, b.y, round(b.x + b.width, 1), b.y + b.height) for b in boxes]


@given(boards(), st.sampled_from(["wide", "narrow"]))
@settings(max_examples=80, deadline=None)
def test_no_words_overlap_and_all_is_inside_the_picture(graph: Graph, room: str) -> None:
    found = seats_over_time(graph, SITE_WORDS)
    if found is None:
        return
    assert faults(found.wide if room == "wide" else found.narrow) == []


def faults(drawing: Drawing) -> list[object]:
    """What words overlap with, and what is not inside the picture."""
    written, drawn_ = texts(drawing), bars(drawing)
    pairs = [*combinations(written, 2), *product(written, drawn_)]
    touching: list[object] = [(a, b) for a, b in pairs if a.touches(b)]
    shown = view(drawing.box)
    return touching + [area for area in (*written, *drawn_) if not area.is_within(shown)]


@pytest.mark.parametrize("room", ["wide", "narrow"])
def test_long_names_and_dates_close_together_have_room(room: str) -> None:
    rows = ["Ann Ash | inside | 1970-01-01 | .."]
    for month in range(1, 10):
        name = f"Maria Magdalena{month} de la Vega-Hohenzollern-Sigmaringen"
        rows.append(f"{name} | inside | 2001-0{month}-01 | 2004-0{month}-01 removed")
    found = drawn(board(rows))
    assert faults(found.wide if room == "wide" else found.narrow) == []


@pytest.mark.parametrize("room", ["wide", "narrow"])
def test_many_dates_that_are_known_in_order_only_have_room(room: str) -> None:
    found = drawn(board([f"Ann A{n} | inside | | ../200{n} expired" for n in range(10)]))
    assert not found.is_to_scale
    assert faults(found.wide if room == "wide" else found.narrow) == []


@given(boards())
@settings(max_examples=80, deadline=None)
def test_pieces_of_a_bar_follow_each_other_and_names_stay_beside_them(graph: Graph) -> None:
    found = seats_over_time(graph, SITE_WORDS)
    if found is None:
        return
    pieces = bars(found.wide)
    assert all(piece.left < piece.right for piece in pieces)
    assert [(a, b) for a, b in combinations(pieces, 2) if a.touches(b)] == []
    left = min((piece.left for piece in pieces), default=float(WIDE))
    assert all(text_width(row.name.lines[0]) < left for row in found.wide.rows)


@given(boards())
@settings(max_examples=30, deadline=None)
def test_everybody_is_told_in_words(graph: Graph) -> None:
    found = seats_over_time(graph, SITE_WORDS)
    if found is None:
        return
    said = [s for s in found.sentences if "Start: " in s]
    assert len(said) == len(found.wide.rows)
    assert found.description == " ".join(found.sentences)
