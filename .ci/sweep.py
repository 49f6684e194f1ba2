"""axe-core on every page of some sites: `sweep.py SITE …`. Exits 1 if it finds anything."""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from tests.browser.conftest import FLAGS, found_browser
from tests.browser.test_reading import RULES, violations

ROOMS = [(width, scheme) for width in (360, 1280) for scheme in ("light", "dark")]


def is_read_from_disk(path: Path) -> bool:
    """Whether a page is to be looked at as a file.

    Not one that only sends its reader on, nor 404.html, whose styles begin at a server's root.
    """
    return path.name != "404.html" and 'http-equiv="refresh"' not in path.read_text("utf-8")


def main(sites: list[Path]) -> int:
    """Look at each page in each room, say what was found."""
    path = found_browser()
    found: dict[str, str] = {}
    if path is None:
        sys.exit("no Chromium was found; .ci/run installs it")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        for site in sites:
            pages = sorted(filter(is_read_from_disk, site.rglob("*.html")))
            for room in ROOMS:
                found = {**found, **violations(browser, pages, room, RULES)}
            print(f"axe: {site.name}, {len(pages)} pages, {len(ROOMS)} rooms each")
        browser.close()
    for name, report in found.items():
        print(name, report, sep="\n")
    print(f"axe: violations on {len(found)} pages")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main([Path(word) for word in sys.argv[1:]]))
