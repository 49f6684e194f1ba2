"""``explain``: what a rule means and how what it tells is mended.

Knows no rule itself.
"""

from engine import rules
from engine.commands.answer import Answer, Asked, refuse


def explain(asked: Asked) -> Answer:
    """The words for a rule; refused where none is called so."""
    (name,) = asked.options.words
    words = rules.explain(name).rstrip("\n")
    return Answer(words) if rules.find(name) else refuse(words)
