"""Our two stories in pictures: what their authors wrote stands there whole."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.drawing.figure import NARROW, WIDE, Label
from engine.figures.board_table import Moment, board_table
from engine.figures.hours import hours
from engine.figures.structure import structure
from engine.figures.timeline import timeline
from engine.graph import Graph
from tests.engine.figures.stories import ROOT, site_of, words


def labels(graph: Graph) -> Iterator[Label | None]:
    """The names and titles in every figure of a site."""
    for width in (WIDE, NARROW):
        if rail := timeline(graph, words(), width):
            yield from (tag.title for tag in rail.tags)
        if day := hours(graph, words(), width):
            yield from (row.label for row in day.rows)
        if drawn := structure(graph, words(), width):
            yield from (body.name for body in drawn.bodies)
            yield from (line.label for line in drawn.lines)
    for moment in Moment:
        if table := board_table(graph, moment, words()):
            yield from (chair.label for chair in table.chairs)


@pytest.mark.parametrize("site", [ROOT, ROOT / "tests/sites/council"], ids=["story", "council"])
def test_no_name_and_no_title_is_cut(site: Path) -> None:
    found = [line for label in labels(site_of(site)) if label for line in label.lines]
    assert len(found) > 50
    assert [line for line in found if line.endswith("\u2026")] == []
