"""Where a name stands in the index."""

from hypothesis import given
from hypothesis import strategies as st

from engine.views.alphabet import DIGITS, HAN, OTHER, ROWS, anchor, folded, place


def order(*names: str) -> list[str]:
    return sorted(names, key=lambda name: place(name, ["the", "a", "an"]))


def heading(name: str) -> str:
    return place(name, ["the", "a", "an"])[1]


def test_accents_case_and_width_make_no_difference() -> None:
    assert folded("Ångström") == folded("ANGSTROM") == folded("ａｎｇｓｔｒｏｍ")
    assert heading("Éire") == "E"


def test_an_article_or_a_mark_at_the_beginning_does_not_count() -> None:
    assert order("The bridge", "A barge", "Canal", "“The buoy”") == [
        "A barge",
        "The bridge",
        "“The buoy”",
        "Canal",
    ]
    assert heading("A") == "A", "a name that is an article is a name"


def test_kana_stand_by_their_rows_voiced_or_small_or_narrow() -> None:
    for name, row in {
        "グレッグ": "カ",
        "ｸﾞﾚｯｸﾞ": "カ",
        "ぱん": "ハ",
        "ヴィル": "ア",
        "ャマ": "ヤ",
        "ッ": "タ",
        "ヮ": "ワ",
        "ン": "ワ",
    }.items():
        assert heading(name) == row


def test_scripts_follow_each_other() -> None:
    names = ["Zebra", "Äpfel", "Ωmega", "サム", "孫", "2019", "?"]
    assert order(*reversed(names)) == ["Äpfel", "Zebra", *names[2:]]
    assert [heading(name) for name in names[3:]] == ["サ", HAN, DIGITS, OTHER]


@given(st.text())
def test_every_name_has_a_heading_and_every_heading_an_id_of_plain_letters(name: str) -> None:
    id_ = anchor(heading(name))
    assert id_.isascii()
    assert id_.isalnum()


@given(st.lists(st.text(alphabet="aäbÄあアがｶ漢9 “-", max_size=6), max_size=8))
def test_a_heading_holds_its_names_together(names: list[str]) -> None:
    headings = [heading(name) for name in order(*names)]
    assert len(set(headings)) == sum(
        one != before for before, one in zip(["", *headings], headings, strict=False)
    )


def test_the_rows_are_in_the_order_of_their_characters() -> None:
    assert list(ROWS) == sorted(ROWS)
