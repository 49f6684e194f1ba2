"""The people of the prose are in the cast, under names of their own, and the cast is in the story.

What counts as a person's name is written down in docs/decisions/0012-names-in-prose.md.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise, takewhile

from engine.diagnostics import Diagnostic, Place, Severity
from engine.graph import Graph
from engine.kinds.correction import Correction
from engine.kinds.organization import Organization
from engine.kinds.person import Person
from engine.kinds.record import Record
from engine.kinds.source import Source
from engine.links import Addresses
from engine.nodes import Text

TITLES = ("Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Prof", "Professor", "Sir", "Dame", "Lord", "Lady")
"""Words of address: what follows one is a person."""
ALIKE = 0.6
"""How alike two words must be to be one and a slip of the pen."""

_WORD = r"[^\W\d_]+(?:[’'-][^\W\d_]+)*"
_UNQUOTED = r"(?<![“‘\"\w-])"
_TITLED = re.compile(rf"{_UNQUOTED}({'|'.join(TITLES)})\.? ({_WORD}(?: {_WORD})*)")
_BEFORE_WHO = re.compile(rf"{_UNQUOTED}({_WORD}(?: {_WORD})+)(?=,? who\b)")
_RUN = re.compile(rf"{_UNQUOTED}({_WORD}(?: {_WORD})+)")
_OWNER = re.compile(r"[’']s?$")


@dataclass(frozen=True)
class _Known:
    """The names of all records, in words."""

    people: tuple[tuple[str, str, str], ...]
    """The names of the cast that have more than one word, each with its first and its last."""
    words: tuple[frozenset[str], ...]
    """For each record the words of all its names."""

    def has(self, words: Sequence[str]) -> bool:
        """Whether one record has all the words of a name."""
        folded = {word.casefold() for word in words}
        return any(folded <= words for words in self.words)

    def near(self, words: Sequence[str]) -> str | None:
        """The name of the cast that two words are but for a slip in one of them, or None."""
        if len(words) != 2:
            return None
        first, last = (word.casefold() for word in words)
        for name, known_first, known_last in self.people:
            if first == known_first and _are_alike(last, known_last):
                return name
            if last == known_last and _are_alike(first, known_first):
                return name
        return None


def _are_alike(one: str, other: str) -> bool:
    return one[0] == other[0] and SequenceMatcher(None, one, other).ratio() >= ALIKE


def check_strangers(graph: Graph, addresses: Addresses) -> Iterator[Diagnostic]:
    """Whoever is certainly a person in the prose is in the cast; told once for each record."""
    known = _known(graph)
    people_in = _finder(known)
    for entry in graph.published:
        record = entry.record
        if record is None:
            continue
        told: dict[tuple[str, ...], Text | None] = {}
        for text, source in _texts(record):
            for name in people_in(text):
                told.setdefault(name, source)
        for name, source in told.items():
            yield _stranger(name, known.near(_bare(name)), _place(source, name, record))


def _known(graph: Graph) -> _Known:
    people = [(name, _words(name)) for person in graph.all(Person) for name in person.names]
    groups = [person.names for person in graph.all(Person)]
    groups += [body.names for body in graph.all(Organization)]
    for source in graph.all(Source):
        groups += [(text,) for text in (source.author, source.publisher, source.title) if text]
    words = (frozenset(_words(" ".join(names))) for names in groups)
    ends = tuple((name, parts[0], parts[-1]) for name, parts in people if len(parts) > 1)
    return _Known(ends, tuple(words))


def _words(text: str) -> list[str]:
    return [_OWNER.sub("", word) for word in re.findall(_WORD, text.casefold())]


def _texts(record: Record) -> Iterator[tuple[str, Text | None]]:
    """What an author writes about people; what a source is corrected for is not ours."""
    if isinstance(record, Correction):
        return
    for field in ("summary", "attribution", "disputed"):
        written = record.where.mapping.get(field)
        if isinstance(written, Text):
            yield str(written), written
    for sentence in record.body.sentences:
        yield sentence, record.body.source


@lru_cache(1)
def _finder(known: _Known) -> Callable[[str], tuple[tuple[str, ...], ...]]:
    """Finds the names in a text that are certainly a person's and nobody's here, in words."""

    @lru_cache(4096)
    def people_in(text: str) -> tuple[tuple[str, ...], ...]:
        return tuple(_found_in(text, known))

    return people_in


def _found_in(text: str, known: _Known) -> Iterator[tuple[str, ...]]:
    for match in _TITLED.finditer(text):
        name = tuple(takewhile(_is_capitalised, match[2].split()))
        if name and not known.has(_bare(name)):
            yield name if len(name) > 1 else (match[1], *name)
    for match in _BEFORE_WHO.finditer(text):
        name = tuple(reversed([*takewhile(_is_capitalised, reversed(match[1].split()))]))
        # The first word may be one that only begins the sentence.
        is_known = known.has(_bare(name)) or (len(name) > 1 and known.has(_bare(name[1:])))
        yield from [name] if len(name) > 1 and not is_known else ()
    for match in _RUN.finditer(text):
        for name in pairwise(match[1].split()):
            is_name = all(map(_is_capitalised, name)) and not known.has(_bare(name))
            yield from [name] if is_name and known.near(_bare(name)) else ()


def _is_capitalised(word: str) -> bool:
    return word[:1].isupper() and not word.isupper()


def _bare(name: Sequence[str]) -> list[str]:
    """The words of a name without the sign of an owner."""
    return [_OWNER.sub("", word) for word in name]


def _place(source: Text | None, name: Sequence[str], record: Record) -> Place:
    """Where a name stands; where its last word does, if a line ends within it."""
    if source is None:
        return record.where.start
    whole = " ".join(_bare(name))
    found = source.locate(whole)
    return found if found.length == len(whole) else source.locate(_bare(name)[-1])


def _stranger(name: Sequence[str], near: str | None, place: Place) -> Diagnostic:
    message = f"'{' '.join(_bare(name))}' is not in the cast"
    hint = f"did you mean '{near}'?" if near else "add them to content/people/, or leave them out"
    return Diagnostic(place, "stranger", message, hint, Severity.WARNING)


def check_cast(graph: Graph, addresses: Addresses) -> Iterator[Diagnostic]:
    """Each of the cast has a name of their own and stands on a page besides their own."""
    first: dict[str, Person] = {}
    for person in graph.all(Person):
        other = first.setdefault(person.name.casefold(), person)
        if other is not person:
            message = f"'{person.name}' is also the name of {other.path}"
            hint = "two people of one name? tell them apart in the name, or make one file of them"
            place = person.where("name")
            yield Diagnostic(place, "same-name", message, hint, Severity.WARNING)
        if not person.memberships and not _is_met(person, graph, addresses):
            message = f"'{person.id}' stands on no page but their own"
            hint = "name them in an event, link to them, or leave them out"
            place = person.where("name")
            yield Diagnostic(place, "unmentioned-person", message, hint, Severity.WARNING)


def _is_met(person: Person, graph: Graph, addresses: Addresses) -> bool:
    """Whether another record refers to a person, links to their page or has their name."""
    page = addresses.by_path[person.path]
    for entry in graph.published:
        if entry.record is None or entry.record.ref == person.ref:
            continue
        if any((ref.kind, ref.id) == person.ref for ref in entry.refs):
            return True
        if any(addresses.resolve(link).url == page for link in entry.links):
            return True
        if any(name in text for text, _ in _texts(entry.record) for name in person.names):
            return True
    return False
