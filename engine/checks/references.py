"""Every reference and citation leads to a record that is published."""

from collections.abc import Iterable, Iterator

from engine.diagnostics import Diagnostic, Place
from engine.graph import Graph
from engine.kinds.event import Event
from engine.kinds.motion import Motion
from engine.kinds.organization import Organization, Post, Side
from engine.kinds.page import SECTIONS
from engine.kinds.person import Person
from engine.kinds.record import Named
from engine.kinds.source import Source
from engine.links import Addresses
from engine.records import Entry
from engine.settings import Labelled, StateDay
from engine.spelling import did_you_mean, nearest

CHOICE_RULES = ("unknown-group", "unknown-strand", "unknown-post", "unknown-side")
"""The rules for ids that a site or an organization declares: ``unknown-`` and the word."""


def check_references(graph: Graph, addresses: Addresses) -> Iterator[Diagnostic]:
    """Ids in front matter name a record of the right kind."""
    known = {entry.key: entry for entry in graph.entries}
    published = {entry.key for entry in graph.published}
    for entry in graph.entries:
        for ref in entry.refs:
            target = known.get((ref.kind, ref.id))
            if target is None:
                yield _unknown(ref.kind, ref.id, ref.place, graph.entries)
            elif target.key not in published and entry.key in published:
                yield _draft(ref.id, ref.place)


def check_citations(graph: Graph, addresses: Addresses) -> Iterator[Diagnostic]:
    """Citations, in front matter and prose, name a source and one of its passages."""
    known = {entry.document.id: entry for entry in graph.entries if entry.key[0] == Source.kind}
    published = {entry.key for entry in graph.published}
    for entry in graph.entries:
        for citation in entry.citations:
            target = known.get(citation.source)
            if target is None:
                yield _unknown(Source.kind, citation.source, citation.place, graph.entries)
            elif target.key not in published and entry.key in published:
                yield _draft(citation.source, citation.place)
            elif isinstance(target.record, Source) and citation.passage is not None:
                passages = [passage.id for passage in target.record.passages]
                if citation.passage not in passages:
                    message = f"'{citation.source}' has no passage '{citation.passage}'"
                    hint = _passage_hint(citation.passage, passages)
                    yield Diagnostic(citation.place, "unknown-passage", message, hint)


def _passage_hint(wanted: str, passages: list[str]) -> str:
    if not passages:
        return "it has no passages; cite the source alone"
    close = nearest(wanted, passages)
    return f"did you mean '{close}'?" if close else f"they run from {passages[0]} to {passages[-1]}"


def _unknown(kind: str, id_: str, place: Place, entries: Iterable[Entry]) -> Diagnostic:
    """A fault that names the nearest record of the kind, or the one that had this id before.

    An author may have written a path or a name, or named a record of another kind.
    """
    of_kind = [entry for entry in entries if entry.key[0] == kind]
    paths = {entry.document.id: entry.document.path for entry in of_kind}
    now = {alias: e.document.id for e in of_kind if e.record for alias in e.record.aliases}
    stem = id_.rpartition("/")[2].removesuffix(".md")
    close = _by_name(id_, of_kind) or nearest(stem, paths)
    others = [e.document for e in entries if e.document.id == id_ and e.key[0] != kind]
    if id_ in now:
        hint = f"it is now called '{now[id_]}' ({paths[now[id_]]})"
    elif close:
        hint = f"did you mean '{close}'? ({paths[close]})"
    elif others:
        hint = f"'{id_}' is of another kind: {others[0].kind} ({others[0].path})"
    else:
        hint = did_you_mean(id_, paths)
    return Diagnostic(place, "unknown-reference", f"no {kind} is called '{id_}'", hint)


def _by_name(word: str, entries: Iterable[Entry]) -> str | None:
    """The id of the one record that has a name, in any of its spellings."""
    ids = {
        entry.document.id
        for entry in entries
        if isinstance(entry.record, Named)
        and word.casefold() in (name.casefold() for name in entry.record.names)
    }
    return ids.pop() if len(ids) == 1 else None


def _draft(id_: str, place: Place) -> Diagnostic:
    hint = "publish it (delete 'draft: true') or do not refer to it"
    return Diagnostic(place, "draft-reference", f"'{id_}' is a draft", hint)


def check_choices(graph: Graph, addresses: Addresses) -> Iterator[Diagnostic]:
    """Groups, strands, posts and sides are ones that the site or the organization declares."""
    settings, refused = graph.settings, graph.settings.refused
    for person in graph.all(Person):
        if "groups" not in refused:
            yield from _choice(person.group, person.where("group"), "group", settings.groups)
        for term in person.memberships:
            body = graph.find(Organization, term.organization.id)
            if body is not None:
                yield from _choice(term.post, term.where("post"), "post", body.posts)
                yield from _choice(term.side, term.where("side"), "side", body.sides)
    for event in graph.all(Event) if "strands" not in refused else ():
        yield from _choice(event.strand, event.where("strand"), "strand", settings.strands)


def check_portraits(graph: Graph, addresses: Addresses) -> Iterator[Diagnostic]:
    """A portrait is a file of ``static/``."""
    for person in graph.all(Person):
        if person.portrait and f"static/{person.portrait.file}" not in addresses.static:
            message = f"there is no picture static/{person.portrait.file}"
            known = [name.removeprefix("static/") for name in sorted(addresses.static)]
            hint = did_you_mean(person.portrait.file, known)
            yield Diagnostic(person.portrait.where("file"), "missing-picture", message, hint)


def check_settings(graph: Graph, addresses: Addresses) -> Iterator[Diagnostic]:
    """The board, the motion and the pages that site.yaml names are there."""
    settings = graph.settings
    for field, kind, id_ in (
        ("board", Organization, settings.board),
        ("motion", Motion, settings.motion),
    ):
        if id_ is not None and (kind.kind, id_) not in {e.key for e in graph.entries}:
            yield _unknown(kind.kind, id_, settings.where(field), graph.entries)
    for name in settings.nav:
        if name not in SECTIONS:
            message, hint = f"no page is called '{name}'", did_you_mean(name, SECTIONS)
            yield Diagnostic(settings.where.item("nav", name), "unknown-page", message, hint)
    yield from _same_days(settings.states)


def _same_days(states: Iterable[StateDay]) -> Iterator[Diagnostic]:
    """Days that are named twice: only one of them has a page, and one label would be lost."""
    seen: dict[str, Place] = {}
    for state in states:
        place, day = state.where("date"), state.date.text
        first = seen.setdefault(day, place)
        if first is not place:
            message, hint = f"{day} is named twice", f"the first is on line {first.line}; keep one"
            yield Diagnostic(place, "same-day", message, hint)


def _choice(
    chosen: str | None, place: Place, word: str, among: Iterable[Labelled | Post | Side]
) -> Iterator[Diagnostic]:
    ids = [choice.id for choice in among]
    if chosen is not None and chosen not in ids:
        hint = did_you_mean(chosen, ids) or f"no {word}s are declared"
        rule = next(rule for rule in CHOICE_RULES if rule.endswith(word))
        yield Diagnostic(place, rule, f"no {word} is called '{chosen}'", hint)
