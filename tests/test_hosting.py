"""The site on a host: at a domain's root, below a path, and from disk, at any depth."""

import re
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest

import build
from tests.conftest import base_site, write_site

MOVED = {
    "content/people/jane-doe.md": base_site()["content/people/jane-doe.md"].replace(
        "group:", "aliases: [jane-smith]\ngroup:"
    )
}


class Host(SimpleHTTPRequestHandler):
    """A static host: what is not there is answered with the site's 404.html and the status 404."""

    missing: Path

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's own page in place of the library's."""
        content = self.missing.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the tests say what matters."""


@contextmanager
def hosted(top: Path, files: Mapping[str, str], path: str) -> Iterator[str]:
    """The address of a small site that a host has at a path, built for that very address."""
    write_site(top / "site", files)
    out = top / "host" / path
    handler = type("Handler", (Host,), {"missing": out / "404.html"})
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(top / "host")))
    base = f"http://127.0.0.1:{server.server_port}/{path}".rstrip("/")
    told = ["--site", str(top / "site"), "--out", str(out), "--base-url", base, "--quiet"]
    assert build.main(told) == 0
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield base + "/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def asked(url: str) -> tuple[int, str]:
    """The status and the text of an address."""
    try:
        with urllib.request.urlopen(url) as answer:
            return answer.status, answer.read().decode("utf-8", "replace")
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def links(url: str, text: str) -> set[str]:
    """The addresses of the same host that a page leads to."""
    written = re.findall(r'(?:href|src|action)="([^"]*)"', text)
    found = {urldefrag(urljoin(url, one)).url for one in written}
    return {one for one in found if urlsplit(one).netloc == urlsplit(url).netloc}


PLACES = pytest.mark.parametrize("path", ["", "story", "a/b"])


@PLACES
def test_every_link_of_every_page_leads_somewhere(tmp_path: Path, path: str) -> None:
    with hosted(tmp_path, {**base_site(), **MOVED}, path) as base:
        seen: set[str] = set()
        ahead = [base]
        while ahead:
            url = ahead.pop()
            seen.add(url)
            status, text = asked(url)
            assert status == 200, url
            assert url.startswith(base)
            more = links(url, text) if text.startswith("<!doctype html>") else set()
            ahead += sorted(more - seen - set(ahead))
        files = {one.relative_to(tmp_path / "host" / path) for one in
                 (tmp_path / "host" / path).rglob("*.html")}  # fmt: skip
        met = {Path(url.removeprefix(base)) for url in seen}
        assert files - met == {Path("404.html"), Path("cast/jane-smith.html")}


@PLACES
def test_an_address_that_is_not_there_gets_a_page_whose_links_lead_back(
    tmp_path: Path, path: str
) -> None:
    with hosted(tmp_path, base_site(), path) as base:
        for wrong in ("nothing", "cast/nobody.html", "a/b/c/d?e=f"):
            status, text = asked(base + wrong)
            assert status == 404
            assert "<h1>There is no such page</h1>" in text
            found = links(base + wrong, text) - {base + wrong}  # its own parts
            assert {base + "index.html", base + "static/site.css", base + "search.html"} <= found
            assert all(asked(url)[0] == 200 for url in found)


@PLACES
def test_an_earlier_address_leads_on_and_names_the_present_one(tmp_path: Path, path: str) -> None:
    with hosted(tmp_path, {**base_site(), **MOVED}, path) as base:
        url = base + "cast/jane-smith.html"
        _, text = asked(url)
        (after,) = re.findall(r'http-equiv="refresh" content="0; url=([^"]*)"', text)
        (canonical,) = re.findall(r'rel="canonical" href="([^"]*)"', text)
        assert urljoin(url, after) == canonical == base + "cast/jane-doe.html"
        assert canonical in links(url, text)
        assert '<main><h1><a href="jane-doe.html">Jane Doe</a></h1></main>' in text, "as axe wants"
        assert asked(canonical)[0] == 200
        _, sitemap = asked(base + "sitemap.xml")
        assert "jane-smith" not in sitemap
        assert canonical in sitemap


def test_without_an_address_an_earlier_page_is_kept_from_search_engines(tmp_path: Path) -> None:
    write_site(tmp_path, {**base_site(), **MOVED})
    build.main(["--quiet", "--site", str(tmp_path)])
    text = (tmp_path / "_site/cast/jane-smith.html").read_text("utf-8")
    assert 'content="noindex"' in text
    assert "canonical" not in text


def test_the_files_for_a_host_are_there(tmp_path: Path) -> None:
    settings = base_site()["site.yaml"] + "domain: bridge.example\n"
    write_site(tmp_path, {**base_site(), "site.yaml": settings})
    build.main(["--quiet", "--site", str(tmp_path)])
    assert (tmp_path / "_site/.nojekyll").read_bytes() == b""
    assert (tmp_path / "_site/CNAME").read_text("utf-8") == "bridge.example\n"


def test_the_policy_of_a_page_names_no_other_site(other_story: Path) -> None:
    pattern = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]*)"')
    for path in other_story.rglob("*.html"):
        text = path.read_text("utf-8")
        if 'http-equiv="refresh"' in text:
            continue
        (policy,) = pattern.findall(text)
        allowed = {name: set(sources) for name, *sources in map(str.split, policy.split(";"))}
        assert set().union(*allowed.values()) == {"'none'", "'self'", "data:"}
        assert allowed["default-src"] == allowed["base-uri"] == {"'none'"}
        assert allowed["script-src"] == {"'self'"}
        assert allowed["connect-src"] == {"'self'"}, "Lighthouse asks for robots.txt by it"
