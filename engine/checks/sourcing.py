"""What is said rests on something, and what a seed says is used or it is said why not."""

from collections.abc import Iterator

from engine.diagnostics import Diagnostic
from engine.fields import Part
from engine.graph import Graph
from engine.kinds.organization import Organization
from engine.kinds.page import Page
from engine.kinds.person import Person
from engine.kinds.source import Source
from engine.links import Addresses
from engine.spelling import did_you_mean


def check_sourcing(graph: Graph, addresses: Addresses) -> Iterator[Diagnostic]:
    """Every event, motion, membership, tie, rule and answer is cited; drafts may wait."""
    for entry in graph.entries:
        record = entry.record
        if record is None or entry.is_draft:
            continue
        if record.must_cite and not record.cites:
            yield _uncited(record, f"the {record.kind}")
        if isinstance(record, Person):
            yield from (_uncited(p, "the membership") for p in record.memberships if not p.cites)
        if isinstance(record, Organization):
            yield from (_uncited(tie, "the tie") for tie in record.ties if not tie.cites)
            yield from (_uncited(rule, "the rule") for rule in record.rules if not rule.cites)
        if isinstance(record, Page):
            yield from (_uncited(part, "the answer") for part in record.answer if not part.cites)


def _uncited(part: Part, what: str) -> Diagnostic:
    mapping = part.where.mapping
    if "cites" in mapping or "cites" in mapping.empty:
        place, message = part.where("cites"), f"'cites' of {what} is empty"
        place = mapping.key_place("cites") if "cites" in mapping.empty else place
    else:
        place, message = part.where.start, f"'cites' is missing: {what} rests on nothing"
    return Diagnostic(place, "missing-field", message, "add 'cites: [source-id#passage]'")


def check_passages(graph: Graph, addresses: Addresses) -> Iterator[Diagnostic]:
    """Passages have ids of their own; those of a seed are cited or say why not."""
    for source in graph.all(Source):
        ids = [passage.id for passage in source.passages]
        for number, passage in enumerate(source.passages):
            if passage.id in ids[:number]:
                message = f"a second passage with the id '{passage.id}'"
                yield Diagnostic(passage.where("id"), "same-id", message, "number it on")
            if passage.duplicate_of is not None and passage.duplicate_of not in ids:
                message = f"no passage is called '{passage.duplicate_of}'"
                hint = did_you_mean(passage.duplicate_of, ids)
                yield Diagnostic(passage.where("duplicate_of"), "unknown-passage", message, hint)
            cited = graph.citing.get((source.id, passage.id), ())
            excused = passage.unused or passage.duplicate_of
            if source.is_seed and not cited and not excused:
                message = f"nothing rests on passage '{passage.id}'"
                hint = "cite it, or say why not with 'unused: …'"
                yield Diagnostic(passage.where.start, "uncited-passage", message, hint)
            if passage.unused and cited:
                message = f"'{passage.id}' is marked unused but {cited[0].document.path} cites it"
                hint = "delete 'unused' or the citation"
                yield Diagnostic(passage.where("unused"), "used-passage", message, hint)
