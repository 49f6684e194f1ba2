"""The types of fields: text → value, with a plain sentence where it is none.

Knows what a single value may be, not which kinds have it.
"""

import re
from dataclasses import dataclass, field
from typing import Annotated, Generic, NoReturn, TypeVar, get_args

from pydantic import (
    BeforeValidator,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainValidator,
    StringConstraints,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from engine.dates import FORM, Date, DateFault, Open
from engine.dates import parse as parse_date
from engine.dates import parse_bound as parse_date_bound
from engine.diagnostics import Place
from engine.markdown import Citation
from engine.nodes import Items, Mapping, Text
from engine.prose import ID, Prose, meant_citation, read_citation, read_prose
from engine.urls import WEB, wrong_address

K_co = TypeVar("K_co", covariant=True)


class Ref(Generic[K_co]):
    """A reference to a record by its id; ``graph[ref]`` gives the record.

    Not a dataclass, because pydantic would read it as one and not by the method below.
    """

    __slots__ = ("id", "kind", "place")

    def __init__(self, kind: str, id_: str, place: Place) -> None:
        """The kind and id that it names, and where it stands."""
        self.kind, self.id, self.place = kind, id_, place

    def __repr__(self) -> str:
        """For failing tests."""
        return f"Ref({self.kind}/{self.id})"

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type["Ref[K_co]"], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Reads an id; which kind it names is the type's parameter."""
        kind = get_args(source)[0].kind

        def build(value: object, info: ValidationInfo) -> "Ref[K_co]":
            text = line(value)
            ref: Ref[K_co] = cls(kind, str(text), text.place)
            gathered(info).refs.append(ref)
            return ref

        return core_schema.with_info_plain_validator_function(build)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """An id; that it is there, only a build can tell."""
        return {"type": ["string", "integer"], "pattern": f"^{ID}$"}


@dataclass
class Gathered:
    """What was met while a record was read, also when it could not be completed."""

    refs: "list[Ref[object]]" = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    prose: list[Prose] = field(default_factory=list)


def refuse(rule: str, message: str, hint: str = "") -> NoReturn:
    """Tell a fault of the value that a field's type is just reading."""
    raise PydanticCustomError(rule, "{message}", {"message": message, "hint": hint})


def gathered(info: ValidationInfo) -> Gathered:
    """What has been met so far in the record that is being read."""
    return info.context if isinstance(info.context, Gathered) else Gathered()


def line(value: object) -> Text:
    """The value as text that is not empty."""
    if not isinstance(value, Text):
        hint = "put it in quotes, if its brackets are part of it"
        refuse("wrong-type", f"expected text, found {sort_of(value)}", hint)
    if not value.strip():
        refuse("missing-field", "there is nothing between these quotes", "write a text, or none")
    return value


def sort_of(value: object) -> str:
    """What an author wrote, in words."""
    if isinstance(value, Items):
        return "a list"
    return "'key: value' pairs" if isinstance(value, Mapping) else "text"


def _flag(value: object) -> bool:
    text = line(value)
    if text not in ("true", "false"):
        meant = {"yes": "true", "on": "true", "no": "false", "off": "false"}
        word = meant.get(text.casefold(), text.casefold())
        hint = f"did you mean {word}?" if word in ("true", "false") else "write true or false"
        refuse("wrong-type", f"expected true or false, found '{text}'", hint)
    return text == "true"


def _number(value: object) -> int:
    text = line(value)
    if not re.fullmatch("[0-9]{1,6}", text):
        refuse("wrong-type", f"expected a whole number, found '{text}'", "write it in digits")
    return int(text)


def _address(value: object) -> str:
    text = line(value)
    if told := wrong_address(text):
        refuse("bad-address", *told)
    return str(text)


def _date(value: object) -> Date:
    if isinstance(value, Items):  # [2024-05-03, 2024-05-04] is a list for YAML, a choice for EDTF
        value = Text("[" + ", ".join(line(item) for item in value) + "]", value.place)
    try:
        return parse_date(line(value))
    except DateFault as fault:
        refuse("bad-date", fault.message, fault.hint)


def _bound(value: object) -> Date | Open:
    if isinstance(value, Items):
        return _date(value)
    try:
        return parse_date_bound(line(value))
    except DateFault as fault:
        refuse("bad-date", fault.message, fault.hint)


def _cite(value: object, info: ValidationInfo) -> Citation:
    citation = read_citation(text := line(value))
    if citation is None:
        meant = meant_citation(text)
        hint = f"did you mean '{meant}'?" if meant else "write source-id#passage"
        refuse("citation-syntax", f"'{text}' is not a citation", hint)
    gathered(info).citations.append(citation)
    return citation


def _rich(value: object, info: ValidationInfo) -> Prose:
    prose = read_prose(line(value))
    gathered(info).prose.append(prose)
    return prose


# What an editor may check of them. It reads YAML and takes 1984 for a number; we never guess.
_TEXT = WithJsonSchema({"type": ["string", "number"], "minLength": 1})
_DATE = {"type": ["string", "integer", "array"], "items": {"type": ["string", "integer"]}}

Line = Annotated[str, BeforeValidator(line), StringConstraints(strip_whitespace=True), _TEXT]
"""Plain text that is not empty."""
Flag = Annotated[bool, PlainValidator(_flag), WithJsonSchema({"type": "boolean"})]
"""``true`` or ``false``; no other word means either."""
Number = Annotated[
    int,
    PlainValidator(_number),
    WithJsonSchema({"type": "integer", "minimum": 0, "maximum": 999_999}),
]
"""A whole number from 0."""
Address = Annotated[
    str,
    PlainValidator(_address),
    WithJsonSchema({"type": "string", "pattern": f"^{WEB}$"}),
]
"""An address on the web."""
When = Annotated[Date, PlainValidator(_date), WithJsonSchema({**_DATE, "pattern": f"^({FORM})$"})]
"""A date of the EDTF profile."""
Bound = Annotated[
    Date | Open,
    PlainValidator(_bound),
    WithJsonSchema({**_DATE, "pattern": rf"^({FORM}|\.\.)$"}),
]
"""Where a term begins or ends: a date, or ``..`` for open."""
Cite = Annotated[
    Citation,
    PlainValidator(_cite),
    WithJsonSchema({"type": ["string", "integer"], "pattern": f"^{ID}(#{ID})?$"}),
]
"""``source-id`` or ``source-id#passage``."""
Rich = Annotated[Prose, PlainValidator(_rich), _TEXT]
"""Markdown with links and citations."""
