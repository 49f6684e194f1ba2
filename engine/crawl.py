"""Follow every link of the rendered pages, as a reader's browser would.

Knows HTML only: what it finds is a fault of a template, or of a page that lacks what another
one promises.
"""

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

from engine.diagnostics import Diagnostic, Place
from engine.rendering import Output


class _Survey(HTMLParser):
    """The ids and the addresses of one page."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.urls: list[tuple[str, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element is called and what it leads to."""
        for name, value in attrs:
            if name == "id" and value:
                self.ids.append(value)
            elif name in ("href", "src") and value:
                self.urls.append((value, self.getpos()[0]))


@dataclass(frozen=True)
class _Surveyed:
    ids: frozenset[str]
    twice: tuple[str, ...]
    urls: tuple[tuple[str, int], ...]


def check_site(outputs: Sequence[Output]) -> list[Diagnostic]:
    """Links that lead nowhere, fragments that are not there, and ids that a page has twice."""
    paths = {output.path for output in outputs}
    pages = {o.path: _survey(o) for o in outputs if o.path.endswith(".html")}
    return [fault for path, page in pages.items() for fault in _check(path, page, pages, paths)]


def leading_to(outputs: Sequence[Output], url: str) -> list[str]:
    """The pages that link to an address of the site; with a fragment, to that part of a page."""
    wanted, _, part = url.partition("#")
    found = []
    for output in outputs:
        written = _survey(output).urls if output.path.endswith(".html") else ()
        targets = (_target(output.path, one) for one, _ in written)
        if any(path == wanted and part in ("", name) for path, name in targets):
            found.append(output.path)
    return found


def _target(path: str, url: str) -> tuple[str, str]:
    """What a link on a page leads to: a path from the site's root, and the part of that page."""
    parts = urlsplit(url)
    if parts.scheme or parts.netloc:
        return "", ""
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))
    return joined if parts.path else path, unquote(parts.fragment)


def _survey(output: Output) -> _Surveyed:
    survey = _Survey()
    survey.feed(output.content.decode())
    twice = {id_ for id_ in survey.ids if survey.ids.count(id_) > 1}
    return _Surveyed(frozenset(survey.ids), tuple(sorted(twice)), tuple(survey.urls))


def _check(
    path: str, page: _Surveyed, pages: dict[str, _Surveyed], paths: set[str]
) -> Iterator[Diagnostic]:
    for id_ in page.twice:
        yield Diagnostic(Place(path), "same-id", f"two elements have the id '{id_}'")
    for url, line in page.urls:
        parts = urlsplit(url)
        if parts.scheme or parts.netloc or (path == "404.html" and url.startswith("/")):
            continue
        target, part = _target(path, url)
        if target not in paths:
            yield Diagnostic(Place(path, line), "broken-link", f"'{url}' leads nowhere")
        elif part and target in pages and part not in pages[target].ids:
            message = f"'{url}' leads to no part of that page"
            yield Diagnostic(Place(path, line), "broken-fragment", message)
