"""What axe finds on a page, in the rooms in which it is read."""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from axe_playwright_python.base import AXE_SCRIPT, AxeResults
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
"""What axe judges: WCAG 2.2 AA, and what its authors hold to be good practice."""

COLOURS = ["color-contrast", "link-in-text-block"]
"""Its rules that look at colours: in the dark nothing else differs, all the rest is judged once."""


class Room(NamedTuple):
    """How wide a page is, and in which colours."""

    width: int
    scheme: Literal["light", "dark"]


def judged(page: Page, address: str, rooms: list[Room]) -> Iterator[tuple[Room, str]]:
    """Goes to an address; for each room what is to be mended there, or nothing."""
    _enter(page, rooms[0])
    page.goto(address)
    page.evaluate(AXE_SCRIPT)
    for room in rooms:
        _enter(page, room)
        only = RULES if room.scheme == "light" else COLOURS
        options = {"runOnly": only, "resultTypes": ["violations"]}
        found = AxeResults(page.evaluate("(options) => axe.run(options)", options))
        yield room, found.generate_report() if found.violations_count else ""


def _enter(page: Page, room: Room) -> None:
    page.set_viewport_size({"width": room.width, "height": 740})
    page.emulate_media(color_scheme=room.scheme)


def violations(page: Page, addresses: Iterable[str], rooms: list[Room]) -> dict[str, str]:
    """What is to be mended at some addresses, each in some rooms."""
    return {
        f"{address} {room.width} {room.scheme}": report
        for address in addresses
        for room, report in judged(page, address, rooms)
        if report
    }
