"""What a reader finds, from disk: questions and their first answers, keys, voices."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

SEARCHES = {
    "Altman": "Sam Altman",
    "dangelo": "Adam D’Angelo",
    "llya": "Ilya Sutskever",
    "MÜSK": "Elon Musk",
    "y comb": "Y Combinator",
    "passage 16": "¶16",
    "paragraph 16": "¶16",
    "2 November 2023": "Altman sees a demonstration",
    "fiduciary": "Fiduciary duty",
    "lack of candour": "Lack of candour",
    "begins with a small L": "A name that begins with a small L",
    "サム": "Sam Altman",
    "サムアルトマン": "Sam Altman",
    "ｲﾘﾔ": "Ilya Sutskever",
    "すつけべ": "Ilya Sutskever",
    "取締役会": "OpenAI’s board",
    "まいくろそふと": "Microsoft",
    "孫正義": "Masayoshi Son",
    "新興技術": "Center for Security and Emerging Technology (CSET)",
    "2023年11月2日": "Altman sees a demonstration",
    "一部のメディアは": "¶16",
}


ANSWERED = "asked => new URLSearchParams(location.search).get('q') === asked"


@pytest.fixture
def search(page: Page, story: Path) -> Page:
    """The search page, open."""
    page.goto((story / "search.html").as_uri())
    return page


def ask(page: Page, question: str) -> list[str]:
    """The names that are found, from the first to the last, as they stand on the page."""
    page.locator("main input").fill(question)
    page.wait_for_function(ANSWERED, arg=question)
    return page.locator("#Found section:visible a").all_text_contents()


def test_a_question_finds_first_what_is_meant(search: Page) -> None:
    assert {question: ask(search, question)[0] for question in SEARCHES} == SEARCHES


def test_every_spelling_of_a_name_finds_it(search: Page, story: Path) -> None:
    """Each spelling, as the record has it, leads to the page that has it."""
    load = "Promise.all(document.getElementById('Found').dataset.load.split(' ').map((src) =>"
    load += " new Promise((onload) => document.head.append(Object.assign("
    load += "document.createElement('script'), {src, onload})))))"
    search.evaluate(load)
    missed = search.evaluate("""() => {
        const rank = explainerRank(explainerIndex);
        const named = explainerIndex.filter((one) => one.names && one.sort !== "passage");
        return named.flatMap((one) => one.names.map((name) => name[0]).filter((name) =>
          !rank(name).filter((found) => found.score === rank(name)[0].score)
            .some((found) => found.entry === one)));
    }""")
    assert missed == []


def test_a_day_and_a_month_find_their_events_in_words_and_figures(search: Page) -> None:
    day = ask(search, "17 November 2023")
    assert "The board removes Altman" in day[:6]
    assert set(ask(search, "2023-11-17")) <= set(day)
    assert set(day) <= set(ask(search, "November 2023"))


def test_what_is_found_is_grouped_counted_and_told(search: Page) -> None:
    said = search.get_by_role("status")
    assert len(ask(search, "safety")) > 3
    count = search.locator("#Found section:visible li").count()
    expect(said).to_have_text(f"{count} finds.")
    headings = search.locator("#Found section:visible h2").all_text_contents()
    assert len(set(headings)) == len(headings) > 2
    assert ask(search, "葛嘉明") != ask(search, "孫正義")
    expect(said).to_have_text("One find.")
    assert ask(search, "qqqq") == []
    expect(said).to_have_text("Nothing was found. Fewer letters find more.")
    assert ask(search, "?!") == []


def test_a_name_in_another_language_is_told_its_language(search: Page) -> None:
    ask(search, "葛嘉明")
    source = search.locator("#source a").first
    assert source.get_attribute("lang") == "ja"


def test_the_keys_go_down_to_the_finds_and_back(search: Page) -> None:
    found = ask(search, "Ilya")
    search.locator("main input").focus()
    search.keyboard.press("ArrowDown")
    focus = "document.activeElement.textContent"
    assert search.evaluate(focus) == found[0]
    search.keyboard.press("ArrowDown")
    assert search.evaluate(focus) == found[1]
    search.keyboard.press("ArrowUp")
    search.keyboard.press("Enter")
    search.wait_for_url("**/cast/ilya-sutskever.html")
    search.go_back()
    search.wait_for_function(ANSWERED, arg="Ilya")
    expect(search.locator("main input")).to_have_value("Ilya")


def test_the_box_at_the_foot_of_a_page_leads_to_the_finds(page: Page, story: Path) -> None:
    page.goto((story / "cast" / "ilya-sutskever.html").as_uri())
    page.locator("footer").get_by_role("searchbox").fill("取締役会")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=*")
    expect(page.locator("#Found a").first).to_have_text("OpenAI’s board")


def test_nothing_is_loaded_before_it_is_needed(page: Page, story: Path) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.goto((story / "search.html").as_uri(), wait_until="load")
    loaded = [name for name in asked if name != "icon.svg"]
    assert loaded == ["search.html", "site.css", "search.js"]
    page.locator("main input").focus()
    page.wait_for_function("typeof explainerRank === 'function'")
    assert {*asked} - {*loaded, "icon.svg"} == {"search-index.js", "ranking.js"}


def test_without_a_script_the_box_leads_to_a_page_that_leads_to_the_index(
    plain_page: Page, story: Path
) -> None:
    plain_page.goto((story / "index.html").as_uri())
    plain_page.get_by_role("link", name="Search").click()
    plain_page.locator("main").get_by_role("link", name="Index A–Z").click()
    plain_page.get_by_role("link", name="イリヤ", exact=True).click()
    assert plain_page.url.endswith("/cast/ilya-sutskever.html")


def test_an_index_that_is_not_there_is_told(page: Page, story: Path, tmp_path: Path) -> None:
    for name in ("search.html", "static/js/search.js", "static/js/ranking.js", "static/site.css"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes((story / name).read_bytes())
    page.goto((tmp_path / "search.html").as_uri())
    page.locator("main input").fill("x")
    expect(page.get_by_role("status")).to_have_text("The index could not be loaded.")
