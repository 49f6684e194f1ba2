"""Where files are found, and which lines of them are shown with a fault."""

from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from engine.documents import File, decode_text, lines_of


def test_the_lines_of_a_site_are_its_own_and_not_those_of_the_engine(tmp_path: Path) -> None:
    site, ours = tmp_path / "site", tmp_path / "ours"
    for name in ("site.yaml", "templates/base.html"):
        (ours / name).parent.mkdir(parents=True, exist_ok=True)
        (ours / name).write_text("ours", "utf-8")
    assert lines_of((site, ours), "site.yaml") == []
    assert lines_of((site, ours), "templates/base.html") == ["ours"]


def test_a_picture_has_no_lines(tmp_path: Path) -> None:
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / "map.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    assert lines_of((tmp_path,), "static/map.png") == []


@given(st.binary())
@example(b"\xff\xfea\0")
@example(b"a\r\n\xc3")
def test_any_bytes_are_a_text_or_a_fault_at_a_place_within_them(content: bytes) -> None:
    text, faults = decode_text(File("a.md", content))
    rows = content.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for fault in faults:
        assert 1 <= fault.place.line <= len(rows)
        assert 1 <= fault.place.column <= len(rows[fault.place.line - 1]) + 1
    assert faults or text.replace("\n", "\r").encode() == content.replace(b"\r\n", b"\r").replace(
        b"\n", b"\r"
    )
