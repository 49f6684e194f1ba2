"""``allow``: the warnings that an author does not heed, each for one record and with a reason."""

from collections.abc import Iterator, Sequence

from engine.diagnostics import Diagnostic, Severity
from engine.graph import Graph
from engine.kinds.record import Record
from engine.links import Addresses
from engine.nodes import Mapping
from engine.rules import RULES, find
from engine.spelling import did_you_mean


def check_allowed(graph: Graph, addresses: Addresses) -> Iterator[Diagnostic]:
    """What is allowed is a warning of ours, and it is said why."""
    known = [rule.name for rule in RULES if rule.may_be_allowed]
    for record in _published(graph):
        written = record.where.mapping.get("allow")
        for bare in written.empty if isinstance(written, Mapping) else ():
            message, hint = f"'{bare}' is allowed without a reason", f"write why: '{bare}: …'"
            yield Diagnostic(bare.place, "missing-field", message, hint)
        for name in record.allow:
            rule, place = find(name), record.where.key("allow", name)
            if rule is None:
                message, hint = f"no rule is called '{name}'", did_you_mean(name, known)
                yield Diagnostic(place, "unknown-rule", message, hint)
            elif not rule.may_be_allowed:
                message = f"'{name}' cannot be allowed"
                yield Diagnostic(place, "not-allowable", message, "mend what it tells of")


def heeded(graph: Graph, faults: Sequence[Diagnostic], *, is_sound: bool) -> list[Diagnostic]:
    """The faults without the warnings that their record allows, and what it allows needlessly.

    Whether a silencing is needed is known only of a site that is sound otherwise.
    """
    records = {record.path: record for record in _published(graph)}
    allowed = [fault for fault in faults if _is_allowed(fault, records.get(fault.place.path))]
    needed = {(fault.place.path, fault.rule) for fault in allowed}
    kept = [fault for fault in faults if fault not in allowed]
    for record in records.values() if is_sound else ():
        for name in record.allow:
            rule = find(name)
            if rule and rule.may_be_allowed and (record.path, name) not in needed:
                message = f"'{name}' is allowed here, and nothing needs it"
                place, warning = record.where.key("allow", name), Severity.WARNING
                kept.append(Diagnostic(place, "needless-allow", message, "delete it", warning))
    return kept


def _is_allowed(fault: Diagnostic, record: Record | None) -> bool:
    return fault.severity is Severity.WARNING and record is not None and fault.rule in record.allow


def _published(graph: Graph) -> list[Record]:
    return [entry.record for entry in graph.published if entry.record is not None]
