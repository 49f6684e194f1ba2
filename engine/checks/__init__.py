"""What may not be: one file per subject, all rules in ``CHECKS``, in the order of their running."""

from collections.abc import Callable, Iterable

from engine.checks.addresses import check_addresses
from engine.checks.dates import check_terms, check_timezone
from engine.checks.linked import check_links
from engine.checks.references import (
    check_choices,
    check_citations,
    check_portraits,
    check_references,
    check_settings,
)
from engine.checks.sourcing import check_passages, check_sourcing
from engine.checks.structure import check_structure
from engine.checks.votes import check_voters, check_votes
from engine.checks.weighing import check_corrections, check_evidence, check_proponents
from engine.checks.words import check_sections, check_values
from engine.diagnostics import Diagnostic
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
    check_sourcing,
    check_passages,
    check_timezone,
    check_terms,
    check_votes,
    check_voters,
    check_structure,
    check_addresses,
)


CITING = ("citation-syntax", "unknown-passage", "missing-field")
"""Faults after which nobody knows yet which passages will be cited."""


def check(graph: Graph, addresses: Addresses) -> list[Diagnostic]:
    """What all checks find, without what only follows from another fault."""
    faults = [fault for rule in CHECKS for fault in rule(graph, addresses)]
    told = [*faults, *(fault for entry in graph.entries for fault in entry.faults)]
    unread = any(entry.document.front is None for entry in graph.entries)
    if unread or any(fault.rule in CITING for fault in told):
        return [fault for fault in faults if fault.rule != "uncited-passage"]
    return faults
