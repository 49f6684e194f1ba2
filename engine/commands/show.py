"""``show``: where a record is published, which pages show it, what it names, what names it.

It must not know what any page is made of: a page is asked by laying it out anew.
"""

import posixpath
from collections.abc import Iterable
from dataclasses import replace

from engine.commands.answer import Answer, Asked, refuse
from engine.crawl import leading_to
from engine.graph import Graph
from engine.kinds.record import Key
from engine.links import address
from engine.mentions import mentions
from engine.nodes import Text
from engine.pages import lay_out
from engine.prose import read_prose
from engine.records import Entry
from engine.spelling import did_you_mean
from engine.views.frame import INDEX_URL, SEARCH_URL
from engine.views.story import Story

MOST = 20
"""How many pages are listed by name."""
LISTING_ALL = {INDEX_URL, SEARCH_URL}
"""Pages that have every record, of which nobody needs to be told."""
_MARK = "q"
"""One letter, so that no order and no initial changes with it."""


def show(asked: Asked) -> Answer:
    """What is known of a record, which is named by its path, as ``kind/id`` or by its id alone.

    Refused where no record, or more than one, is called so.
    """
    word, graph = asked.options.words[0], asked.made.story.graph
    found = [entry for entry in graph.entries if _is_named(entry, word)]
    if not found:
        known = {name for e in graph.entries for name in (e.document.path, "/".join(e.key))}
        hint = did_you_mean(word, known if "/" in word else {e.key[1] for e in graph.entries})
        return refuse(f"there is no record '{word}'" + (f"; {hint}" if hint else ""))
    if len(found) > 1:
        keys = ", ".join("/".join(entry.key) for entry in found)
        return refuse(f"more than one record is called '{word}': name one of {keys}")
    entry = found[0]
    blocks = [_head(entry), _pages(entry, asked), *_mentions(entry.key, graph)]
    return Answer("\n\n".join(block for block in blocks if block))


def _is_named(entry: Entry, word: str) -> bool:
    """Whether a word names a record; a path may begin above the site's folder."""
    path = posixpath.normpath(word)
    by_path = path == entry.document.path or path.endswith("/" + entry.document.path)
    return by_path or word in ("/".join(entry.key), entry.key[1])


def _head(entry: Entry) -> str:
    title = getattr(entry.record, "title", "a record with faults")
    return f"{'/'.join(entry.key)}: {title}\n  {entry.document.path}"


def _pages(entry: Entry, asked: Asked) -> str:
    """Where it is published, and on which other pages a reader meets it."""
    record = asked.made.story.graph.by_key(entry.key)
    if entry not in asked.made.story.graph.published:
        return "Not published: it is a draft. With --drafts it is shown as if it were."
    outputs = asked.compose().outputs
    if record is None or not outputs:
        return "Not published as long as there is an error; build.py check tells which."
    url = address(record)
    met = {*leading_to(outputs, url), *showing(asked.made.story, entry)}
    pages = [one.path for one in outputs if one.path in met - {url.partition("#")[0]} - LISTING_ALL]
    rows = [*pages[:MOST], *([f"and {len(pages) - MOST} more"] if len(pages) > MOST else [])]
    return _block(f"Published at {url}; also shown or linked on: {len(pages)}", rows)


def showing(story: Story, entry: Entry) -> set[str]:
    """The pages that would read differently if the record's own words did.

    So what a figure draws is found too, and a page that shows the same words of another record
    is not.
    """
    graph = story.graph
    entries = tuple(_reworded(one) if one is entry else one for one in graph.entries)
    other = replace(graph, entries=entries)
    reworded = replace(story, graph=other, addresses=replace(story.addresses, graph=other))
    others = {blank.url: blank.page for blank in lay_out(reworded)}
    return {one.url for one in lay_out(story) if others.get(one.url) != one.page}


def _reworded(entry: Entry) -> Entry:
    """The record with a mark after its title, its summary and its text."""
    record = entry.record
    if record is None:
        return entry
    words = {name: f"{text}{_MARK}" for name in ("title", "name", "summary")
             if isinstance(text := record.__dict__.get(name), str)}  # fmt: skip
    more = read_prose(Text(_MARK, record.where.start))
    body = replace(record.body, tokens=(*record.body.tokens, *more.tokens))
    return replace(entry, record=record.model_copy(update={**words, "body": body}))


def _mentions(key: Key, graph: Graph) -> tuple[str, str]:
    """What the record names, and what names it, each with its place."""
    paths = {entry.key: entry.document.path for entry in graph.entries}
    all_ = mentions(graph)
    named = {one.to: one.place for one in reversed(all_) if one.by == key}
    naming = [one for one in all_ if one.to == key and one.by != key]
    out = [f"{'/'.join(to)}  {paths.get(to, '')} (line {at.line})" for to, at in named.items()]
    into = [f"{one.place.path}:{one.place.line}  {one.written}" for one in naming]
    return (
        _block(f"Names {len(out)}", reversed(out)),
        _block(f"Named in {len(into)} place{'s' * (len(into) != 1)}", into),
    )


def _block(title: str, rows: Iterable[str]) -> str:
    return "\n".join([title, *(f"  {row}" for row in rows)])
