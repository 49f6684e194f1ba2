"""What the preview makes of a published page."""

from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.diagnostics import MOST_SHOWN, Diagnostic, Place
from engine.preview import EDITOR, Preview, Told, told, widened

PAGE = b"<!doctype html>\n<html><head><title>T</title></head>\n<body>\n<p>x</p>\n</body>\n</html>\n"
STRICT = "default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'"
FAULT = Told(Diagnostic(Place("content/a.md", 2, 3, 4), "bad-date", "no date", "mend it"), "", "")


class Reader(HTMLParser):
    """The tags and the text of a page."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page.decode())
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def names(page: bytes) -> list[str]:
    return [tag for tag, _ in Reader(page).tags]


def test_a_page_gets_two_scripts_of_the_server_and_nothing_else() -> None:
    made = Preview("b-1", "localhost:8000").of(PAGE)
    added = Reader(made).tags[len(Reader(PAGE).tags) :]
    assert added == [
        ("script", {"src": "/__explainer__/preview.js", "data-version": "b-1"}),
        ("script", {"src": "/livereload.js?host=localhost&port=8000"}),
    ]
    assert made.startswith(PAGE[: PAGE.index(b"</body>")])
    assert made.endswith(b"</body>\n</html>\n")


@pytest.mark.parametrize("page", [b"", b"<p>no body", b"Gone.\n", b"<BODY>x</BODY >", b"\xff\xfe"])
def test_a_page_without_the_usual_end_gets_them_too(page: bytes) -> None:
    assert b"/livereload.js" in Preview("b-1", "localhost:8000").of(page)


def test_only_the_last_end_of_a_body_counts() -> None:
    page = b"<body><pre>&lt;/body&gt;</pre><!-- </body> --><p>x</p></body>"
    assert Preview("b", "h:1").of(page).index(b"<script") > page.index(b"<p>x")


@pytest.mark.parametrize(
    ("host", "query"),
    [("localhost", "host=localhost&port=80"), ("[::1]:8000", "host=[::1]&port=8000")],
)
def test_the_socket_is_looked_for_where_the_page_came_from(host: str, query: str) -> None:
    assert dict(Reader(Preview("b", host).of(PAGE)).tags[-1][1])["src"] == f"/livereload.js?{query}"


@pytest.mark.parametrize(
    ("policy", "opened"),
    [
        (STRICT, f"{STRICT}; connect-src 'self' ws://h:1"),
        ("default-src 'none'", "default-src 'none'; script-src 'self'; style-src 'self'; "
         "connect-src 'self' ws://h:1"),
        ("script-src https://a.example; script-src *", "script-src https://a.example 'self'"),
        ("default-src *", "default-src *; script-src * 'self'; style-src * 'self'; "
         "connect-src * 'self' ws://h:1"),
        ("CONNECT-SRC 'NONE'; ;", "connect-src 'self' ws://h:1"),
        ("img-src 'self'", "img-src 'self'"),
        ("", ""),
    ],
)  # fmt: skip
def test_a_policy_is_opened_for_the_preview_and_no_further(policy: str, opened: str) -> None:
    assert widened(policy, "h:1") == opened


def test_every_policy_of_a_page_is_opened_and_nothing_else_changed() -> None:
    one = f'<meta http-equiv="Content-Security-Policy" content="{STRICT}">'
    other = "<META content='default-src data:' http-equiv=content-security-policy>"
    page = f'<meta name="x" content="{STRICT}">{one}{other}<body></body>'.encode()
    tags = Reader(Preview("b", "h:1").of(page)).tags
    assert tags[0][1]["content"] == STRICT
    assert "ws://h:1" in (tags[1][1]["content"] or "")
    assert "data: 'self' ws://h:1" in (tags[2][1]["content"] or "")


def test_faults_lie_over_the_page_as_a_dialog_with_a_name() -> None:
    tags = Reader(Preview("b", "h:1", (FAULT,)).of(PAGE)).tags
    dialog = next(attrs for tag, attrs in tags if tag == "dialog")
    ids = {attrs.get("id") for _, attrs in tags}
    assert dialog["role"] == "alertdialog"
    assert {dialog["aria-labelledby"], dialog["aria-describedby"]} <= ids


def test_a_fault_is_told_with_its_place_its_line_and_its_mend() -> None:
    line = "when: 31.2."
    fault = Told(
        Diagnostic(Place("a.md", 2, 7, 5), "bad-date", "no date", "mend it"), line, "ed://a"
    )
    page = Preview("b", "h:1", (fault,)).of(PAGE)
    assert b'<a href="ed://a">a.md:2:7</a>' in page
    assert b"<pre>when: <mark>31.2.</mark></pre>" in page
    assert "error: no date [bad-date]" in Reader(page).text
    assert "Hint: mend it" in Reader(page).text
    assert "1 fault\n" in Reader(page).text


def test_warnings_stand_closed_in_a_corner_unless_there_are_faults() -> None:
    page = Preview("b", "h:1", (), (FAULT, FAULT)).of(PAGE)
    tags = Reader(page).tags
    (corner,) = (attrs for tag, attrs in tags if tag == "aside")
    assert corner == {"id": "explainer-warnings", "aria-label": "Warnings"}
    assert ("details", {}) in tags  # not open
    assert "2 warnings\n" in Reader(page).text
    assert names(page).count("li") == 2
    assert "aside" not in names(Preview("b", "h:1", (FAULT,), (FAULT,)).of(PAGE))


def test_a_fault_without_a_file_has_no_link() -> None:
    assert "a" not in names(Preview("b", "h:1", (FAULT,)).of(PAGE))


def test_many_faults_are_counted_and_not_all_shown() -> None:
    page = Preview("b", "h:1", (FAULT,) * (MOST_SHOWN + 2)).of(PAGE)
    assert names(page).count("li") == MOST_SHOWN
    assert f"{MOST_SHOWN + 2} faults" in Reader(page).text
    assert "and 2 more" in Reader(page).text


@given(text=st.text(), line=st.text(), link=st.text(min_size=1), column=st.integers(1, 9))
def test_nothing_that_an_author_wrote_becomes_markup(
    text: str, line: str, link: str, column: int
) -> None:
    mark = "<script>alert(1)</script>\"'&lt;"
    place = Place(mark + text, 1, column, 3)
    fault = Told(Diagnostic(place, "rule", mark + text, mark + text), mark + line, mark + link)
    made = Preview("b", "h:1", (fault,)).of(PAGE)
    plain = Preview("b", "h:1", (Told(Diagnostic(Place("a"), "rule", "m", "h"), "line", "l"),))
    assert names(made) == names(plain.of(PAGE))
    assert dict(Reader(made).tags)["a"].keys() == {"href"}


def test_a_fault_leads_to_the_first_folder_that_has_its_file(tmp_path: Path) -> None:
    for name in ("site/content", "ours/content", "ours/templates"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "site/content/a b.md").write_text("one\ntwo\n", "utf-8")
    (tmp_path / "ours/content/a b.md").write_text("ours\n", "utf-8")
    (tmp_path / "ours/templates/x.html").write_bytes(b"\xff{{\r\n")
    places = (Place("content/a b.md", 2), Place("templates/x.html", 1), Place("gone.md", 9),
              Place("content/a b.md", 99))  # fmt: skip
    faults = [Diagnostic(place, "rule", "message") for place in places]
    shown = told(faults, (tmp_path / "site", tmp_path / "ours"), EDITOR)
    assert [one.line for one in shown] == ["two", "\ufffd{{", "", ""]
    base = tmp_path.resolve().as_posix()
    assert shown[0].link == f"vscode://file{base}/site/content/a%20b.md:2:1"
    assert shown[1].link == f"vscode://file{base}/ours/templates/x.html:1:1"
    assert shown[2].link == ""


def test_the_author_may_name_another_editor(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("x\n", "utf-8")
    fault = Diagnostic(Place("a.md", 3, 4), "rule", "message")
    (shown,) = told([fault], [tmp_path], "idea://open?file={path}&line={line}&x={other}")
    assert shown.link.startswith("idea://open?file=")
    assert shown.link.endswith("/a.md&line=3&x={other}")
