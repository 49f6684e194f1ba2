"""The states of the structure in a browser: from step to step nothing moves."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

Box = tuple[str, float, float, float]


def boxes(page: Page) -> list[Box]:
    """Each body of the figure that is seen: its name and where it stands in it."""
    script = """
        const svg = [...document.querySelectorAll('[aria-labelledby=structure] svg')]
            .find((one) => one.getClientRects().length);
        const at = svg.getBoundingClientRect();
        return [...svg.querySelectorAll('rect + text')].map((name) => {
            const box = name.previousElementSibling.getBoundingClientRect();
            const places = [box.x - at.x, box.y - at.y, box.width];
            return [name.textContent, ...places.map(Math.round)];
        });
    """
    page.wait_for_load_state("load")  # before its styles a page is as short as the window
    return [tuple(row) for row in page.evaluate(f"() => {{{script}}}")]


@pytest.mark.parametrize("width", [360, 1280])
def test_a_reader_steps_through_the_states_and_no_body_moves(
    plain_page: Page, other_story: Path, width: int
) -> None:
    page = plain_page
    page.set_viewport_size({"width": width, "height": 800})
    page.goto((other_story / "governance.html").as_uri())
    page.get_by_role("link", name="17 November 2025", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("The structure on 17 November 2025")
    first, seen = boxes(page), 1
    assert len(first) == 6
    while page.locator("a[rel=next]").count():
        page.locator("a[rel=next]").click()
        assert boxes(page) == first
        seen += 1
    assert seen == page.locator("nav ol.who li").count() == 5
    expect(page.locator("nav ol.who [aria-current=page]")).to_have_text("8 May 2026")
    expect(page.locator("#changes")).to_be_visible()
    expect(page.get_by_role("heading", name="Joined the board")).to_be_visible()


def test_what_was_known_when_leads_to_the_events_and_back(
    plain_page: Page, other_story: Path
) -> None:
    page = plain_page
    page.goto((other_story / "timeline.html").as_uri())
    page.locator(".next a").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What was known on each day")
    entry = page.locator("#county-pays")
    expect(entry).to_contain_text("Happened: 2 March 2026.")
    entry.locator("h3 a").click()
    page.get_by_role("link", name="8 May 2026").click()
    assert page.url.endswith("known.html#county-pays")
