"""axe-core on every page of some sites: `sweep.py SITE …`. Exits 1 if it finds anything.

The sites are built for the top of a host, so that 404.html finds its styles.
"""

import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from serving import served

from tests.browser.axe import Room, judged
from tests.browser.conftest import FLAGS, found_browser

ROOMS = [Room(width, scheme) for scheme in ("light", "dark") for width in (360, 1280)]
AT_ONCE = 12
"""How many pages one browser looks at; then it is said how far we are."""


class Seen(NamedTuple):
    """A page in a room: how long axe took, and what is to be mended."""

    name: str
    room: Room
    seconds: float
    report: str


def look(root: str, names: list[str]) -> list[Seen]:
    """Looks at some pages in each room, in a browser of its own."""
    seen = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found_browser(), args=FLAGS)
        page = browser.new_page()
        # A page at an earlier address would lead on: it is held, and looked at as well.
        page.route("**/*.html", lambda route: route.abort("aborted"))
        for name in names:
            page.route("**/*.html", lambda route: route.continue_(), times=1)
            before = time.monotonic()
            for room, report in judged(page, root + name, ROOMS):
                seen.append(Seen(name, room, time.monotonic() - before, report))
                before = time.monotonic()
        browser.close()
    return seen


def sweep(site: Path) -> bool:
    """Looks at a whole site, says how far it is and what was found; whether that is anything."""
    pages = sorted(site.rglob("*.html"), key=lambda path: path.stat().st_size, reverse=True)
    names = [path.relative_to(site).as_posix() for path in pages]
    parts = -(-len(names) // AT_ONCE)
    seen: list[Seen] = []
    start = time.monotonic()
    with served(site) as root, ThreadPoolExecutor(os.cpu_count()) as browsers:
        # Dealt like cards, so that no browser has all the long pages.
        dealt = [browsers.submit(look, root, names[part::parts]) for part in range(parts)]
        for done in as_completed(dealt):
            seen += done.result()
            far = f"{len(seen) // len(ROOMS)} of {len(names)} pages"
            print(f"axe: {site.name}: {far}, {time.monotonic() - start:.0f} s", flush=True)
    for room in ROOMS:
        here = [one for one in seen if one.room == room]
        found = [one for one in here if one.report]
        took = sum(one.seconds for one in here)
        where = f"{site.name}, {room.width} wide, {room.scheme}"
        print(f"axe: {where}: violations on {len(found)} of {len(here)} pages, {took:.0f} s")
        for one in found:
            print(one.name, one.report, sep="\n")
    return any(one.report for one in seen)


def main(sites: list[Path]) -> int:
    """Looks at all of them, also after one in which something was found."""
    if found_browser() is None:
        sys.exit("no Chromium was found; .ci/run installs it")
    found = [sweep(site) for site in sites]
    return int(any(found))


if __name__ == "__main__":
    sys.exit(main([Path(word) for word in sys.argv[1:]]))
