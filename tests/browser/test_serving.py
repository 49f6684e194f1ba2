"""The preview in a real browser: what an author sees after a save."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

import build
from tests.conftest import base_site, write_site

PERSON = "content/people/jane-doe.md"
LONG = "\n".join(f"Paragraph {number}.\n" for number in range(200))


@dataclass(frozen=True)
class Preview:
    """A site that is served, and a browser that looks at it."""

    site: Path
    url: str
    page: Page
    said: list[str]

    def save(self, name: str, text: str) -> None:
        write_site(self.site, {name: text})

    def open(self, path: str) -> Page:
        """A page, when it is connected."""
        with self.page.expect_websocket() as socket:
            self.page.goto(self.url + path)
        with socket.value.expect_event("framesent", lambda frame: '"info"' in str(frame)):
            pass
        self.page.evaluate("window.untouched = true")
        return self.page

    @property
    def complaints(self) -> list[str]:
        """What the console says, but for the icon that browsers ask for unasked."""
        return [line for line in self.said if not line.endswith("/favicon.ico")]

    def was_reloaded(self) -> bool:
        return not self.page.evaluate("window.untouched === true")


@pytest.fixture
def preview(browser: Browser, folder: Path) -> Iterator[Preview]:
    """The small site with a long page, in a server of its own."""
    write_site(folder, {**base_site(), PERSON: base_site()[PERSON] + LONG})
    words = [sys.executable, str(build.HERE / "build.py"), "serve", "--site", str(folder)]
    environment = {**os.environ, "BUILD_NO_BOOTSTRAP": "1"}
    with subprocess.Popen(
        [*words, "--port", "0"], stderr=subprocess.PIPE, text=True, env=environment
    ) as process:
        assert process.stderr is not None
        line = ""
        while "Serving " not in line:
            line = process.stderr.readline()
            assert line, "it ended before it served"
        context = browser.new_context(viewport={"width": 800, "height": 600})
        page = context.new_page()
        said: list[str] = []
        page.on("console", lambda told: said.append(f"{told.text} {told.location['url']}"))
        page.on("pageerror", lambda error: said.append(str(error)))
        yield Preview(folder, line.split()[1], page, said)
        context.close()
        process.terminate()
        process.stderr.read()


def test_a_save_reloads_the_page_where_it_was_scrolled_to(preview: Preview) -> None:
    page = preview.open("cast/jane-doe.html")
    page.evaluate("window.scrollTo(0, 1500)")
    for word in ("First edit.", "Second edit.", "Third edit."):
        preview.save(PERSON, base_site()[PERSON] + LONG + f"\n{word}\n")
        expect(page.get_by_text(word)).to_be_attached()
        page.wait_for_function("() => window.scrollY === 1500")
    assert preview.was_reloaded()
    assert preview.complaints == []


def test_a_style_sheet_is_swapped_and_nothing_else(preview: Preview) -> None:
    page = preview.open("cast/jane-doe.html")
    first = page.evaluate("getComputedStyle(document.body).color")
    sheet = (build.HERE / "static/css/site.css").read_text("utf-8")
    preview.save("static/css/site.css", sheet + "\nbody { color: rgb(1, 2, 3) }\n")
    page.wait_for_function("() => getComputedStyle(document.body).color === 'rgb(1, 2, 3)'")
    (preview.site / "static/css/site.css").unlink()
    page.wait_for_function("first => getComputedStyle(document.body).color === first", arg=first)
    assert not preview.was_reloaded()
    assert preview.complaints == []


def test_a_fault_is_shown_over_the_page_and_goes_with_the_fault(preview: Preview) -> None:
    page = preview.open("cast/jane-doe.html")
    page.evaluate("window.scrollTo(0, 1500)")
    text = base_site()[PERSON] + LONG
    preview.save(PERSON, text.replace("summary:", "sumary:"))
    dialog = page.get_by_role("alertdialog", name="fault")
    expect(dialog).to_be_visible()
    expect(dialog).to_contain_text("sumary")
    expect(dialog.get_by_role("link").first).to_be_focused()
    href = dialog.get_by_role("link").first.get_attribute("href") or ""
    assert href.startswith(f"vscode://file{preview.site.resolve().as_posix()}/{PERSON}:")
    expect(page.get_by_text("Paragraph 150.")).to_be_attached()
    preview.save(PERSON, text)
    expect(dialog).not_to_be_attached()
    page.wait_for_function("() => window.scrollY === 1500")
    assert preview.complaints == []


def test_faults_can_be_closed_by_keyboard_and_come_back_with_the_next(preview: Preview) -> None:
    page = preview.open("cast/jane-doe.html")
    text = base_site()[PERSON]
    preview.save(PERSON, text.replace("summary:", "sumary:"))
    dialog = page.get_by_role("alertdialog")
    expect(dialog).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).not_to_be_visible()
    page.goto(preview.url + "cast.html")
    expect(page.locator("#explainer-faults")).to_be_attached()
    expect(dialog).not_to_be_visible()
    preview.save(PERSON, text.replace("name:", "nmae:"))
    expect(dialog).to_be_visible()
    dialog.get_by_role("button").click()
    expect(dialog).not_to_be_visible()


def test_a_page_that_was_never_built_comes_by_itself(preview: Preview) -> None:
    page = preview.open("timeline/later.html")
    expect(page.get_by_text("Later, and sure.")).not_to_be_attached()
    event = base_site()["content/events/2024-03-01-closed.md"]
    preview.save(
        "content/events/later.md",
        event.replace("2024-03-01", "2024-04").replace("title: ", "title: Later, and sure. "),
    )
    expect(page.locator("h1")).to_contain_text("Later, and sure.")
