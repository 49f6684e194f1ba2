"""data/timeline.json by TimelineJS 3's documented format; a browser test loads it there."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.conftest import Builder, base_site

EVENT = "content/events/2024-03-01-closed.md"
INTEGER = {"type": "integer"}
PARTS = ("year", "month", "day", "hour", "minute")
DATE = {
    "type": "object",
    "properties": dict.fromkeys(PARTS, INTEGER),
    "required": ["year"],
    "dependentRequired": {part: [above] for above, part in pairwise(PARTS)},
    "additionalProperties": False,
}
TEXT = {
    "type": "object",
    "properties": {"headline": {"type": "string"}, "text": {"type": "string"}},
    "additionalProperties": False,
}
SLIDE = {
    "type": "object",
    "properties": {
        "unique_id": {"type": "string", "minLength": 1},
        "start_date": DATE,
        "end_date": DATE,
        "display_date": {"type": "string"},
        "text": TEXT,
        "group": {"type": "string"},
        "autolink": {"type": "boolean"},
    },
    "required": ["unique_id", "start_date", "display_date", "text"],
    "additionalProperties": False,
}
ERA = {"type": "object", "properties": {"start_date": DATE, "end_date": DATE, "text": TEXT},
       "required": ["start_date", "end_date"], "additionalProperties": False}  # fmt: skip
FORMAT = {
    "type": "object",
    "properties": {
        "title": {"type": "object", "required": ["text"]},
        "events": {"type": "array", "items": SLIDE, "minItems": 1},
        "eras": {"type": "array", "items": ERA},
    },
    "required": ["events"],
    "additionalProperties": False,
}
"""Written from https://timeline.knightlab.com/docs/json-format.html."""


@pytest.mark.parametrize("which", ["story", "other_story"])
def test_every_slide_is_as_the_format_has_it(which: str, request: pytest.FixtureRequest) -> None:
    site = Path(request.getfixturevalue(which))
    data = json.loads((site / "data/timeline.json").read_text("utf-8"))
    assert [f.message for f in Draft202012Validator(FORMAT).iter_errors(data)] == []
    assert len(data["events"]) == len(list((site / "timeline").glob("*.html")))


def slide(build_site: Builder, when: str, *options: str) -> dict[str, dict[str, object]]:
    site = base_site()
    site[EVENT] = site[EVENT].replace("date: 2024-03-01", f'date: "{when}"')
    site[EVENT] = site[EVENT].replace("No more traffic.", "No <b> & no more.")
    data = json.loads(build_site(site, *options).files["data/timeline.json"])
    (found,) = data["events"]
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize(
    ("when", "start", "end", "said"),
    [
        ("2024", (2024,), None, "2024"),
        ("2024-03", (2024, 3), None, "March 2024"),
        ("2024-03-01~", (2024, 3, 1), None, "about 1 March 2024"),
        ("2024-03-01T09:30", (2024, 3, 1, 9, 30), None, "9:30 a.m. GMT, 1 March 2024"),
        ("2024-03-01T09:30-05:00", (2024, 3, 1, 14, 30), None, "9:30 a.m. UTC−05:00, 1 March 2024"),
        ("2024-03/2025", (2024, 3), (2025,), "March 2024 to 2025"),
        ("../2025", (2025,), None, "until 2025"),
    ],
)
def test_a_slide_is_as_precise_as_its_date_and_says_it_in_words(
    build_site: Builder, when: str, start: tuple[int], end: tuple[int] | None, said: str
) -> None:
    found = slide(build_site, when)
    assert found["start_date"] == dict(zip(PARTS, start, strict=False))
    assert found.get("end_date") == (end and dict(zip(PARTS, end, strict=False)))
    assert found["display_date"] == said  # type: ignore[comparison-overlap]


def test_a_slide_carries_status_and_passages_and_no_foreign_markup(build_site: Builder) -> None:
    text = slide(build_site, "2024", "--base-url", "https://example.org/a/")["text"]["text"]
    assert text == (
        "<p>No &lt;b&gt; &amp; no more.</p><p>Reported</p>"
        '<p><a href="https://example.org/a/sources/report.html#p3">A report on the bridge, ¶3</a>'
        '</p><p><a href="https://example.org/a/timeline/2024-03-01-closed.html">The bridge</a></p>'
    )
    at_home = slide(build_site, "2024")["text"]["text"]
    assert "href" not in str(at_home)
    assert "A report on the bridge, ¶3" in str(at_home)
