"""Graph → Claims: what rests on which source, statement by statement, and what falls with it.

Knows which parts of a record cite, down to the sentence; nothing of how that is told.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from engine.graph import Graph
from engine.kinds.explanation import Proponent
from engine.kinds.motion import Vote
from engine.kinds.organization import Rule, Tie
from engine.kinds.page import Answer, Page
from engine.kinds.person import Membership
from engine.kinds.record import Named, Record, Status
from engine.kinds.source import Source
from engine.markdown import Citation
from engine.prose import Prose
from engine.records import Entry
from engine.statements import statements
from engine.values import Ref

R = TypeVar("R", bound=Record)

SENTENCE = "sentence"
_WORDS = {"text": "", "code_inline": "", "softbreak": " ", "hardbreak": " "}
"""The tokens of running text, and what stands for one that has no text of its own."""
_EDGE = " .,;:"


@dataclass(frozen=True)
class Claim:
    """Something that is said and cited."""

    entry: Entry
    part: str
    """The kind of the record where it is meant itself; else ``membership``, ``sentence`` …"""
    text: str
    """Which one, where a record may have several."""
    cites: tuple[Citation, ...]


@lru_cache(1)
def claims(graph: Graph) -> tuple[Claim, ...]:
    """All that is published and rests on something, in the order of the files."""
    return tuple(
        claim
        for entry in graph.published
        if entry.record is not None
        for claim in (*_of_record(graph, entry, entry.record), *_of_prose(entry, entry.record))
        if claim.cites
    )


def _of_record(graph: Graph, entry: Entry, record: Record) -> Iterator[Claim]:
    """The record itself, then its parts."""
    yield Claim(entry, record.kind, "", record.cites)
    for statement in statements(record):
        part = statement.part
        if part is not record:
            yield Claim(entry, type(part).__name__.lower(), _named(graph, part), statement.cites)
    if isinstance(record, Named):
        yield from (Claim(entry, "name", other.name, other.cites) for other in record.other_names)


def _named(graph: Graph, part: object) -> str:
    """Which of the parts of its record it is, in the author's words."""
    match part:
        case Membership():
            body = _title(graph, part.organization)
            return f"{part.role}, {body}" if part.role else body
        case Tie():
            other = _title(graph, part.to)
            return f"{part.label}, {other}" if part.label else other
        case Rule():
            return part.label
        case Vote():
            return _title(graph, part.voter)
        case Proponent():
            ref = part.person or part.organization or part.source
            return part.words or (_title(graph, ref) if ref else "")
        case Answer():
            return part.text
        case _:
            return ""


def _title(graph: Graph, ref: Ref[R]) -> str:
    """What a record is called; while content is at fault, what the reference says."""
    title: str = getattr(graph.by_key((ref.kind, ref.id)), "title", ref.id)
    return title


def _of_prose(entry: Entry, record: Record) -> Iterator[Claim]:
    """What each citation of running text stands behind: the words since the one before it."""
    for prose in _texts(record):
        for text, cites in _sentences(prose):
            yield Claim(entry, SENTENCE, text, cites)


def _texts(record: Record) -> Iterator[Prose]:
    yield record.body
    for section in record.sections.values() if isinstance(record, Page) else ():
        yield from (prose for prose in (section.text, section.note) if prose)


def _sentences(prose: Prose) -> Iterator[tuple[str, tuple[Citation, ...]]]:
    """Words with what is cited for them; citations that follow each other belong together."""
    for token in prose.tokens:
        text = ""
        cites: tuple[Citation, ...] = ()
        for child in token.children or ():
            if child.type == "citation":
                cites += child.meta["citations"]
            elif child.type in _WORDS:
                words = child.content or _WORDS[child.type]
                if cites and words.strip(_EDGE):
                    yield _clean(text), cites
                    text, cites = "", ()
                text += words
        if cites:
            yield _clean(text), cites


def _clean(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip(_EDGE)


def chain_of(graph: Graph, id_: str) -> tuple[Source, ...]:
    """A source, what it repeats, what that repeats; it ends before it would begin anew."""
    return _chains(graph).get(id_, ())


@lru_cache(1)
def _chains(graph: Graph) -> dict[str, tuple[Source, ...]]:
    chains = {}
    for first in graph.all(Source):
        found: dict[Source, None] = {}
        source: Source | None = first
        while source is not None and source not in found:
            found[source] = None
            source = graph.find(Source, source.repeats.id if source.repeats else None)
        chains[first.id] = tuple(found)
    return chains


@dataclass(frozen=True)
class Resting:
    """What rests on a source, also by way of others that repeat it."""

    falls: tuple[Claim, ...]
    """What would fall with it."""
    stands: tuple[Claim, ...]
    """What rests on others too."""

    def __len__(self) -> int:
        """How many claims these are."""
        return len(self.falls) + len(self.stands)


def resting(graph: Graph, found: Iterable[Claim]) -> dict[str, Resting]:
    """By the id of each source those of some claims that rest on it.

    What its own record says is none of them.
    """
    origins = {id_: frozenset(one.id for one in chain) for id_, chain in _chains(graph).items()}
    falls: dict[str, list[Claim]] = {id_: [] for id_ in origins}
    stands: dict[str, list[Claim]] = {id_: [] for id_ in origins}
    for claim in found:
        own = claim.entry.record.id if isinstance(claim.entry.record, Source) else None
        cited = [origins.get(citation.source, frozenset()) for citation in claim.cites]
        of_all, of_any = frozenset.intersection(*cited), frozenset.union(*cited)
        for id_ in of_any - {own}:
            (falls if id_ in of_all else stands)[id_].append(claim)
    return {id_: Resting(tuple(falls[id_]), tuple(stands[id_])) for id_ in origins}


def is_on_one(graph: Graph, claim: Claim) -> bool:
    """Whether a claim rests on one source alone; those that repeat another are that other."""
    chains = {one.source: chain_of(graph, one.source) for one in claim.cites}
    return len({chain[-1].id if chain else id_ for id_, chain in chains.items()}) == 1


def is_on_unnamed(graph: Graph, claim: Claim) -> bool:
    """Whether a claim rests on unnamed people alone.

    They are all that a source has to show, or all that the passage has which is cited.
    """
    return all(_is_unnamed(graph, citation) for citation in claim.cites)


def _is_unnamed(graph: Graph, citation: Citation) -> bool:
    sources = chain_of(graph, citation.source)
    passages = {passage.id: passage for one in sources[:1] for passage in one.passages}
    passage = passages.get(citation.passage or "")
    kinds = set(passage.kind) if passage else set()
    return any(source.anonymous for source in sources) or kinds == {Status.ANONYMOUS}
