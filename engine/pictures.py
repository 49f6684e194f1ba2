"""Drawings → pictures: SVG in, PNG out. The only door to resvg.

Knows the one font and no other: no font of the machine is used, so that the bytes are the same
everywhere. What was painted before, from the same drawing, is taken as it is.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import resvg_py

from engine.rendering import Output
from engine.typeface import FAMILY, FILES

AS_IT_IS = "icon.svg"
"""The drawing that browsers paint themselves."""


@dataclass(frozen=True)
class Picture:
    """A picture, and a name that only this drawing has; none where there is nothing to paint."""

    output: Output
    key: str


def paint(drawings: Iterable[Output], kept: Path | None = None) -> list[Picture]:
    """Each drawing as a picture; ``kept`` is a folder of those that were painted before."""
    return [_picture(drawing, kept) for drawing in drawings]


def _picture(drawing: Output, kept: Path | None) -> Picture:
    if drawing.path == AS_IT_IS:
        return Picture(drawing, "")
    painter = version("resvg-py").encode() + b"".join(file.read_bytes() for file in FILES)
    key = f"{hashlib.sha256(painter + drawing.content).hexdigest()}.png"
    path = drawing.path.removesuffix(".svg") + ".png"
    before = kept / key if kept else None
    if before and before.is_file():
        return Picture(Output(path, before.read_bytes()), key)
    return Picture(Output(path, _painted(drawing.content.decode())), key)


def _painted(drawing: str) -> bytes:
    return resvg_py.svg_to_bytes(
        svg_string=drawing,
        font_files=[str(file) for file in FILES],
        skip_system_fonts=True,
        font_family=FAMILY,
        serif_family=FAMILY,
        sans_serif_family=FAMILY,
    )
