"""What is written, what is removed, and what is never touched."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.authored import change
from engine.commands.answer import Change
from engine.output import TEMPORARY, Refused, clean, refuse_folder, write
from engine.rendering import Output
from engine.standing import MANIFEST

NAMES = st.sampled_from(["index.html", "a/b.html", "a/c.html", "static/x.png", "z.txt"])
SITES = st.dictionaries(NAMES, st.binary(max_size=8), max_size=5)


def outputs(files: dict[str, bytes]) -> list[Output]:
    return [Output(path, content) for path, content in sorted(files.items())]


def tree(folder: Path) -> dict[str, bytes]:
    files = {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()
    }
    return {name: content for name, content in files.items() if name != MANIFEST}


@given(st.lists(SITES, min_size=1, max_size=4))
def test_a_folder_holds_the_last_site_and_what_was_there_before_us(
    tmp_path_factory: pytest.TempPathFactory, sites: list[dict[str, bytes]]
) -> None:
    out = tmp_path_factory.mktemp("out")
    write(out, [])
    (out / "mine.txt").write_bytes(b"not yours")
    for site in sites:
        write(out, outputs(site))
        assert tree(out) == {**site, "mine.txt": b"not yours"}


@given(SITES)
def test_the_same_site_again_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, site: dict[str, bytes]
) -> None:
    out = tmp_path_factory.mktemp("out")
    write(out, outputs(site))
    times = {path: path.stat().st_mtime_ns for path in out.rglob("*")}
    done = write(out, outputs(site))
    assert (done.written, done.unchanged, done.removed) == (0, len(site), 0)
    assert {path: path.stat().st_mtime_ns for path in out.rglob("*")} == times


def test_a_stale_file_that_somebody_changed_stays(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write(out, outputs({"a/old.html": b"ours", "a/edited.html": b"ours"}))
    (out / "a/edited.html").write_bytes(b"theirs")
    assert write(out, []).removed == 1
    assert tree(out) == {"a/edited.html": b"theirs"}


def test_a_file_that_is_not_ours_is_not_overwritten(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write(out, outputs({"index.html": b"ours"}))
    (out / "mine.html").write_bytes(b"theirs")
    with pytest.raises(Refused, match=r"mine\.html was not written by us"):
        write(out, outputs({"index.html": b"new", "mine.html": b"ours"}))
    assert tree(out) == {"index.html": b"ours", "mine.html": b"theirs"}


def test_what_a_broken_off_run_left_is_swept_up(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write(out, outputs({"index.html": b"1"}))
    (out / ("index.html" + TEMPORARY)).write_bytes(b"half")
    write(out, outputs({"index.html": b"2"}))
    assert tree(out) == {"index.html": b"2"}


def test_empty_folders_go_with_their_last_file(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write(out, outputs({"a/b/c.html": b"1", "a/d.html": b"1"}))
    write(out, outputs({"a/d.html": b"1"}))
    assert not (out / "a/b").exists()
    assert (out / "a/d.html").exists()


def test_clean_removes_what_is_ours_and_nothing_else(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write(out, outputs({"index.html": b"1", "a/b.html": b"1"}))
    (out / "mine.txt").write_bytes(b"theirs")
    assert clean(out) == 2
    assert tree(out) == {"mine.txt": b"theirs"}
    assert not (out / MANIFEST).exists()


def test_a_manifest_that_points_outside_harms_nobody(tmp_path: Path) -> None:
    out, other = tmp_path / "out", tmp_path / "other.txt"
    out.mkdir()
    other.write_bytes(b"x")
    digest = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"
    (out / MANIFEST).write_text(f'{{"files": {{"../other.txt": "{digest}"}}}}')
    write(out, [])
    assert other.exists()


@pytest.mark.parametrize("name", [".", "content", "content/events", "static", ".."])
def test_the_sources_are_no_output_folder(tmp_path: Path, name: str) -> None:
    site = tmp_path / "site"
    for folder in ("content/events", "static"):
        (site / folder).mkdir(parents=True)
    with pytest.raises(Refused):
        refuse_folder(site / name, site, [site / "content", site / "static"])


def test_a_folder_of_somebody_else_is_refused(tmp_path: Path) -> None:
    site, out = tmp_path / "site", tmp_path / "photos"
    site.mkdir()
    out.mkdir()
    refuse_folder(out, site, [])
    (out / "cat.jpg").write_bytes(b"miaow")
    with pytest.raises(Refused, match="not ours"):
        refuse_folder(out, site, [])


def test_a_link_to_another_place_is_refused(tmp_path: Path) -> None:
    site, out, elsewhere = tmp_path / "site", tmp_path / "out", tmp_path / "elsewhere"
    site.mkdir()
    elsewhere.mkdir()
    out.symlink_to(elsewhere)
    with pytest.raises(Refused, match="link"):
        refuse_folder(out, site, [])


def test_a_linked_folder_inside_the_output_is_not_written_through(tmp_path: Path) -> None:
    out, elsewhere = tmp_path / "out", tmp_path / "elsewhere"
    write(out, outputs({"index.html": b"1"}))
    elsewhere.mkdir()
    (out / "cast").symlink_to(elsewhere)
    with pytest.raises(Refused, match="link out"):
        write(out, outputs({"index.html": b"1", "cast/a.html": b"1"}))
    assert list(elsewhere.iterdir()) == []


def changes() -> list[Change]:
    return [
        Change("content/a.md", b"a", b"A"),
        Change("content/b.md", None, b"B"),
        Change("content/c.md", b"c", None),
    ]


def sources(site: Path) -> dict[str, bytes]:
    (site / "content").mkdir(parents=True)
    (site / "content/a.md").write_bytes(b"a")
    (site / "content/c.md").write_bytes(b"c")
    return tree(site)


def test_sources_are_changed_together(tmp_path: Path) -> None:
    sources(tmp_path)
    change(tmp_path, changes())
    assert tree(tmp_path) == {"content/a.md": b"A", "content/b.md": b"B"}


@pytest.mark.parametrize(
    ("name", "said"), [("a", "has changed meanwhile"), ("b", "is already there")]
)
def test_a_source_that_is_not_as_it_was_is_left_with_all_others(
    tmp_path: Path, name: str, said: str
) -> None:
    sources(tmp_path)
    (tmp_path / f"content/{name}.md").write_bytes(b"edited")
    before = tree(tmp_path)
    with pytest.raises(Refused, match=said):
        change(tmp_path, changes())
    assert tree(tmp_path) == before


@pytest.mark.parametrize("number", [0, 1, 2])
def test_sources_stay_as_they_were_where_one_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    before = sources(tmp_path)
    fails = changes()[number].path
    replace, unlink = Path.replace, Path.unlink

    def full(path: Path, target: Path) -> Path:
        if not failed and target == tmp_path / fails:
            failed.append(fails)
            raise OSError(28, "No space left on device")
        return replace(path, target)

    def busy(path: Path, missing_ok: bool = False) -> None:
        if not failed and path == tmp_path / fails:
            failed.append(fails)
            raise OSError(16, "Device or resource busy")
        unlink(path, missing_ok)

    failed: list[str] = []
    monkeypatch.setattr(Path, "replace", full)
    monkeypatch.setattr(Path, "unlink", busy)
    with pytest.raises(OSError, match=r"No space|busy"):
        change(tmp_path, changes())
    assert failed == [fails]
    assert tree(tmp_path) == before
