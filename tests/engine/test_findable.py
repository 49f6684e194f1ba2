"""What can be looked for: all of it, where it is, and in the index without a script."""

import json
import re
from collections import Counter

import pytest

from tests.conftest import Builder, base_site

FULL = {
    "content/people/jane-doe.md": """---
name: Jane Doe
sort_name: Doe, Jane
summary: Chairs the council.
tags: [chair]
other_names:
  - {name: ジェーン・ドウ, lang: ja}
  - {name: Jane Doe, lang: en}
group: members
memberships:
  - {organization: council, post: member, from: 2019, until: .., cites: ["report#p2"]}
---
""",
    "content/terms/pier.md": "---\ntitle: Pier\nsummary: What a bridge stands on.\n---\n",
    "content/corrections/old.md": """---
title: How old the bridge is
source: report
passages: [p1]
claim: That the bridge is old.
finding: Nobody says how old.
verdict: unproven
cites: ["report#p1"]
---
""",
}


def entries(text: str) -> list[dict[str, object]]:
    """The index as a reader of JSON would have it, without the variable that it is given to."""
    before, _, rest = text.partition(" = ")
    assert before == "window.explainerIndex"
    found: list[dict[str, object]] = json.loads(rest.removesuffix(";\n"))
    return found


def test_an_entry_has_its_spellings_its_date_and_its_words(build_site: Builder) -> None:
    files = build_site({**base_site(), **FULL}).files
    found = {str(one["url"]): one for one in entries(files["search-index.js"])}
    assert found["cast/jane-doe.html"] == {
        "sort": "person",
        "name": ["Jane Doe"],
        "url": "cast/jane-doe.html",
        "names": [["ジェーン・ドウ", "ja"]],
        "text": "Chairs the council. chair",
    }
    event = found["timeline/2024-03-01-closed.html"]
    assert event["dates"] == "Fri 1 Mar 2024 1 March 2024 2024-03-01"
    assert event["beside"] == ["Fri 1 Mar 2024"]
    assert found["corrections.html#old"]["text"] == "That the bridge is old. Nobody says how old."
    passage = found["sources/report.html#p1"]
    assert passage["name"] == ["¶1"]
    assert passage["names"] == [["p1"], ["source passage 1"], ["paragraph 1"]]
    assert passage["text"] == "The bridge is old. The bridge"


@pytest.mark.parametrize("which", ["story", "other_story"])
def test_every_entry_leads_to_a_part_of_a_page(which: str, request: pytest.FixtureRequest) -> None:
    site = request.getfixturevalue(which)
    found = entries((site / "search-index.js").read_text("utf-8"))
    urls = [str(one["url"]) for one in found]
    assert max(Counter(urls).values()) == 1
    for url in urls:
        path, _, part = url.partition("#")
        page = (site / path).read_text("utf-8")
        assert not part or f'id="{part}"' in page, url


@pytest.mark.parametrize("which", ["story", "other_story"])
def test_without_a_script_the_index_has_every_name_and_leads_as_far(
    which: str, request: pytest.FixtureRequest
) -> None:
    site = request.getfixturevalue(which)
    page = (site / "index-a-z.html").read_text("utf-8")
    links = set(re.findall(r'<a (?:class="c" )?href="([^"]*)"', page))
    for one in entries((site / "search-index.js").read_text("utf-8")):
        assert one["url"] in links


def test_the_index_has_a_name_under_each_of_its_spellings(build_site: Builder) -> None:
    page = build_site({**base_site(), **FULL}).files["index-a-z.html"]
    row = '<li><a href="cast/jane-doe.html">{}</a> <small>{}</small></li>'
    assert row.format("Jane Doe", "person") in page
    assert row.format("Doe, Jane", "Jane Doe") in page
    assert (
        '<a href="cast/jane-doe.html" lang="ja">ジェーン・ドウ</a> <small>Jane Doe</small>' in page
    )
    assert page.index('<h2 id="d">D</h2>') < page.index("Doe, Jane") < page.index('<h2 id="h">')
    assert '<h2 id="u30b5" lang="ja">サ</h2>' in page
    assert page.count(">Jane Doe</a>") == 1, "a spelling that is the name is not another one"


def test_a_draft_is_not_found(build_site: Builder) -> None:
    term = FULL["content/terms/pier.md"].replace("title:", "draft: true\ntitle:")
    files = build_site({**base_site(), "content/terms/pier.md": term}).files
    assert "Pier" not in files["search-index.js"] + files["index-a-z.html"]


def test_a_page_that_nobody_could_follow_from_disk_is_not_needed(build_site: Builder) -> None:
    """The index is a script of its own, and the page that reads it names both that it loads."""
    files = build_site(base_site()).files
    load = re.findall(r'data-load="([^"]*)"', files["search.html"])
    assert load == ["search-index.js static/js/ranking.js"]
    assert "static/js/ranking.js" in files
