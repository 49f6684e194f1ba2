"""Cards and icons: the one font, titles that fit, pictures that are the same everywhere."""

import hashlib
import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import pictures
from engine.cards import ALONE, FOOT, ROOM, SIZES, TOP, _title, _words
from engine.rendering import Output
from engine.typeface import BOLD, FILES, can_set, face, widths
from tests.conftest import Builder, base_site, run, write_site

BASE = ("--base-url", "https://example.org/a/")
LETTERS = (
    st.text(st.sampled_from("aeimnorst "), min_size=1, max_size=120).map(str.split).map(" ".join)
)


def size_of(png: bytes) -> tuple[int, int]:
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", png[16:24])
    return int(width), int(height)


def test_the_font_has_latin_letters_and_their_widths() -> None:
    for file in FILES:
        found = widths(file)
        assert set("ABCxyz0123–—‘’“”…éüßøñ¶§") <= found.keys()
        assert all(0 <= width <= 1.5 for width in found.values())
    assert (widths(BOLD)["A"], widths(BOLD)["m"]) == (0.651, 0.892)  # as fontTools reads them
    assert not can_set("アルトマン")
    assert can_set("Why was it closed?")


@given(LETTERS.filter(bool))
def test_a_title_fits_its_place_and_is_whole(text: str) -> None:
    size, rows = _title(text, ALONE)
    assert size in SIZES
    lines = [row.text for row in rows]
    if size != SIZES[-1]:
        assert " ".join(lines) == text
    assert rows[-1].y <= TOP + ROOM or size == SIZES[-1]
    assert all(face(size).width(line) <= ALONE for line in lines)


def test_a_title_of_one_word_is_not_cut_and_of_several_is_even() -> None:
    assert [row.text for row in _title("Explanations", ALONE)[1]] == ["Explanations"]
    rows = _title("One article, read closely", ALONE)[1]
    assert [row.text for row in rows] == ["One article,", "read closely"]


def test_a_title_that_the_font_cannot_set_is_left_out() -> None:
    assert _title("橋はなぜ", ALONE) == (SIZES[-1], ())
    assert _words("橋はなぜ", (), ALONE) == ()


def test_only_whole_sentences_stand_below_a_title() -> None:
    title = _title("A title", ALONE)[1]
    long = "This is a sentence that is told. " * 30
    rows = _words(long.strip(), title, ALONE)
    assert rows[-1].text.endswith("told.")
    assert rows[-1].y <= FOOT
    assert _words("A sentence without end " * 60, title, ALONE) == ()


def read(folder: Path) -> dict[str, bytes]:
    out = folder / "_site"
    found = [*out.glob("cards/*.png"), *out.glob("*.png")]
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in found}


def test_each_main_page_has_a_card_and_the_site_its_icons(build_site: Builder) -> None:
    built = build_site(base_site(), *BASE)
    found = read(built.site)
    names = ("index", "timeline", "cast", "governance", "sources")
    assert {path for path in found if path[:6] == "cards/"} == {f"cards/{n}.png" for n in names}
    assert {size_of(found[f"cards/{name}.png"]) for name in names} == {(1200, 630)}
    assert size_of(found["touch-icon.png"]) == (180, 180)
    assert built.files["icon.svg"].startswith("<svg xmlns=")
    assert '"start_url": "./index.html"' in built.files["site.webmanifest"]


def test_without_an_address_nothing_is_painted(build_site: Builder) -> None:
    built = build_site(base_site())
    assert read(built.site) == {}
    assert "icon.svg" in built.files


def test_a_site_in_another_script_has_cards_without_its_words(build_site: Builder) -> None:
    site = base_site()
    site["site.yaml"] = site["site.yaml"].replace("The bridge", "橋はなぜ閉じられたか")
    found = read(build_site(site, *BASE).site)
    assert size_of(found["cards/index.png"]) == (1200, 630)


@pytest.mark.parametrize("name", ["Jane Kovač", "王 Doe"])
def test_a_table_with_a_name_that_the_font_cannot_set_is_left_out(
    build_site: Builder, name: str
) -> None:
    whole = read(build_site(base_site(), *BASE).site)["cards/index.png"]
    site = base_site()
    site["content/people/jane-doe.md"] = site["content/people/jane-doe.md"].replace(
        "name: Jane Doe", f"name: {name}"
    )
    found = read(build_site(site, *BASE).site)["cards/index.png"]
    assert found != whole
    bare = base_site()
    bare["content/people/jane-doe.md"] = site["content/people/jane-doe.md"].replace("č", "ć")
    assert found == read(build_site(bare, *BASE).site)["cards/index.png"]


DRAWING = b"""<svg xmlns="http://www.w3.org/2000/svg" width="200" height="60">
<rect width="200" height="60" fill="#fbfbf8"/><circle cx="30" cy="30" r="20.5" fill="#96200a"/>
<text x="60" y="40" font-family="Charter" font-weight="700" font-size="28"
>Agf 4\xe2\x80\x932</text></svg>"""
PAINTED = "1d5ef52bf48640aeec8f0073d780c0c49115aa913e053d9cea2204cead74634b"
"""Of the pixels' file, on every machine: a painter or a font that differs is found here."""


def test_the_same_drawing_is_the_same_bytes_on_every_machine() -> None:
    picture = pictures._picture(Output("a.svg", DRAWING), Path("nowhere"))
    assert picture.output.path == "a.png"
    assert hashlib.sha256(picture.output.content).hexdigest() == PAINTED


def test_what_was_painted_is_kept_and_what_nobody_asks_for_is_not(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_site(folder, base_site())
    run(folder, *BASE)
    first, kept = read(folder), folder / pictures.FOLDER
    assert {path.read_bytes() for path in kept.iterdir()} == set(first.values())
    painted: list[str] = []
    paint = pictures._painted

    def noted(drawing: str) -> bytes:
        painted.append(drawing)
        return paint(drawing)

    monkeypatch.setattr(pictures, "_painted", noted)
    write_site(folder, base_site() | {"content/pages/about.md": "---\ntitle: About\n---\nWho.\n"})
    run(folder, *BASE)
    assert painted == []
    site = base_site()
    site["site.yaml"] = site["site.yaml"].replace("title: The bridge", "title: The old bridge")
    write_site(folder, site)
    run(folder, *BASE)
    assert len(painted) == len(first) - 1, "all cards bear the title, the icon does not"
    assert {path.read_bytes() for path in kept.iterdir()} == set(read(folder).values())
    run(folder, "clean")
    assert not kept.exists()
