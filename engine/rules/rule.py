"""What a rule is: a name, how grave, what it means, how what it tells is mended."""

from dataclasses import dataclass

from engine.diagnostics import Severity

ERROR, WARNING = (Severity.ERROR,), (Severity.WARNING,)
EITHER = (Severity.ERROR, Severity.WARNING)
"""An error where it must be wrong, a warning where it may be."""


@dataclass(frozen=True)
class Rule:
    """One rule of the project."""

    name: str
    severities: tuple[Severity, ...]
    means: str
    """What is wrong, and why it matters."""
    mend: str
    """What to do."""
    is_of_record: bool = True
    """Whether it is told at a record, which alone can say ``allow``."""

    @property
    def may_be_allowed(self) -> bool:
        """Whether a record may silence it with a reason."""
        return Severity.WARNING in self.severities and self.is_of_record
