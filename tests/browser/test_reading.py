"""What a reader meets in a real browser, from disk."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

WIDTHS = (320, 360, 768, 1280)


def violations(
    browser: Browser, pages: Iterable[Path], room: tuple[int, str], rules: list[str]
) -> dict[str, str]:
    """What axe finds on some pages, at a width and in a scheme, by the rules of some tags."""
    width, scheme = room
    context = browser.new_context(
        viewport={"width": width, "height": 740},
        color_scheme="dark" if scheme == "dark" else "light",
        bypass_csp=True,
    )
    page, found = context.new_page(), {}
    for path in pages:
        page.goto(path.as_uri())
        result = Axe().run(page, options={"runOnly": rules, "resultTypes": ["violations"]})
        if result.violations_count:
            found[path.name] = result.generate_report()
    context.close()
    return found


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


RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
"""What axe judges: WCAG 2.2 AA, and what its authors hold to be good practice."""


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "light"), (360, "dark")])
@pytest.mark.parametrize("which", ["story", "other_story"])
def test_axe_finds_nothing(
    browser: Browser, which: str, width: int, scheme: str, request: pytest.FixtureRequest
) -> None:
    # In the dark only the colours differ; all the rest is judged once, in the light.
    only = RULES if scheme == "light" else ["color-contrast"]
    pages = one_of_each(request.getfixturevalue(which))
    assert violations(browser, pages, (width, scheme), only) == {}


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
