"""A text is parted under a heading: nothing is lost, nothing stands in both halves."""

from hypothesis import given
from hypothesis import strategies as st

from engine.diagnostics import Place
from engine.nodes import Text
from engine.prose import Prose, read_prose
from engine.sections import cut, parted

TITLE = "What the record shows"
BLOCKS = ["Plain. [@a#p1]", "## Other", "### Below", f"## {TITLE}", "- one [@b]\n- two", "> said",
          "[x](../people/y.md)", "| a |\n|---|\n| b [@c] |"]  # fmt: skip


def prose(text: str) -> Prose:
    return read_prose(Text(text, Place("x.md", 1), text.split("\n")))


def kinds(one: Prose) -> list[str]:
    return [token.type for token in one.tokens]


@given(st.lists(st.sampled_from(BLOCKS), max_size=9))
def test_the_halves_are_the_whole_without_the_heading(blocks: list[str]) -> None:
    whole = prose("\n\n".join(blocks))
    outside, inside = parted(whole, TITLE)
    heading = 3 if f"## {TITLE}" in blocks else 0
    assert len(outside.tokens) + len(inside.tokens) == len(whole.tokens) - heading
    assert sorted((*outside.citations, *inside.citations), key=lambda c: c.place) == sorted(
        whole.citations, key=lambda c: c.place
    )
    assert len(outside.links) + len(inside.links) == len(whole.links)
    assert len(outside.headings) + len(inside.headings) == len(whole.headings) - bool(heading)


def test_the_part_ends_at_the_next_heading_that_is_not_below_it() -> None:
    text = f"One.\n\n## {TITLE.upper()}\n\nTwo.\n\n### Three\n\nFour.\n\n## Five\n\nSix."
    outside, inside = parted(prose(text), TITLE)
    assert inside.sentences == ("Two.", "Three", "Four.")
    assert outside.sentences == ("One.", "Five", "Six.")


def test_a_heading_within_a_quotation_is_no_part() -> None:
    whole = prose(f"> ## {TITLE}\n>\n> One.")
    assert parted(whole, TITLE) == (whole, Prose())


def test_each_half_keeps_its_own_footnotes() -> None:
    text = f"One.[^a]\n\n## {TITLE}\n\nTwo.[^b]\n\n[^a]: For one. [@x]\n[^b]: For two. [@y]"
    outside, inside = parted(prose(text), TITLE)
    assert [citation.source for citation in outside.citations] == ["x"]
    assert [citation.source for citation in inside.citations] == ["y"]
    for half in (outside, inside):
        assert kinds(half).count("footnote_open") == kinds(half).count("footnote_close") == 1
        assert kinds(half)[-1] == "footnote_block_close"


def test_a_half_without_footnotes_has_no_place_for_them() -> None:
    outside, inside = parted(prose(f"One.[^a]\n\n## {TITLE}\n\nTwo.\n\n[^a]: For one."), TITLE)
    assert "footnote_block_open" in kinds(outside)
    assert "footnote_block_open" not in kinds(inside)


@given(st.lists(st.sampled_from(BLOCKS), max_size=9))
def test_the_parts_of_a_text_are_the_whole_and_each_begins_with_its_heading(
    blocks: list[str],
) -> None:
    whole = prose("\n\n".join(blocks))
    parts = cut(whole)
    assert [token for part in parts for token in part.tokens] == list(whole.tokens)
    assert all(kinds(part).count("heading_open") <= 1 for part in parts)
    assert all(kinds(part)[0] == "heading_open" for part in parts[1:])
    assert [one for part in parts for one in part.citations] == list(whole.citations)


def test_the_footnotes_of_a_text_that_is_cut_are_its_last_part() -> None:
    text = "One.[^a]\n\n## Two\n\nThree.[^b][^a]\n\n[^a]: First.[^c]\n[^b]: Second.\n[^c]: Third."
    one, two, notes = cut(prose(text))
    assert (one.sentences, two.sentences) == (("One.",), ("Two", "Three."))
    assert notes.sentences == ("First.", "Second.", "Third.")


def test_a_half_keeps_the_footnotes_of_its_footnotes() -> None:
    text = f"One.[^a]\n\n## {TITLE}\n\nTwo.\n\n[^a]: See.[^b]\n[^b]: Deep.[^a] [@x]"
    outside, inside = parted(prose(text), TITLE)
    assert outside.sentences == ("One.", "See.", "Deep.  ")
    assert [citation.source for citation in outside.citations] == ["x"]
    assert inside.sentences == ("Two.",)
