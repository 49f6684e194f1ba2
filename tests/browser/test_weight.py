"""What a page costs its reader: bytes, requests, and things that jump."""

import gzip
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

import build
from tests.browser.test_reading import one_of_each
from tests.conftest import Builder, base_site

KB = 1024
HEAVIEST = 30 * KB
"""A page of the real story with its style sheet and script, compressed."""
SHEETS = 24 * KB
SCRIPT = 2 * KB
LARGEST = 300 * KB
"""A page of a story far larger than ours, as it stands on the disk."""


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


def long_story(events: int, people: int) -> dict[str, str]:
    """A story over forty years in which everybody meets everybody."""
    site = base_site()
    for n in range(people):
        site[f"content/people/person-{n}.md"] = (
            f"---\nname: Person {n}\nsummary: Somebody whose part is told in a sentence.\n"
            "memberships:\n  - {organization: council, cites: [report#p1]}\n"
            "---\nMore about them. [@report#p1]\n"
        )
    for n in range(events):
        date = f"{1984 + n * 40 // events}-{n % 12 + 1:02}-{n % 28 + 1:02}"
        who = ", ".join(f"person-{(n * step) % people}" for step in (1, 7, 11))
        site[f"content/events/event-{n}.md"] = (
            f"---\ntitle: Event {n} of a story that goes on\ndate: {date}\nstatus: reported\n"
            "summary: Something happened that day, and this is said of it in two lines or so.\n"
            f"people: [{who}]\norganizations: [council]\ncites: [report#p3, report#p1]\n"
            "---\nA body of the usual length says more. [@report#p1; @report#p2]\n"
        )
    return site


def test_pages_of_a_very_long_story_can_still_be_opened(build_site: Builder) -> None:
    built = build_site(long_story(events=300, people=60))
    assert built.status == 0, built.said
    sizes = {n: len(t.encode()) for n, t in built.files.items() if n.endswith(".html")}
    assert len(sizes) > 360
    assert {n: size for n, size in sizes.items() if size > LARGEST} == {
        "print.html": sizes["print.html"]
    }


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
