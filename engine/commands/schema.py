"""``schema``: the JSON Schemas of the kinds and of site.yaml, as files beside site.yaml.

It must not know what a schema holds.
"""

from engine.commands.answer import Answer, Asked, Change
from engine.schemas import FOLDER, schemas


def schema(asked: Asked) -> Answer:
    """The schemas that are not there yet or have changed."""
    made = schemas()
    changes = []
    for path, text in made.items():
        file = asked.read(path)
        before = file.content if file else None
        if before != text.encode():
            changes.append(Change(path, before, text.encode()))
    return Answer(f"{len(made)} schemas in {FOLDER}/, {len(changes)} written.", tuple(changes))
