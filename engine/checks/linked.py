"""Every link in prose leads somewhere, fragments included."""

import posixpath
from collections.abc import Iterator

from engine.diagnostics import Diagnostic
from engine.graph import Graph
from engine.links import SCHEMES, Addresses, relative
from engine.markdown import Link
from engine.spelling import did_you_mean, nearest
from engine.urls import HOST


def check_links(graph: Graph, addresses: Addresses) -> Iterator[Diagnostic]:
    """Links between records, to pages that the engine makes, and to ``static/``."""
    for entry in graph.published:
        for link in entry.links:
            target = addresses.resolve(link)
            if not link.target:
                hint = "write the file's path between '(' and ')'"
                yield Diagnostic(link.place, "broken-link", "this link has no target", hint)
            elif target.wrong and target.is_outside:
                schemes = f"links begin with {', '.join(s + ':' for s in SCHEMES)} or are relative"
                hint = HOST if target.wrong == "host" else schemes
                message = f"'{link.target}' is not a link that can be published"
                yield Diagnostic(link.place, "broken-link", message, hint)
            elif target.wrong:
                yield _broken(link, target.wrong, addresses)
            elif target.fragment and target.url.endswith(".html"):
                ids = addresses.anchors(target.url)
                if target.fragment not in ids:
                    message = f"'{link.target}' leads to no part of that page"
                    hint = did_you_mean(target.fragment, ids)
                    yield Diagnostic(link.place, "broken-fragment", message, hint)


def _broken(link: Link, wanted: str, addresses: Addresses) -> Diagnostic:
    drafts = {e.document.path for e in addresses.graph.entries if e.key in addresses.drafts}
    if wanted in drafts:
        hint = "publish it (delete 'draft: true') or do not link to it"
        return Diagnostic(link.place, "draft-reference", f"'{wanted}' is a draft", hint)
    ending = posixpath.splitext(wanted)[1].lower()
    is_page = ending in ("", ".md", ".htm", ".html")
    close = nearest(wanted, addresses.by_path) if is_page else _file_like(wanted, addresses)
    if not ending:  # a folder is like every file in it
        close = f"{wanted}.md" if f"{wanted}.md" in addresses.by_path else None
    hint = f"did you mean '{relative(link.place.path, close)}'?" if close else ""
    if not hint and not is_page:
        there = relative(link.place.path, f"static/{posixpath.basename(wanted)}")
        is_there = wanted.startswith("static/")
        lies = f"pictures and other files lie in static/: {there}"
        hint = "put the file there, or correct its name" if is_there else lies
    elif not hint and ending != ".md":
        hint = "link to a Markdown file, such as ../people/jane-doe.md, or begin with https://"
    message = f"'{link.target}' leads nowhere: there is no {wanted}"
    return Diagnostic(link.place, "broken-link", message, hint)


def _file_like(wanted: str, addresses: Addresses) -> str | None:
    """The static file whose own name is near: folders are long, and alike in all of them."""
    files = {posixpath.basename(path): path for path in sorted(addresses.static, reverse=True)}
    name = nearest(posixpath.basename(wanted), files)
    return files[name] if name else None
