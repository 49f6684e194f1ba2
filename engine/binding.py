"""Rendered pages → one page that holds them all in reading order, for print.

Knows the addresses and the ids of pages, nothing of what they say: every link between them
becomes one within the page, and the mark of a citation leads straight to its passage.
"""

import posixpath
import re
from collections.abc import Sequence
from dataclasses import dataclass

from engine.diagnostics import Diagnostic
from engine.markdown import Html
from engine.memory import AFRESH, Afresh
from engine.rendering import Output, Press, render
from engine.urls import parts_of
from engine.views.frame import finish
from engine.views.page import Page
from engine.views.sheet import Sheet
from engine.views.story import Story

URL = "print.html"
Notes = tuple[tuple[str, str], ...]
"""The address of each note on a page, and that of what it is about."""
LEFT_OUT = ("404", "alias", "index-a-z", "search")
"""The templates of pages that are no part of the story."""

# Texts are escaped, so that a quotation mark stands in a tag alone.
_ATTRIBUTE = re.compile(r'(?<=\s)(id|for|form|aria-labelledby|href|src)="([^"]*)"')
_MAIN = re.compile(r'<main id="main">(.*)</main>', re.DOTALL)
_FOOT = re.compile(r'<section class="notes".*?</section>', re.DOTALL)
_LANDMARK = re.compile(r'(<section\b[^>]*?) aria-labelledby="[^"]*"')
"""A named section is a landmark; of hundreds on one page none is, and many have one name."""
_ON_SCREEN = re.compile(
    r'<(form|nav)\b.*?</\1>\n?|<p class="shown">.*?</p>\n?'
    r'|<div class="(notes )?passages".*?</div>\n?',
    re.DOTALL,
)
"""What only a screen needs: to choose, to go on, and notes on passages, which have a chapter."""


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
    story: Story, pages: Sequence[Page], outputs: Sequence[Output], press: Press, memory: Afresh
) -> tuple[list[Output], list[Diagnostic]]:
    """The page that holds all, rendered; nothing where ``outputs`` lack one of the ``pages``."""
    texts = {output.path: output.content for output in outputs}
    bound = [page for page in pages if page.template not in LEFT_OUT]
    urls = tuple(page.url for page in bound)
    if not texts.keys() >= set(urls):
        return [], []
    chapters = tuple(
        memory.recall(_chapter, page.url, texts[page.url], _notes(page), urls) for page in bound
    )
    title = story.words["page.print.title"]
    words = (title, f"{title}: {story.settings.title}")
    page = finish(Sheet(story, URL, ""), "print", PrintView(chapters), words)
    return render([page], press, AFRESH)


def _id(url: str, fragment: str = "") -> str:
    """The id of a page, or of a part of it: ``cast.jane-doe`` and ``cast.jane-doe_events``.

    A drawing may have no other id than a name of XML, which holds neither a slash nor a colon.
    """
    name = url.removesuffix(".html").replace("/", ".")
    return f"{name}_{fragment}" if fragment else name


def _notes(page: Page) -> Notes:
    """Where the notes of a page lead, so that a mark may lead there at once."""
    return tuple((f"#note-{note.number}", note.mark.url) for note in page.meta.notes)


def _chapter(url: str, content: bytes, notes: Notes, bound: tuple[str, ...]) -> Chapter:
    """What a page says, with the addresses and ids that it has among the others."""
    text = content.decode()
    main, foot = _MAIN.search(text), _FOOT.search(text)
    notes_left = _ON_SCREEN.sub("", foot[0]) if foot else ""
    said = [_ON_SCREEN.sub("", main[1])] if main else []
    said += [f'<div class="wrap">{notes_left}</div>\n'] if "<li" in notes_left else []
    body = _LANDMARK.sub(r"\1", "".join(said))
    ids = {value for name, value in _ATTRIBUTE.findall(body) if name == "id"}
    instead, urls = dict(notes), frozenset(bound)

    def written(match: re.Match[str]) -> str:
        name, value = match[1], match[2]
        if name in ("href", "src"):
            return f'{name}="{_address(url, instead.get(value, value), urls, ids)}"'
        return f'{name}="{" ".join(_id(url, id_) for id_ in value.split())}"'

    return Chapter(_id(url), Html(_ATTRIBUTE.sub(written, body)))


def _address(url: str, value: str, bound: frozenset[str], ids: set[str]) -> str:
    """An address that stands on the page at ``url``, as it is written on the one that holds all."""
    parts = parts_of(value)
    if parts is None or parts.scheme or parts.netloc:
        return value
    if not parts.path:  # what is not among the page's own ids is the sprite's, on every page
        return f"#{_id(url, parts.fragment)}" if parts.fragment in ids else value
    target = posixpath.normpath(posixpath.join(posixpath.dirname(url), parts.path))
    return f"#{_id(target, parts.fragment)}" if target in bound else target
