"""What files of data share: where a thing is said, where it is published, how JSON is written.

Knows addresses and passages; nothing of any format's fields.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from engine.kinds.record import Record
from engine.kinds.source import Source
from engine.links import absolute, address
from engine.markdown import Citation
from engine.views.sheet import Sheet
from engine.views.story import Story

Object = dict[str, object]
"""An object of JSON to be."""


@dataclass(frozen=True)
class Trace:
    """Where something is said: a source, perhaps a passage of it."""

    cite: str
    """As an author cites it: ``source-id#p16``."""
    words: str
    """The source's title, and the mark of the passage."""
    page: str
    """The passage on this site."""
    outside: str | None
    """The source itself, where it can be reached."""


def traces(story: Story, citations: Iterable[Citation]) -> list[Trace]:
    """Each passage that is cited, once, in the order of the citations."""
    return list(dict.fromkeys(_trace(story, citation) for citation in citations))


def _trace(story: Story, citation: Citation) -> Trace:
    source = story.graph.find(Source, citation.source)
    assert source is not None, "citations have been checked"
    page, outside = page_of(story, source), source.url or source.archive_url
    if citation.passage is None:
        return Trace(source.id, source.title, page, outside)
    mark, _ = Sheet(story, "", "").passage_mark(citation.passage)
    cite = f"{source.id}#{citation.passage}"
    return Trace(cite, f"{source.title}, {mark}", f"{page}#{citation.passage}", outside)


def page_of(story: Story, record: Record) -> str:
    """Where a record is published: the whole address, or without the site's own from its root."""
    return absolute(story.settings, address(record))


def given(fields: Mapping[str, object]) -> Object:
    """The fields that hold something; 0 and false do."""
    return {name: value for name, value in fields.items() if value not in (None, "", [], {})}


def in_json(value: object) -> bytes:
    """JSON that a person can read and compare line by line."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
