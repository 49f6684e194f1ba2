"""``new``: a draft of a record, with what is required marked and what may be added as comments.

The fields come from the kinds; it must not know any kind by name.
"""

import re
from collections.abc import Iterator

from engine import dates
from engine.commands.answer import Answer, Asked, Change, refuse
from engine.commands.edits import scalar
from engine.dates import DateFault
from engine.described import Described, described, in_words, kind_of_ref, own_choices
from engine.documents import TODO
from engine.fields import Part, names
from engine.graph import Graph
from engine.kinds import KINDS
from engine.kinds.record import Record
from engine.prose import ID
from engine.schemas import path_of
from engine.spelling import did_you_mean, plain_id

LONGEST = 60
"""Characters of an id that is made from a title."""
UNKNOWN_DATE = "20XX"
_TITLES = ("title", "name")


def new(asked: Asked) -> Answer:
    """The draft; refused for an unknown kind, a wrong date or id, or where a record stands."""
    word, title = asked.options.words[0], " ".join(asked.options.words[1].split())
    date = asked.options.date
    kind = next((kind for kind in KINDS if kind.kind == word), None)
    if kind is None:
        known = [kind.kind for kind in KINDS]
        return refuse(f"there is no kind '{word}'; {did_you_mean(word, known)}")
    if fault := _wrong_date(kind, date):
        return refuse(fault)
    if not title.isprintable():
        return refuse("the title holds a character that cannot be seen")
    id_ = asked.options.id or made_id(kind, title, date)
    if not title or not re.fullmatch(ID, id_):
        hint = "write one with --id: a-z, 0-9 and single hyphens"
        return refuse(f"'{asked.options.id or title}' makes no id; {hint}")
    graph = asked.made.story.graph
    path = f"{kind.folders[-1]}/{id_}.md"
    there = next((e.document.path for e in graph.entries if e.key == (kind.kind, id_)), None)
    if there or asked.read(path):
        return refuse(f"{there or path} is already there; choose another title, or an --id")
    if lacking := [name for name in _wanted(kind) if not _ids(name, graph)]:
        hint = f'build.py new {lacking[0]} "…"'
        return refuse(f"every {kind.kind} names one {lacking[0]}, and there is none yet; {hint}")
    text = "\n".join(_lines(kind, title, date, graph))
    said = f"{path} is a draft: replace each {TODO} …>, then delete the line 'draft: true'."
    return Answer(said, (Change(path, None, text.encode()),))


def _wrong_date(kind: type[Record], date: str | None) -> str:
    """What is wrong with a date for a kind; empty if nothing is."""
    if date is None:
        return ""
    if "date" not in names(kind):
        return f"'{kind.kind}' has no field 'date'"
    try:
        dates.parse(date)
    except DateFault as fault:
        return f"{fault.message}; {fault.hint}"
    return ""


def made_id(kind: type[Record], title: str, date: str | None) -> str:
    """The title's words in plain letters; before them the date, where the kind must have one."""
    is_dated = any(field.name == "date" and field.is_required for field in described(kind))
    day = re.match(r"\[?(\d{4}(-\d{2}){0,2})(?![\dX-])", date or "") if is_dated else None
    id_ = plain_id(title)
    if len(id_) > LONGEST:
        id_ = id_[: LONGEST + 1].rpartition("-")[0] or id_[:LONGEST]
    return "-".join(filter(None, (day[1] if day else "", id_))) if id_ else ""


def _lines(kind: type[Record], title: str, date: str | None, graph: Graph) -> Iterator[str]:
    """The lines of the file: the title, what is required, what is cited, what may be added."""
    fields = [field for field in described(kind) if field.name != "draft"]
    required = [f for f in fields if f.is_required or (f.name == "date" and date)]
    yield "---"
    yield f"# yaml-language-server: $schema={_up(kind)}{path_of(kind.kind)}"
    yield "draft: true"
    for field in sorted(required, key=lambda field: field.name not in _TITLES):
        yield f"{field.name}: {_value(field, title, date, graph)}"
    if kind.must_cite:
        yield f"cites: []  # {TODO} source-id#passage, what it rests on>"
    yield "# What may be added; delete the other lines:"
    for field in fields:
        if field not in required and not (kind.must_cite and field.name == "cites"):
            yield f"# {field.name}:  # {_comment(field)}"
    yield from ("---", f"{TODO}: the text, in Markdown, or nothing>", "")


def _up(kind: type[Record]) -> str:
    return "../" * len(kind.folders[-1].split("/"))


def _value(field: Described, title: str, date: str | None, graph: Graph) -> str:
    """What to write for a required field: the word itself, or one that is marked for replacing."""
    if field.name in _TITLES:
        return scalar(title)
    if field.name == "date" and date:
        return date if date.startswith("[") else scalar(date)
    told = _told(field).rstrip(".")
    if kind := kind_of_ref(field.type):
        ids = _ids(kind, graph)
        return f"{ids[0]}  # {TODO} {told}: {', '.join(ids[:8])}{', …' * (len(ids) > 8)}>"
    words = in_words(field.type, _in_short).replace("`", "")
    for part, placeholder in (("date", UNKNOWN_DATE), ("number", "1"), ("mapping", "{}")):
        if words.startswith(part):
            return f"{placeholder}  # {TODO} {told}>"
    if choices := own_choices(field.type) or _first_choices(field.type):
        more = "" if all(choice in told for choice in choices) else f": {words}"
        return f"{choices[-1]}  # {TODO} {told}{more}>"
    return scalar(f"{TODO} {told}>")


def _first_choices(type_: object) -> tuple[str, ...]:
    """The choices that stand among other alternatives of a type."""
    return next(filter(None, map(own_choices, getattr(type_, "__args__", ()))), ())


def _comment(field: Described) -> str:
    holds = in_words(field.type, _in_short).replace("`", "")
    return " ".join(filter(None, (_told(field), f"({holds})")))


def _in_short(part: type[Part]) -> str:
    fields = described(part)
    return "{" + ", ".join(f"{one.name}{'*' * one.is_required}" for one in fields) + "}"


def _told(field: Described) -> str:
    return field.told.replace("`", "") or field.name.replace("_", " ").capitalize() + "."


def _wanted(kind: type[Record]) -> list[str]:
    """The kinds of which one has to be there before a record of this kind can be."""
    refs = (kind_of_ref(field.type) for field in described(kind) if field.is_required)
    return [name for name in refs if name]


def _ids(kind: str, graph: Graph) -> list[str]:
    return [entry.key[1] for entry in graph.entries if entry.key[0] == kind]
