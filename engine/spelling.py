"""A mistyped word → the known one that it was most likely meant to be; a title → an id.

Standard library only, since the command line is read before there is any package.
It must not know what the words stand for.
"""

import re
import unicodedata
from collections.abc import Iterable, Set
from difflib import get_close_matches


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that ``word`` was most likely meant to be, or None."""
    candidates = sorted(set(known))
    folded = {name.casefold(): name for name in reversed(candidates)}
    if word.casefold() in folded:
        return folded[word.casefold()]
    close = get_close_matches(word.casefold(), folded, n=1, cutoff=0.6)
    return folded[close[0]] if close else None


_FOLDED = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "ð": "d", "đ": "d", "þ": "th", "ł": "l",
                         "ı": "i", "'": "", "’": "", "ʼ": ""})  # fmt: skip


def plain_id(text: str) -> str:
    """The words of a text in plain letters, with hyphens between; empty if it has none."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_FOLDED))
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return "-".join(re.findall("[a-z0-9]+", letters))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint that names the nearest known word, or, if few are known, all of them."""
    choices = sorted(known) if isinstance(known, Set) else list(dict.fromkeys(known))
    if close := nearest(word, choices):
        return f"did you mean '{close}'?"
    if 0 < len(choices) <= 12:
        return "known here: " + ", ".join(choices)
    return ""
