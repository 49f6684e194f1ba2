"""The macros paint what the figures say, as well-formed SVG with a name and a description."""

from xml.etree import ElementTree

import pytest

from engine.drawing.figure import NARROW, WIDE
from engine.figures.hours import hours
from engine.figures.structure import structure
from engine.figures.timeline import timeline
from engine.rendering import open_templates
from tests.engine.figures.stories import ROOT, event, story, words

SVG = "{http://www.w3.org/2000/svg}"
FILES = {
    **dict(
        event(*row.split("|"))
        for row in (
            "one|2024-05-01|official|people: [ann]|strand: town|key",
            "two|2024-05-01T12:00~|rumour",
            "three|2024-05-01T12:23",
            "four|2024-05-09",
            "five|2024-05-12?",
            "six|2019",
        )
    ),
    "organizations/board": "name: <Board> & Co\nsummary: A board.\nrow: 1\nties:\n"
    "  - {kind: controls, to: bank, cites: [a]}\n"
    "  - {kind: pays, to: bank, absent: true, cites: [a]}",
    "organizations/bank": "name: Bank\nsummary: A bank.\nrow: 2",
}
FIGURES = {"timeline": timeline, "hours": hours, "structure": structure}


def painted(name: str, figure: object) -> ElementTree.Element:
    """The SVG that a macro paints of a figure."""
    environment = open_templates([ROOT / "templates"]).environment
    template = environment.get_template(f"figures/{name}.html")
    text = str(getattr(template.module, name)(figure, "x"))
    text = text.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    return ElementTree.fromstring(text)


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_is_painted_with_its_title_and_description(name: str, width: int) -> None:
    figure = FIGURES[name](story(FILES), words(), width)
    assert figure is not None
    svg = painted(name, figure)
    assert svg.get("role") == "img"
    assert svg.get("viewBox") == f"0 0 {figure.width} {figure.height}"
    said = {svg[n].get("id"): svg[n].text for n in (0, 1)}
    assert said == {"x-t": figure.title, "x-d": figure.description}
    assert svg.get("aria-labelledby") == "x-t x-d"


def test_an_event_can_be_found_by_its_status_its_people_and_its_strand() -> None:
    svg = painted("timeline", timeline(story(FILES), words(), WIDE))
    classes = {group.get("class") for group in svg.iter(f"{SVG}g")}
    assert "x1 s-official p-ann t-town" in classes


def test_the_words_of_an_author_are_escaped() -> None:
    svg = painted("structure", structure(story(FILES), words(), WIDE))
    assert "<Board> & Co" in [text.text for text in svg.iter(f"{SVG}text")]


def test_a_tie_that_is_missing_has_a_cross_and_no_arrow() -> None:
    svg = painted("structure", structure(story(FILES), words(), WIDE))
    paths = list(svg.iter(f"{SVG}path"))
    red = [path for path in paths if "sr" in (path.get("class") or "")]
    assert [path.get("marker-end") for path in red[:2]] == [None, None]
    assert [path.get("class") for path in red[:2]] == ["nf sr w2 da", "sr w4"]
    assert [p.get("marker-end") for p in paths if p.get("class") == "nf si w4"] == [
        "url(#ah)",
        None,
    ]
