"""Evidence bears on explanations that are there; corrections and changes on what is there."""

from collections.abc import Iterator

from engine.diagnostics import Diagnostic
from engine.graph import Graph
from engine.kinds.change import Change
from engine.kinds.correction import Correction
from engine.kinds.evidence import Evidence
from engine.kinds.explanation import Explanation
from engine.kinds.source import Source
from engine.links import Addresses
from engine.spelling import did_you_mean


def check_evidence(graph: Graph, addresses: Addresses) -> Iterator[Diagnostic]:
    """Each key of ``bears_on`` is the id of an explanation, and there is one at least."""
    known = [e.document.id for e in graph.entries if e.document.kind == Explanation.kind]
    for evidence in graph.all(Evidence):
        for id_ in evidence.bears_on:
            if id_ not in known:
                place = evidence.where.key("bears_on", id_)
                message = f"no explanation is called '{id_}'"
                yield Diagnostic(place, "unknown-reference", message, did_you_mean(id_, known))
        if not evidence.bears_on:
            message, hint = "'bears_on' is empty", "write {explanation-id: supports}"
            yield Diagnostic(evidence.where("bears_on"), "missing-field", message, hint)


def check_proponents(graph: Graph, addresses: Addresses) -> Iterator[Diagnostic]:
    """A proponent is one of a person, an organization, a source, or words."""
    for explanation in graph.all(Explanation):
        for one in explanation.proponents:
            given = [one.person, one.organization, one.source, one.words]
            if sum(value is not None for value in given) != 1:
                message = "a proponent is one of: person, organization, source, words"
                yield Diagnostic(one.where.start, "wrong-choice", message, "give exactly one")


def check_corrections(graph: Graph, addresses: Addresses) -> Iterator[Diagnostic]:
    """Passages are ones of the source."""
    for correction in graph.all(Correction):
        source = graph.find(Source, correction.source.id)
        passages = [passage.id for passage in source.passages] if source else []
        for id_ in correction.passages if source else ():
            if id_ not in passages:
                message = f"'{correction.source.id}' has no passage '{id_}'"
                hint = did_you_mean(id_, passages)
                place = correction.where.item("passages", id_)
                yield Diagnostic(place, "unknown-passage", message, hint)


def check_about(graph: Graph, addresses: Addresses) -> Iterator[Diagnostic]:
    """``about`` names records by kind and id."""
    known = {"/".join(entry.key) for entry in graph.entries}
    records: list[Correction | Change] = [*graph.all(Correction), *graph.all(Change)]
    for record in records:
        for about in record.about:
            if about not in known:
                message = f"there is no record '{about}'"
                hint = did_you_mean(about, known) or "write kind/id, such as event/ID"
                place = record.where.item("about", about)
                yield Diagnostic(place, "unknown-reference", message, hint)
