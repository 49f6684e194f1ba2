"""What rests on which source: every citation is counted, and what falls is what is not held."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import build
from engine.arguments import parse
from engine.graph import Graph
from engine.kinds.source import Source
from engine.resting import chain_of, claims, is_on_one, is_on_unnamed, resting
from tests.conftest import SITES, base_site, write_site

OURS = [build.HERE, SITES / "council"]


@cache
def graph_of(site: Path) -> Graph:
    return build.gather(parse(["check", "--site", str(site)], build.HERE)).story.graph


@pytest.mark.parametrize("site", OURS, ids=lambda site: site.name)
def test_every_citation_of_a_record_is_that_of_a_claim(site: Path) -> None:
    graph = graph_of(site)
    found: dict[str, Counter[object]] = {}
    for claim in claims(graph):
        found.setdefault(claim.entry.document.path, Counter()).update(claim.cites)
    for entry in graph.published:
        written = Counter(entry.citations)
        assert found.get(entry.document.path, Counter()) == written, entry.document.path


@pytest.mark.parametrize("site", OURS, ids=lambda site: site.name)
def test_what_rests_on_one_source_falls_with_it_and_nothing_else_does(site: Path) -> None:
    graph = graph_of(site)
    all_ = claims(graph)
    found = resting(graph, all_)
    fallen = {id(claim) for source in graph.all(Source) if source.repeats is None
              for claim in found[source.id].falls}  # fmt: skip
    own = {id(claim) for claim in all_ if isinstance(claim.entry.record, Source)}
    assert fallen | own == {id(claim) for claim in all_ if is_on_one(graph, claim)} | own


SOURCE = "---\ntitle: {id}\n{more}---\n"
EVENT = """---
title: An event
summary: Something.
date: 2024-03-05
status: rumour
cites: [{cites}]
---
"""
ORIGINS = {"a": "a", "b": "b", "a-again": "a", "a-thrice": "a", "b-again": "b"}
REPEATS = {"a-again": "a", "a-thrice": "a-again", "b-again": "b"}
UNNAMED = {"a", "a-again", "a-thrice"}


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    """A site in which five sources have two origins, and an event for each set of them."""
    site = base_site()
    for id_ in ORIGINS:
        more = f"repeats: {REPEATS[id_]}\n" if id_ in REPEATS else ""
        more += "anonymous: true\n" if id_ == "a" else ""
        site[f"content/sources/{id_}.md"] = SOURCE.format(id=id_, more=more)
    for number in range(1, 2 ** len(ORIGINS)):
        chosen = [id_ for bit, id_ in enumerate(ORIGINS) if number >> bit & 1]
        site[f"content/events/set-{number}.md"] = EVENT.format(cites=", ".join(chosen))
    folder = tmp_path_factory.mktemp("many")
    write_site(folder, site)
    return graph_of(folder)


@given(number=st.integers(1, 2 ** len(ORIGINS) - 1), fallen=st.sampled_from(list(ORIGINS)))
def test_a_claim_falls_when_nothing_but_the_source_and_its_repeats_hold_it(
    many: Graph, number: int, fallen: str
) -> None:
    (claim,) = (one for one in claims(many) if one.entry.document.id == f"set-{number}")
    cited = {citation.source for citation in claim.cites}
    of_it = {id_ for id_ in ORIGINS if fallen in {one.id for one in chain_of(many, id_)}}
    found = resting(many, [claim])[fallen]
    assert (claim in found.falls) == (cited <= of_it)
    assert (claim in found.stands) == (bool(cited & of_it) and not cited <= of_it)
    assert is_on_one(many, claim) == (len({ORIGINS[id_] for id_ in cited}) == 1)
    assert is_on_unnamed(many, claim) == (cited <= UNNAMED)


def test_citations_that_follow_each_other_stand_behind_the_same_words(tmp_path: Path) -> None:
    site = base_site()
    text = (
        "The bridge *was* old.\nVery. [@report#p1] [@report#p2], it fell. [@report#p3] And so on."
    )
    site["content/pages/about.md"] = f"---\ntitle: About\n---\n{text}\n"
    write_site(tmp_path, site)
    found = [claim for claim in claims(graph_of(tmp_path)) if claim.entry.document.id == "about"]
    assert [(claim.text, [c.passage for c in claim.cites]) for claim in found] == [
        ("The bridge was old. Very", ["p1", "p2"]),
        ("it fell", ["p3"]),
    ]
