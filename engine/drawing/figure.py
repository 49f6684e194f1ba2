"""What all drawings share: how wide a text may be, and how it is broken into lines.

A figure is numbers in the units of its view box; no HTML, no colour.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from engine.drawing.faces import BOLD, Face

Words = Mapping[str, str]
"""The interface's words by their keys, as in ``templates/strings.en.yaml``."""

WIDE = 1100
"""Units across a figure for a wide place."""
NARROW = 328
"""Units across a figure for a phone."""

_IDEOGRAPH = "[\u3040-\u30ff\u3400-\u9fff]"
_NEVER_FIRST = "[ぁぃぅぇぉっゃゅょァィゥェォッャュョー・々]"
_BREAK = re.compile(
    rf"(?<=[^\W\d]-)(?=[^\W\d])|(?<={_IDEOGRAPH})(?!{_NEVER_FIRST})(?={_IDEOGRAPH})"
)


@dataclass(frozen=True)
class Label:
    """A text at a point, of one or more lines. ``anchor`` is start, middle or end."""

    x: float
    y: float
    lines: tuple[str, ...]
    anchor: str = "start"


@cache
def text_width(text: str, face: Face = BOLD) -> float:
    """How many units a text takes at most, in whichever common font it is set."""
    return face.width(text)


def wrap(text: str, width: float, face: Face = BOLD, most: int = 9) -> tuple[str, ...]:
    """The text in lines of at most ``width`` units; the last of ``most`` lines may end in '…'.

    Breaks at spaces, after hyphens and within Chinese and Japanese. What cannot be broken and is
    wider stands alone and is cut with '…'.
    """
    lines = [""]
    for between, piece in _pieces(text):
        longer = f"{lines[-1]}{between}{piece}" if lines[-1] else piece
        if lines[-1] and len(lines) < most and text_width(longer, face) > width:
            lines.append(piece)
        else:
            lines[-1] = longer
    return tuple(_shortened(line, width, face) for line in lines if line)


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """What may stand at the start of a line, with what stands before it elsewhere."""
    for word in text.split():
        first, *others = _BREAK.split(word)
        yield " ", first
        yield from (("", piece) for piece in others)


def _shortened(line: str, width: float, face: Face) -> str:
    if text_width(line, face) <= width:
        return line
    while line and text_width(line + "…", face) > width:
        line = line[:-1]
    return line.rstrip() + "…"


def initials(name: str) -> str:
    """Two capitals for a seal: of the first and the last word of a name."""
    words = list(filter(None, map(first_letter, name.replace("-", " ").split())))
    return "".join((*words[:1], *words[1:][-1:]))


def first_letter(word: str) -> str:
    """The first letter or digit of a word as a capital, without what may stand before it."""
    return next((character for character in word if character.isalnum()), "").upper()


def surname(name: str) -> str:
    """The last word of a name, for a narrow place."""
    return name.rsplit(maxsplit=1)[-1] if name.split() else name


def listed(names: Sequence[str], words: Words) -> str:
    """Names in a row: "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    others = words["figure.list.between"].join(names[:-1])
    return words["figure.list.last"].format(others=others, last=names[-1])


def plural(words: Words, key: str, number: int) -> str:
    """The template for one or for any other number of things."""
    return words[f"{key}.one" if number == 1 else f"{key}.other"]
