"""The faces of the drawings' texts: how wide the widest of the common fonts sets each character.

Knows the sizes of ``charts.css``; nothing of any drawing.
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

_BOLD = {
    0.32: "'", 0.36: " ijl", 0.38: ",.‘’·", 0.4: ":;I", 0.42: "/", 0.44: "\\f", 0.46: "!()[]",
    0.48: "-t", 0.5: "r°", 0.52: '"', 0.56: "_|", 0.58: "*J", 0.6: "csz", 0.62: "?`",
    0.64: "L–§•", 0.66: "vxy“”", 0.68: "aek", 0.7: "$0123456789EFTo¶€£¥ø", 0.72: "Sbdghnpqu{}ß",
    0.74: "PYZ", 0.76: "C", 0.78: "ABKRVX", 0.82: "GU", 0.84: "#+<=>DHN^~×−", 0.86: "OQ",
    0.88: "&", 0.94: "w", 1: "M—", 1.02: "%…", 1.04: "@", 1.06: "mæ", 1.12: "W",
}  # fmt: skip
"""Of DejaVu Sans Bold, or of Inter, Noto Sans, Open Sans, Roboto or Liberation Sans where wider."""
_PLAIN = {
    0.28: "'ijl", 0.32: " ,.‘’", 0.34: ":;I·", 0.36: "f", 0.4: "!()[]t", 0.42: "/\\r",
    0.46: '"-', 0.5: "°", 0.52: "“”", 0.54: "s", 0.56: "*?J_cz|", 0.58: "L`k", 0.6: "vxy•",
    0.62: "Faeo§ø", 0.64: "$012356789bdghnpqu{}£¥ß", 0.66: "4T–¶", 0.68: "EKPSY€", 0.7: "ABVXZ",
    0.74: "CR", 0.76: "HNU", 0.78: "&DG", 0.8: "OQ", 0.82: "w", 0.84: "#+<=>^~×−", 0.92: "M",
    0.98: "m", 1: "%W—…æ", 1.02: "@",
}  # fmt: skip
"""The same, upright and not bold."""
_DISPLAY = {
    0.32: "'", 0.36: " ,.‘’·", 0.38: "/:;\\ijl", 0.42: "-", 0.44: "!f", 0.48: "()IJ[]t",
    0.5: "_`–°", 0.52: '"', 0.54: "*r", 0.56: "|§", 0.58: "sz“”", 0.6: "?y", 0.62: "cv",
    0.64: "e¶•", 0.66: "ax{}", 0.68: "oø", 0.7: "$0123456789bdgkpq€£¥", 0.72: "FLY",
    0.74: "SZhnu", 0.76: "PTß", 0.78: "AEVX", 0.8: "C", 0.84: "#+<=>R^~×−", 0.86: "BGw",
    0.88: "DKOQU", 0.92: "&N", 0.96: "%H", 0.98: "æ", 1: "@—…", 1.06: "m", 1.12: "M", 1.14: "W",
}  # fmt: skip
"""Of DejaVu Serif Bold, or of Noto Serif Bold where that is wider."""
_ROOM = 1.02
"""Fonts are hinted: on a coarse screen a character is up to so much wider than its outline."""


@dataclass(frozen=True, eq=False)
class Face:
    """A size and a weight in which texts are set. What its table does not hold is guessed."""

    size: float
    """In units."""
    table: Mapping[float, str]
    """Characters by their widths, in parts of the size."""
    capital: float
    """What a capital or a digit of another script takes."""
    other: float
    widths: Mapping[str, float] = field(init=False)
    """The table by character."""

    def __post_init__(self) -> None:
        found = {character: width for width, these in self.table.items() for character in these}
        object.__setattr__(self, "widths", found)

    def width(self, text: str) -> float:
        """How many units a text takes at most, in whichever common font it is set."""
        return sum(map(self._em, text)) * self.size * _ROOM

    def _em(self, character: str) -> float:
        if unicodedata.east_asian_width(character) in "WF":
            return 1.0
        first = unicodedata.normalize("NFD", character)[0]
        if unicodedata.category(first) in ("Mn", "Me", "Cf"):
            return 0.0  # an accent stands over what is before it
        return self.widths.get(first, self.capital if first.isupper() else self.other)


BOLD = Face(14, _BOLD, 0.84, 0.74)
"""The class ``b``."""
PLAIN = Face(13.5, _PLAIN, 0.78, 0.68)
"""The class ``m``."""
NAME = Face(19, _DISPLAY, 0.92, 0.78)
"""The class ``h``."""
SCORE = Face(34, _DISPLAY, 0.92, 0.78)
"""The class ``d``."""
