"""What is drawn, in a real browser and in several fonts: nothing cut off, nothing over another."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.sheets import write_sheet

WIDTHS = (360, 768, 1280)
SMALLEST = 12
"""Pixels that a text has at least."""
FAMILIES = (
    ("DejaVu Sans", "DejaVu Serif"),
    ("Liberation Sans", "Liberation Serif"),
    ("Noto Sans", "Noto Serif"),
    ("Roboto", "Roboto"),
    ("Inter", "Inter"),
)
"""Of our stack or of what stands in for it; one that is not installed is not tried."""
PAGES = ("index.html", "timeline.html", "governance.html")

INSTALLED = """names => {
  const pen = document.createElement("canvas").getContext("2d");
  const width = font => { pen.font = "40px " + font; return pen.measureText("Wmil@147").width; };
  return names.filter(name => ["monospace", "serif"].every(
    other => width(`"${name}", ${other}`) !== width(other)));
}"""

FAULTS = """([families, smallest]) => {
  const root = document.documentElement, found = new Set();
  const lines = text => {  // each line as it is set: a box from above its capitals to below a 'g'
    const size = parseFloat(getComputedStyle(text).fontSize), rows = new Map();
    const content = text.textContent;
    for (let i = 0; i < text.getNumberOfChars(); i++) {
      if (!content[i].trim()) continue;
      const a = text.getStartPositionOfChar(i), b = text.getEndPositionOfChar(i);
      const row = rows.get(a.y) ?? {what: "", left: a.x, right: b.x, top: a.y - .72 * size,
                                    bottom: a.y + .2 * size};
      row.what += content[i];
      row.left = Math.min(row.left, a.x, b.x);
      row.right = Math.max(row.right, a.x, b.x);
      rows.set(a.y, row);
    }
    return [...rows.values()];
  };
  // A symbol in brackets is a drawing of its own, as large as it says.
  const own = svg => [...svg.querySelectorAll("use, svg")].filter(
    mark => mark.parentNode.closest("svg") === svg);
  const marks = svg => own(svg).map(mark => {
    const said = name => mark[name].baseVal.value;
    const box = mark.tagName === "use" ? mark.getBBox()
      : {x: said("x"), y: said("y"), width: said("width"), height: said("height")};
    return {what: "mark", left: box.x, right: box.x + box.width, top: box.y,
            bottom: box.y + box.height};
  });
  const visible = [...document.querySelectorAll("main svg[role=img]")].filter(
    svg => svg.querySelector("text") && svg.getBoundingClientRect().width);
  let seen = 0;
  for (const [sans, display] of families) {
    root.style.setProperty("--sans", `"${sans}"`);
    root.style.setProperty("--display", `"${display}"`);
    for (const svg of visible) {
      const name = (svg.querySelector("title")?.textContent ?? svg.getAttribute("aria-label"));
      const say = what => found.add(`${sans}: ${name.slice(0, 40)}: ${what}`);
      const box = svg.viewBox.baseVal, scale = svg.getScreenCTM().a;
      const texts = [...svg.querySelectorAll("text")];
      for (const text of [...texts, ...svg.querySelectorAll("tspan")]) {
        const size = parseFloat(getComputedStyle(text).fontSize) * scale;
        if (size < smallest - .01) say(`${text.textContent} has ${size.toFixed(2)} px`);
      }
      const words = texts.flatMap(lines);
      for (const rect of svg.querySelectorAll("rect.fp, rect.fw")) {
        const {x, y, width, height} = rect.getBBox();
        for (const one of words) {
          const across = (one.left + one.right) / 2, down = (one.top + one.bottom) / 2;
          const inside = x < across && across < x + width && y < down && down < y + height;
          if (inside && (one.left < x + 2 || one.right > x + width - 2 || one.top < y + 2 ||
                         one.bottom > y + height - 2)) say(`${one.what} leaves its box`);
        }
      }
      const all = [...words, ...marks(svg)].sort((a, b) => a.left - b.left);
      seen += all.length;
      all.forEach((one, n) => {
        if (one.left < box.x - .5 || one.right > box.x + box.width + .5 ||
            one.top < box.y - .5 || one.bottom > box.y + box.height + .5)
          say(`${one.what} is cut off`);
        for (const other of all.slice(n + 1)) {
          if (other.left >= one.right) break;
          if (other.left < one.right - .3 && one.top < other.bottom - .3 &&
              other.top < one.bottom - .3) say(`${one.what} meets ${other.what}`);
        }
      });
    }
  }
  return [[...found], seen];
}"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def families(page: Page) -> list[tuple[str, str]]:
    """The families that this machine has, so that each is tried and no other in its name."""
    names = page.evaluate(INSTALLED, [sans for sans, _ in FAMILIES])
    assert names, "none of the families is installed; .ci/run says what a test needs"
    return [pair for pair in FAMILIES if pair[0] in names]


@pytest.fixture(scope="module")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_sheet(tmp_path_factory.mktemp("figures"))


def faults(page: Page, families: list[tuple[str, str]], path: Path) -> list[str]:
    """What is cut off, met or too small in the figures of a page, at each width."""
    found = []
    page.goto(path.as_uri())
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        said, seen = page.evaluate(FAULTS, [families, SMALLEST])
        assert seen, "a page without a word in its figures proves nothing"
        found += [f"{path.stem} at {width}: {fault}" for fault in said]
    return found


@pytest.mark.parametrize("which", ["story", "other_story"])
def test_in_no_figure_of_a_site_is_a_word_cut_off_or_met_or_too_small(
    page: Page,
    families: list[tuple[str, str]],
    which: str,
    request: pytest.FixtureRequest,
) -> None:
    site: Path = request.getfixturevalue(which)
    assert [fault for name in PAGES for fault in faults(page, families, site / name)] == []


def test_in_no_figure_of_any_story_is_a_word_cut_off_or_met_or_too_small(
    page: Page, families: list[tuple[str, str]], sheet: Path
) -> None:
    assert faults(page, families, sheet) == []


def test_what_is_cut_off_met_or_too_small_is_found(page: Page, tmp_path: Path) -> None:
    path = tmp_path / "bad.html"
    path.write_text(
        '<!doctype html><main><svg role="img" aria-label="Bad" width="100" viewBox="0 0 100 50">'
        '<text x="-5" y="20" font-size="14">Cut</text><text x="5" y="22" font-size="14">Met</text>'
        '<text x="50" y="20" font-size="10">Small</text><rect class="fp" x="75" width="10" '
        'height="40"/><text x="71" y="20" font-size="13">Out</text></svg></main>',
        "utf-8",
    )
    page.goto(path.as_uri())
    found, _ = page.evaluate(FAULTS, [[("serif", "serif")], SMALLEST])
    assert sorted(fault.removeprefix("serif: Bad: ") for fault in found) == [
        "Cut is cut off",
        "Cut meets Met",
        "Out leaves its box",
        "Small has 10.00 px",
        "Small meets Out",
    ]
