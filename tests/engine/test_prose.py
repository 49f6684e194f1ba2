"""Markdown gives links, citations and headings with their places, and safe HTML."""

import re
from collections.abc import Sequence

from hypothesis import example, given
from hypothesis import strategies as st

from engine.diagnostics import Place
from engine.markdown import Citation, Html, Link, citation_html, in_scripts
from engine.nodes import Text
from engine.prose import Prose, meant_citation, read_citation, read_prose


class Plain:
    """A reader to whom every address is as written."""

    def href(self, link: Link) -> str:
        return link.target

    def cited(self, citations: Sequence[Citation]) -> Html:
        return Html("").join(citation_html("#", c.source, c.passage or "") for c in citations)

    def words(self, text: str) -> Html:
        return in_scripts(text, "ja")

    def named(self, text: str) -> Html:
        return in_scripts(text, "ja")


def prose(text: str) -> Prose:
    rows = ["---", "title: x", "---", *text.split("\n")]
    return read_prose(Text(text, Place("x.md", 4), rows))


def html(text: str) -> str:
    return str(prose(text).html(Plain(), below=2))


def places(text: str) -> list[tuple[int, int]]:
    return [(link.place.line, link.place.column) for link in prose(text).links]


def test_equal_links_have_places_of_their_own() -> None:
    assert places("[a](x.md) and [b](x.md)\n\n> [c](x.md)\n") == [(4, 5), (4, 19), (6, 7)]


def test_the_place_of_a_link_is_its_target_not_its_text() -> None:
    assert places("[a.md](a.md) and [see b.md](<b.md>), b.md") == [(4, 8), (4, 30)]
    assert places("a.md, [x][a], [y](a.md)\n\n[a]: b.md") == [(6, 6), (4, 19)]
    assert places("a.md, [x][a]\n\n[a]: a.md") == [(6, 6)]
    assert places("[a.md](a.md), [a.md](a.md)") == [(4, 8), (4, 22)]


def test_a_link_in_a_footnote_is_found_where_it_was_written() -> None:
    assert places("One[^1] [a](a.md)\n\n[^1]: Two [b](b.md)\n\n[c](c.md)\n") == [
        (4, 13),
        (8, 5),
        (6, 15),
    ]


def test_citations_are_read_one_by_one() -> None:
    found = prose("Text. [@one#p1; @two]").citations
    assert [(c.source, c.passage) for c in found] == [("one", "p1"), ("two", None)]
    assert [c.place.column for c in found] == [8, 17]


def test_a_citation_in_code_or_behind_a_backslash_is_text() -> None:
    assert prose("`[@one#p1]` and \\[@one#p1]").citations == ()


def test_raw_html_is_escaped_whatever_happens() -> None:
    assert "<script" not in html("a <script>alert(1)</script>\n\n<div onclick=x>\n")


def test_a_heading_is_one_deeper_than_the_one_it_stands_under() -> None:
    text = html("## A b\n\n### C\n")
    assert re.findall(r"<h\d", text) == ["<h3", "<h4"]


def test_a_heading_links_to_itself_unless_it_holds_a_link() -> None:
    assert html("## A b\n") == '<h3 id="a-b"><a class="self" href="#a-b">A b</a></h3>\n'
    assert html("## A [b](c.md)\n") == '<h3 id="a-b">A <a href="c.md">b</a></h3>\n'


def test_words_in_another_script_are_told_their_language() -> None:
    assert html("Named 葛嘉明 here.") == '<p>Named <i lang="ja">葛嘉明</i> here.</p>\n'


def test_an_address_is_escaped() -> None:
    assert 'href="x.md?a=1&amp;b=&#34;2"' in html('[a](<x.md?a=1&b="2>)')


def test_a_table_has_headed_columns_and_no_inline_style() -> None:
    table = html("| a | b |\n|---|--:|\n| 1 | 2 |\n")
    assert '<th scope="col" class="align-right">b</th>' in table
    assert "style=" not in table


@given(st.text())
def test_no_text_makes_the_reader_fail_or_lets_a_tag_through(text: str) -> None:
    written = html(text.replace("\r", "\n"))
    assert "<script" not in written.lower()
    assert "onerror=" not in written.lower() or "&" in written or "<" not in text


@example("/@1#1")
@example(".md@1#1")
@given(st.text("[@]aB1-#/. md;", max_size=20))
def test_what_a_citation_was_meant_to_be_can_be_read_as_one(text: str) -> None:
    meant = meant_citation(text)
    place = Place("a.md")
    assert not meant or read_citation(Text(meant, place)) is not None


def test_a_citation_without_its_sign_is_told() -> None:
    assert [fault.rule for fault in prose("One [one#p1]. `[one#p1]` [one](#p1)").faults] == [
        "citation-syntax"
    ]
