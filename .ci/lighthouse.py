"""Lighthouse on the main pages of a site, the median of three: `lighthouse.py PROGRAM SITE`.

Exits 1 below the floors, and says what cost the points.
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from serving import served

from tests.browser.conftest import found_browser

FLOORS = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
MAINS = ("index", "timeline", "cast", "governance", "explanations", "sources")
FLAGS = "--headless --no-sandbox --disable-gpu --disable-background-networking --disable-sync"


class Judged(NamedTuple):
    """A category in one run: its points out of 100, and what was short of its best."""

    points: float
    short: list[str]


def judged(program: str, url: str) -> dict[str, Judged]:
    """What Lighthouse says of a page in one run, by category."""
    words = [program, url, "--quiet", "--output=json", f"--chrome-flags={FLAGS}"]
    run = subprocess.run(words, capture_output=True, check=True, text=True)
    report = json.loads(run.stdout)
    found = {}
    for name in FLOORS:
        category = report["categories"][name]
        counted = [one["id"] for one in category["auditRefs"] if one["weight"]]
        # What does not apply to a page has no score.
        scores = {one: report["audits"][one]["score"] for one in counted}
        short = [one for one, score in scores.items() if score is not None and score < 1]
        found[name] = Judged(100 * category["score"], short)
    return found


def main(program: str, site: Path) -> int:
    """Serve, look, say; whether a floor was missed."""
    os.environ.setdefault("CHROME_PATH", found_browser() or "")
    person = max((site / "cast").glob("*.html"), key=lambda path: path.stat().st_size)
    missed = False
    with served(site) as root:
        for name in (*MAINS, f"cast/{person.stem}"):
            start = time.monotonic()
            runs = [judged(program, f"{root}{name}.html") for _ in range(3)]
            found = {key: median(run[key].points for run in runs) for key in FLOORS}
            points = ", ".join(f"{key} {value:.0f}" for key, value in found.items())
            print(f"Lighthouse: {name}: {points} ({time.monotonic() - start:.0f} s)", flush=True)
            for key, floor in FLOORS.items():
                if found[key] < floor:
                    missed = True
                    print(
                        f"  {key}: short in",
                        *sorted({one for run in runs for one in run[key].short}),
                    )
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
