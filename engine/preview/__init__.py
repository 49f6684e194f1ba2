"""A published page → what the preview sends of it: with the script that reloads, and faults.

Knows bytes of HTML and faults; nothing of servers. The published files never change.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from urllib.parse import quote

from engine.diagnostics import MOST_SHOWN, Diagnostic

OWN = "/__explainer__/"
"""Where the preview's own files are served; no published path begins so."""
EDITOR = "vscode://file{path}:{line}:{column}"
"""The address that opens a file at a place, unless the author names another."""
ASSETS = {
    name: (Path(__file__).parent / name).read_bytes() for name in ("preview.css", "preview.js")
}
BARE = (
    b'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>No page yet</title>'
    b"\n</head>\n<body>\n<h1>There is no page yet</h1>\n"
    b"<p>It comes by itself as soon as the site builds.</p>\n</body>\n</html>\n"
)
"""What stands in the place of a page that was never built."""

_POLICY = re.compile(rb"<meta\b[^>]*\bhttp-equiv=[\"']?content-security-policy\b[^>]*>", re.I)
_CONTENT = re.compile(rb"(\bcontent=)(\"[^\"]*\"|'[^']*')", re.I)
_END = re.compile(rb"</body\s*>", re.I)


@dataclass(frozen=True)
class Told:
    """A fault as the browser shows it: with the line that it is about and a way to the editor."""

    fault: Diagnostic
    line: str
    link: str


def told(faults: Sequence[Diagnostic], folders: Sequence[Path], editor: str) -> tuple[Told, ...]:
    """Faults for the browser; their files are looked for in the first folder that has them."""
    shown = []
    for fault in faults:
        path = next(
            (f / fault.place.path for f in folders if (f / fault.place.path).is_file()), None
        )
        rows = path.read_bytes().decode("utf-8", "replace").splitlines() if path else []
        line = rows[fault.place.line - 1] if fault.place.line <= len(rows) else ""
        shown.append(Told(fault, line, _link(path, fault, editor) if path else ""))
    return tuple(shown)


def _link(path: Path, fault: Diagnostic, editor: str) -> str:
    """The author's address with the place filled in; words in braces that are not ours stay."""
    place = quote("/" + path.resolve().as_posix().lstrip("/"))  # where a drive comes first as well
    link = editor.replace("{line}", str(fault.place.line))
    return link.replace("{column}", str(fault.place.column)).replace("{path}", place)


@dataclass(frozen=True)
class Preview:
    """What is added to a page: its version, for which host, and the faults over it.

    Where there is none, the warnings of the build in a corner, closed.
    """

    version: str
    host: str
    faults: tuple[Told, ...] = ()
    warnings: tuple[Told, ...] = ()

    def of(self, page: bytes) -> bytes:
        """The page as the preview sends it."""
        told = self._overlay() if self.faults else self._corner() if self.warnings else ""
        added = self._scripts() + told
        opened = _POLICY.sub(self._opened, page)
        ends = list(_END.finditer(opened))
        at = ends[-1].start() if ends else len(opened)
        return opened[:at] + added.encode() + opened[at:]

    def _opened(self, meta: re.Match[bytes]) -> bytes:
        """The page's policy, opened for the preview's own script, style sheet and socket."""

        def widen(content: re.Match[bytes]) -> bytes:
            policy = widened(content[2][1:-1].decode("utf-8", "replace"), self.host)
            return content[1] + b'"' + policy.replace('"', "&quot;").encode() + b'"'

        return _CONTENT.sub(widen, meta[0])

    def _scripts(self) -> str:
        host, _, port = self.host.rpartition(":")
        host, port = (host, port) if port.isdecimal() else (self.host, "80")
        query = escape(f"?host={host}&port={port}")
        return (
            f'<script src="{OWN}preview.js" data-version="{escape(self.version)}"></script>\n'
            f'<script src="/livereload.js{query}"></script>\n'
        )

    def _overlay(self) -> str:
        return (
            f"{_STYLES}"
            '<dialog id="explainer-faults" open role="alertdialog" '
            'aria-labelledby="explainer-faults-count" aria-describedby="explainer-faults-about">\n'
            f'<h2 id="explainer-faults-count">{_counted(self.faults, "fault")}</h2>\n'
            '<p id="explainer-faults-about">The last good page stays until this is mended.</p>\n'
            f"{_list(self.faults)}"
            '<button type="button">Close <kbd>Esc</kbd></button>\n</dialog>\n'
        )

    def _corner(self) -> str:
        count = _counted(self.warnings, "warning")
        return (
            f'{_STYLES}<aside id="explainer-warnings" aria-label="Warnings">\n'
            f"<details>\n<summary>{count}</summary>\n{_list(self.warnings)}</details>\n</aside>\n"
        )


def widened(policy: str, host: str) -> str:
    """A content security policy that also allows scripts, styles and a socket of this host."""
    directives: dict[str, list[str]] = {}
    for name, *values in (row.split() for row in policy.split(";") if row.strip()):
        directives.setdefault(name.lower(), values)  # of two, the first one counts
    needed = {
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "connect-src": ["'self'", f"ws://{host}"],
    }
    for name, sources in needed.items():
        given = directives.get(name, directives.get("default-src"))
        if given is not None:
            kept = [value for value in given if value.lower() != "'none'"]
            directives[name] = list(dict.fromkeys([*kept, *sources]))
    return "; ".join(" ".join([name, *values]) for name, values in directives.items())


_STYLES = f'<link rel="stylesheet" href="{OWN}preview.css">\n'


def _counted(told: Sequence[Told], word: str) -> str:
    return f"{len(told)} {word}{'s' * (len(told) != 1)}"


def _list(told: Sequence[Told]) -> str:
    """The faults, as many as are shown at once, and how many more there are."""
    left = len(told) - MOST_SHOWN
    more = f"<p>and {left} more</p>\n" if left > 0 else ""
    return f"<ol>\n{''.join(map(_item, told[:MOST_SHOWN]))}</ol>\n{more}"


def _item(told: Told) -> str:
    """A fault in the list; everything in it is text."""
    fault, place = told.fault, told.fault.place
    where = escape(f"{place.path}:{place.line}:{place.column}")
    opened = f'<a href="{escape(told.link)}">{where}</a>' if told.link else where
    hint = f"<p>Hint: {escape(fault.hint)}</p>\n" if fault.hint else ""
    said = f"<p><strong>{fault.severity.value}:</strong> {escape(fault.message)}"
    return (
        f"<li>\n<p>{opened}</p>\n{said} [{escape(fault.rule)}]</p>\n{_excerpt(told)}{hint}</li>\n"
    )


def _excerpt(told: Told) -> str:
    if not told.line.strip():
        return ""
    start = told.fault.place.column - 1
    end = start + told.fault.place.length
    before, word, after = told.line[:start], told.line[start:end], told.line[end:]
    return f"<pre>{escape(before)}<mark>{escape(word)}</mark>{escape(after)}</pre>\n"
