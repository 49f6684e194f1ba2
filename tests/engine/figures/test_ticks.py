"""The ticks of a source: one for each passage, or for each tenth of many."""

from hypothesis import given
from hypothesis import strategies as st

from engine.figures.ticks import ticks
from engine.kinds.source import Source
from tests.engine.figures.stories import story


def source(passages: int) -> Source:
    rows = "".join(f"\n  - {{id: p{n}, gist: It says so.}}" for n in range(1, passages + 1))
    graph = story({"sources/paper": "title: The Paper\n" + (f"passages:{rows}" if rows else "")})
    return graph.all(Source)[0]


def test_a_cited_passage_is_high_and_an_idle_one_low() -> None:
    drawn = ticks(source(3), {"p2"})
    assert (drawn.box, drawn.cited, drawn.total) == ("0 0 60 40", 1, 3)
    assert [tick.path for tick in drawn.ticks] == [
        "M4 26h12v14h-12z",
        "M24 0h12v40h-12z",
        "M44 26h12v14h-12z",
    ]


def test_what_is_cited_and_not_there_is_not_counted() -> None:
    assert ticks(source(3), ["p9"]).cited == 0


def test_a_source_without_passages_has_no_ticks() -> None:
    assert ticks(source(0), []).ticks == ()


def test_more_than_sixty_passages_are_counted_by_tenths() -> None:
    drawn = ticks(source(80), {f"p{n}" for n in (1, 2, 3, 4, 80)})
    assert drawn.box == "0 0 200 40"
    assert [(tick.cited, tick.of) for tick in drawn.ticks] == [(4, 8), *[(0, 8)] * 8, (1, 8)]
    assert drawn.ticks[0].path == "M4 20h12v20h-12z"


@given(st.integers(0, 300), st.sets(st.integers(1, 300), max_size=40))
def test_every_passage_is_counted_once(passages: int, cited: set[int]) -> None:
    drawn = ticks(PAPERS.setdefault(passages, source(passages)), {f"p{n}" for n in cited})
    assert sum(tick.of for tick in drawn.ticks) == drawn.total == passages
    assert sum(tick.cited for tick in drawn.ticks) == drawn.cited
    assert drawn.cited == len([n for n in cited if n <= passages])
    assert len(drawn.ticks) == (passages if passages <= 60 else 10)


PAPERS: dict[int, Source] = {}
"""Sources by their number of passages: reading one takes longer than drawing it."""
