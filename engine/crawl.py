"""Follow every link of the rendered pages, as a reader's browser would.

Knows HTML only: what it finds is a fault of a template, or of a page that lacks what another
one promises.
"""

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import unquote

from engine.diagnostics import Diagnostic, Place
from engine.rendering import Output
from engine.urls import parts_of

MEND = "this is a page as published: mend the template that writes it"


class _Survey(HTMLParser):
    """The ids and the addresses of one page."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.twice: list[tuple[str, int, int]] = []
        self.urls: list[tuple[str, int, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element is called and what it leads to."""
        line, column = self.getpos()
        for name, value in attrs:
            if name == "id" and value:
                if value in self.ids:
                    self.twice.append((value, line, column + 1))
                self.ids.append(value)
            elif name in ("href", "src") and value:
                self.urls.append((value, line, column + 1))


@dataclass(frozen=True)
class _Surveyed:
    ids: frozenset[str]
    twice: tuple[tuple[str, int, int], ...]
    urls: tuple[tuple[str, int, int], ...]


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
        targets = (_target(output.path, one) for one, *_ in written)
        if any(path == wanted and part in ("", name) for path, name in targets):
            found.append(output.path)
    return found


def _target(path: str, url: str) -> tuple[str, str]:
    """What a link on a page leads to: a path from the site's root, and the part of that page."""
    parts = parts_of(url)
    if parts is None or parts.scheme or parts.netloc:
        return "", ""
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))
    return joined if parts.path else path, unquote(parts.fragment)


def _survey(output: Output) -> _Surveyed:
    survey = _Survey()
    survey.feed(output.content.decode())
    return _Surveyed(frozenset(survey.ids), tuple(survey.twice), tuple(survey.urls))


def _check(
    path: str, page: _Surveyed, pages: dict[str, _Surveyed], paths: set[str]
) -> Iterator[Diagnostic]:
    for id_, line, column in page.twice:
        message = f"two elements have the id '{id_}'"
        yield Diagnostic(Place(path, line, column), "same-id", message, MEND)
    for url, line, column in page.urls:
        parts = parts_of(url)
        if parts and (parts.scheme or parts.netloc or (path == "404.html" and url.startswith("/"))):
            continue
        target, part = _target(path, url)
        if target not in paths:
            message = f"'{url}' leads nowhere"
            yield Diagnostic(Place(path, line, column), "broken-link", message, MEND)
        elif part and target in pages and part not in pages[target].ids:
            message = f"'{url}' leads to no part of that page"
            yield Diagnostic(Place(path, line, column), "broken-fragment", message, MEND)
