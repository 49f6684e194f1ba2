"""Prose → the part of it that stands under one heading and the rest, or all of its parts.

Knows tokens; nothing of what a part is for.
"""

from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import pairwise

from engine.markdown import Piece
from engine.prose import Prose

Pieces = Sequence[Piece]
HEAD = 3
"""The tokens of a heading: its opening, its words, its end."""


def parted(prose: Prose, title: str) -> tuple[Prose, Prose]:
    """The text without the part under a heading, and that part without the heading.

    The part ends where a heading of the same level, or a higher one, begins. Each half keeps the
    footnotes that it refers to. Without such a heading all of the text is in the first.
    """
    text, notes = _without_notes(prose.tokens)
    start = _start(text, title)
    if start is None:
        return prose, Prose()
    end = _end(text, start)
    halves = ([*text[:start], *text[end:]], text[start + HEAD : end])
    outside, inside = (_prose(prose, [*half, *_cited(notes, half)]) for half in halves)
    return outside, inside


def cut(prose: Prose) -> tuple[Prose, ...]:
    """The text up to its first heading, what stands under each with it, and last its footnotes."""
    text, _ = _without_notes(prose.tokens)
    heads = [n for n, one in enumerate(text) if one.type == "heading_open" and one.level == 0]
    ends = (0, *heads, len(text), len(prose.tokens))
    parts = (prose.tokens[start:end] for start, end in pairwise(ends) if start < end)
    return tuple(_prose(prose, part) for part in parts)


def _without_notes(tokens: Pieces) -> tuple[Pieces, Pieces]:
    """The text, and the footnotes that the parser has put at its end."""
    types = [token.type for token in tokens]
    at = types.index("footnote_block_open") if "footnote_block_open" in types else len(types)
    return tokens[:at], tokens[at:]


def _start(text: Pieces, title: str) -> int | None:
    """Where the heading opens."""
    for index, token in enumerate(text):
        is_heading = token.type == "heading_open" and token.level == 0
        if is_heading and text[index + 1].content.casefold() == title.casefold():
            return index
    return None


def _end(text: Pieces, start: int) -> int:
    """Where the next heading opens that is not below the one at ``start``."""
    for index, token in enumerate(text[start + 1 :], start + 1):
        if token.type == "heading_open" and token.level == 0 and token.tag <= text[start].tag:
            return index
    return len(text)


def _cited(notes: Pieces, half: Pieces) -> Iterator[Piece]:
    """Of the footnotes those that a half refers to, be it by way of others; nothing without any."""
    wanted, found = set[int](), _referred(half)
    while found - wanted:
        wanted |= found
        found = _referred(_of(notes, wanted))
    yield from _of(notes, wanted) if wanted else ()


def _referred(tokens: Iterable[Piece]) -> set[int]:
    return {child.meta["id"] for child in _children(tokens) if child.type == "footnote_ref"}


def _of(notes: Pieces, wanted: Set[int]) -> Iterator[Piece]:
    """The footnotes of some numbers, within what stands around all."""
    kept = True
    for token in notes:
        if token.type == "footnote_open":
            kept = token.meta["id"] in wanted
        if kept:
            yield token
        kept = kept or token.type == "footnote_close"


def _children(tokens: Iterable[Piece]) -> Iterator[Piece]:
    for token in tokens:
        yield from token.children or ()


def _prose(whole: Prose, tokens: Pieces) -> Prose:
    """The text of some tokens, with what they refer to."""
    children = list(_children(tokens))
    ids = {token.attrGet("id") for token in tokens if token.type == "heading_open"}
    return Prose(
        tokens=tuple(tokens),
        links=tuple(child.meta["link"] for child in children if "link" in child.meta),
        citations=tuple(c for child in children for c in child.meta.get("citations", ())),
        headings=tuple(heading for heading in whole.headings if heading.id in ids),
    )
