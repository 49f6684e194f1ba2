"""Every rule by its name, in the order of docs/diagnostics.md; all of them in ``RULES``.

Knows what rules mean, not how it is found out that one is broken.
"""

from engine.rules.facts import FACTS
from engine.rules.fields import FIELDS
from engine.rules.files import FILES
from engine.rules.publishing import PUBLISHING
from engine.rules.references import REFERENCES
from engine.rules.rule import Rule
from engine.rules.sourcing import SOURCING
from engine.spelling import did_you_mean

GROUPS = {
    "Files and YAML": FILES,
    "Fields and settings": FIELDS,
    "References, links and prose": REFERENCES,
    "Sources and how well a thing is known": SOURCING,
    "People, posts, dates and votes": FACTS,
    "Templates, pictures and addresses": PUBLISHING,
}
"""The rules by subject."""

RULES: tuple[Rule, ...] = tuple(rule for group in GROUPS.values() for rule in group)


def find(name: str) -> Rule | None:
    """The rule of a name, or None."""
    return next((rule for rule in RULES if rule.name == name), None)


def explain(name: str) -> str:
    """What a rule means and how what it tells is mended, in a few lines; or which one was meant."""
    rule = find(name)
    if rule is None:
        hint = did_you_mean(name, [rule.name for rule in RULES])
        return f"no rule is called '{name}'; {hint or 'all are in docs/diagnostics.md'}\n"
    lines = [f"{rule.name} ({in_words(rule)})", "", rule.means, "", f"Mend: {rule.mend}"]
    if rule.may_be_allowed:
        lines += ["", f"Where it is right as it is, say why in the record: allow: {{{name}: why}}"]
    return "\n".join([*lines, "", f"An example: docs/diagnostics.md#{name}", ""])


def in_words(rule: Rule) -> str:
    """How grave a rule is: an error, a warning, or either."""
    return " or ".join(severity.value for severity in rule.severities)
