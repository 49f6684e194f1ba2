"""Drawings → pictures: SVG in, PNG out, and those kept that were painted. The only door to resvg.

Knows the one font and no other: no font of the machine is used, so that the bytes are the same
everywhere. What was painted before, from the same drawing, is taken as it is.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import resvg_py

from engine.diagnostics import Diagnostic
from engine.memory import AFRESH
from engine.rendering import Output, Press, render
from engine.typeface import FAMILY, FILES
from engine.views.page import Page

FOLDER = ".cache/pictures"
"""Where a site keeps them."""
AS_IT_IS = "icon.svg"
"""The drawing that browsers paint themselves."""


@dataclass(frozen=True)
class Picture:
    """A picture, and a name that only this drawing has; none where there is nothing to paint."""

    output: Output
    key: str


def paint(
    drawings: Iterable[Page], press: Press, site: Path
) -> tuple[list[Picture], list[Diagnostic]]:
    """Each drawing as a picture, and the faults of templates; those that a site keeps are taken."""
    outputs, faults = render(drawings, press, AFRESH)
    return [_picture(output, site / FOLDER) for output in outputs], faults


def keep(site: Path, pictures: Iterable[Picture]) -> None:
    """Keep what has been painted, and nothing else: no drawing asks for it any more.

    Each is whole or not there: it is put in its place under its name at once.
    """
    folder = site / FOLDER
    wanted = {picture.key: picture.output.content for picture in pictures if picture.key}
    try:
        for path in folder.glob("*"):
            if path.name not in wanted:
                path.unlink()
        for key in sorted(key for key in wanted if not (folder / key).is_file()):
            folder.mkdir(parents=True, exist_ok=True)
            unfinished = folder / f"{key}.tmp"
            unfinished.write_bytes(wanted[key])
            unfinished.replace(folder / key)
    except OSError:  # the next run paints anew
        return


def _picture(drawing: Output, kept: Path) -> Picture:
    if drawing.path == AS_IT_IS:
        return Picture(drawing, "")
    painter = version("resvg-py").encode() + b"".join(file.read_bytes() for file in FILES)
    key = f"{hashlib.sha256(painter + drawing.content).hexdigest()}.png"
    path = drawing.path.removesuffix(".svg") + ".png"
    if (kept / key).is_file():
        return Picture(Output(path, (kept / key).read_bytes()), key)
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
