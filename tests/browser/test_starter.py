"""What a new author sees first: the explainer that ``start`` makes, in a real browser."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

import build
from tests.browser.axe import Room, violations


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The explainer that ``start`` makes, built."""
    site = tmp_path_factory.mktemp("starter") / "my-story"
    assert build.main(["start", str(site), "Why was it so?"]) == 0
    assert build.main(["--strict", "--quiet", "--site", str(site)]) == 0
    return site / "_site"


@pytest.mark.parametrize("width", [320, 1000, 1280, 1600])
def test_the_front_page_has_room_for_its_figures(page: Page, starter: Path, width: int) -> None:
    """Also without a source's own words beside the title."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto((starter / "index.html").as_uri())
    drawn = [one.bounding_box() for one in page.locator("figure:visible").all()]
    assert len(drawn) >= 2
    assert all(box and box["width"] >= min(280, width - 40) for box in drawn)
    answer = page.locator(".answer").bounding_box()
    assert answer
    assert answer["width"] >= min(280, width - 40)
    over = page.evaluate("document.documentElement.scrollWidth")
    assert over == width


def test_axe_finds_nothing_on_it(page: Page, starter: Path) -> None:
    names = ("index.html", "search.html", "index-a-z.html")
    addresses = [(starter / name).as_uri() for name in names]
    assert violations(page, addresses, [Room(1280, "light")]) == {}
