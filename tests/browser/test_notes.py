"""Where a reader finds the notes: beside the text where there is room, under it elsewhere."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

WIDE, MIDDLE, NARROW = 1280, 1000, 360
FOLDERS = ("timeline", "cast", "governance", "explanations")
BOXES = """() => {
  const box = (one) => { const {left, right, top, bottom} = one.getBoundingClientRect();
                         return {left, right, top, bottom}; };
  return [...document.querySelectorAll('.noted:has(> .beside)')].map((noted) => ({
    text: box(noted.firstElementChild),
    notes: [...noted.querySelectorAll('.beside li')].map(box),
    lines: [...noted.querySelectorAll(':scope > div:first-child :is(p, a, h2, dd)')].map(box),
    after: noted.nextElementSibling ? box(noted.nextElementSibling).top : Infinity,
  }));
}"""


def of_texts(site: Path) -> Iterator[Path]:
    """Of each kind of page that is a text those with the fewest and the most notes beside it."""
    plain = [path for path in site.glob("*.html") if path.name != "print.html"]
    for paths in (plain, *(list((site / folder).glob("*.html")) for folder in FOLDERS)):
        with_notes = {path: path.read_text("utf-8").count('<li id="note-') for path in paths
                      if 'class="beside"' in path.read_text("utf-8")}  # fmt: skip
        yield min(with_notes, key=lambda path: (with_notes[path], path))
        yield max(with_notes, key=lambda path: (with_notes[path], path))


@pytest.fixture(params=["story", "other_story"])
def texts(request: pytest.FixtureRequest) -> list[Path]:
    return list(of_texts(request.getfixturevalue(request.param)))


def apart(boxes: list[dict[str, float]]) -> bool:
    """Whether boxes in a column lie one under the other."""
    return all(one["bottom"] <= next_["top"] + 0.5 for one, next_ in pairwise(boxes))


@pytest.mark.parametrize("width", [WIDE, MIDDLE])
def test_where_there_is_room_notes_stand_beside_the_text(
    page: Page, texts: list[Path], width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for path in texts:
        page.goto(path.as_uri())
        for found in page.evaluate(BOXES):
            text, notes = found["text"], found["notes"]
            assert text["top"] <= notes[0]["top"] < text["bottom"], path
            assert notes[-1]["bottom"] <= found["after"], path
            assert all(text["right"] <= note["left"] < note["right"] <= width for note in notes)
            assert all(line["right"] <= notes[0]["left"] for line in found["lines"]), path
            assert apart(notes), path


def test_where_there_is_none_they_stand_under_it(page: Page, texts: list[Path]) -> None:
    page.set_viewport_size({"width": NARROW, "height": 800})
    for path in texts:
        page.goto(path.as_uri())
        for found in page.evaluate(BOXES):
            assert found["notes"][0]["top"] >= found["text"]["bottom"], path
            assert found["notes"][-1]["bottom"] <= found["after"], path
            assert apart(found["notes"]), path


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_mark_leads_to_its_note_on_the_screen(
    browser: Browser, texts: list[Path], width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 740})
    page = context.new_page()
    for path in texts:
        page.goto(path.as_uri())
        mark = page.locator('main .text a.c[href^="#note-"]').last
        mark.click()
        note = page.locator(mark.get_attribute("href") or "")
        assert page.locator("li:target").count() == 1, path
        box = note.bounding_box()
        assert box is not None
        assert 0 <= box["y"] < 740, path
        colour = note.evaluate("(one) => getComputedStyle(one).backgroundColor")
        assert colour != "rgba(0, 0, 0, 0)", path
    context.close()
