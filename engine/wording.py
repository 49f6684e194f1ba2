"""The words of the interface, and counts in an author's words. The only door to num2words.

Knows keys and numbers, no sentence of any language.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from math import comb

from num2words import num2words

from engine.diagnostics import Diagnostic
from engine.graph import Graph
from engine.kinds import KINDS
from engine.kinds.correction import VERDICTS, Correction
from engine.kinds.evidence import Evidence
from engine.kinds.organization import Organization
from engine.kinds.person import Person
from engine.kinds.record import STATUSES, Named
from engine.kinds.source import TYPES, Source
from engine.nodes import Mapping as NodeMapping
from engine.nodes import Node, Text, read_mapping
from engine.resting import claims, is_on_one, is_on_unnamed
from engine.voices import Voice, voice

NAMED: tuple[type[Named], ...] = (Person, Organization)
_VALUE = re.compile(r"\{([A-Za-z_]+)(?::(words|Words))?\}")


def read_words(text: str, path: str) -> tuple[dict[str, str], list[Diagnostic]]:
    """The interface's words: nested keys become one key with dots, ``nav.skip``."""
    parsed = read_mapping(text, path)
    return dict(_flat(parsed.mapping or {}, "")), list(parsed.faults)


def _flat(mapping: Mapping[str, Node], above: str) -> Iterator[tuple[str, str]]:
    for key, value in mapping.items():
        if isinstance(value, NodeMapping):
            yield from _flat(value, f"{above}{key}.")
        elif isinstance(value, Text):
            yield above + key, str(value)


def counted(words: Mapping[str, str], key: str, number: int) -> str:
    """``key.one`` or ``key.other``, with ``{n}`` filled in."""
    return words[f"{key}.one" if number == 1 else f"{key}.other"].format(n=number)


def tie_verb(words: Mapping[str, str], body: Organization, sort: str) -> str:
    """What is said of a sort of tie, ``owns`` or ``absent.owns``, after a body's name."""
    return words[f"tie.many.{sort}" if body.plural else f"tie.{sort}"]


@lru_cache(1)
def values(graph: Graph) -> dict[str, int]:
    """The counts that an author may write in braces."""
    motion, passages = graph.motion, graph.passages()
    cited = [p for s, p in passages if graph.citing.get((s.id, p.id)) and not p.duplicate_of]
    firsts = [p.kind[0] for _, p in passages if p.kind and not p.duplicate_of]
    return {
        **{f"{kind.kind}s": len(graph.all(kind)) for kind in KINDS},
        "people": len(graph.all(Person)),
        "evidence": len(graph.all(Evidence)),
        "passages": len(passages),
        "passages_cited": len(cited),
        "repeats": sum(1 for _, passage in passages if passage.duplicate_of),
        "spellings": sum(len(r.other_names) for kind in NAMED for r in graph.all(kind)),
        "citations": sum(len(entry.citations) for entry in graph.published),
        "seats": motion.seats if motion else 0,
        "votes_needed": motion.needed if motion else 0,
        "majorities": comb(motion.seats, motion.needed) if motion else 0,
        **{status.replace("-", "_"): firsts.count(status) for status in STATUSES},
        **_of_claims(graph),
        **_of_sources(graph),
    }


def _of_claims(graph: Graph) -> dict[str, int]:
    """How many statements there are, and how they are sourced."""
    found = claims(graph)
    voices = [voice(graph, claim.cites) for claim in found]
    return {
        "statements": len(found),
        **{f"statements_{one}": voices.count(one) for one in Voice},
        "on_one_source": sum(is_on_one(graph, claim) for claim in found),
        "on_unnamed_people": sum(is_on_unnamed(graph, claim) for claim in found),
    }


def _of_sources(graph: Graph) -> dict[str, int]:
    """How many sources there are of each kind, and what was found wrong with them."""
    types: list[str | None] = [source.type for source in graph.all(Source)]
    verdicts: list[str] = [correction.verdict for correction in graph.all(Correction)]
    return {
        "sources_account": len(graph.seeds),
        "sources_record": len(types) - len(graph.seeds),
        "sources_unnamed": sum(source.anonymous for source in graph.all(Source)),
        **{f"sources_{one}": types.count(one) for one in TYPES},
        "corrections_key": sum(correction.key for correction in graph.all(Correction)),
        **{f"corrections_{one.replace('-', '_')}": verdicts.count(one) for one in VERDICTS},
    }


def fill(text: str, numbers: Mapping[str, int], language: str) -> str:
    """Replace ``{events}`` by its count, ``{events:words}`` and ``{events:Words}`` by words."""

    def count(match: re.Match[str]) -> str:
        if match[1] not in numbers:
            return match[0]
        number = numbers[match[1]]
        spelled = _spelled(number, language) if match[2] else str(number)
        return spelled[:1].upper() + spelled[1:] if match[2] == "Words" else spelled

    return _VALUE.sub(count, text)


def _spelled(number: int, language: str) -> str:
    try:
        return str(num2words(number, lang=language.partition("-")[0]))
    except NotImplementedError:
        return str(number)


def values_in(text: str) -> list[re.Match[str]]:
    """The values in braces that a text holds; the first group of each is its name."""
    return list(_VALUE.finditer(text))
