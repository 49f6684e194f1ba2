"""static/ → Outputs: files as they are, and the style sheet joined into one.

Knows folders and ``@import``; nothing of pages.
"""

import re
from collections.abc import Sequence
from pathlib import Path

from engine.diagnostics import Diagnostic, Place, Severity
from engine.documents import File, decode_text
from engine.rendering import Output
from engine.spelling import did_you_mean

SHEET = "css/site.css"
"""The style sheet that imports the others, from the static folder."""

PICTURES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")
LARGEST_PICTURE = 1_000_000
"""Bytes of a picture above which a page is felt to be slow on a phone."""

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
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
    large = [fault for output in outputs for fault in _too_large(output)]
    if SHEET not in static:
        return outputs, large
    text, faults = _joined(static)
    return [*outputs, Output("static/site.css", _lean(text).encode())], [*large, *faults]


def _too_large(output: Output) -> list[Diagnostic]:
    """A warning for a picture that would keep a reader on a slow line waiting."""
    size = len(output.content)
    if not output.path.lower().endswith(PICTURES) or size <= LARGEST_PICTURE:
        return []
    message = f"this picture has {size:,} bytes; pages are slow with more than {LARGEST_PICTURE:,}"
    hint = "make it as wide as it is shown, or save it as WebP"
    return [Diagnostic(Place(output.path), "picture-too-large", message, hint, Severity.WARNING)]


def _lean(text: str) -> str:
    """A style sheet without what only its authors need: comments, indents and empty lines."""
    lines = (line.strip() for line in _COMMENT.sub("", text).splitlines())
    return "".join(f"{line}\n" for line in lines if line)


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
