"""The preview: on each change the build that it was handed, then the browser is told.

The only door to livereload and to tornado under it. Knows files by their path and faults; how a
site is built it does not know, and it writes nothing.
"""

import asyncio
import json
import re
import webbrowser
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, repeat
from logging import getLogger
from mimetypes import MimeTypes
from pathlib import Path
from urllib.parse import unquote, urlsplit

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from tornado.httpserver import HTTPServer
from tornado.web import Application, HTTPError, RequestHandler

from engine.arguments import Options
from engine.audience import NOBODY, Overtaken
from engine.guard import is_refused
from engine.output import Refused
from engine.ports import listen, url_of
from engine.preview import ASSETS, BARE, OWN, Preview
from engine.previews import (
    NOT_FOUND,
    Build,
    Publish,
    Shown,
    Viewers,
    Wish,
    broken_off,
    rounds,
)
from engine.rendering import Output
from engine.standing import SOURCES
from engine.watching import watch

_LOG = getLogger(__name__)
_TYPES = MimeTypes()
_TYPES.add_type("text/javascript", ".js")


@dataclass(frozen=True)
class Plan:
    """Where to listen, and what to watch."""

    host: str
    port: int
    sources: Sequence[Path]
    opens: bool = False
    """Whether a browser is opened."""


class _Guarded(RequestHandler):
    """Answers only this machine, and lets nothing be kept."""

    def initialize(self, shown: Shown, host: str) -> None:
        self.shown, self.host = shown, host

    def set_default_headers(self) -> None:
        self.set_header("Cache-Control", "no-store")
        self.set_header("X-Content-Type-Options", "nosniff")

    def prepare(self) -> None:
        if is_refused(self.request.headers, self.host):
            raise HTTPError(403)

    def send(self, name: str, content: bytes) -> None:
        """A file; HTML as the preview shows it."""
        kind = _TYPES.guess_type(name)[0] or "application/octet-stream"
        if kind == "text/html":
            version, now = self.shown.version(self.path_args[0]), self.shown.round
            preview = Preview(version, self.request.host, now.faults, now.warnings)
            content = preview.of(content)
        is_text = kind.startswith("text/") or kind.endswith(("json", "xml"))
        self.set_header("Content-Type", kind + "; charset=utf-8" * is_text)
        self.finish(content)


class _Page(_Guarded):
    """A published file, as it stands in memory."""

    def get(self, path: str) -> None:
        files, name = self.shown.files, self.shown.find(path)
        if name is not None:
            self.send(name, files[name])
        elif files:
            self.set_status(404)
            self.send(NOT_FOUND, files.get(NOT_FOUND, b"<!doctype html><p>Not found.</p>"))
        else:
            self.set_status(500)
            self.send("index.html", BARE)

    head = get


class _Own(_Guarded):
    """A file of the preview itself."""

    def get(self, name: str) -> None:
        self.send(name, ASSETS[name])


class _Script(_Guarded, LiveReloadJSHandler):  # type: ignore[misc]
    """livereload.js, for our own pages only."""


class _Socket(_Guarded, LiveReloadHandler):  # type: ignore[misc]
    """Tells a browser to load anew; one whose page was out of date before it asked, at once."""

    path, version = "", ""
    """The address of its page, and what was shown there when it was loaded."""

    def check_origin(self, origin: str) -> bool:
        return True  # ``prepare`` has judged it

    def on_message(self, message: str | bytes) -> None:
        try:
            told = json.loads(message)
            if told["command"] == "info":
                self.path = unquote(urlsplit(told["url"]).path.removeprefix("/"))
                self.version = str(told["plugins"]["explainer"]["shown"])
            super().on_message(message)
        except (ValueError, LookupError, TypeError, AttributeError):
            self.close()
            return
        if told["command"] == "info":
            self.catch_up()

    def catch_up(self, styles: Iterable[str] = ("*",)) -> None:
        """Have the browser show what stands now: where only styles are new, these alone."""
        old, self.version = self.version, self.shown.version(self.path)
        if old != self.version:
            is_style = old.rpartition(".")[0] == self.version.rpartition(".")[0]
            for path in styles if is_style else ("*",):
                self.send_message({"command": "reload", "path": path, "liveCSS": True})


def _application(shown: Shown, host: str) -> Application:
    ours: dict[str, object] = {"shown": shown, "host": host}
    own = "|".join(map(re.escape, ASSETS))
    return Application(
        [
            (r"/livereload", _Socket, ours),
            (r"/livereload\.js", _Script, ours),
            (f"{OWN}({own})", _Own, ours),
            (r"/(.*)", _Page, ours),
        ],
        log_function=lambda handler: None,
    )


async def _build_on(wish: Wish, build: Build, shown: Shown, begin: Callable[[], None]) -> None:
    """A build after each wish, in a thread; never two at once, and no wish is lost."""
    for is_first in chain([True], repeat(False)):
        await wish.granted()
        try:
            new = await asyncio.to_thread(build, NOBODY if is_first else _viewers(shown, wish))
        except Overtaken:
            wish.called_off += 1
            continue
        except Exception as error:
            if is_first:  # a folder that is refused, a disk that is full: no reason to serve
                raise
            if await wish.comes():
                continue  # a file went while it was read: the change that took it heals that
            if not isinstance(error, Refused):
                _LOG.exception("The build broke off; the next save tries again.")
            new = broken_off(error)
        wish.called_off = 0
        _tell(shown.take(new))
        if is_first:
            begin()


def _viewers(shown: Shown, wish: Wish) -> Viewers:
    """The browsers that are connected now, with what each of them looks at, or waits for."""
    paths = {browser.path for browser in _Socket.waiters if shown.takes_ahead()}
    loop = asyncio.get_running_loop()

    def take(outputs: Sequence[Output]) -> None:
        loop.call_soon_threadsafe(lambda: _tell(shown.take_ahead(outputs)))

    return Viewers(frozenset(shown.find(path) or path for path in paths), take, wish)


def _tell(styles: Iterable[str]) -> None:
    for browser in _Socket.waiters.copy():
        browser.catch_up(styles)


def run(build: Build, plan: Plan, ready: Callable[[str], None]) -> None:
    """``serve`` until Ctrl-C, which comes out as KeyboardInterrupt; no thread stays behind."""
    asyncio.run(serve(build, plan, ready))


def follow(publish: Publish, options: Options, ours: Path, say: Callable[[str], None]) -> None:
    """Publish at every save of a site or of our own files, and show it, until interrupted."""
    sources = [top / name for top in (options.site, ours) for name in SOURCES]
    plan = Plan(options.host, options.port, sources, options.open)
    run(rounds(publish, options.site, ours), plan, announce(plan, say))


def announce(plan: Plan, say: Callable[[str], None]) -> Callable[[str], None]:
    """What is to be done with the address: say it, and open it if that is the plan."""

    def ready(url: str) -> None:
        is_other = plan.port and f":{plan.port}/" not in url
        say(f"{f'Port {plan.port} is in use. ' if is_other else ''}Serving {url} (Ctrl-C stops)")
        if plan.opens:
            webbrowser.open(url)

    return ready


async def serve(build: Build, plan: Plan, ready: Callable[[str], None]) -> None:
    """Build and serve until cancelled; ``ready`` is told the address when the first build is done.

    OSError if no port is free.
    """
    listening = listen(plan.host, plan.port)
    shown, wish = Shown(), Wish()
    application = _application(shown, plan.host)
    server = HTTPServer(application)

    def begin() -> None:
        server.add_socket(listening)
        ready(url_of(listening, plan.host))

    tasks = [
        asyncio.create_task(watch(plan.sources, wish.make)),
        asyncio.create_task(_build_on(wish, build, shown, begin)),
    ]
    try:
        await asyncio.gather(*tasks)
    finally:
        wish.end()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        server.stop()
        await server.close_all_connections()
        listening.close()
