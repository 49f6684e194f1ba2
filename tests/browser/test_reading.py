"""What a reader meets in a real browser, from disk."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.axe import Room, violations

WIDTHS = (320, 360, 768, 1280)


LEFT_OUT = ("404.html", "print.html")


def one_of_each(site: Path) -> list[Path]:
    """The main pages, and the largest page of each folder; not the one that holds all."""
    folders = ("timeline", "cast", "governance", "explanations", "sources")
    largest = [max((site / f).glob("*.html"), key=lambda p: p.stat().st_size) for f in folders]
    return [*sorted(p for p in site.glob("*.html") if p.name not in LEFT_OUT), *largest]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("which", ["story", "other_story"])
def test_no_page_is_wider_than_the_screen(
    page: Page, which: str, width: int, request: pytest.FixtureRequest
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    wide = {}
    for path in one_of_each(request.getfixturevalue(which)):
        page.goto(path.as_uri())
        root = "document.documentElement"
        over = page.evaluate(f"{root}.scrollWidth - {root}.clientWidth")
        if over > 0:
            wide[path.name] = over
    assert wide == {}


@pytest.mark.parametrize("which", ["story", "other_story"])
def test_no_page_asks_for_anything_from_elsewhere_or_complains(
    page: Page, which: str, request: pytest.FixtureRequest
) -> None:
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    for path in one_of_each(request.getfixturevalue(which)):
        page.goto(path.as_uri())
    assert [url for url in asked if not url.startswith("file:")] == []
    assert said == []


@pytest.mark.parametrize("which", ["story", "other_story"])
def test_without_script_every_page_says_the_same_but_for_its_forms(
    browser: Browser, which: str, request: pytest.FixtureRequest
) -> None:
    texts = []
    for script in (True, False):
        context = browser.new_context(java_script_enabled=script)
        page = context.new_page()
        found = []
        for path in one_of_each(request.getfixturevalue(which)):
            page.goto(path.as_uri())
            page.evaluate("document.querySelectorAll('form').forEach((form) => form.remove())")
            found.append(page.locator("body").inner_text())
        texts.append(found)
        context.close()
    assert texts[0] == texts[1]


@pytest.mark.parametrize("which", ["story", "other_story"])
def test_axe_finds_nothing(page: Page, which: str, request: pytest.FixtureRequest) -> None:
    addresses = [path.as_uri() for path in one_of_each(request.getfixturevalue(which))]
    rooms = [Room(360, "light"), Room(1280, "light"), Room(360, "dark")]
    assert violations(page, addresses, rooms) == {}


def test_in_the_dark_only_colours_differ() -> None:
    """Which is why axe looks at nothing else there."""
    static = Path(__file__).parents[2] / "static"
    text = "".join(path.read_text("utf-8") for path in sorted(static.rglob("*.css")))
    dark = re.findall(r"@media \(prefers-color-scheme: dark\) \{\s*:root \{([^}]*)\}\s*\}", text)
    assert len(dark) == text.count("prefers-color-scheme") == 1
    assert re.fullmatch(r"(?:\s*--[\w-]+: #[0-9a-f]{6};)+\s*", dark[0])


def test_a_note_can_be_reached_and_left_by_keyboard(page: Page, story: Path) -> None:
    path = max((story / "timeline").glob("*.html"), key=lambda p: p.stat().st_size)
    page.goto(path.as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    mark = page.locator("main .text a.c").first
    mark.focus()
    page.keyboard.press("Enter")
    note = page.locator(mark.get_attribute("href") or "")
    assert note.is_visible()
    note.locator("a.c").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/sources/*.html#*")
    assert page.locator("tr:target").count() == 1
