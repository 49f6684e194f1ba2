"""Pages → Outputs; a template's faults → Diagnostics. The only door to Jinja.

Knows templates and nothing of records; a template sees ``view``, ``meta``, ``site``, ``words``.
"""

import pickle
import re
import traceback
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from jinja2 import (
    BaseLoader,
    BytecodeCache,
    Environment,
    FileSystemBytecodeCache,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.utils import missing

from engine.diagnostics import Diagnostic, Place
from engine.memory import AFRESH, Afresh
from engine.settings import Settings
from engine.spelling import did_you_mean
from engine.template_faults import KNOWN, in_plain_words, opening, spot, unknown_name
from engine.views.page import Page

RULE = "template"
OURS = "engine/"
"""Before a name: our template, also where another lies over it."""


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
class Template:
    """One file of the templates: its name in its folder, with '/', where it lies, its bytes."""

    name: str
    path: Path
    content: bytes


@dataclass(frozen=True)
class Templates:
    """An environment, and the files that it was made of."""

    environment: Environment
    files: tuple[Template, ...]

    def place(self, name: str, line: int, word: str = "") -> Place:
        """Where a word of a template's line is, with the path as an author would write it."""
        found = spot(self.rows(name), max(1, line), word)
        return Place(f"templates/{name}", found.line, found.column, found.length)

    def rows(self, name: str) -> list[str]:
        """The lines of a template, from the first folder that has it."""
        found = [file.content for file in self.files if file.name == name]
        return found[0].decode("utf-8", "replace").split("\n") if found else []


class _Loader(BaseLoader):
    """Gives Jinja the files as they were found, so that an environment is made of them alone."""

    def __init__(self, files: Sequence[Template]) -> None:
        self.files = {file.name: file for file in files}

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, None]:
        if (file := self.files.get(template)) is None:
            raise TemplateNotFound(template)
        return file.content.decode(), str(file.path), None

    def list_templates(self) -> list[str]:
        return sorted(name for name in self.files if not name.startswith(OURS))


def open_templates(
    folders: Sequence[Path], cache: Path | None = None, memory: Afresh = AFRESH
) -> Templates:
    """The templates of some folders; the first that has a name wins.

    ``engine/NAME`` is that of the last folder, whatever lies over it: what lies over can extend it.
    ``cache`` is a folder for compiled templates, which must exist.
    """
    found: dict[str, Template] = {}
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder).as_posix()
            names = (name, OURS + name) if folder is folders[-1] else (name,)
            if path.is_file() and any(one not in found for one in names):
                content = path.read_bytes()
                found |= {one: Template(one, path, content) for one in names if one not in found}
    return memory.recall(_open, tuple(found.values()), cache)


def _open(files: tuple[Template, ...], cache: Path | None) -> Templates:
    compiled: BytecodeCache | None = FileSystemBytecodeCache(str(cache)) if cache else None
    environment = Environment(
        loader=_Loader(files),
        autoescape=True,
        undefined=Unknown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        bytecode_cache=compiled,
    )
    return Templates(environment, files)


@dataclass(frozen=True)
class Press:
    """All that is the same for every page that is rendered."""

    templates: Templates
    site: Settings
    words: Mapping[str, str]

    @cached_property
    def sum(self) -> str:
        """One sum over it: two presses that have the same print the same."""
        return sha256(pickle.dumps((self.templates.files, self.site, self.words))).hexdigest()

    def __getstate__(self) -> str:
        """What a memory tells it by; an environment itself cannot be pickled."""
        return self.sum


@dataclass(frozen=True)
class _Failure:
    """A page that could not be rendered: the fault, and the error without the page's name."""

    fault: Diagnostic
    error: str


def render(
    pages: Iterable[Page], press: Press, memory: Afresh
) -> tuple[list[Output], list[Diagnostic]]:
    """Each page as a file; a template's fault is told once, however many pages it breaks."""
    outputs: list[Output] = []
    faults: dict[tuple[Place, str], Diagnostic] = {}
    for page in pages:
        printed = memory.recall(_print, page, press)
        if isinstance(printed, Output):
            outputs.append(printed)
        else:
            faults.setdefault((printed.fault.place, printed.error), printed.fault)
    return outputs, list(faults.values())


def _print(page: Page, press: Press) -> Output | _Failure:
    """One page as a file: a pure function of what it shows and of the press."""
    try:
        template = press.templates.environment.get_template(f"pages/{page.template}.html")
        text = template.render(view=page.view, meta=page.meta, site=press.site, words=press.words)
    except (TemplateError, ArithmeticError, AttributeError, LookupError, TypeError,
            ValueError) as error:  # fmt: skip
        return _Failure(_fault(error, page, press.templates), str(error))
    return Output(page.url, text.encode())


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
    names = {str(file.path): file.name for file in templates.files}
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if frame.filename in names:
            return names[frame.filename], frame.lineno or 1
    return None


def _not_utf_8(error: Exception, templates: Templates) -> tuple[str, int] | None:
    """The template whose bytes could not be read, if that is what the error says."""
    if isinstance(error, UnicodeDecodeError):
        for file in templates.files:
            if file.content == error.object:
                return file.name, error.object[: error.start].count(b"\n") + 1
    return None


def check_templates(templates: Templates) -> list[Diagnostic]:
    """The templates that cannot be read, found without a page to render."""
    faults = []
    for name in templates.environment.list_templates(extensions=["html"]):
        try:
            templates.environment.get_template(name)
        except TemplateSyntaxError as error:
            faults.append(_syntax_fault(error, name, templates))
    return faults
