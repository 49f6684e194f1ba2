"""A type → its fields as an author writes them, in the words of their docstrings.

It must not know which kinds there are, nor where their fields are shown.
"""

import ast
import inspect
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import cache
from itertools import pairwise
from types import NoneType
from typing import ForwardRef, TypeVar, get_args, get_origin

from engine.fields import Part
from engine.values import Ref

SayPart = Callable[[type[Part]], str]
"""Says what a part is; called for each part that a type holds."""

T = TypeVar("T")
_PLAIN = {
    "str": "text",
    "int": "number",
    "bool": "`true` or `false`",
    "Date": "date",
    "Open": "`..`",
    "Prose": "Markdown",
    "Citation": "citation",
    "ZoneInfo": "time zone",
}


@dataclass(frozen=True)
class Described:
    """A field: its name in a file, what its docstring says, and its type."""

    name: str
    told: str
    """On one line; empty where there is no docstring."""
    is_required: bool
    type: object


def described(model: type[Part]) -> tuple[Described, ...]:
    """The fields that an author may write, in their order."""
    return tuple(
        Described(field.alias or name, told(model, name), field.is_required(), field.annotation)
        for name, field in model.model_fields.items()
        if not (field.alias or name).startswith(" ")
    )


def told(model: type[Part], name: str) -> str:
    """The docstring of a field on one line, from the nearest class that declares it."""
    for cls in model.__mro__:
        if issubclass(cls, Part) and name in vars(cls).get("__annotations__", {}):
            return _docstrings(cls).get(name, "")
    return ""


@cache
def _docstrings(cls: type[Part]) -> dict[str, str]:
    """The text that stands below each field of a class; only its source has it."""
    (found,) = ast.parse(textwrap.dedent(inspect.getsource(cls))).body
    texts = {}
    for field, below in pairwise(found.body if isinstance(found, ast.ClassDef) else ()):
        if isinstance(field, ast.AnnAssign) and isinstance(below, ast.Expr):
            text = below.value.value if isinstance(below.value, ast.Constant) else ""
            texts[ast.unparse(field.target)] = " ".join(str(text).split())
    return texts


def in_words(type_: object, say_part: SayPart) -> str:
    """What a field holds: ``list of id of person``."""
    arguments = _arguments(type_)
    if part := _class(type_, Part):
        return say_part(part)
    if choices := own_choices(type_):
        return ", ".join(f"`{choice}`" for choice in choices)
    if kind := kind_of_ref(type_):
        return f"id of {kind}"
    if get_origin(type_) is tuple:
        return "list of " + in_words(arguments[0], say_part)
    if get_origin(type_) is dict:
        return "mapping of id to " + in_words(arguments[1], say_part)
    if arguments:
        return " or ".join(filter(None, dict.fromkeys(in_words(a, say_part) for a in arguments)))
    return _PLAIN.get(getattr(type_, "__name__", ""), "")


def own_choices(type_: object) -> tuple[str, ...]:
    """The words that a type allows, if it is a choice; else none."""
    if choices := _class(type_, Enum):
        return tuple(str(choice.value) for choice in choices)
    arguments = _arguments(type_)
    is_literal = bool(arguments) and all(isinstance(one, str) for one in arguments)
    return tuple(str(one) for one in arguments) if is_literal else ()


def kind_of_ref(type_: object) -> str:
    """The kind that a reference names; empty for any other type."""
    if get_origin(type_) is not Ref:
        return ""
    (kind,) = get_args(type_)
    return str(kind.__forward_arg__ if isinstance(kind, ForwardRef) else kind.__name__).lower()


def _arguments(type_: object) -> list[object]:
    return [one for one in get_args(type_) if one not in (NoneType, Ellipsis)]


def _class(type_: object, base: type[T]) -> type[T] | None:
    return type_ if isinstance(type_, type) and issubclass(type_, base) else None
