"""Markdown → Prose: a parsed text, and all that it refers to, with places.

Knows links, citations and headings as they are written; not what they lead to.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from sys import maxunicode

from engine.diagnostics import Diagnostic, Place
from engine.markdown import Citation, Html, Link, Piece, Reader, parse, parse_with_html, render
from engine.nodes import UNSEEN, Text

ID = "[a-z0-9]+(?:-[a-z0-9]+)*"
"""How an id is written, as a pattern."""
_ONE = re.compile(f"@?({ID})(?:#({ID}))?")
_FORM = "[@source-id#passage], or several as [@one#p1; @two#p2]"
_WORDS = {"softbreak": " ", "hardbreak": " ", "citation": " ", "code_inline": " ` "}
"""What stands in plain words for a token that is no text."""
_BARE = re.compile(rf"\[({ID}#[a-z0-9-]+)\]")
_GAPPED = re.compile(r"\]\(([^()\s\"]+ [^()\"]+)\)")
_NUMBER = re.compile(r"&#(?:x([0-9a-f]{1,6})|(\d{1,7}));", re.IGNORECASE)
_OPENINGS, _DEFINING = ("](", "](<"), ("]: ", "]: <")
"""What stands before the target of a link, and before that of a definition, wherever it is."""


@dataclass(frozen=True)
class Heading:
    """A heading of the text, with the id by which it can be linked."""

    level: int
    text: str
    id: str
    place: Place


@dataclass(frozen=True)
class Prose:
    """A parsed text and all that it refers to."""

    tokens: tuple[Piece, ...] = ()
    links: tuple[Link, ...] = ()
    citations: tuple[Citation, ...] = ()
    headings: tuple[Heading, ...] = ()
    faults: tuple[Diagnostic, ...] = ()
    source: Text | None = field(default=None, repr=False)
    """The text as it was written."""

    @property
    def groups(self) -> "tuple[tuple[Citation, ...], ...]":
        """The citations that stand together in one pair of brackets."""
        return tuple(
            child.meta["citations"]
            for token in self.tokens
            for child in token.children or ()
            if child.type == "citation"
        )

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """The plain words of each paragraph, heading, item and cell; no code, no citations."""
        return tuple(
            "".join(_WORDS.get(child.type, child.content if child.type == "text" else "")
                    for child in token.children or ())
            for token in self.tokens
            if token.type == "inline"
        )  # fmt: skip

    def __bool__(self) -> bool:
        """Whether there is anything to read."""
        return bool(self.tokens)

    def html(self, reader: Reader, below: int = 1) -> Html:
        """The text as HTML; raw HTML in it is escaped.

        ``below`` is the level of the heading under which it stands: ``##`` becomes one deeper.
        """
        return render(self.tokens, reader, below)


def read_prose(text: Text) -> Prose:
    """Parse CommonMark with tables, footnotes, heading anchors and ``[@source#passage]``."""
    if not text.strip():
        return Prose()
    tokens = parse(text)
    survey = _Survey(text)
    survey.walk(tokens)
    if any(UNSEEN.search(said) for token in tokens for said in _said(token)):
        survey.refuse_unseen()
    if "<" in text:
        survey.refuse_html(parse_with_html(text))
    return Prose(
        tuple(tokens),
        tuple(survey.links),
        tuple(survey.citations),
        tuple(survey.headings),
        tuple(survey.faults),
        text,
    )


def read_citation(text: Text) -> Citation | None:
    """``source`` or ``source#passage`` from a front matter; None if it is neither."""
    match = _ONE.fullmatch(text)
    if match is None or text.startswith("@"):
        return None
    return Citation(match[1], match[2], text.place)


def meant_citation(text: str) -> str:
    """What a text that is no citation was most likely meant to be; empty if nobody knows.

    A path is shortened to its id, capitals and a gap in place of '#' are mended.
    """
    word = text.strip("[]@ ").rpartition("/")[2].replace(".md", "").casefold()
    word = re.sub(r"\s+", "#", word.strip("[]@ "))
    return word if _ONE.fullmatch(word) and word.count("#") == 1 else ""


def _said(token: Piece) -> Iterator[str]:
    """All words of a token: its own, its title's, and those of what it is made of."""
    yield from (token.content, str(token.attrGet("title") or ""))
    for child in token.children or ():
        yield from _said(child)


def _after(opening: str, found: Place) -> Place:
    return replace(found, column=found.column + len(opening), length=found.length - len(opening))


class _Survey:
    """Walks the tokens of one text and notes what they refer to, with places.

    Inline tokens carry no place of their own, so each is looked for in the source lines from
    where its block begins.
    """

    def __init__(self, text: Text) -> None:
        self.text = text
        first = text.rows[text.place.line - 1] if text.place.line <= len(text.rows) else ""
        block_scalar = first[text.place.column - 1 :].startswith(("|", ">"))
        self._base = text.place.line + block_scalar
        self._line, self._column = self._base, 1
        self.links: list[Link] = []
        self.citations: list[Citation] = []
        self.headings: list[Heading] = []
        self.faults: list[Diagnostic] = []

    def walk(self, tokens: Sequence[Piece]) -> None:
        for index, token in enumerate(tokens):
            if token.map and token.type != "footnote_block":
                self._line, self._column = self._base + token.map[0], 1
            if token.type == "heading_open":
                self._note_heading(token, tokens[index + 1])
            for child in token.children or ():
                self._note(child)

    def _find(self, needle: str) -> Place:
        place = self.text.locate(needle, self._line, self._column)
        self._line, self._column = place.line, place.column + place.length
        return place

    def _find_target(self, target: str) -> Place:
        """Where a link's target stands: not where its text, or any other, reads the same."""
        before = (self._line, self._column)
        for opening in _OPENINGS:
            found = self.text.locate(opening + target, *before)
            if found.length == len(opening + target) and (found.line, found.column) >= before:
                self._line, self._column = found.line, found.column + found.length
                return _after(opening, found)
        for opening in _DEFINING:
            found = self.text.locate(opening + target)
            if found.length == len(opening + target):
                return _after(opening, found)
        return self._find(target)

    def _note(self, token: Piece) -> None:
        if token.type in ("link_open", "image"):
            target = str(token.attrGet("href" if token.type == "link_open" else "src") or "")
            link = Link(target, self._find_target(target) if target else self._find("]("))
            token.meta = {"link": link}
            self.links.append(link)
        elif token.type == "text":
            self._note_near_misses(token.content)
        elif token.type == "citation":
            token.meta = {"citations": tuple(self._read_citations(token.content))}
            self.citations.extend(token.meta["citations"])

    def _read_citations(self, content: str) -> Iterator[Citation]:
        for part in content.split(";"):
            word = part.strip()
            match = _ONE.fullmatch(word)
            place = self._find(word) if word else self._find("[@")
            if match is None or not word.startswith("@"):
                several = "put ';' between them: [@one#p1; @two#p2]"
                meant = f"did you mean '@{found}'?" if (found := meant_citation(word)) else ""
                hint = several if "," in word else meant or f"write {_FORM}"
                fault = Diagnostic(place, "citation-syntax", f"'{word}' is not a citation", hint)
                self.faults.append(fault)
            else:
                yield Citation(match[1], match[2], place)

    def _note_near_misses(self, text: str) -> None:
        """Tell what would be published as it stands, and was surely meant to be more."""
        for match in _BARE.finditer(text):
            hint = f"write [@{match[1]}]"
            message = f"'{match[0]}' is not a citation"
            self.faults.append(Diagnostic(self._find(match[0]), "citation-syntax", message, hint))
        for match in _GAPPED.finditer(text):
            message = f"'{match[1]}' has a gap in it, so this is not read as a link"
            hint = "rename the file, or write it between '<' and '>'"
            self.faults.append(Diagnostic(self._find(match[1]), "link-syntax", message, hint))

    def _note_heading(self, opening: Piece, inline: Piece) -> None:
        place = Place(self.text.place.path, self._line, 1, max(1, len(opening.markup)))
        level, anchor = int(opening.tag[1]), str(opening.attrGet("id") or "")
        self.headings.append(Heading(level, inline.content, anchor, place))
        if level == 1:
            message = "the title is the page's only first-level heading"
            self.faults.append(Diagnostic(place, "heading-level", message, "begin with '## '"))

    def refuse_unseen(self) -> None:
        """Tell each character that no text may hold and that is written by its number."""
        line, column = 0, 1
        for match in _NUMBER.finditer(self.text):
            place = self.text.locate(match[0], line, column)
            line, column = place.line, place.column + place.length
            number = int(match[1], 16) if match[1] else int(match[2])
            if number <= maxunicode and UNSEEN.match(chr(number)):
                message = f"the unseen character U+{number:04X}"
                self.faults.append(Diagnostic(place, "unseen-character", message, "delete it"))

    def refuse_html(self, tokens: Sequence[Piece]) -> None:
        """Tell raw HTML as a fault; it is never published."""
        for token in tokens:
            if token.map:
                self._line, self._column = self._base + token.map[0], 1
            for part in (token, *(token.children or ())):
                if part.type in ("html_block", "html_inline"):
                    word = part.content.strip().split("\n")[0]
                    self.faults.append(
                        Diagnostic(
                            self._find(word),
                            "raw-html",
                            "raw HTML is not allowed in prose",
                            "use Markdown; a literal '<' is written '\\<'",
                        )
                    )
