"""Bodies in boxes and their ties."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.drawing.blocks import Box
from engine.drawing.figure import NARROW, WIDE, Label, text_width
from engine.drawing.ties import Look
from engine.figures.structure import Line, Structure, structure
from engine.graph import Graph
from tests.engine.figures.stories import story, words

KINDS = [
    "controls",
    "owns",
    "appoints",
    "invests-in",
    "pays",
    "owes-duty-to",
    "benefits",
    "supplies",
]
TIES = """
ties:
  - {kind: controls, to: company, label: governs, status: reported, cites: [a]}
  - {kind: owes-duty-to, to: people, cites: [a]}
"""
BODIES = {
    "organizations/board": "name: Board\nsummary: A board.\nclassification: board\nrow: 1\norder: 1"
    + TIES
    + "posts: [{id: seat, label: Seat, seats: 3}]\n"
    + "sides: [{id: in, label: In}, {id: out, label: Out}]",
    "organizations/people": "name: People\nsummary: All.\nrow: 1\norder: 2",
    "organizations/company": "name: Company\nsummary: A company.\nrow: 2\nties:\n"
    "  - {kind: pays, to: bank, cites: [a]}\n  - {kind: pays, to: elsewhere, cites: [a]}",
    "organizations/bank": "name: Bank\nsummary: A bank.\nrow: 2\nties:\n"
    "  - {kind: appoints, to: board, label: no seat, absent: true, cites: [a]}",
    "organizations/elsewhere": "name: Elsewhere\nsummary: Not drawn.",
    "people/ann": "name: Ann\nsummary: She.\nmemberships:\n"
    "  - {organization: board, post: seat, side: in, cites: [a], from: 2020, until: ..}",
    "people/bob": "name: Bob\nsummary: He.\nmemberships:\n"
    "  - {organization: board, post: seat, side: out, cites: [a], from: 2020, until: ..}",
    "motions/leave": "title: To leave\nsummary: They leave.\nstatus: official\ncites: [a]\n"
    "organization: board\ndate: 2024-05-01\ntext: We leave.\nrequirement: majority\nseats: 3\n"
    "result: pass",
}


def drawn(graph: Graph, width: int = WIDE) -> Structure:
    found = structure(graph, words(), width)
    assert found is not None
    return found


def test_without_a_row_there_is_no_figure() -> None:
    graph = story({"organizations/a": "name: A\nsummary: An organization."})
    assert structure(graph, words(), WIDE) is None


def test_bodies_stand_in_their_rows_with_a_rule_between() -> None:
    found = drawn(story(BODIES))
    assert [(body.id, body.name.lines) for body in found.bodies] == [
        ("board", ("Board",)), ("people", ("People",)), ("bank", ("Bank",)),
        ("company", ("Company",)),
    ]  # fmt: skip
    board, people, bank, company = found.bodies
    assert board.y == people.y < bank.y == company.y
    assert board.x < people.x
    (rule,) = found.rules
    assert board.y + board.height < rule == found.wash < bank.y
    assert board.sort is not None
    assert board.sort.lines == ("board",)


def test_the_seats_of_the_board_are_drawn_by_side_and_open_where_nobody_is_known() -> None:
    board, people, *_ = drawn(story(BODIES)).bodies
    assert [(seat.spot.shape, seat.is_open) for seat in board.seats] == [
        ("square", False), ("round", False), ("round", True),
    ]  # fmt: skip
    assert people.seats == ()


def test_each_tie_is_a_line_from_its_subject_to_its_object() -> None:
    found = drawn(story(BODIES))
    assert [(line.look, label(line)) for line in found.lines] == [
        ("control", "governs"), ("duty", "owes a duty to"), ("absent", "no seat"),
        ("money", "pays"),
    ]  # fmt: skip
    assert [line.cross is not None for line in found.lines] == [False, False, True, False]
    assert found.overlaps == 0


def label(line: Line) -> str:
    return " ".join(line.label.lines) if line.label else ""


def test_the_ties_are_told_in_words_too() -> None:
    found = drawn(story(BODIES))
    first, _, missing, _ = found.sentences
    assert (first.subject, first.verb, first.object, first.label, first.status) == (
        "Board", "controls", "Company", "governs", "reported",
    )  # fmt: skip
    assert (missing.verb, missing.absent) == ("is not described as appointing members of", True)
    assert "Row 1 from the top: Board and People." in found.description
    assert "Board is drawn with 3 seats." in found.description
    assert "Board controls Company: governs." in found.description
    assert "Board owes a duty to People." in found.description
    assert "Elsewhere" not in found.description
    assert found.description == drawn(story(BODIES), NARROW).description


def test_the_verb_after_a_plural_is_one_too() -> None:
    plural = ("organizations/board", "organizations/bank")
    many = {**BODIES, **{path: f"plural: true\n{BODIES[path]}" for path in plural}}
    first, second, missing, last = drawn(story(many)).sentences
    assert (first.verb, second.verb) == ("control", "owe a duty to")
    assert missing.verb == "are not described as appointing members of"
    assert last.verb == "pays", "the company is one"


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_tie_has_its_words(kind: str) -> None:
    for number in ("tie", "tie.many"):
        assert words()[f"{number}.{kind}"] != words()[f"{number}.absent.{kind}"]


def test_the_key_names_the_looks_that_are_used() -> None:
    found = drawn(story(BODIES))
    assert [sample.look for sample in found.key] == ["control", "money", "duty", "absent"]
    alone = {path: text for path, text in BODIES.items() if path.endswith(("people", "board"))}
    assert drawn(story(alone)).key == ()


def test_in_a_narrow_place_the_boxes_stand_in_one_column() -> None:
    found = drawn(story(BODIES), NARROW)
    assert len({body.x for body in found.bodies}) == 1
    assert [body.y for body in found.bodies] == sorted(body.y for body in found.bodies)
    assert found.width == 328


@st.composite
def structures(draw: st.DrawFn) -> Graph:
    """From two to eight bodies in one to four rows with any ties."""
    count, rows = draw(st.integers(2, 8)), draw(st.integers(1, 4))
    files = {}
    for n in range(count):
        name = draw(st.sampled_from(["Board", "The Great Western Railway Company", "基金", "Fund"]))
        files[f"organizations/b{n}"] = (
            f"name: {name} {n}\nsummary: A body.\nrow: {draw(st.integers(1, rows))}\n"
            f"order: {draw(st.integers(0, 9))}\nclassification: a company for profit\n"
            + _ties(draw, count)
        )
    return story(files)


def _ties(draw: st.DrawFn, count: int) -> str:
    said = []
    for _ in range(draw(st.integers(0, 2))):
        text = draw(st.sampled_from(["", ", label: money", ", label: two of the seven trustees"]))
        absent = ", absent: true" if draw(st.integers(0, 5)) == 0 else ""
        kind, to = draw(st.sampled_from(KINDS)), draw(st.integers(0, count - 1))
        said.append(f"  - {{kind: {kind}, to: b{to}, cites: [a]{text}{absent}}}\n")
    return "ties:\n" + "".join(said) if said else ""


@settings(deadline=None, max_examples=60)
@given(structures())
def test_boxes_and_labels_never_overlap_and_lines_end_at_their_boxes(graph: Graph) -> None:
    for width in (WIDE, NARROW):
        found = drawn(graph, width)
        boxes = [Box(b.x, b.x + b.width, b.y, b.y + b.height) for b in found.bodies]
        labels = [box_of(line.label) for line in found.lines if line.label]
        for one, other in combinations([*boxes, *labels], 2):
            assert not one.touches(other)
        for box in [*boxes, *labels]:
            assert box.left >= 0
            assert box.right <= found.width
            assert box.low >= 0
            assert box.high <= found.height
        by_id = {body.id: box for body, box in zip(found.bodies, boxes, strict=True)}
        for line in found.lines:
            check_line(found, line, by_id)


def check_line(found: Structure, line: Line, boxes: dict[str, Box]) -> None:
    for point, id_ in zip((line.points[0], line.points[-1]), line.ends, strict=True):
        assert distance(point, boxes[id_]) <= 3.1
    for (a, b), (c, d) in zip(line.points, line.points[1:], strict=False):
        assert a == c or b == d
        assert 0 <= min(a, c) <= max(a, c) <= found.width
        assert 0 <= min(b, d) <= max(b, d) <= found.height
        inside = Box(min(a, c) - 0.1, max(a, c) + 0.1, min(b, d) - 0.1, max(b, d) + 0.1)
        for box in boxes.values():
            shrunk = Box(box.left + 1, box.right - 1, box.low + 1, box.high - 1)
            assert not inside.touches(shrunk)


def distance(point: tuple[float, float], box: Box) -> float:
    across = max(box.left - point[0], 0, point[0] - box.right)
    down = max(box.low - point[1], 0, point[1] - box.high)
    return max(across, down)


def box_of(label: Label) -> Box:
    """The room of a label: from the top of its first line to a little below its last."""
    width = max(text_width(line) for line in label.lines)
    left = label.x - width * {"start": 0, "middle": 0.5, "end": 1}[label.anchor]
    bottom = label.y + 17 * (len(label.lines) - 1) + 3
    return Box(left + 0.1, left + width - 0.1, label.y - 11, bottom)


def test_looks_are_those_of_the_contract() -> None:
    assert {look.value for look in Look} == {"control", "money", "duty", "benefit", "absent"}
