"""What is said of a structure that another order would make clearer."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.checks.structure import check_structure
from engine.diagnostics import Diagnostic, Severity
from engine.drawing.figure import NARROW, WIDE
from engine.figures.structure import structure
from engine.graph import Graph
from engine.links import Addresses
from tests.engine.figures.stories import story, words

Bodies = dict[str, tuple[int, int, tuple[str, ...]]]
"""The row, the order and the ties of each body."""


def drawn(bodies: Bodies) -> Graph:
    files = {}
    for id_, (row, order, ties) in bodies.items():
        lines = [f"name: {id_}", "summary: A body.", f"row: {row}", f"order: {order}"]
        lines += ["ties:"] if ties else []
        lines += [f"  - {{kind: controls, to: {to}, cites: [a], label: runs}}" for to in ties]
        files[f"organizations/{id_}"] = "\n".join(lines)
    return story(files)


def told(graph: Graph) -> list[Diagnostic]:
    return list(check_structure(graph, Addresses(graph, frozenset())))


def clashes(graph: Graph) -> tuple[int, int]:
    """Crossings and overlaps in both widths together."""
    found = [structure(graph, words(), width) for width in (WIDE, NARROW)]
    return sum(f.crossings for f in found if f), sum(f.overlaps for f in found if f)


@st.composite
def structures(draw: st.DrawFn) -> Bodies:
    """From four to six bodies in two rows with ties from one to the other."""
    upper = [f"u{n}" for n in range(draw(st.integers(2, 3)))]
    lower = [f"l{n}" for n in range(draw(st.integers(2, 3)))]
    ties = st.lists(st.sampled_from(lower), max_size=2, unique=True).map(tuple)
    found: Bodies = {id_: (1, n, draw(ties)) for n, id_ in enumerate(upper, 1)}
    return {**found, **{id_: (2, n, ()) for n, id_ in enumerate(lower, 1)}}


@settings(deadline=None, max_examples=20)
@given(structures())
def test_an_order_that_is_named_keeps_what_is_promised_of_it(bodies: Bodies) -> None:
    found = told(drawn(bodies))
    assert len(found) <= 1
    for fault in found:
        assert (fault.rule, fault.severity) == ("crowded-structure", Severity.WARNING)
        numbers = tuple(map(int, re.findall(r"\d+", fault.message)))
        assert numbers[:2] == clashes(drawn(bodies))
        order = {id_: int(n) for id_, n in re.findall(r"(\w+) \(order: (\d+)\)", fault.hint)}
        if order:
            mended = {id_: (row, order.get(id_, n), t) for id_, (row, n, t) in bodies.items()}
            assert clashes(drawn(mended)) == numbers[2:]
            assert numbers[:1:-1] < numbers[1::-1]  # overlaps count before crossings
            assert told(drawn(mended)) == []


def test_of_a_long_row_only_neighbours_are_tried() -> None:
    bodies: Bodies = {f"u{n}": (1, n, (f"l{n}",) * 2) for n in range(1, 5)}
    bodies |= {f"l{n}": (2, n, ()) for n in (1, 2, 3, 4)}
    bodies["l1"], bodies["l2"] = (2, 2, ()), (2, 1, ())
    (fault,) = told(drawn(bodies))
    assert fault.hint == (
        "from the left, row 1: u2 (order: 1), u1 (order: 2), u3 (order: 3), u4 (order: 4)"
    )
    assert fault.place.path == "content/organizations/u2.md"


def test_without_a_structure_nothing_is_said() -> None:
    assert told(story({"organizations/a": "name: A\nsummary: It is not drawn."})) == []
