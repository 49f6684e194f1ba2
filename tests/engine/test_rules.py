"""Every rule is known by its name, is told by the code, and has a case that shows it."""

import ast
import re

import pytest

import build
from engine.rules import RULES, explain, find
from engine.rules.rule import Rule
from tests.conftest import CASES

CODE = [
    path
    for path in sorted((build.HERE / "engine").rglob("*.py"))
    if path.parent.name not in ("rules", "commands") and path.name != "previews.py"
]
"""Where faults of the content are told: not what a command refuses, nor a preview's own."""
TELLS = {"Diagnostic": 1, "refuse": 0, "_refuse": 1}
"""The functions that tell a fault, and where among their arguments the rule stands."""
CONSTANTS = ("RULE", "CHOICE_RULES")
"""Constants that hold rules."""
CASE_TEXTS = {
    path.stem: path.read_text("utf-8").partition("-- diagnostics --")[2]
    for path in sorted(CASES.glob("*.txt"))
}


def told_in_code() -> set[str]:
    """The rules that stand as words in a call that tells a fault, or in a constant for one."""
    found: set[str] = set()
    for path in CODE:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                found |= words(rule_argument(node, path.name))
            elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) in CONSTANTS:
                found |= words(node.value)
    return found


def rule_argument(call: ast.Call, file: str) -> ast.expr | None:
    """The argument of a call that is the rule, if the call tells a fault."""
    name = getattr(call.func, "id", getattr(call.func, "attr", ""))
    at = 1 if (name, file) == ("refuse", "nodes.py") else TELLS.get(name)
    return None if at is None or len(call.args) <= at else call.args[at]


def words(value: ast.expr | None) -> set[str]:
    """The texts that an expression holds as they stand."""
    constants = (
        [node for node in ast.walk(value) if isinstance(node, ast.Constant)] if value else []
    )
    return {one.value for one in constants if isinstance(one.value, str)}


def test_the_rules_in_the_code_are_those_in_the_list() -> None:
    assert told_in_code() == {rule.name for rule in RULES}


def test_every_rule_has_a_name_of_its_own_in_kebab_case() -> None:
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))
    assert all(re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", name) for name in names)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_has_a_case_of_each_gravity_that_it_may_have(rule: Rule) -> None:
    for severity in rule.severities:
        told = re.compile(rf": {severity}: .* \[{rule.name}\]$", re.MULTILINE)
        assert any(told.search(text) for text in CASE_TEXTS.values()), severity


def test_no_case_tells_of_an_unknown_rule_or_of_another_gravity() -> None:
    for name, text in CASE_TEXTS.items():
        for severity, rule in re.findall(r"^\S.*?: (error|warning): .* \[([\w-]+)\]$", text, re.M):
            found = find(rule)
            assert found is not None, f"{name}: {rule}"
            assert severity in found.severities, f"{name}: {rule}"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_is_explained_in_plain_sentences(rule: Rule) -> None:
    for text in (rule.means, rule.mend):
        assert re.fullmatch("[A-Z].*[.]", text), text
    said = explain(rule.name)
    assert said.startswith(f"{rule.name} (")
    assert rule.means in said
    assert rule.mend in said
    assert ("allow:" in said) is rule.may_be_allowed


def test_an_unknown_rule_is_answered_with_the_nearest() -> None:
    assert explain("outside-trem") == (
        "no rule is called 'outside-trem'; did you mean 'outside-term'?\n"
    )
    assert explain("x") == "no rule is called 'x'; all are in docs/diagnostics.md\n"
