"""Lighthouse on the main pages of a site, the median of three: `lighthouse.py PROGRAM SITE`.

Serves the site on this machine as GitHub Pages would, compressed. Exits 1 below the floors.
"""

import gzip
import json
import os
import subprocess
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from tests.browser.conftest import found_browser

FLOORS = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
MAINS = ("index", "timeline", "cast", "governance", "explanations", "sources")
FLAGS = "--headless --no-sandbox --disable-gpu --disable-background-networking --disable-sync"


class Compressed(SimpleHTTPRequestHandler):
    """Sends each file compressed, and says nothing of it."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = gzip.compress(path.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


def scores(program: str, url: str) -> dict[str, float]:
    """What Lighthouse gives a page in one run, out of 100."""
    words = [program, url, "--quiet", "--output=json", f"--chrome-flags={FLAGS}"]
    run = subprocess.run(words, capture_output=True, check=True, text=True)
    found = json.loads(run.stdout)["categories"]
    return {name: 100 * found[name]["score"] for name in FLOORS}


def main(program: str, site: Path) -> int:
    """Serve, look, say; whether a floor was missed."""
    os.environ.setdefault("CHROME_PATH", found_browser() or "")
    person = max((site / "cast").glob("*.html"), key=lambda path: path.stat().st_size)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Compressed, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    missed = False
    for name in (*MAINS, f"cast/{person.stem}"):
        url = f"http://127.0.0.1:{server.server_port}/{name}.html"
        runs = [scores(program, url) for _ in range(3)]
        found = {key: median(run[key] for run in runs) for key in FLOORS}
        missed |= any(found[key] < floor for key, floor in FLOORS.items())
        print(f"Lighthouse: {name}: " + ", ".join(f"{k} {v:.0f}" for k, v in found.items()))
    server.shutdown()
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
