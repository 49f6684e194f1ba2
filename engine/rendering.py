"""Pages → Outputs; a template's faults → Diagnostics. The only door to Jinja.

Knows templates and nothing of records; a template sees ``view``, ``meta``, ``site``, ``words``.
"""

import re
import traceback
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import (
    BytecodeCache,
    ChoiceLoader,
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.utils import missing

from engine.diagnostics import Diagnostic, Place
from engine.settings import Settings
from engine.spelling import did_you_mean
from engine.template_faults import KNOWN, in_plain_words, opening, spot, unknown_name
from engine.views.page import Page

RULE = "template"


class Unknown(StrictUndefined):
    """A name that is not there; the message says which ones are near."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        name, owner = str(self._undefined_name), self._undefined_obj
        if owner is missing:
            return unknown_name(name, "", KNOWN)
        if isinstance(owner, Mapping):
            return unknown_name(name, "the list of words", owner)
        known = [known for known in dir(owner) if not known.startswith("_")]
        return unknown_name(name, type(owner).__name__, known)


@dataclass(frozen=True)
class Output:
    """A file to be: its path from the output folder, with '/', and its bytes."""

    path: str
    content: bytes


@dataclass(frozen=True)
class Templates:
    """An environment, and the folders that it reads: the site's first, then ours."""

    environment: Environment
    folders: Sequence[Path]

    def place(self, name: str, line: int, word: str = "") -> Place:
        """Where a word of a template's line is, with the path as an author would write it."""
        found = spot(self.rows(name), max(1, line), word)
        return Place(f"templates/{name}", found.line, found.column, found.length)

    def rows(self, name: str) -> list[str]:
        """The lines of a template, from the first folder that has it."""
        paths = [folder / name for folder in self.folders if (folder / name).is_file()]
        return paths[0].read_text("utf-8", "replace").split("\n") if paths else []


def open_templates(folders: Sequence[Path], cache: Path | None = None) -> Templates:
    """The templates of some folders; the first that has a name wins.

    ``engine/NAME`` is that of the last folder, whatever lies over it: what lies over can extend it.
    ``cache`` is a folder for compiled templates, which must exist.
    """
    compiled: BytecodeCache | None = FileSystemBytecodeCache(str(cache)) if cache else None
    loaders = [FileSystemLoader(folder) for folder in folders]
    environment = Environment(
        loader=ChoiceLoader([*loaders, PrefixLoader({"engine": loaders[-1]})]),
        autoescape=True,
        undefined=Unknown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        bytecode_cache=compiled,
    )
    return Templates(environment, folders)


def render(
    pages: Iterable[Page], templates: Templates, site: Settings, words: Mapping[str, str]
) -> tuple[list[Output], list[Diagnostic]]:
    """Each page as a file; a template's fault is told once, however many pages it breaks."""
    outputs: list[Output] = []
    faults: dict[tuple[Place, str], Diagnostic] = {}
    for page in pages:
        try:
            template = templates.environment.get_template(f"pages/{page.template}.html")
            text = template.render(view=page.view, meta=page.meta, site=site, words=words)
        except (TemplateError, ArithmeticError, AttributeError, LookupError, TypeError,
                ValueError) as error:  # fmt: skip
            fault = _fault(error, page, templates)
            faults.setdefault((fault.place, str(error)), fault)
        else:
            outputs.append(Output(page.url, text.encode()))
    return outputs, list(faults.values())


def _fault(error: Exception, page: Page, templates: Templates) -> Diagnostic:
    """Where in which template: Jinja rewrites the traceback, so its last frame there tells.

    A fault that is not in a template is ours, and flies on.
    """
    if isinstance(error, TemplateSyntaxError):
        return _syntax_fault(error, f"pages/{page.template}.html", templates)
    found = _last_frame(error, templates) or _not_utf_8(error, templates)
    if isinstance(error, TemplateNotFound):
        message = f"there is no template '{error.name}'"
        hint = did_you_mean(str(error.name), set(templates.environment.list_templates()))
        place = templates.place(*(found or (f"pages/{page.template}.html", 1)), str(error.name))
        return Diagnostic(place, RULE, message, hint)
    if found is None:
        raise error
    message, _, hint = str(error).partition("\n")
    quoted = re.findall(r"'([^']+)'", message)
    place = templates.place(*found, quoted[-1] if quoted else "")
    return Diagnostic(place, RULE, f"{message} (on the page {page.url})", hint)


def _syntax_fault(error: TemplateSyntaxError, name: str, templates: Templates) -> Diagnostic:
    """A template that cannot be read: what is wrong, at the word that is at fault."""
    name = error.name or name
    message, hint, word = in_plain_words(error.message or "", templates.environment.filters)
    line = error.lineno
    if message.endswith("is never closed"):
        line = opening(templates.rows(name), word) or line
    return Diagnostic(templates.place(name, line, word), RULE, message, hint)


def _last_frame(error: Exception, templates: Templates) -> tuple[str, int] | None:
    """The template and line in which an error was raised; None if it was in none."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        for folder in templates.folders:
            if Path(frame.filename).is_relative_to(folder):
                return Path(frame.filename).relative_to(folder).as_posix(), frame.lineno or 1
    return None


def _not_utf_8(error: Exception, templates: Templates) -> tuple[str, int] | None:
    """The template whose bytes could not be read, if that is what the error says."""
    if isinstance(error, UnicodeDecodeError):
        for folder in templates.folders:
            for path in sorted(folder.rglob("*.html")):
                if path.read_bytes() == error.object:
                    line = error.object[: error.start].count(b"\n") + 1
                    return path.relative_to(folder).as_posix(), line
    return None


def check_templates(templates: Templates) -> list[Diagnostic]:
    """The templates that cannot be read, found without a page to render."""
    faults = []
    for name in templates.environment.list_templates(extensions=["html"]):
        if name.startswith("engine/"):
            continue  # the same by another name
        try:
            templates.environment.get_template(name)
        except TemplateSyntaxError as error:
            faults.append(_syntax_fault(error, name, templates))
    return faults
