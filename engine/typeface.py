"""The one font of pictures: which characters it has, and how wide each of them is.

Reads a TrueType file; knows nothing of what is set in it. It is Charter, the first of the site's
own fonts (engine/fonts/LICENCE.txt). Format: OpenType, ISO/IEC 14496-22.
"""

import struct
from functools import cache
from pathlib import Path

from engine.drawing.faces import Face

FOLDER = Path(__file__).parent / "fonts"
FAMILY = "Charter"
BOLD, PLAIN = FOLDER / "charter-bold.ttf", FOLDER / "charter-regular.ttf"
FILES = (BOLD, PLAIN)


@cache
def widths(file: Path) -> dict[str, float]:
    """Each character of a font, and its width in parts of the size."""
    data = file.read_bytes()
    tables = _tables(data)
    (units,) = struct.unpack_from(">H", data, tables["head"] + 18)
    (measured,) = struct.unpack_from(">H", data, tables["hhea"] + 34)

    def width(glyph: int) -> float:
        at = tables["hmtx"] + 4 * min(glyph, measured - 1)
        (advance,) = struct.unpack_from(">H", data, at)
        return int(advance) / int(units)

    return {character: width(glyph) for character, glyph in _glyphs(data, tables["cmap"]).items()}


@cache
def face(size: float, file: Path = BOLD) -> Face:
    """The font in a size, for breaking texts into lines."""
    table: dict[float, str] = {}
    for character, width in widths(file).items():
        table[width] = table.get(width, "") + character
    return Face(size, table, 1, 1)


def can_set(text: str) -> bool:
    """Whether both weights have every character of a text."""
    return all(set(text) <= widths(file).keys() for file in FILES)


def _tables(data: bytes) -> dict[str, int]:
    """Where each table begins."""
    (count,) = struct.unpack_from(">H", data, 4)
    rows = (struct.unpack_from(">4sLLL", data, 12 + 16 * number) for number in range(count))
    return {tag.decode(): offset for tag, _, offset, _ in rows}


def _glyphs(data: bytes, cmap: int) -> dict[str, int]:
    """The glyph of each character, by the first table of format 4."""
    (count,) = struct.unpack_from(">H", data, cmap + 2)
    places = (struct.unpack_from(">HHL", data, cmap + 4 + 8 * n)[2] + cmap for n in range(count))
    at = next(place for place in places if struct.unpack_from(">H", data, place) == (4,))
    (doubled,) = struct.unpack_from(">H", data, at + 6)
    ends, starts, deltas, offsets = (
        struct.unpack_from(f">{doubled // 2}H", data, at + 14 + skip + number * doubled)
        for number, skip in enumerate((0, 2, 2, 2))
    )
    found = {}
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        for code in range(start, min(end, 0xFFFE) + 1):
            glyph = code
            if offsets[number]:
                row = at + 16 + 3 * doubled + 2 * number + offsets[number] + 2 * (code - start)
                (glyph,) = struct.unpack_from(">H", data, row)
            if glyph:
                found[chr(code)] = (glyph + deltas[number]) & 0xFFFF
    return found
