"""A real browser: required in CI, skipped visibly where there is none."""

import os
import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]


def found_browser() -> str | None:
    """Where a Chromium is, or None."""
    return next(filter(None, map(shutil.which, NAMES)), None)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Callable[..., Browser]]:
    """Starts Chromium, headless, with further flags."""
    path = found_browser()
    if path is None:
        if os.environ.get("EXPLAINER_BROWSER") == "required":
            pytest.fail("no Chromium was found; .ci/run installs it")
        pytest.skip("no Chromium was found: what a reader sees was not tested")
    with sync_playwright() as playwright:
        launch = playwright.chromium.launch
        yield lambda *flags: launch(executable_path=path, args=[*FLAGS, *flags])


@pytest.fixture(scope="session")
def browser(chromium: Callable[..., Browser]) -> Iterator[Browser]:
    """Chromium as it comes."""
    running = chromium()
    yield running
    running.close()


@pytest.fixture
def large_print(chromium: Callable[..., Browser]) -> Iterator[Browser]:
    """Chromium of somebody who has set their text twice as large."""
    running = chromium("--blink-settings=defaultFontSize=32")
    yield running
    running.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page as wide as a phone."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    yield context.new_page()
    context.close()


@pytest.fixture
def plain_page(browser: Browser) -> Iterator[Page]:
    """The same without script."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    yield context.new_page()
    context.close()
