"""Rendered pages → one page that holds them all in reading order, for print.

Knows the addresses and the ids of pages, nothing of what they say: every link between them
becomes one within the page, and the mark of a citation leads straight to its passage.
"""

import posixpath
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from engine.diagnostics import Diagnostic
from engine.markdown import Html
from engine.rendering import Output, Templates, render
from engine.views.frame import finish
from engine.views.page import Page
from engine.views.sheet import Sheet
from engine.views.story import Story

URL = "print.html"
LEFT_OUT = ("404", "alias")
"""The templates of pages that are no part of the story."""

# Texts are escaped, so that a quotation mark stands in a tag alone.
_ATTRIBUTE = re.compile(r'(?<=\s)(id|for|form|aria-labelledby|href|src)="([^"]*)"')
_MAIN = re.compile(r'<main id="main">(.*)</main>', re.DOTALL)
_ON_SCREEN = re.compile(r"<(form|nav)\b.*?</\1>\n?", re.DOTALL)


@dataclass(frozen=True)
class Chapter:
    """A page as a part of the one that holds all."""

    id: str
    body: Html


@dataclass(frozen=True)
class PrintView:
    """What ``pages/print.html`` shows."""

    chapters: tuple[Chapter, ...]


def bind(
    story: Story, pages: Sequence[Page], outputs: Sequence[Output], templates: Templates
) -> tuple[list[Output], list[Diagnostic]]:
    """The page that holds all, rendered; nothing where ``outputs`` lack one of the ``pages``."""
    texts = {output.path: output.content.decode() for output in outputs}
    bound = {page.url: page for page in pages if page.template not in LEFT_OUT}
    if not texts.keys() >= bound.keys():
        return [], []
    chapters = tuple(
        Chapter(_id(url), _chapter(page, texts[url], bound)) for url, page in bound.items()
    )
    title = story.words["page.print.title"]
    words = (title, f"{title}: {story.settings.title}")
    page = finish(Sheet(story, URL, ""), "print", PrintView(chapters), words)
    return render([page], templates, story.settings, story.words)


def _id(url: str, fragment: str = "") -> str:
    """The id of a page, or of a part of it: ``cast/jane-doe`` and ``cast/jane-doe:events``."""
    name = url.removesuffix(".html")
    return f"{name}:{fragment}" if fragment else name


def _chapter(page: Page, text: str, bound: Mapping[str, Page]) -> Html:
    """What a page says, with the addresses and ids that it has among the others."""
    found = _MAIN.search(text)
    body = _ON_SCREEN.sub("", found[1]) if found else ""
    ids = {value for name, value in _ATTRIBUTE.findall(body) if name == "id"}
    notes = {f"#note-{one.number}": one.mark.url for of in page.meta.notes for one in of.notes}

    def written(match: re.Match[str]) -> str:
        name, value = match[1], match[2]
        if name in ("href", "src"):
            return f'{name}="{_address(page.url, notes.get(value, value), bound, ids)}"'
        return f'{name}="{" ".join(_id(page.url, id_) for id_ in value.split())}"'

    return Html(_ATTRIBUTE.sub(written, body))


def _address(url: str, value: str, bound: Mapping[str, Page], ids: set[str]) -> str:
    """An address that stands on the page at ``url``, as it is written on the one that holds all."""
    parts = urlsplit(value)
    if parts.scheme or parts.netloc:
        return value
    if not parts.path:  # what is not among the page's own ids is the sprite's, on every page
        return f"#{_id(url, parts.fragment)}" if parts.fragment in ids else value
    target = posixpath.normpath(posixpath.join(posixpath.dirname(url), parts.path))
    return f"#{_id(target, parts.fragment)}" if target in bound else target
