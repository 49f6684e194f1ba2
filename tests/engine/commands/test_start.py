"""``start``: a small explainer that is whole from the first build."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import build
from engine.commands.edits import scalar
from engine.documents import File, read_folder
from engine.kinds import KINDS
from engine.settings import read_settings

STARTER = build.HERE / "starter"


def started(folder: Path, title: str = "Why was it so?") -> int:
    return build.main(["start", str(folder), title])


def test_what_it_makes_is_sound_and_its_links_lead_somewhere(tmp_path: Path) -> None:
    assert started(tmp_path / "my") == 0
    assert build.main(["check", "--strict", "--site", str(tmp_path / "my")]) == 0
    assert build.main(["--strict", "--site", str(tmp_path / "my")]) == 0
    front = (tmp_path / "my/_site/index.html").read_text("utf-8")
    assert "<h1>Why was it so?</h1>" in front
    assert "<title>Why was it so?</title>" in front


def test_it_shows_a_record_of_each_kind_and_every_figure(tmp_path: Path) -> None:
    started(tmp_path)
    for kind in KINDS:
        for folder in kind.folders:
            assert list((tmp_path / folder).glob("[a-z0-9]*.md")), folder
    build.main(["--quiet", "--site", str(tmp_path)])
    assert (tmp_path / "_site/governance.html").read_text("utf-8").count("<figure") >= 3


def test_each_file_names_its_schema_and_the_schema_is_there(tmp_path: Path) -> None:
    started(tmp_path)
    for path in [*tmp_path.glob("content/*/*.md"), *tmp_path.glob("seeds/[a-z]*.md")]:
        line = next(row for row in path.read_text("utf-8").splitlines() if "$schema=" in row)
        assert (path.parent / line.partition("=")[2]).is_file()


def test_no_file_is_forgotten_and_none_that_a_build_made_is_taken(tmp_path: Path) -> None:
    build.main(["--quiet", "--site", str(STARTER), "--out", str(tmp_path / "out")])
    started(tmp_path / "my")
    made = {file.path: file.content for file in read_folder(tmp_path / "my")}
    ours = {file.path: file.content for file in read_folder(STARTER)}
    assert {path for path in made if not path.startswith("schemas/")} == set(ours)
    assert [path for path in ours if ours[path] != made[path]] == [
        "content/pages/index.md",
        "site.yaml",
    ]


@pytest.mark.parametrize("what", ["file", "full", "link", "dangling"])
def test_a_place_that_holds_anything_is_refused_and_stays(
    what: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place, other = tmp_path / "my", tmp_path / "other"
    other.mkdir()
    if what == "file":
        place.write_text("mine", "utf-8")
    elif what == "full":
        place.mkdir()
        (place / "mine.txt").write_text("mine", "utf-8")
    else:
        place.symlink_to(other if what == "link" else tmp_path / "nowhere")
    before = sorted(tmp_path.rglob("*"))
    assert started(place) == 2
    assert "is there already, and not an empty folder" in capsys.readouterr().err
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("name", ["content/foo", "static/a/b", "templates", "seeds/../seeds/x"])
def test_a_place_among_the_sources_of_a_site_is_refused(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "site.yaml").write_text("title: A site\n", "utf-8")
    assert started(tmp_path / name) == 2
    assert "lies among the sources of a site" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["site.yaml"]


def test_a_place_among_the_sources_of_the_first_site_is_refused() -> None:
    assert started(build.HERE / "content/foo") == 2
    assert not (build.HERE / "content/foo").exists()


def test_a_place_beside_the_sources_of_a_site_will_do(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").write_text("title: A site\n", "utf-8")
    assert started(tmp_path / "contents/foo") == 0


def test_an_empty_folder_will_do(tmp_path: Path) -> None:
    assert started(tmp_path) == 0


@pytest.mark.parametrize("title", ["", "  ", "a\u200bb", "bell\a"])
def test_a_title_that_cannot_be_seen_is_refused(title: str, tmp_path: Path) -> None:
    assert started(tmp_path / "my", title) == 2
    assert not (tmp_path / "my").exists()


@pytest.mark.parametrize("title", ["The {odd} case", "All {events:words}", "<TODO a title>"])
def test_a_title_that_would_not_be_published_as_it_is_is_refused(
    title: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert started(tmp_path / "my", title) == 2
    assert "title" in capsys.readouterr().err
    assert not (tmp_path / "my").exists()


def test_braces_that_hold_no_value_may_stand_in_a_title(tmp_path: Path) -> None:
    assert started(tmp_path / "my", "A {set of} {2}") == 0
    assert build.main(["--strict", "--quiet", "--site", str(tmp_path / "my")]) == 0


@given(st.text(min_size=1).filter(lambda text: text.strip() and text.isprintable()))
def test_any_title_stands_in_the_settings_as_it_was_given(title: str) -> None:
    text = f"title: {scalar(title)}\ndescription: x\n"
    settings, faults = read_settings(File("site.yaml", text.encode()))
    assert (settings.title, faults) == (" ".join(title.split()), [])
