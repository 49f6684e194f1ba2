"""Where a name stands in an alphabetical index: under which letter, and in which order.

Knows letters and scripts; nothing of records.
"""

import unicodedata
from collections.abc import Sequence

ROWS = "アカサタナハマヤラワ"
"""The heads of the rows of kana, in the order of their characters."""
HAN = "漢"
"""The heading of names that begin with a Chinese character."""
DIGITS = "0–9"
OTHER = "#"
"""The heading of names without a letter or a figure."""

_ACCENTS = dict.fromkeys(range(0x300, 0x370))
_KATAKANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}
_LARGE = str.maketrans("ァィゥェォヵヶッャュョヮ", "アイウエオカケツヤユヨワ")
_VOICED = dict.fromkeys((0x3099, 0x309A))

Place = tuple[int, str, str, str]
"""Sorts names; the second is the heading."""


def folded(text: str) -> str:
    """Without accents, case, width and the difference of the two kana."""
    plain = unicodedata.normalize("NFKD", text).translate(_ACCENTS)
    return unicodedata.normalize("NFC", plain).casefold().translate(_KATAKANA)


def place(name: str, articles: Sequence[str] = ()) -> Place:
    """Where a name stands: Latin letters, other letters, kana by rows, Chinese characters, figures.

    An article at its beginning does not count.
    """
    words = "".join(c for c in folded(name) if c.isalnum() or c.isspace()).split()
    if len(words) > 1 and words[0] in articles:
        del words[0]
    key = " ".join(words)
    plain = unicodedata.normalize("NFD", key).translate(_VOICED).translate(_LARGE)
    rank, head = _head(plain[:1])
    return rank, head, plain, name


def _head(first: str) -> tuple[int, str]:
    """The group of a first character, and its heading."""
    if not first or not first.isalnum():
        return 5, OTHER
    if first.isdecimal():
        return 4, DIGITS
    if "a" <= first <= "z":
        return 0, first.upper()
    name = unicodedata.name(first, "")
    if name.startswith("KATAKANA"):
        return 2, max((row for row in ROWS if row <= first), default=ROWS[0])
    if name.startswith("CJK"):
        return 3, HAN
    return 1, first.upper()


def anchor(heading: str) -> str:
    """The id of a heading, in plain letters."""
    plain = {DIGITS: "digits", OTHER: "other", HAN: "han"}
    is_plain = heading.isascii() and heading.isalpha()
    return plain.get(heading) or (heading.lower() if is_plain else f"u{ord(heading[0]):x}")
