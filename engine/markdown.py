"""The Markdown that authors write: how it is parsed, and our own tokens as HTML.

The only door to markdown-it, and with it to what may be written into a page as it is.
Knows no records: what a link or a citation leads to is asked of a ``Reader``.
"""

import json
import re
from collections.abc import MutableMapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import OptionsDict
from markupsafe import Markup, escape
from mdit_py_plugins.anchors import anchors_plugin
from mdit_py_plugins.footnote import footnote_plugin

from engine.diagnostics import Place

Html = Markup
"""Text that is safe to write into a page; it comes from here alone."""
Piece = Token
"""A token of a parsed text."""
Tokens = Sequence[Piece]
Env = MutableMapping[str, "Reader | int"]

NONE, LINKED, BARE = 0, 1, 2
"""What is being written: no heading, one that links to itself, one that holds a link."""

_OTHER_SCRIPT = re.compile("([\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f]+)")
LINKS = ("link_open", "citation", "footnote_ref")
_UPRIGHT = re.compile(r"([0-9]{1,3}|[?!]+)")
_CITATION = re.compile(r"\[@([^\]\n]*)\]")


@dataclass(frozen=True)
class Link:
    """The target of a link or an image, as written."""

    target: str
    place: Place


@dataclass(frozen=True)
class Citation:
    """One ``source#passage``; the passage may be left out."""

    source: str
    passage: str | None
    place: Place


class Reader(Protocol):
    """Knows, for the page that is being written, where things are."""

    def href(self, link: Link) -> str:
        """The address to write for a link."""

    def cited(self, citations: Sequence[Citation]) -> Html:
        """The mark that stands in the text for some citations."""

    def words(self, text: str) -> Html:
        """Running text, with what is to be said of single words in it."""

    def named(self, text: str) -> Html:
        """The text of a link or a heading, in which no other link may stand."""


def parse(text: str) -> list[Token]:
    """The tokens of a text: CommonMark, tables, footnotes, heading anchors, ``[@citations]``."""
    return _markdown().parse(text)


def parse_with_html(text: str) -> list[Token]:
    """The tokens of a text in which raw HTML is recognised, so that it can be refused."""
    return _html_finder().parse(text)


def render(tokens: Sequence[Token], reader: Reader, below: int) -> Html:
    """Tokens as HTML; ``below`` is the level of the heading that they stand under."""
    markdown, env = _markdown(), {"reader": reader, "below": below, "heading": NONE}
    return Html(markdown.renderer.render(list(tokens), markdown.options, env))


class _Renderer(RendererHTML):
    """HTML for our own tokens; links ask the reader of the page for their address."""

    def text(self, tokens: Tokens, idx: int, options: OptionsDict, env: Env) -> str:
        """Text, in which the reader may mark words; outside links and headings with links."""
        content, reader = tokens[idx].content, _reader(env)
        before = [token.type for token in tokens[:idx]]
        in_link = before.count("link_open") > before.count("link_close")
        return str(reader.named(content) if in_link or env["heading"] else reader.words(content))

    def heading_open(self, tokens: Tokens, idx: int, options: OptionsDict, env: Env) -> str:
        """A heading, one level or more deeper than the one that it stands under.

        It links to itself, so that a reader can take its address; unless a link stands in it.
        """
        env["heading"] = BARE if _has_link(tokens[idx + 1]) else LINKED
        link = '<a class="self" href="#{1}">' if env["heading"] == LINKED else ""
        level, id_ = _level(tokens[idx], env), tokens[idx].attrGet("id")
        return str(Html('<h{0} id="{1}">' + link).format(level, id_))

    def heading_close(self, tokens: Tokens, idx: int, options: OptionsDict, env: Env) -> str:
        """The end of ``heading_open``."""
        link = "</a>" if env["heading"] == LINKED else ""
        env["heading"] = NONE
        return f"{link}</h{_level(tokens[idx], env)}>\n"

    def link_open(self, tokens: Tokens, idx: int, options: OptionsDict, env: Env) -> str:
        """An opening ``<a>`` with the address for this page."""
        return str(Html('<a href="{}">').format(_reader(env).href(tokens[idx].meta["link"])))

    def image(self, tokens: Tokens, idx: int, options: OptionsDict, env: Env) -> str:
        """An ``<img>`` with the address for this page and its alternative text."""
        alt = self.renderInlineAsText(tokens[idx].children or [], options, env)
        src = _reader(env).href(tokens[idx].meta["link"])
        return str(Html('<img src="{}" alt="{}" loading="lazy">').format(src, alt))

    def citation(self, tokens: Tokens, idx: int, options: OptionsDict, env: Env) -> str:
        """The mark of the citations, as the reader writes it."""
        return str(_reader(env).cited(tokens[idx].meta["citations"]))

    def footnote_caption(self, tokens: Tokens, idx: int, options: OptionsDict, env: Env) -> str:
        """The number of a footnote, with no brackets: those are the marks of citations."""
        return str(tokens[idx].meta["id"] + 1)

    def table_open(self, tokens: Tokens, idx: int, options: OptionsDict, env: Env) -> str:
        """A table that scrolls by itself where it is too wide; focusable for the keyboard."""
        return '<div class="scroll" tabindex="0"><table class="tab">\n'

    def table_close(self, tokens: Tokens, idx: int, options: OptionsDict, env: Env) -> str:
        """The end of ``table_open``."""
        return "</table></div>\n"

    def th_open(self, tokens: Tokens, idx: int, options: OptionsDict, env: Env) -> str:
        """A column's heading."""
        return f'<th scope="col"{_aligned(tokens[idx])}>'

    def td_open(self, tokens: Tokens, idx: int, options: OptionsDict, env: Env) -> str:
        """A cell."""
        return f"<td{_aligned(tokens[idx])}>"


def _aligned(token: Token) -> str:
    """A class in place of the inline style, which the pages' security policy forbids."""
    _, _, side = str(token.attrGet("style") or "").partition("text-align:")
    return f' class="align-{side}"' if side else ""


def in_scripts(text: str, language: str | None) -> Html:
    """Text with each run of Chinese or Japanese characters marked as of that language."""
    if language is None:
        return escape(text)
    parts = _OTHER_SCRIPT.split(text)
    marked = Html('<i lang="{}">{}</i>')
    return Html("").join(
        marked.format(language, part) if number % 2 else escape(part)
        for number, part in enumerate(parts)
    )


def upright(text: str) -> Html:
    """Text for a vertical line: its figures and question marks are marked to stand upright."""
    parts = _UPRIGHT.split(text)
    return Html("").join(
        Html("<b>{}</b>").format(part) if number % 2 else escape(part)
        for number, part in enumerate(parts)
    )


def _reader(env: Env) -> Reader:
    reader = env["reader"]
    assert not isinstance(reader, int), "put there by Prose.html"
    return reader


def _has_link(heading: Token) -> bool:
    """Whether a link, or a mark that is one, stands in the text of a heading."""
    return any(child.type in LINKS for child in heading.children or ())


def _level(token: Token, env: Env) -> int:
    below = env["below"]
    assert isinstance(below, int), "put there by Prose.html"
    return min(6, int(token.tag[1]) - 1 + below)


def _citation_rule(state: StateInline, silent: bool) -> bool:
    match = _CITATION.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        state.push("citation", "", 0).content = "@" + match[1]
    state.pos = match.end()
    return True


def citation_html(url: str, spoken: str, mark: str, lead: str = "") -> Html:
    """The mark of one citation; before it a word, where another voice begins."""
    word = Html("<i>{}</i> ").format(lead) if lead else ""
    return Html('<a class="c" href="{}" aria-label="{}">{}{}</a>').format(url, spoken, word, mark)


def term_html(url: str, summary: str, text: str) -> Html:
    """A word that the glossary explains."""
    return Html('<a class="term" href="{}" title="{}">{}</a>').format(url, summary, text)


def data_html(value: object) -> Html:
    """JSON for between the tags of a script, where no ``<`` may end it nor begin a comment."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Html(text)


def slug(text: str) -> str:
    """A heading's id: lower-case words joined by hyphens; other scripts are kept."""
    return re.sub(r"[^\w]+", "-", text.casefold(), flags=re.UNICODE).strip("-") or "section"


@cache
def _markdown() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"html": False}, renderer_cls=_Renderer).enable("table")
    footnote_plugin(markdown)
    markdown.add_render_rule("footnote_caption", _Renderer.footnote_caption)
    anchors_plugin(markdown, max_level=4, slug_func=slug)
    markdown.inline.ruler.before("link", "citation", _citation_rule)
    # Every target reaches our own link check, which knows how to say what is wrong with it.
    markdown.validateLink = lambda url: True  # type: ignore[method-assign]
    markdown.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return markdown


@cache
def _html_finder() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": True})
