"""search-index.js: what the search page looks through.

A script that sets a variable, since a page from disk may load a script but not data.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from engine.pages.search import SearchView
from engine.rendering import Output
from engine.views.findable import Findable, Name
from engine.views.page import Page
from engine.views.story import Story

URL = "search-index.js"


def search_index(story: Story, pages: Sequence[Page]) -> Iterator[Output]:
    """The index, one entry a line: fields that are empty are left out."""
    for page in pages:
        if isinstance(page.view, SearchView):
            rows = ",\n".join(_row(one) for one in page.view.entries)
            yield Output(URL, f"window.explainerIndex = [\n{rows}\n];\n".encode())


def _row(one: Findable) -> str:
    names = {"name": _name(one.name), "beside": _name(one.beside)}
    others = {"names": [_name(name) for name in one.names]}
    filled = {key: value for key, value in {**asdict(one), **names, **others}.items() if value}
    return json.dumps(filled, ensure_ascii=False, separators=(",", ":"))


def _name(name: Name) -> list[str]:
    """A name, and its language where it is not the site's."""
    return [part for part in (name.text, name.lang) if part]
