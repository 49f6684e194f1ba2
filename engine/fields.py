"""Node → record, and each fault with its place. The only door to pydantic's errors.

Knows how a mapping becomes a typed part, not what the kinds are.
"""

import re
from dataclasses import dataclass
from typing import Generic, TypeVar, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from pydantic.json_schema import SkipJsonSchema
from pydantic_core import ErrorDetails

from engine.diagnostics import Diagnostic, Place
from engine.nodes import Items, Mapping, Node, Text
from engine.spelling import did_you_mean, nearest
from engine.values import Gathered, Ref, sort_of

M = TypeVar("M", bound="Part")
_WHERE = " where"
"""The alias under which a part is handed its place; no author can type it as a key."""


Own = dict[str, object]
"""Values that the engine gives to a record, under aliases that no author can type."""


@dataclass(frozen=True)
class _Given:
    mapping: Mapping
    own: Own


@dataclass(frozen=True)
class Where:
    """Tells where the parts of a record were written."""

    mapping: Mapping

    @property
    def start(self) -> Place:
        """The first key."""
        return self.mapping.first

    def __call__(self, *path: str) -> Place:
        """The value at a path of keys; the nearest one above it that is there."""
        node: Node = self.mapping
        for key in path:
            if not isinstance(node, Mapping) or key not in node:
                break
            node = node[key]
        return node.place

    def item(self, field: str, value: str) -> Place:
        """An item of a list, by its text; the list's place if it has no such item."""
        items = self.mapping.get(field)
        found = [node.place for node in items if node == value] if isinstance(items, Items) else []
        return found[0] if found else self(field)

    def key(self, *path: str) -> Place:
        """The last key of a path; the nearest place above it if it is not there."""
        node: Node | None = self.mapping
        for key in path[:-1]:
            node = node.get(key) if isinstance(node, Mapping) else None
        return node.key_place(path[-1]) if isinstance(node, Mapping) else self(*path)


class Part(BaseModel):
    """A record or a mapping within one; frozen, and aware of its place."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        arbitrary_types_allowed=True,
        defer_build=True,  # until all kinds are known; building twice would cost a tenth of a run
    )

    where: SkipJsonSchema[Where] = Field(alias=_WHERE, exclude=True, repr=False)

    @model_validator(mode="before")
    @classmethod
    def _take_place(cls, data: object) -> object:
        if isinstance(data, _Given):
            return {**data.mapping, **data.own, _WHERE: Where(data.mapping)}
        return {**data, _WHERE: Where(data)} if isinstance(data, Mapping) else data


@dataclass(frozen=True)
class Decoded(Generic[M]):
    """A record, or None with the faults that stood against it."""

    record: M | None
    faults: tuple[Diagnostic, ...]
    gathered: Gathered


def decode(model: type[M], mapping: Mapping, own: Own | None = None) -> Decoded[M]:
    """Read a mapping as a record.

    ``own`` are values that the engine gives, under aliases that begin with a space.
    """
    met = Gathered()
    faults = [_unknown(model, key) for key in mapping.empty if key not in names(model)]
    try:
        record = model.model_validate(_Given(mapping, own or {}), context=met)
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)
        faults += [
            _fault(model, mapping, detail)
            for detail in details
            if not _is_misspelled(model, mapping, detail)
        ]
        return Decoded(None, tuple(faults), met)
    return Decoded(None if faults else record, tuple(faults), met)


def names(model: type[Part]) -> list[str]:
    """The fields that an author may write."""
    aliases = [info.alias or name for name, info in model.model_fields.items()]
    return [alias for alias in aliases if not alias.startswith(" ")]


def _fault(model: type[Part], mapping: Mapping, details: ErrorDetails) -> Diagnostic:
    """pydantic's complaint → ours, at its place."""
    loc, sort, context = details["loc"], details["type"], details.get("ctx", {})
    holder, key = _node_at(mapping, loc[:-1]), str(loc[-1]) if loc else ""
    part = _part_at(model, loc[:-1])
    if sort == "missing":
        return _missing(holder, key)
    if sort == "extra_forbidden" and isinstance(holder, Mapping):
        written = Text(key, holder.key_place(key))
        return _unknown(part, written)
    place = _node_at(mapping, loc).place
    if "message" in context:
        return Diagnostic(place, sort, str(context["message"]), str(context.get("hint", "")))
    found = _node_at(mapping, loc)
    if sort in ("literal_error", "enum"):
        choices = re.findall(r"'([^']*)'", str(context.get("expected", "")))
        close = nearest(str(found), choices)
        hint = (f"did you mean '{close}'? " if close else "") + f"one of: {', '.join(choices)}"
        return Diagnostic(place, "wrong-choice", f"'{found}' is not a choice for '{key}'", hint)
    if sort in ("tuple_type", "list_type"):
        message = f"expected a list, found {sort_of(found)}"
        hint = _as_list(found, _part_at(model, loc) != part)
        return Diagnostic(place, "wrong-type", message, hint)
    if sort == "dict_type":
        message = f"expected 'key: value' pairs, found {sort_of(found)}"
        return Diagnostic(place, "wrong-type", message, "write {key: value}")
    if sort in ("model_type", "model_attributes_type"):
        message = f"expected 'key: value' pairs, found {sort_of(found)}"
        hint = "its fields: " + ", ".join(names(_part_at(model, loc)))
        return Diagnostic(place, "wrong-type", message, hint)
    return Diagnostic(place, "wrong-type", details["msg"])


def _is_misspelled(model: type[Part], mapping: Mapping, details: ErrorDetails) -> bool:
    """Whether a field is missing only because its name is mistyped, which is told already."""
    loc = details["loc"]
    holder = _node_at(mapping, loc[:-1])
    if details["type"] != "missing" or not isinstance(holder, Mapping):
        return False
    known = names(_part_at(model, loc[:-1]))
    unknown = [key for key in holder.names if key not in known]
    return any(nearest(key, known) == loc[-1] for key in unknown)


def _as_list(found: Node, of_parts: bool) -> str:
    """How what was written would be a list."""
    if isinstance(found, Mapping):
        glued = any(name.startswith("-") for name in found.names)
        return "put a space after '-'" if glued else "begin each item with '- '"
    return "begin each item with '- ' on a line of its own" if of_parts else f"write [{found}]"


def _missing(holder: Node, key: str) -> Diagnostic:
    empty = holder.empty if isinstance(holder, Mapping) else ()
    for written in empty:
        if written == key:
            hint = f"write one behind '{key}:'"
            return Diagnostic(written.place, "missing-field", f"'{key}' has no value", hint)
    place = holder.first if isinstance(holder, Mapping) else holder.place
    return Diagnostic(place, "missing-field", f"'{key}' is missing", f"add '{key}: …'")


def _unknown(part: type[Part], key: Text) -> Diagnostic:
    hint = did_you_mean(key, names(part))
    return Diagnostic(key.place, "unknown-field", f"no field is called '{key}' here", hint)


def _node_at(mapping: Mapping, loc: tuple[int | str, ...]) -> Node:
    """The node at a path, or the nearest one above it."""
    node: Node = mapping
    for step in loc:
        below: Node | None = None
        if isinstance(node, Mapping):
            below = node.get(str(step))
        elif isinstance(node, Items) and isinstance(step, int):
            below = node[step]
        node = node if below is None else below
    return node


def _part_at(model: type[Part], loc: tuple[int | str, ...]) -> type[Part]:
    """The type of the mapping at a path."""
    for step in loc:
        for name, info in model.model_fields.items():
            if step == (info.alias or name):
                model = _part_in(info.annotation) or model
    return model


def _part_in(annotation: object) -> type[Part] | None:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation
    inner = () if get_origin(annotation) is Ref else get_args(annotation)  # named, not contained
    return next(filter(None, map(_part_in, inner)), None)
