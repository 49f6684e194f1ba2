"""static/ → Outputs: files as they are, and the style sheet joined into one.

Knows folders and ``@import``; nothing of pages.
"""

import re
from collections.abc import Sequence
from pathlib import Path

from engine.diagnostics import Diagnostic, Place
from engine.documents import File, decode_text
from engine.rendering import Output
from engine.spelling import did_you_mean

SHEET = "css/site.css"
"""The style sheet that imports the others, from the static folder."""

_IMPORT = re.compile(r'^@import (?:url\()?"([^"]+)"\)?(?: layer\(([\w.-]+)\))?;[ \t]*$', re.M)


def find_static(folders: Sequence[Path]) -> dict[str, Path]:
    """Each file of the static folders by its path from there; the first folder wins."""
    found: dict[str, Path] = {}
    for folder in reversed(folders):
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder)
            if path.is_file() and not any(part.startswith(".") for part in name.parts):
                found[name.as_posix()] = path
    return found


def assets(static: dict[str, Path]) -> tuple[list[Output], list[Diagnostic]]:
    """The outputs of ``static/``: all CSS is joined, in the order of the imports."""
    outputs = [
        Output(f"static/{name}", path.read_bytes())
        for name, path in sorted(static.items())
        if not name.startswith("css/")
    ]
    if SHEET not in static:
        return outputs, []
    text, faults = _joined(static)
    return [*outputs, Output("static/site.css", text.encode())], faults


def _joined(static: dict[str, Path]) -> tuple[str, list[Diagnostic]]:
    """``site.css`` with each import replaced by its file, in the layer that it names."""
    faults: list[Diagnostic] = []
    text = _text(static[SHEET], faults, SHEET)

    def load(match: re.Match[str]) -> str:
        name = f"css/{match[1]}"
        if name not in static:
            line = text.count("\n", 0, match.start()) + 1
            place = Place(f"static/{SHEET}", line, match.start(1) - match.start() + 1)
            names = [n.removeprefix("css/") for n in static if n.startswith("css/")]
            message = f"there is no style sheet '{match[1]}'"
            faults.append(Diagnostic(place, "broken-link", message, did_you_mean(match[1], names)))
            return ""
        rules = _text(static[name], faults, name).strip()
        return f"@layer {match[2]} {{\n{rules}\n}}" if match[2] else rules

    return _IMPORT.sub(load, text), faults


def _text(path: Path, faults: list[Diagnostic], name: str) -> str:
    """The text of a style sheet; bytes that are not UTF-8 are a fault."""
    file = File(f"static/{name}", path.read_bytes())
    text, found = decode_text(file)
    faults += found
    return text
