"""The macros paint what the figures say, as well-formed SVG with a name and a description."""

from xml.etree import ElementTree

import pytest

from engine.drawing.figure import NARROW, WIDE
from engine.figures.hours import hours
from engine.figures.structure import structure
from engine.figures.timeline import timeline
from engine.rendering import open_templates
from tests.engine.figures.stories import ROOT, SITE, event, story, words

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
MORE = ("and 28 more", "29")
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


def test_a_mark_is_found_by_the_numbers_of_its_person_its_strand_and_its_status() -> None:
    site = SITE + "strands: [{id: sea, label: Sea}, {id: town, label: Town}]\n"
    rows = ("a|2024-05-01|official|people: [ann]|strand: town", "b|2024-05-01|reported|strand: sea")
    files = dict(event(*row.split("|")) for row in (*rows, "c|2024-05-09|rumour|people: [ann]"))
    files["people/ann"] = "name: Ann Ash\nsummary: A person."
    svg = painted("timeline", timeline(story(files, site), words(), WIDE))
    classes = {group.get("class") for group in svg.iter(f"{SVG}g")}
    assert classes == {"f p1 t2 x1", "f t1 x3", "f p1 x6"}


def test_what_a_choice_would_make_wrong_can_be_hidden() -> None:
    """How many more there are at a place is not known of a choice."""
    files = dict(event(f"e{n}", "2024-05-01" if n else "2024-07") for n in range(30))
    svg = painted("timeline", timeline(story(files), words(), WIDE))
    marked = {t.text: t.get("class") for t in svg.iter(f"{SVG}text") if t.text in MORE}
    assert marked == {"and 28 more": "m more", "29": "b more"}


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
