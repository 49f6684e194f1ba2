"""What build.py can be asked besides building and checking: one file a command."""

from collections.abc import Callable

from engine.commands.answer import Answer, Asked
from engine.commands.compare import compare
from engine.commands.explain import explain
from engine.commands.new import new
from engine.commands.rename import rename
from engine.commands.schema import schema
from engine.commands.show import show
from engine.commands.start import start

ANSWERS: tuple[Callable[[Asked], Answer], ...] = (
    compare, explain, new, rename, schema, show, start,
)  # fmt: skip
"""Each is called like its command, and answers without writing or printing."""
