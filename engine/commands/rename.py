"""``rename``: give a record another id, in its file's name and wherever a text names it.

Texts are edited by place, so nothing else in them changes by a byte; what would follow is read
and checked before anything is handed back.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from engine.checks import check
from engine.commands.answer import Answer, Asked, Change, refuse
from engine.commands.edits import Edit, Misplaced, alias_edit, edited
from engine.diagnostics import Diagnostic, Severity, has_error
from engine.documents import File, read_document
from engine.graph import Graph
from engine.kinds import KINDS
from engine.kinds.page import SECTIONS, Page
from engine.kinds.record import Key, Record
from engine.links import Addresses
from engine.mentions import Mention, mentions
from engine.prose import ID
from engine.records import decode_record, same_ids
from engine.settings import NAME, read_settings
from engine.spelling import did_you_mean


def rename(asked: Asked) -> Answer:
    """Every place that changes, and the changes; with ``--dry-run`` the places alone.

    Refused where the new id is malformed or taken, and where the site is or would be at fault.
    """
    kind, old, new = asked.options.words
    graph = asked.made.story.graph
    record = graph.by_key((kind, old)) or _draft(graph, (kind, old))
    if fault := _wrong(asked, record) or _taken(graph, kind, new):
        return refuse(fault)
    assert record is not None, "that there is one was asked first"
    named = [one for one in mentions(graph) if one.to == (kind, old)]
    texts = {path: asked.read(path) for path in {record.path, *(m.place.path for m in named)}}
    files = {path: file for path, file in texts.items() if file}
    try:
        edits = [_edit(one, new) for one in named]
        edits.append(alias_edit(files[record.path], record.where.mapping, old, new))
        changes = _changes(files, edits, record.path, new)
    except Misplaced as misplaced:
        return refuse(f"{misplaced}; change it by hand, then ask again. Nothing was changed")
    if fault := _afterwards(asked, changes, (kind, old), (kind, new)):
        return refuse(f"{fault}. Nothing was changed")
    rows = _rows(edits, record.path, changes)
    if asked.options.dry_run:
        return Answer("\n".join([*rows, "Nothing was written: --dry-run."]))
    return Answer("\n".join([*rows, f"{kind}/{old} is now {kind}/{new}."]), tuple(changes))


def _draft(graph: Graph, key: Key) -> Record | None:
    return next((entry.record for entry in graph.entries if entry.key == key), None)


def _wrong(asked: Asked, record: Record | None) -> str:
    """Why this record cannot be renamed, or not now; empty if it can."""
    kind, old, new = asked.options.words
    entries = asked.made.story.graph.entries
    if kind not in (kinds := [one.kind for one in KINDS]):
        return f"there is no kind '{kind}'; {did_you_mean(kind, kinds)}"
    if old not in (known := [entry.key[1] for entry in entries if entry.key[0] == kind]):
        hint = did_you_mean(old, known)
        return f"there is no {kind} '{old}'" + (f"; {hint}" if hint else "")
    if kind == Page.kind and (set(SECTIONS) & {old, new}):
        return f"'{old if old in SECTIONS else new}' is the name of a page that the engine makes"
    if record is None or has_error(asked.made.faults):
        return "a file that is at fault may name the record too; mend what build.py check tells"
    return ""


def _taken(graph: Graph, kind: str, new: str) -> str:
    """Why an id cannot be had; empty if it is free."""
    if not re.fullmatch(ID, new):
        return f"'{new}' cannot be an id: only a-z, 0-9 and single hyphens"
    for entry in graph.entries:
        if entry.key == (kind, new):
            return f"'{new}' is taken: {entry.document.path}"
    return ""


def _edit(mention: Mention, new: str) -> Edit:
    """The reference with the new id in it."""
    old, start = mention.to[1], mention.start
    written = mention.written
    return Edit(mention.place, written, written[:start] + new + written[start + len(old) :])


def _changes(files: dict[str, File], edits: Sequence[Edit], path: str, new: str) -> list[Change]:
    """The files with their edits; that of the record itself moves."""
    changes = []
    for name, file in sorted(files.items()):
        after = edited(file, [edit for edit in edits if edit.place.path == name])
        if name == path:
            moved = path.rpartition("/")[0] + f"/{new}.md"
            changes += [Change(moved, None, after), Change(name, file.content, None)]
        else:
            changes.append(Change(name, file.content, after))
    return changes


def _afterwards(asked: Asked, changes: Sequence[Change], old: Key, new: Key) -> str:
    """What would be wrong with the site after the changes; empty if nothing would."""
    before = asked.made.story.graph
    after, faults = _read(before, changes)
    faults += check(after, Addresses(after, asked.made.story.addresses.static))
    for fault in faults:
        if fault.severity is Severity.ERROR:
            at = fault.place
            return f"{at.path}:{at.line} would be at fault: {fault.message}"
    named = sorted(_who(before, old, old, new)), sorted(_who(after, new, old, new))
    if named[0] != named[1]:
        return "a text names the record in a way that cannot be told from another text"
    return ""


def _who(graph: Graph, to: Key, old: Key, new: Key) -> list[str]:
    """The records that name one, the renamed one under its new id."""
    return [str(new if m.by == old else m.by) for m in mentions(graph) if m.to == to]


def _read(graph: Graph, changes: Iterable[Change]) -> tuple[Graph, list[Diagnostic]]:
    """The graph with the changed files in place of the old ones, and their faults."""
    contents = {one.path: one.after for one in changes}
    settings, faults = graph.settings, list[Diagnostic]()
    if site := contents.pop(NAME, None):
        settings, faults = read_settings(File(NAME, site))
    kept = [entry for entry in graph.entries if entry.document.path not in contents]
    kinds = {folder: kind.kind for kind in KINDS for folder in kind.folders}
    documents = [
        read_document(File(path, content), kinds[path.rpartition("/")[0]])
        for path, content in contents.items()
        if content is not None
    ]
    entries = sorted([*kept, *map(decode_record, documents)], key=lambda e: e.document.path)
    faults += [*same_ids(entries), *(fault for entry in entries for fault in entry.faults)]
    return replace(graph, settings=settings, entries=tuple(entries)), faults


def _rows(edits: Sequence[Edit], path: str, changes: Sequence[Change]) -> list[str]:
    """Each place with what stands there and what will, in the order of files and lines."""
    moved = next(change.path for change in changes if change.before is None)
    told = [f"{e.place.path}:{e.place.line}: {e.told}" for e in sorted(set(edits))]
    return [*told, f"{path} → {moved}"]
