"""The preview's server, in this process: what it answers, what it refuses, what it tells."""

import asyncio
import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest
from tornado.httpclient import AsyncHTTPClient, HTTPClientError, HTTPRequest, HTTPResponse
from tornado.websocket import WebSocketClientConnection, websocket_connect

import build
from engine import previews, serving
from engine.arguments import parse
from engine.audience import NOBODY, Audience, Overtaken
from engine.diagnostics import Diagnostic, Place
from engine.preview import Told
from engine.previews import REST, Build, Round, Shown, rounds
from engine.rendering import Output
from engine.serving import Plan, serve
from engine.standing import SOURCES, answer
from tests.conftest import base_site, in_own_thread, run, write_site

EVENT = "content/events/2024-03-01-closed.md"
PERSON = "content/people/jane-doe.md"
GUARD = 30
"""Seconds after which what never comes is given up; nothing waits so long that works."""
HELLO = {"command": "hello", "protocols": ["http://livereload.com/protocols/official-7"]}


@dataclass(frozen=True)
class Server:
    """A server in this process, and what a browser would do with it."""

    url: str
    browsers: list[WebSocketClientConnection] = field(default_factory=list)

    async def get(self, path: str = "", method: str = "GET", **headers: str) -> HTTPResponse:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        request = HTTPRequest(
            self.url + path, method, named, allow_nonstandard_methods=True, request_timeout=GUARD
        )
        return await AsyncHTTPClient().fetch(request, raise_error=False)

    async def text(self, path: str = "") -> str:
        return (await self.get(path)).body.decode()

    async def shows(self, path: str, text: str) -> None:
        """Wait until a text stands at a path."""
        while text not in await self.text(path):
            await asyncio.sleep(0.02)

    async def hides(self, path: str, text: str) -> None:
        """Wait until it does not."""
        while text in await self.text(path):
            await asyncio.sleep(0.02)

    async def connect(
        self, path: str = "", of: str | None = None, **headers: str
    ) -> WebSocketClientConnection:
        """A browser with the page at a path as it stands, else of some other version."""
        url = self.url.replace("http:", "ws:") + "livereload"
        browser = await websocket_connect(HTTPRequest(url, headers=headers))
        self.browsers.append(browser)
        await browser.write_message(json.dumps(HELLO))
        assert (await heard(browser))["command"] == "hello"
        version = of or (await self.text(path)).partition('data-version="')[2].partition('"')[0]
        plugins = {"explainer": {"shown": version}}
        await browser.write_message(
            json.dumps({"command": "info", "url": self.url + path, "plugins": plugins})
        )
        return browser


async def heard(browser: WebSocketClientConnection) -> dict[str, object]:
    """The next message that a browser gets."""
    message = await asyncio.wait_for(browser.read_message(), GUARD)
    assert message is not None, "the server closed the connection"
    told: dict[str, object] = json.loads(message)
    return told


@contextlib.asynccontextmanager
async def served(
    make: Build, sources: Sequence[Path] = (), port: int = 0, host: str = "127.0.0.1"
) -> AsyncIterator[Server]:
    """The server, as long as the block runs."""
    ready: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    running = asyncio.create_task(serve(make, Plan(host, port, sources), ready.set_result))
    try:
        begun: list[asyncio.Future[str] | asyncio.Task[None]] = [ready, running]
        await asyncio.wait(begun, timeout=GUARD, return_when=asyncio.FIRST_COMPLETED)
        if running.done():
            running.result()
        server = Server(ready.result())
        yield server
        for browser in server.browsers:
            browser.close()
    finally:
        running.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await running


def at(site: Path, test: Callable[[Server], Awaitable[None]], *words: str) -> None:
    """Run a test against the server of a site."""

    async def scenario() -> None:
        options = parse(["serve", "--site", str(site), "--quiet", *words], build.HERE)
        make = rounds(partial(build.publish, options), site, build.HERE)
        async with served(make, [site / name for name in SOURCES]) as server:
            await asyncio.wait_for(test(server), GUARD)

    in_own_thread(lambda: asyncio.run(scenario()))


@pytest.fixture
def site(folder: Path) -> Path:
    """The small sound site, not built yet."""
    write_site(folder, base_site())
    return folder


@pytest.fixture(autouse=True)
def _no_thread_stays() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    for thread in set(threading.enumerate()) - before:
        thread.join(GUARD)
        assert not thread.is_alive()


def edited(site: Path, name: str, old: str, new: str) -> None:
    path = site / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def broken(site: Path) -> None:
    edited(site, EVENT, "jane-doe", "jane-<b>do</b>")


def of(text: str) -> Build:
    """A build that always gives the same page."""
    return lambda audience: Round({"index.html": text.encode()})


# What is answered


def test_a_page_is_sent_with_the_script_and_written_without(site: Path) -> None:
    async def test(server: Server) -> None:
        answer = await server.get("cast.html")
        assert (answer.code, answer.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
        assert b"/livereload.js?host=127.0.0.1" in answer.body
        assert b"connect-src 'self' ws://127.0.0.1:" in answer.body

    at(site, test)
    kept = {p.relative_to(site): p.read_bytes() for p in (site / "_site").rglob("*") if p.is_file()}
    shutil.rmtree(site / "_site")
    assert run(site).status == 0
    assert kept == {
        p.relative_to(site): p.read_bytes() for p in (site / "_site").rglob("*") if p.is_file()
    }


def test_other_files_are_sent_byte_for_byte_and_are_never_kept(site: Path) -> None:
    async def test(server: Server) -> None:
        answer = await server.get("static/site.css")
        assert answer.body == (site / "_site/static/site.css").read_bytes()
        assert answer.headers["Content-Type"] == "text/css; charset=utf-8"
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        head = await server.get("static/site.css", "HEAD")
        assert (head.code, head.body) == (200, b"")

    at(site, test)


def test_a_missing_path_gives_the_page_for_it(site: Path) -> None:
    async def test(server: Server) -> None:
        for path in ("nowhere.html", "a/b/c/", "favicon.ico", "cast", ".explainer-manifest.json",
                     "../site.yaml", "%2e%2e/site.yaml", "..%2fsite.yaml"):  # fmt: skip
            answer = await server.get(path)
            assert answer.code == 404, path
            own = (
                (site / "_site/404.html").read_bytes().partition(b"<main")[2].partition(b"</main>")
            )
            assert own[0] in answer.body
            assert b"/livereload.js" in answer.body

    at(site, test)


def test_the_site_is_found_below_its_own_path_as_well(site: Path) -> None:
    async def test(server: Server) -> None:
        for path in ("story/", "story/cast.html", "story/static/site.css", "cast.html"):
            assert (await server.get(path)).code == 200, path

    at(site, test, "--base-url", "https://example.org/story")


def test_drafts_are_shown_when_asked(site: Path) -> None:
    write_site(site, {"content/events/later.md": (
        "---\ntitle: Later\nsummary: Not yet.\ndate: 2024-04\nstatus: rumour\ndraft: true\n---\n"
    )})  # fmt: skip

    async def hidden(server: Server) -> None:
        assert (await server.get("timeline/later.html")).code == 404

    async def shown(server: Server) -> None:
        assert (await server.get("timeline/later.html")).code == 200

    at(site, hidden)
    at(site, shown, "--drafts")


# What is refused


PATHS = ("", "cast.html", "nowhere", "livereload.js", "forcereload", "livereload",
         "__explainer__/preview.js", "static/site.css")  # fmt: skip


@pytest.mark.parametrize(
    "headers", [{"Host": "evil.example"}, {"Origin": "http://evil.example"}, {"Origin": "null"}]
)
def test_a_foreign_name_or_page_is_refused_everywhere(site: Path, headers: dict[str, str]) -> None:
    async def test(server: Server) -> None:
        for path in PATHS:
            assert (await server.get(path, **headers)).code == 403, path
        with pytest.raises(HTTPClientError) as refused:
            await server.connect(**headers)
        assert refused.value.code == 403

    at(site, test)


def test_its_own_page_may_open_the_socket(site: Path) -> None:
    async def test(server: Server) -> None:
        await server.connect(Origin=server.url.rstrip("/"))

    at(site, test)


def test_no_page_can_force_a_reload(site: Path) -> None:
    async def test(server: Server) -> None:
        assert (await server.get("forcereload")).code == 404

    at(site, test)


def test_only_reading_is_possible(site: Path) -> None:
    async def test(server: Server) -> None:
        for method in ("POST", "PUT", "DELETE", "PATCH", "OPTIONS"):
            assert (await server.get("cast.html", method)).code == 405

    at(site, test)


def test_it_listens_on_this_machine_alone(site: Path) -> None:
    async def test(server: Server) -> None:
        port = int(server.url.rstrip("/").rpartition(":")[2])
        with pytest.raises(OSError), socket.create_connection(("127.0.0.2", port), 5):
            pass

    at(site, test)


def test_nonsense_on_the_socket_closes_it_and_nothing_else(site: Path) -> None:
    async def test(server: Server) -> None:
        for message in ("{", "[]", "{}", '{"command": "info", "url": "x", "plugins": []}', b"\xff"):
            url = server.url.replace("http:", "ws:") + "livereload"
            browser = await websocket_connect(url)
            server.browsers.append(browser)
            await browser.write_message(message, binary=isinstance(message, bytes))
            assert await asyncio.wait_for(browser.read_message(), GUARD) is None
        assert (await server.get()).code == 200

    at(site, test)


# What is told after a save


def test_two_saves_within_a_moment_both_arrive(site: Path) -> None:
    async def test(server: Server) -> None:
        browser = await server.connect("cast/jane-doe.html")
        for text in ("One word.", "Another word.", "A third word."):
            (site / PERSON).write_text(base_site()[PERSON] + f"\n{text}\n", "utf-8")
            assert (await heard(browser))["path"] == "*"
            assert text in await server.text("cast/jane-doe.html")

    at(site, test)


def test_two_files_saved_at_once_both_arrive(site: Path) -> None:
    async def test(server: Server) -> None:
        (site / PERSON).write_text(base_site()[PERSON] + "\nOf the first.\n", "utf-8")
        edited(site, EVENT, "No more traffic", "Of the second")
        await server.shows("cast/jane-doe.html", "Of the first")
        await server.shows("timeline.html", "Of the second")

    at(site, test)


def test_a_save_during_a_build_leads_to_one_more_and_never_two_at_once(tmp_path: Path) -> None:
    source, began, go = tmp_path / "source", threading.Semaphore(0), threading.Semaphore(0)
    running, most, texts = threading.Lock(), [], []
    source.write_text("0", "utf-8")

    def make(audience: Audience) -> Round:
        most.append(running.acquire(blocking=False))
        texts.append(source.read_text("utf-8"))
        began.release()
        assert go.acquire(timeout=GUARD)
        running.release()
        return Round({"index.html": texts[-1].encode()})

    async def scenario() -> None:
        go.release()
        async with served(make, [source]) as server:
            await asyncio.to_thread(began.acquire)
            browser = await server.connect()
            source.write_text("1", "utf-8")
            await asyncio.to_thread(began.acquire)
            for text in ("2", "3", "4"):  # while the build of "1" runs
                source.write_text(text, "utf-8")
                await asyncio.sleep(0.1)
            go.release(20)
            while not (await server.text()).startswith("4"):
                await heard(browser)

    in_own_thread(lambda: asyncio.run(scenario()))
    assert all(most)
    assert (texts[0], texts[1], texts[-1]) == ("0", "1", "4")
    assert texts.count("4") == len(texts) - 2 == 1


def test_a_page_that_is_looked_at_comes_before_the_others(tmp_path: Path) -> None:
    source, go, asked = tmp_path / "source", threading.Event(), []
    source.write_text("0", "utf-8")

    def make(audience: Audience) -> Round:
        text = source.read_bytes()
        asked.append(audience.urls)
        if audience.urls:
            audience.show([Output("index.html", text)])
            assert go.wait(GUARD)
        return Round({"index.html": text, "b.html": text})

    async def scenario() -> None:
        async with served(make, [source]) as server:
            browser, _ = await server.connect(), await server.connect("not-yet.html")
            source.write_text("1", "utf-8")
            await heard(browser)
            assert [(await server.text(path))[0] for path in ("", "b.html")] == ["1", "0"]
            go.set()
            await server.shows("b.html", "1<")

    in_own_thread(lambda: asyncio.run(scenario()))
    assert asked == [frozenset(), {"index.html", "not-yet.html"}]


def test_a_fault_of_another_page_does_not_come_and_go_with_each_save(site: Path) -> None:
    async def test(server: Server) -> None:
        browser = await server.connect("cast/jane-doe.html")
        write_site(site, {"templates/pages/404.html": "{{ nothing }}\n"})
        await heard(browser)
        await server.shows("cast/jane-doe.html", "alertdialog")
        browser = await server.connect("cast/jane-doe.html")
        for number in range(3):
            said = f"Save {number}."
            (site / PERSON).write_text(base_site()[PERSON] + f"\n{said}\n", "utf-8")
            await asyncio.sleep(REST)
            assert "alertdialog" in await server.text("cast/jane-doe.html")
        (site / "templates/pages/404.html").unlink()
        assert (await heard(browser))["path"] == "*"
        await server.hides("cast/jane-doe.html", "alertdialog")
        await server.shows("cast/jane-doe.html", said)

    at(site, test)


def test_a_page_that_cannot_be_made_is_not_shown_ahead(site: Path) -> None:
    async def test(server: Server) -> None:
        good = await server.text("cast/jane-doe.html")
        browser = await server.connect("cast/jane-doe.html")
        write_site(site, {"templates/pages/person.html": "{{ nothing }}\n"})
        await heard(browser)
        broken = await server.text("cast/jane-doe.html")
        assert "alertdialog" in broken
        assert broken.partition("<main")[2].startswith(good.partition("<main")[2][:200])

    at(site, test)


def test_a_watch_that_fails_ends_the_server_also_after_a_build_broke_off(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    builds: list[Audience] = []

    async def failing(sources: Sequence[Path], tell: Callable[[], None]) -> None:
        for number in (1, 2):
            tell()
            while len(builds) < number:
                await asyncio.sleep(0.01)
        await asyncio.sleep(0.1)
        raise OSError("too many watches")

    def make(audience: Audience) -> Round:
        builds.append(audience)
        if len(builds) > 1:
            raise FileNotFoundError("gone")
        return Round({"index.html": b""})

    async def scenario() -> None:
        await asyncio.wait_for(serve(make, Plan("127.0.0.1", 0, ()), lambda url: None), GUARD)

    monkeypatch.setattr(serving, "watch", failing)
    with pytest.raises(OSError, match="too many watches"):
        in_own_thread(lambda: asyncio.run(scenario()))
    assert len(builds) == 2


def test_a_page_that_an_edit_leaves_as_it_was_is_left_alone(site: Path) -> None:
    async def test(server: Server) -> None:
        still = await server.connect("sources.html")
        moved = await server.connect("cast/jane-doe.html")
        (site / PERSON).write_text(base_site()[PERSON] + "\nOne more word.\n", "utf-8")
        assert (await heard(moved))["path"] == "*"
        await server.shows("print.html", "One more word")
        edited(site, "site.yaml", "title: The bridge", "title: The old bridge")
        assert (await heard(still))["path"] == "*"
        assert "The old bridge" in await server.text("sources.html")

    at(site, test)


def test_what_is_being_built_is_called_off_by_a_newer_save(tmp_path: Path) -> None:
    source, called_off = tmp_path / "source", []
    source.write_text("0", "utf-8")

    def make(audience: Audience) -> Round:
        text = source.read_text("utf-8")
        audience.show([Output("index.html", f"{text} ahead".encode())])
        try:
            for number in audience.while_there(range(GUARD * 100) if text == "1" else ()):
                if number == 0:
                    source.write_text("2", "utf-8")
                time.sleep(0.01)
        except Overtaken:
            called_off.append(text)
            raise
        return Round({"index.html": text.encode()})

    async def scenario() -> None:
        async with served(make, [source]) as server:
            browser = await server.connect()
            source.write_text("1", "utf-8")
            seen = []
            while not (await server.text()).startswith("2<"):
                await heard(browser)
                seen.append((await server.text()).partition("<")[0])
            assert seen[0] == "1 ahead"

    in_own_thread(lambda: asyncio.run(scenario()))
    assert called_off == ["1"]


def test_a_new_file_with_an_old_date_counts(site: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.md"
    text = base_site()[EVENT].replace("The bridge is", "It was")
    old.write_text(text.replace("2024-03-01", "2024-02-01"), "utf-8")
    os.utime(old, (0, 0))

    async def test(server: Server) -> None:
        browser = await server.connect("timeline/earlier.html")
        old.rename(site / "content/events/earlier.md")
        await heard(browser)
        assert (await server.get("timeline/earlier.html")).code == 200

    at(site, test)


def test_a_style_sheet_alone_is_swapped_without_a_reload(site: Path) -> None:
    write_site(site, {"static/css/site.css": "p { color: red }\n"})

    async def test(server: Server) -> None:
        browser = await server.connect()
        write_site(site, {"static/css/site.css": "p { color: blue }\n"})
        told = await heard(browser)
        assert (told["path"], told["liveCSS"]) == ("static/site.css", True)
        assert "blue" in await server.text("static/site.css")

    at(site, test)


def test_a_page_that_is_out_of_date_when_it_connects_is_reloaded(site: Path) -> None:
    async def test(server: Server) -> None:
        browser = await server.connect(of="another server's build")
        assert (await heard(browser))["path"] == "*"

    at(site, test)


def test_every_sort_of_edit_is_survived_and_shown(site: Path) -> None:
    async def test(server: Server) -> None:
        edited(site, "site.yaml", "title: The bridge", "title: The old bridge")
        await server.shows("", "The old bridge")
        write_site(site, {"templates/pages/404.html": "Gone for now.\n"})
        await server.shows("nowhere", "Gone for now.")
        (site / "templates/pages/404.html").write_text("{{ nothing }}\n", "utf-8")
        await server.shows("", "templates/pages/404.html:1:4")
        shutil.rmtree(site / "templates")
        await server.shows("nowhere", "</main>")
        write_site(site, {"static/note.txt": "one\n"})
        await server.shows("static/note.txt", "one")
        (site / "content").rename(site / "aside")
        await server.shows("", "explainer-faults")
        (site / "aside").rename(site / "content")
        await server.shows("cast.html", "</main>")
        await server.hides("", "explainer-faults")
        (site / PERSON).write_text(base_site()[PERSON] + "\nSeen again.\n", "utf-8")
        await server.shows("cast/jane-doe.html", "Seen again.")
        (site / "site.yaml").unlink()
        await server.shows("", "explainer-faults")
        (site / "site.yaml").write_text(base_site()["site.yaml"], "utf-8")
        await server.hides("", "explainer-faults")

    at(site, test)


def test_a_folder_that_goes_and_comes_is_still_watched(site: Path) -> None:
    async def test(server: Server) -> None:
        for number in range(3):
            shutil.rmtree(site / "content")
            await server.shows("", "explainer-faults")
            files = {name: text for name, text in base_site().items() if "content/" in name}
            write_site(site, {**files, PERSON: files[PERSON] + f"\nTime {number}.\n"})
            await server.shows("cast/jane-doe.html", f"Time {number}.")

    at(site, test)


# Faults


def test_a_fault_lies_escaped_over_the_last_good_page_and_goes_with_it(site: Path) -> None:
    async def test(server: Server) -> None:
        browser = await server.connect()
        good = (site / "_site/cast.html").read_bytes()
        broken(site)
        await heard(browser)
        answer = await server.get("cast.html")
        assert answer.code == 200
        assert good.partition(b"<main")[2].partition(b"</main>")[0] in answer.body
        assert b'role="alertdialog"' in answer.body
        assert b"jane-&lt;b&gt;do" in answer.body
        assert b"<b>do" not in answer.body
        assert f'href="vscode://file{site.resolve().as_posix()}/{EVENT}:'.encode() in answer.body
        assert (site / "_site/cast.html").read_bytes() == good
        (site / EVENT).write_text(base_site()[EVENT], "utf-8")
        await heard(browser)
        assert b"alertdialog" not in (await server.get("cast.html")).body

    at(site, test)


def test_an_output_folder_among_the_sources_is_a_fault_like_others(site: Path) -> None:
    async def test(server: Server) -> None:
        browser = await server.connect()
        settings = site / "site.yaml"
        settings.write_text(settings.read_text("utf-8") + "output: content\n", "utf-8")
        await heard(browser)
        body = (await server.get("cast.html")).body
        assert b"name another folder" in body
        assert b"[output-folder]" in body
        assert b"Refused" not in body

    at(site, test)


def test_it_starts_with_the_faults_alone_where_nothing_was_ever_built(site: Path) -> None:
    broken(site)

    async def test(server: Server) -> None:
        for path in ("", "cast.html", "static/site.css"):
            answer = await server.get(path)
            assert answer.code == 500
            assert b"There is no page yet" in answer.body
            assert b"alertdialog" in answer.body
        browser = await server.connect()
        (site / EVENT).write_text(base_site()[EVENT], "utf-8")
        await heard(browser)
        answer = await server.get("cast.html")
        assert (answer.code, b"alertdialog" in answer.body) == (200, False)

    at(site, test)


def test_it_starts_with_the_faults_over_an_older_site(site: Path) -> None:
    assert run(site).status == 0
    broken(site)

    async def test(server: Server) -> None:
        answer = await server.get("cast.html")
        assert (answer.code, b"alertdialog" in answer.body) == (200, True)

    at(site, test)


LONER = {"content/people/ann-poe.md": "---\nname: Ann Poe\nsummary: Sits.\n---\n"}


def test_a_warning_stands_in_a_corner_of_the_new_page_and_goes_with_its_cause(site: Path) -> None:
    async def test(server: Server) -> None:
        browser = await server.connect("cast.html")
        assert "explainer-warnings" not in await server.text()
        write_site(site, LONER)
        await heard(browser)
        await server.shows("cast.html", "1 warning</summary>")
        page = await server.text("cast.html")
        assert "<strong>warning:</strong>" in page and "alertdialog" not in page
        assert "Ann Poe" in page.partition("</main>")[0]
        (site / "content/people/ann-poe.md").unlink()
        await server.hides("cast.html", "explainer-warnings")

    at(site, test)


def test_strict_shows_warnings_as_faults(site: Path) -> None:
    write_site(site, LONER)

    async def test(server: Server) -> None:
        page = await server.text()
        assert "<strong>warning:</strong>" in page and "alertdialog" in page

    at(site, test, "--strict")


def test_the_author_may_choose_the_editor(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EXPLAINER_EDITOR", "zed://file{path}:{line}")
    broken(site)

    async def test(server: Server) -> None:
        assert f'href="zed://file{site.resolve().as_posix()}' in await server.text()

    at(site, test)


def test_a_build_that_breaks_off_is_told_and_the_next_one_heals(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.write_text("0", "utf-8")

    def make(audience: Audience) -> Round:
        return Round({"index.html": str(12 // (1 - int(source.read_text("utf-8")))).encode()})

    async def scenario() -> None:
        async with served(make, [source]) as server:
            browser = await server.connect()
            source.write_text("1", "utf-8")
            await heard(browser)
            assert "ZeroDivisionError" in await server.text()
            assert (await server.text()).startswith("12")
            source.write_text("2", "utf-8")
            await heard(browser)
            assert (await server.text()).startswith("-12")

    in_own_thread(lambda: asyncio.run(scenario()))


def test_a_build_that_breaks_off_by_a_change_is_not_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that goes while it is read: what comes next is all that is shown."""
    monkeypatch.setattr(previews, "MOMENT", GUARD)
    source = tmp_path / "source"
    source.write_text("0", "utf-8")

    def make(audience: Audience) -> Round:
        text = source.read_text("utf-8")
        if text == "1":
            source.write_text("2", "utf-8")
            raise FileNotFoundError("gone")
        return Round({"index.html": text.encode()})

    async def scenario() -> None:
        async with served(make, [source]) as server:
            browser = await server.connect()
            source.write_text("1", "utf-8")
            await heard(browser)
            shown = await server.text()
            assert (shown[0], "alertdialog" in shown) == ("2", False)

    in_own_thread(lambda: asyncio.run(scenario()))


def test_a_first_build_that_breaks_off_ends_the_server() -> None:
    def make(audience: Audience) -> Round:
        raise OSError("the disk is full")

    async def scenario() -> None:
        async with served(make):
            pass

    with pytest.raises(OSError, match="the disk is full"):
        in_own_thread(lambda: asyncio.run(scenario()))


# What is shown, without a server


A, B = {"a.html": b"1", "x.css": b"1"}, {"a.html": b"1", "x.css": b"2"}
TOLD = (Told(Diagnostic(Place("a.md"), "rule", "message"), "", ""),)


def test_a_page_is_new_when_it_or_what_it_loads_or_a_fault_is() -> None:
    shown, seen = Shown(), set()

    def new(after: Round, path: str = "a.html") -> bool:
        shown.take(after)
        version = shown.version(path).rpartition(".")[0]
        is_new = version not in seen
        seen.add(version)
        return is_new

    assert new(Round(A))
    assert not new(Round(dict(A)))
    assert not new(Round(B))  # a style sheet is swapped
    assert new(Round({}, TOLD))
    assert shown.round.files == B
    assert not new(Round({}, TOLD))
    assert new(Round(B))
    assert not new(Round({**B, "b.html": b"2", "y.js": b"2"}))
    page = {"c/a.html": b'<script src="../y.js"></script>'}
    assert new(Round({**page, "y.js": b"1"}), "c/a.html")
    assert new(Round({**page, "y.js": b"2"}), "c/a.html")
    assert not new(Round({**page, "y.js": b"2", "z.js": b""}), "c/a.html")


def test_style_sheets_that_are_new_are_told_and_show_in_the_version() -> None:
    shown = Shown()
    assert shown.take(Round(A)) == frozenset({"x.css"})
    first = shown.version("a.html")
    assert shown.take(Round(B)) == frozenset({"x.css"})
    assert shown.version("a.html").rpartition(".")[0] == first.rpartition(".")[0]
    assert shown.version("a.html") != first
    assert shown.take(Round(dict(B))) == frozenset()


def test_what_is_made_ahead_lies_over_the_good_files_until_the_rest_is_there() -> None:
    shown = Shown()
    assert not shown.takes_ahead()  # where nothing is, the whole comes first
    shown.take(Round(A, base="/s"))
    shown.take(Round({}, TOLD))
    assert shown.takes_ahead()
    assert shown.take_ahead([Output("a.html", b"2")]) == frozenset()
    assert (shown.files, shown.round) == ({**A, "a.html": b"2"}, Round(A, (), "/s"))
    shown.take_ahead([Output("x.css", b"2")])
    assert shown.files == {"a.html": b"2", "x.css": b"2"}
    shown.take(Round({**A, "b.html": b"1"}))
    assert shown.files == {**A, "b.html": b"1"}


def test_after_a_fault_that_came_with_the_rest_nothing_is_shown_ahead_until_it_is_mended() -> None:
    shown = Shown()
    shown.take(Round(A))
    shown.take_ahead([Output("a.html", b"2")])
    assert shown.take(Round({}, TOLD)) == frozenset()
    assert shown.files == A  # the last good page
    assert not shown.takes_ahead()
    shown.take(Round({}, TOLD))
    assert not shown.takes_ahead()
    shown.take(Round(B))
    assert shown.takes_ahead()


def test_a_folder_means_the_page_in_it() -> None:
    shown = Shown()
    shown.take(Round({"index.html": b"", "a/index.html": b"", "b.html": b""}, base="/s/t"))
    found = [shown.find(path) for path in ("", "a/", "s/t/", "s/t/a/", "b.html", "s/t/b.html")]
    assert found == ["index.html", "a/index.html", "index.html", "a/index.html", "b.html", "b.html"]
    assert [shown.find(path) for path in ("a", "b", "b.html/", "s/", "t/b.html")] == [None] * 5


# Starting and stopping


def test_the_next_port_is_taken_where_one_is_in_use() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]

        async def scenario() -> None:
            async with served(of("ours"), port=taken) as server:
                assert int(server.url.rstrip("/").rpartition(":")[2]) > taken
                assert (await server.text()).startswith("ours")

        in_own_thread(lambda: asyncio.run(scenario()))


def test_it_says_that_a_port_is_taken_and_ends_cleanly_on_an_interrupt(site: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        words = [sys.executable, str(build.HERE / "build.py"), "serve", "--site", str(site)]
        environment = {**os.environ, "BUILD_NO_BOOTSTRAP": "1"}
        with subprocess.Popen(
            [*words, "--port", str(port)], stderr=subprocess.PIPE, text=True, env=environment
        ) as process:
            assert process.stderr is not None
            said = ""
            while "Serving http://127.0.0.1:" not in said:
                said = process.stderr.readline()
                assert said, "it ended before it served"
            assert said.startswith(f"Port {port} is in use. ")
            process.send_signal(signal.SIGINT)
            rest = process.stderr.read()
            assert (process.wait(GUARD), rest) == (130, "")


def test_a_build_after_a_preview_does_not_take_the_preview_for_its_own(site: Path) -> None:
    assert run(site).status == 0
    options = parse(["build", "--site", str(site), "--quiet"], build.HERE)
    assert answer(options, build.HERE) is not None
    text = (site / PERSON).read_text("utf-8")
    make = rounds(partial(build.publish, options), site, build.HERE)
    (site / PERSON).write_text(text + "\nIn the preview alone.\n", "utf-8")
    make(NOBODY)
    (site / PERSON).write_text(text, "utf-8")
    assert answer(options, build.HERE) is None


def test_an_output_folder_that_is_not_ours_is_refused(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "_site").mkdir()
    (site / "_site/cat.jpg").write_bytes(b"miaow")
    words = ["serve", "--site", str(site), "--port", "0"]
    assert in_own_thread(lambda: build.main(words)) == 2
    assert "not ours" in capsys.readouterr().err


@pytest.mark.parametrize("port", ["-1", "65536", "http"])
def test_what_is_no_port_is_wrong_use(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parse(["serve", f"--port={port}"], build.HERE)
    assert ended.value.code == 2
    assert "is not a port" in capsys.readouterr().err
