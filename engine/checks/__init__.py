"""What may not be: one file per subject, all rules in ``CHECKS``, in the order of their running."""

from collections.abc import Callable, Iterable

from engine.checks.addresses import check_addresses
from engine.checks.ages import check_ages
from engine.checks.allowed import check_allowed, heeded
from engine.checks.cast import check_cast, check_strangers
from engine.checks.dates import check_terms, check_timezone
from engine.checks.glossary import check_abbreviations, check_glossary
from engine.checks.linked import check_links
from engine.checks.offices import check_posts
from engine.checks.presence import check_presence
from engine.checks.references import (
    check_choices,
    check_citations,
    check_portraits,
    check_references,
    check_settings,
)
from engine.checks.sourcing import check_passages, check_sourcing
from engine.checks.strength import check_repeats, check_strength
from engine.checks.structure import check_structure
from engine.checks.votes import check_voters, check_votes
from engine.checks.weighing import (
    check_about,
    check_corrections,
    check_evidence,
    check_proponents,
)
from engine.checks.words import check_sections, check_values
from engine.diagnostics import Diagnostic, Severity
from engine.graph import Graph
from engine.links import Addresses

Check = Callable[[Graph, Addresses], Iterable[Diagnostic]]

CHECKS: tuple[Check, ...] = (
    check_references,
    check_citations,
    check_choices,
    check_portraits,
    check_settings,
    check_links,
    check_sections,
    check_values,
    check_evidence,
    check_proponents,
    check_corrections,
    check_about,
    check_sourcing,
    check_passages,
    check_timezone,
    check_terms,
    check_votes,
    check_voters,
    check_structure,
    check_posts,
    check_presence,
    check_ages,
    check_repeats,
    check_strength,
    check_strangers,
    check_cast,
    check_glossary,
    check_abbreviations,
    check_addresses,
    check_allowed,
)


CITING = ("citation-syntax", "unknown-passage", "missing-field")
"""Faults after which nobody knows yet which passages will be cited."""
LEADING = ("unknown-reference", "draft-reference", "broken-link", "link-syntax", "same-id")
"""Faults after which nobody knows yet who and what will be met in the story."""
OF_THE_STORY = ("stranger", "unmentioned-person", "unused-term", "unexplained-word")
"""What is known of the story only when all of it can be read."""


def check(graph: Graph, addresses: Addresses) -> list[Diagnostic]:
    """What all checks find, without what is allowed or only follows from another fault."""
    faults = [fault for rule in CHECKS for fault in rule(graph, addresses)]
    told = [*faults, *(fault for entry in graph.entries for fault in entry.faults)]
    waiting: set[str] = set()
    if any(e.document.front is None for e in graph.entries) or _any_of(told, CITING):
        waiting.add("uncited-passage")
    if any(e.record is None for e in graph.published) or _any_of(told, LEADING):
        waiting.update(OF_THE_STORY)
    faults = [fault for fault in faults if fault.rule not in waiting]
    is_sound = not any(fault.severity is Severity.ERROR for fault in told)
    return heeded(graph, faults, is_sound=is_sound)


def _any_of(told: Iterable[Diagnostic], rules: tuple[str, ...]) -> bool:
    return any(fault.rule in rules for fault in told)
