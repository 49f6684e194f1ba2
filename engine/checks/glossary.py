"""The glossary explains words that the story uses, and the abbreviations among them."""

import re
from collections.abc import Iterator

from engine.diagnostics import Diagnostic, Place, Severity
from engine.graph import Graph
from engine.kinds.correction import Correction
from engine.kinds.organization import Organization
from engine.kinds.person import Person
from engine.kinds.record import Record
from engine.kinds.source import Source
from engine.kinds.term import Term
from engine.links import Addresses
from engine.nodes import Mapping, Node, Text

_ABBREVIATION = re.compile(r"(?<![\w-])[A-Z]{3,}(?=s?\b)")
_IDS = ("cites", "people", "organizations", "aliases", "tags", "allow", "status", "source", "opens")
"""Fields that hold no running words of ours."""


def check_glossary(graph: Graph, addresses: Addresses) -> Iterator[Diagnostic]:
    """Each term is met somewhere outside its own entry."""
    words = {entry.key: _words_of(entry.record) for entry in graph.published if entry.record}
    folded = {key: text.casefold() for key, text in words.items()}  # found sooner than a pattern
    for term in graph.all(Term):
        met = re.compile(rf"\b{re.escape(term.title)}s?\b", re.IGNORECASE)
        near = [key for key, text in folded.items() if term.title.casefold() in text]
        if not any(met.search(words[key]) for key in near if key != term.ref):
            message = f"no page uses the term '{term.title}'"
            hint = "use it where it explains something, or delete the entry"
            place = term.where("title")
            yield Diagnostic(place, "unused-term", message, hint, Severity.WARNING)


def _words_of(record: Record) -> str:
    return "\n".join([*_texts(record.where.mapping), *record.body.sentences])


def _texts(node: Node) -> Iterator[str]:
    if isinstance(node, Text):
        yield str(node)
    elif isinstance(node, Mapping):
        for key, below in node.items():
            if key not in _IDS:
                yield from _texts(below)
    else:
        for below in node:
            yield from _texts(below)


def check_abbreviations(graph: Graph, addresses: Addresses) -> Iterator[Diagnostic]:
    """In a site with a glossary, an abbreviation is explained there or stands in a name.

    It is told where it is first met, and not at all where it stands in brackets behind its words.
    """
    if not graph.all(Term):
        return
    known = _explained(graph) | _emphasised(graph)
    for entry in graph.published:
        record = entry.record
        if record is None or isinstance(record, Correction | Term):
            continue
        text = " ".join([record.summary or "", *record.body.sentences])
        known |= set(re.findall(r"\(([A-Z]{3,})\)", text))
        for match in _ABBREVIATION.finditer(text):
            if match[0] not in known:
                known.add(match[0])
                yield _unexplained(match[0], record)


def _explained(graph: Graph) -> set[str]:
    texts = [
        name for kind in (Person, Organization) for one in graph.all(kind) for name in one.names
    ]
    texts += [_words_of(term) for term in graph.all(Term)]
    for source in graph.all(Source):
        texts += [source.title, source.author or "", source.publisher or ""]
    return set(_ABBREVIATION.findall(" ".join(texts)))


def _emphasised(graph: Graph) -> set[str]:
    """Words that are written in small letters too: in capitals they are no abbreviation."""
    texts = (" ".join(entry.record.body.sentences) for entry in graph.published if entry.record)
    return {word.upper() for text in texts for word in re.findall(r"\b[a-z]{3,}\b", text)}


def _unexplained(word: str, record: Record) -> Diagnostic:
    message = f"nothing explains '{word}'"
    hint = f"add a term to content/terms/, or write its words before '({word})'"
    return Diagnostic(_place(word, record), "unexplained-word", message, hint, Severity.WARNING)


def _place(word: str, record: Record) -> Place:
    summary = record.where.mapping.get("summary")
    for source in (summary, record.body.source):
        if isinstance(source, Text) and word in source:
            return source.locate(word)
    return record.where.start
