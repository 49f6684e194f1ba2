"""The types → JSON Schemas (draft 2020-12), from which an editor completes and checks.

It must not know any field by name: whatever is said here is said by the types.
"""

import json

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from engine.described import described
from engine.fields import Part
from engine.kinds import KINDS
from engine.settings import NAME, Settings

FOLDER = "schemas"
"""Where they lie, beside site.yaml."""
SITE = NAME.removesuffix(".yaml")


class _Generator(GenerateJsonSchema):
    """pydantic's own, with our docstrings, and without defaults that no author writes."""

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        made = super().model_schema(schema)
        model = schema["cls"]
        made["description"] = " ".join((model.__doc__ or "").split())
        for field in described(model):
            if field.told:
                made["properties"][field.name]["description"] = field.told.replace("``", "`")
        return made

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """A key without a value is not yet written."""
        return self.generate_inner(schema["schema"])

    def field_title_should_be_set(self, schema: object) -> bool:
        return False


def path_of(name: str) -> str:
    """The file of a kind's schema, or of ``site``, from the site's folder."""
    return f"{FOLDER}/{name}.json"


def schemas() -> dict[str, str]:
    """The text of each schema by its path: one for each kind, and one for site.yaml."""
    made = {path_of(SITE): _text(Settings, must_cite=False)}
    for kind in KINDS:
        made[path_of(kind.kind)] = _text(kind, must_cite=kind.must_cite)
    return made


def _text(model: type[Part], *, must_cite: bool) -> str:
    made = {
        "$schema": _Generator.schema_dialect,
        **model.model_json_schema(schema_generator=_Generator),
    }
    if must_cite:  # a draft may lack its sources
        made["if"] = {"properties": {"draft": {"const": True}}, "required": ["draft"]}
        made["else"] = {"properties": {"cites": {"minItems": 1}}, "required": ["cites"]}
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"
