"""What the main axis shows."""

from hypothesis import given

from engine.drawing.stage import Stage, stage
from engine.drawing.unit_words import reach_in_words
from engine.graph import Graph
from engine.kinds.event import Event
from tests.engine.figures.stories import MOTION, SITE, event, events, stories, story, words

ERAS = (
    SITE
    + """eras:
  - {id: before, label: Before, until: 2023-10}
  - {id: day-by-day, label: Day by day, from: 2023-11-02, until: 2023-11-18}
"""
)


def staged(graph: Graph) -> Stage:
    found = stage(graph)
    assert found is not None
    return found


def ids(found: tuple[Event, ...]) -> list[str]:
    return [event.id for event in found]


def reach(graph: Graph) -> str:
    found = staged(graph)
    return reach_in_words(found.start, found.end, words(), graph.zone)


def test_without_an_event_there_is_no_axis() -> None:
    assert stage(events()) is None


def test_the_axis_is_the_era_with_the_most_events_of_those_with_both_bounds() -> None:
    graph = events("a|2019", "b|2023-07", "c|/2023-10", "d|2023-11-05", "e|2023-12", site=ERAS)
    found = staged(graph)
    assert reach(graph) == "2 to 18 November 2023"
    assert (ids(found.earlier), ids(found.shown), ids(found.later)) == (
        ["a", "b", "c"], ["d"], ["e"],
    )  # fmt: skip
    assert [era.id for era in found.eras] == ["day-by-day"]


def test_neighbouring_eras_are_on_the_axis_if_it_stays_short() -> None:
    eras = """eras:
  - {id: one, label: One, from: 2024-01, until: 2024-03}
  - {id: two, label: Two, from: 2024-04, until: 2024-08}
  - {id: three, label: Three, from: 2024-09, until: 2035-01}
"""
    graph = events("a|2024-02-01", "b|2024-05-01", "c|2024-06-01", "d|2030", site=SITE + eras)
    assert [era.id for era in staged(graph).eras] == ["one", "two"]
    assert ids(staged(graph).later) == ["d"]


def test_the_era_of_the_motion_is_the_axis_however_much_came_after() -> None:
    eras = """eras:
  - {id: days, label: Days, from: 2023-11-02, until: 2023-11-18}
  - {id: after, label: After, from: 2023-11-19, until: 2026}
"""
    files = dict(event(f"e{n}", f"202{4 + n % 3}-01") for n in range(9))
    files |= dict([event("first", "2023-11-03"), event("vote", "2023-11-17")])
    files["organizations/board"] = "name: Board\nsummary: A board."
    files["motions/leave"] = MOTION.format(date="2023-11-17")
    found = staged(story(files, SITE + eras))
    assert [era.id for era in found.eras] == ["days"]
    assert (ids(found.shown), len(found.later)) == (["first", "vote"], 9)


def test_an_era_without_events_is_no_axis() -> None:
    assert reach(events("a|2020-05-05", site=ERAS)) == "5 May 2020"


def test_without_eras_outliers_are_cut_off() -> None:
    graph = events("a|1990", "b|2023-06", "c|2023-11-02", "d|2023-11-04", "e|2023-11-05",
                   "f|2023-11-09", "g|2023-11-12")  # fmt: skip
    assert reach(graph) == "2 to 12 November 2023"
    assert ids(staged(graph).earlier) == ["a", "b"]


def test_two_events_far_apart_share_one_axis() -> None:
    assert reach(events("a|1990-01-01", "b|2020-12-31")) == "1990 to 2020"


def test_a_span_longer_than_all_the_rest_is_cut() -> None:
    assert reach(events("a|2024-05-01", "b|2024-05-03", "c|2024-05-01/..", "d|2024-05")) == (
        "1 to 3 May 2024"
    )


def test_one_coarse_event_is_shown_whole() -> None:
    assert reach(events("a|2019")) == "1 January to 31 December 2019"


@given(stories())
def test_every_event_is_before_on_or_after_the_axis(graph: Graph) -> None:
    found = staged(graph)
    assert found.start < found.end
    assert (*found.earlier, *found.shown, *found.later) == graph.all(Event)
    assert found.shown
    for one in found.shown:
        first, last = found.where(one.date, graph.zone)
        assert found.start <= first < last <= found.end
