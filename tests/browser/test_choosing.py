"""What a reader can set: the filters of the timeline, and the vote by hand. From disk."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect


def shown(page: Page) -> int:
    """How many events of the list can be seen."""
    return sum(one.is_visible() for one in page.locator(".tl .ev").all())


def expected(page: Page, selector: str) -> int:
    return page.locator(f".tl .ev{selector}").count()


@pytest.mark.parametrize("which", ["page", "plain_page"])
def test_a_choice_hides_the_other_events_with_script_and_without(
    which: str, story: Path, request: pytest.FixtureRequest
) -> None:
    page: Page = request.getfixturevalue(which)
    page.goto((story / "timeline.html").as_uri())
    everything = shown(page)
    assert everything == expected(page, "")
    bar = page.locator(".shown")
    expect(bar).to_be_hidden()

    page.locator("#P1").check()
    assert shown(page) == expected(page, ".p1") < everything
    expect(bar).to_be_visible()
    page.locator("#X6").uncheck()
    assert shown(page) == expected(page, ".p1:not(.x6)")
    page.get_by_role("button", name="Show all").click()
    assert shown(page) == everything
    expect(bar).to_be_hidden()


def test_a_row_of_which_nothing_is_shown_goes_with_its_events(page: Page, story: Path) -> None:
    page.goto((story / "timeline.html").as_uri())
    page.locator("#T3").check()
    rows = page.locator(".day").all()
    assert [row.is_visible() for row in rows] == ["t3" in classes(row) for row in rows]


def classes(row: object) -> list[str]:
    return str(row.get_attribute("class")).split()  # type: ignore[attr-defined]


def test_how_many_are_shown_is_said_and_kept_in_a_link(page: Page, story: Path) -> None:
    page.goto((story / "timeline.html").as_uri())
    page.locator("#P2").check()
    page.locator("#X6").uncheck()
    count = shown(page)
    expect(page.locator(".shown output")).to_have_text(str(count))
    link = page.get_by_role("link", name="Link to this choice")
    address = str(link.get_attribute("href"))
    assert page.url == address, "the address bar has it too"

    other = page.context.new_page()
    other.goto(address)
    assert shown(other) == count
    expect(other.locator("#P2")).to_be_checked()
    expect(other.locator("#X6")).not_to_be_checked()


def test_the_back_button_comes_back_to_the_choice(page: Page, story: Path) -> None:
    page.goto((story / "timeline.html").as_uri())
    page.locator("#P1").check()
    count = shown(page)
    page.locator(".tl .ev h3 a").locator("visible=true").first.click()
    page.wait_for_url("**/timeline/*.html")
    page.go_back()
    expect(page.locator("#P1")).to_be_checked()
    assert shown(page) == count


def test_marks_of_the_rail_go_with_their_status(page: Page, story: Path) -> None:
    page.goto((story / "timeline.html").as_uri())
    marks = page.locator(".tall svg g.x6")
    assert marks.count() > 0
    page.locator("#X6").uncheck()
    assert not any(mark.is_visible() for mark in marks.all())


def test_marks_of_the_rail_go_with_their_person_and_counts_with_any_choice(
    page: Page, story: Path
) -> None:
    page.goto((story / "timeline.html").as_uri())
    marks, counts = page.locator(".tall svg g.f"), page.locator(".tall svg .more")
    assert all(count.is_visible() for count in counts.all())
    page.locator("#P1").check()
    assert [one.is_visible() for one in marks.all()] == [
        "p1" in classes(one) for one in marks.all()
    ]
    assert not any(count.is_visible() for count in counts.all())
    page.get_by_role("button", name="Show all").click()
    page.locator("#X6").uncheck()
    assert counts.count() > 0
    assert not any(count.is_visible() for count in counts.all())


def test_the_vote_by_hand_says_what_would_have_carried(page: Page, story: Path) -> None:
    page.goto((story / "governance.html").as_uri())
    form, said = page.locator(".tally"), page.locator(".tally output")
    expect(said).to_contain_text("4 of 6 for")
    expect(said).to_contain_text("no vote to spare")
    form.locator("fieldset").nth(0).get_by_label("Against").check()
    expect(said).to_have_text("3 of 6 for, and 4 are needed: not carried.")
    for seat in form.locator("fieldset").all():
        seat.get_by_label("For").check()
    expect(said).to_have_text("6 of 6 for, and 4 are needed: carried.")
    form.get_by_role("button").click()
    expect(said).to_contain_text("4 of 6 for")


def test_without_script_there_is_no_vote_by_hand_but_every_way_in_a_table(
    plain_page: Page, story: Path
) -> None:
    plain_page.goto((story / "governance.html").as_uri())
    expect(plain_page.locator(".tally")).to_be_hidden()
    plain_page.get_by_text("All 15 in a table").click()
    assert plain_page.locator("#vote ~ details tbody tr").count() == 15
