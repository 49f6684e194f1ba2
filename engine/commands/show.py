"""``show``: where a record is published, which pages lead to it, what it names, what names it.

Pages are read as a reader meets them, by the links that stand on them; nothing is guessed.
"""

import posixpath
from collections.abc import Iterable

from engine.commands.answer import Answer, Asked, refuse
from engine.crawl import leading_to
from engine.graph import Graph
from engine.kinds.record import Key
from engine.links import address
from engine.mentions import mentions
from engine.records import Entry
from engine.spelling import did_you_mean


def show(asked: Asked) -> Answer:
    """What is known of a record, which is named by its path, as ``kind/id`` or by its id alone.

    Refused where no record, or more than one, is called so.
    """
    word, graph = asked.options.words[0], asked.addresses.graph
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
    """Where it is published, and the pages that a reader comes from."""
    record = asked.addresses.graph.by_key(entry.key)
    if entry not in asked.addresses.graph.published:
        return "Not published: it is a draft. With --drafts it is shown as if it were."
    if record is None or not asked.outputs:
        return "Not published as long as there is an error; build.py check tells which."
    url = address(record)
    pages = [page for page in leading_to(asked.outputs, url) if page != url.partition("#")[0]]
    all_pages = sum(one.path.endswith(".html") for one in asked.outputs) - 1
    rows = pages if len(pages) < all_pages else ["every other page"]
    return _block(f"Published at {url}; pages that lead there: {len(pages)}", rows)


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
