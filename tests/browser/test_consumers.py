"""Open data in the programs that it is made for, as far as they run in a browser."""

import json
import os
from pathlib import Path

import pytest
from playwright.sync_api import Page

import build

TIMELINEJS = build.HERE / ".cache" / "consumers" / "package" / "dist"
"""Where .ci/run unpacks the npm package @knight-lab/timelinejs."""


@pytest.mark.parametrize("which", ["story", "other_story"])
def test_timelinejs_shows_every_event(
    page: Page, which: str, request: pytest.FixtureRequest
) -> None:
    if not TIMELINEJS.is_dir():
        if os.environ.get("EXPLAINER_BROWSER") == "required":
            pytest.fail("TimelineJS was not found; .ci/run unpacks it")
        pytest.skip("TimelineJS was not found: .ci/run loads it, and tests that our data is read")
    site: Path = request.getfixturevalue(which)
    data = json.loads((site / "data/timeline.json").read_text("utf-8"))
    broken: list[str] = []
    page.on("pageerror", lambda error: broken.append(str(error)))
    page.route("**/*", lambda route: route.abort())  # its fonts, which it would fetch
    page.set_viewport_size({"width": 1280, "height": 800})
    page.set_content('<div id="timeline" style="height: 600px"></div>')
    page.add_style_tag(path=TIMELINEJS / "css" / "timeline.css")
    page.add_script_tag(path=TIMELINEJS / "js" / "timeline.js")
    page.evaluate("(data) => { window.shown = new TL.Timeline('timeline', data); }", data)
    page.wait_for_function("window.shown.ready")
    assert page.evaluate("window.shown.config.messages") == {"errors": [], "warnings": []}
    assert broken == []
    assert page.locator(".tl-timemarker").count() == len(data["events"])
    assert page.locator(".tl-timeera").count() == len(data.get("eras", []))
    groups = set(page.locator(".tl-timegroup").all_inner_texts())
    assert {event["group"] for event in data["events"] if "group" in event} <= groups
    slides = page.locator(".tl-slide").all_inner_texts()
    for event in data["events"]:
        told = next(text for text in slides if event["text"]["headline"] in text)
        assert event["display_date"] in told


def test_data_between_script_tags_is_not_run_and_offends_no_policy(
    page: Page, other_story: Path
) -> None:
    """The policy of the pages lets no script within them run."""
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.add_init_script(
        "document.addEventListener('securitypolicyviolation',"
        " (event) => console.log('refused: ' + event.violatedDirective));"
    )
    page.goto((other_story / "cast.html").as_uri())
    read = "JSON.parse(document.querySelector('[type=\"application/ld+json\"]').text)['@context']"
    assert page.evaluate(read) == "https://schema.org"
    assert told == []
