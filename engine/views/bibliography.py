"""The bibliographic record of a source, as a list of facts."""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.kinds.source import Source
from engine.links import Link
from engine.markdown import in_scripts
from engine.views.sheet import Sheet
from engine.wording import counted


@dataclass(frozen=True)
class Fact:
    """A name and a value; a language where the value is not in the site's."""

    name: str
    value: str
    lang: str | None = None
    url: str | None = None


@dataclass(frozen=True)
class Bibliography:
    """What is known of a source itself."""

    summary: str
    facts: tuple[Fact, ...]
    repeats: Link | None
    is_seed: bool


def bibliography(sheet: Sheet, source: Source) -> Bibliography:
    """The record of a source; what is not known is left out."""
    repeats = sheet.link(sheet.story.graph[source.repeats]) if source.repeats else None
    facts = tuple(fact for fact in _facts(sheet, source) if fact.value)
    return Bibliography(source.summary or "", facts, repeats, source.is_seed)


def _facts(sheet: Sheet, source: Source) -> Iterator[Fact]:
    words = sheet.story.words
    yield Fact(words["source.title"], source.title, sheet.foreign(source.language))
    script = sheet.story.script_language
    yield Fact(words["source.author"], in_scripts(source.author or "", script))
    yield Fact(words["source.publisher"], in_scripts(source.publisher or "", script))
    if source.type:
        yield Fact(words["source.type"], words[f"type.{source.type}"])
    if source.date:
        yield Fact(words["source.date"], sheet.moment(source.date).words)
    if source.accessed:
        yield Fact(words["source.accessed"], sheet.moment(source.accessed).words)
    if source.language:
        name = words.get(f"language.{source.language.partition('-')[0]}", source.language)
        yield Fact(words["source.language"], name)
    if source.passages:
        yield Fact(words["source.length"], counted(words, "source.passages", len(source.passages)))
    if source.anonymous:
        yield Fact(words["source.people"], words["source.anonymous"])
    yield Fact(words["source.url"], source.url or "", url=source.url)
    yield Fact(words["source.archive"], source.archive_url or "", url=source.archive_url)
    yield Fact(words["source.sha256"], source.sha256 or "")
