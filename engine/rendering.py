"""Pages → Outputs; a template's faults → Diagnostics. The only door to Jinja.

Knows templates and nothing of records; a template sees ``view``, ``meta``, ``site``, ``words``.
"""

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
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)

from engine.diagnostics import Diagnostic, Place
from engine.settings import Settings
from engine.views.page import Page

RULE = "template"


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

    def place(self, name: str, line: int) -> Place:
        """Where a template's line is, as an author would write it."""
        return Place(f"templates/{name}", max(1, line))


def open_templates(folders: Sequence[Path], cache: Path | None = None) -> Templates:
    """The templates of some folders; the first that has a name wins.

    ``cache`` is a folder for compiled templates, which must exist.
    """
    compiled: BytecodeCache | None = FileSystemBytecodeCache(str(cache)) if cache else None
    environment = Environment(
        loader=ChoiceLoader([FileSystemLoader(folder) for folder in folders]),
        autoescape=True,
        undefined=StrictUndefined,
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
        place = templates.place(error.name or page.template, error.lineno)
        return Diagnostic(place, RULE, error.message or "a template cannot be read")
    name = f"pages/{page.template}.html"
    if isinstance(error, TemplateNotFound):
        message = f"there is no template '{error.name}'"
        return Diagnostic(templates.place(name, 1), RULE, message)
    found = _last_frame(error, templates) or _not_utf_8(error, templates)
    if found is None:
        raise error
    name, line = found
    message = str(error) if not isinstance(error, KeyError) else f"no word is called {error}"
    return Diagnostic(templates.place(name, line), RULE, f"{message} (on the page {page.url})")


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
        try:
            templates.environment.get_template(name)
        except TemplateSyntaxError as error:
            place = templates.place(error.name or name, error.lineno)
            faults.append(Diagnostic(place, RULE, error.message or "cannot be read"))
    return faults
