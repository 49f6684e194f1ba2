"""Pages in other rooms than a bright screen: print, large text, forced colours, the keyboard."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_reading import one_of_each

A4 = {"width": 718, "height": 1047}
"""The inside of a sheet with margins of a centimetre, in CSS pixels."""


@pytest.mark.parametrize("which", ["story", "other_story"])
def test_in_print_no_figure_is_cut_and_no_note_is_lost(
    page: Page, which: str, request: pytest.FixtureRequest
) -> None:
    page.set_viewport_size(A4)  # type: ignore[arg-type]
    page.emulate_media(media="print")
    site = request.getfixturevalue(which)
    for path in (*one_of_each(site), site / "print.html"):
        page.goto(path.as_uri())
        root = "document.documentElement"
        assert page.evaluate(f"{root}.scrollWidth - {root}.clientWidth") <= 0, path.name
        figures = page.locator("svg:not(.sprite)").locator("visible=true")
        boxes = [figure.bounding_box() for figure in figures.all()[:40]]
        assert all(box and box["height"] < A4["height"] for box in boxes), path.name
        for hidden in (".nav", ".skip", ".crumbs", ".contents", ".filter", ".tally", ".onward"):
            assert not any(one.is_visible() for one in page.locator(hidden).all()), hidden
        folded = page.locator("details > :not(summary)")
        heights = folded.evaluate_all("all => all.map(one => one.getBoundingClientRect().height)")
        assert all(height > 0 for height in heights), f"{path.name}: something stays folded"


def test_text_twice_as_large_stays_on_the_page(large_print: Browser, story: Path) -> None:
    page, wide = large_print.new_page(), {}
    for width in (360, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        for path in one_of_each(story):
            page.goto(path.as_uri())
            root = "document.documentElement"
            assert page.evaluate(f"getComputedStyle({root}).fontSize") == "32px"
            over = page.evaluate(f"{root}.scrollWidth - {root}.clientWidth")
            if over > 0:
                wide[path.name, width] = over
    assert wide == {}


def test_with_forced_colours_what_is_filled_stays_filled(browser: Browser, story: Path) -> None:
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto((story / "index.html").as_uri())
    fill = "one => [getComputedStyle(one).fill, getComputedStyle(one).stroke]"
    text = page.evaluate("getComputedStyle(document.body).color")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert text != ground
    filled, _ = page.locator(".home svg .fi").first.evaluate(fill)
    assert filled == text
    _, drawn = page.locator(".home svg .si").first.evaluate(fill)
    assert drawn == text
    letter, _ = page.locator(".home svg .iv").first.evaluate(fill)
    assert letter == ground
    context.close()


@pytest.mark.parametrize("name", ["index", "timeline", "governance"])
def test_every_place_that_the_keyboard_reaches_can_be_seen(
    page: Page, story: Path, name: str
) -> None:
    page.goto((story / f"{name}.html").as_uri())
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    expect(page.locator(".skip")).to_be_in_viewport()
    seen = 0
    for _ in range(40):
        page.keyboard.press("Tab")
        style, width = page.evaluate(
            "(() => { const s = getComputedStyle(document.activeElement);"
            "return [s.outlineStyle, parseFloat(s.outlineWidth)]; })()"
        )
        assert style == "solid" and width >= 2
        seen += 1
    assert seen == 40
