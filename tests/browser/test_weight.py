"""What a page costs its reader: bytes, requests, and things that jump."""

import gzip
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

import build
from tests.browser.test_reading import one_of_each

KB = 1024
HEAVIEST = 30 * KB
"""A page of the real story with its style sheet and script, compressed."""
SHEETS = 24 * KB
SCRIPT = 2 * KB


def packed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9))


def test_no_page_is_heavier_than_a_picture_would_be(story: Path) -> None:
    heavy = {}
    for path in story.rglob("*.html"):
        if path.name == "print.html":
            continue
        used = re.findall(r'(?:href|src)="[^"]*(static/[^"]+)"', path.read_text("utf-8"))
        weight = packed(path) + sum(packed(story / other) for other in set(used))
        if weight > HEAVIEST:
            heavy[path.relative_to(story).as_posix()] = weight
    assert heavy == {}


def test_style_sheets_and_scripts_stay_small() -> None:
    static = build.HERE / "static"
    written = sum(path.stat().st_size for path in static.rglob("*.css"))
    assert written <= SHEETS
    assert all(path.stat().st_size <= SCRIPT for path in static.rglob("*.js"))


@pytest.mark.parametrize("which", ["story", "other_story"])
def test_a_page_takes_three_requests_at_most_and_nothing_jumps(
    page: Page, which: str, request: pytest.FixtureRequest
) -> None:
    page.add_init_script(
        "window.jumps = 0; new PerformanceObserver((list) => {"
        "for (const entry of list.getEntries()) window.jumps += entry.value;"
        "}).observe({type: 'layout-shift', buffered: true});"
    )
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in one_of_each(request.getfixturevalue(which)):
        asked.clear()
        page.goto(path.as_uri(), wait_until="load")
        # The icon is the browser's own: one for the whole site, and no part of a page.
        assert len([url for url in asked if not url.endswith("icon.svg")]) <= 3, path.name
        assert page.evaluate("window.jumps") == 0, path.name
