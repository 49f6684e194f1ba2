"""What a site is made into. Knows outputs and faults, not how they were made."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from engine.diagnostics import Diagnostic
from engine.graph import Graph
from engine.rendering import Output


@dataclass
class Composition:
    """The outputs of a site, or the faults that stand against it."""

    graph: Graph
    out: Path
    outputs: Sequence[Output] = ()
    faults: list[Diagnostic] = field(default_factory=list)
    is_written: bool = False

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return sum(output.path.endswith(".html") for output in self.outputs)
