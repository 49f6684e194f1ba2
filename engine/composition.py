"""What a site is made into. Knows outputs and faults, not how they were made."""

from dataclasses import dataclass, field
from pathlib import Path

from engine.diagnostics import Diagnostic
from engine.pictures import Picture
from engine.rendering import Output
from engine.views.story import Story


@dataclass
class Composition:
    """The outputs of a site, or the faults that stand against it."""

    story: Story
    static: dict[str, Path]
    """Each file of the static folders by its path from there."""
    out: Path
    """The folder to write to."""
    outputs: list[Output] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    """Those among the outputs, to be kept for the next run."""
    faults: list[Diagnostic] = field(default_factory=list)
    is_written: bool = False

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return sum(output.path.endswith(".html") for output in self.outputs)
