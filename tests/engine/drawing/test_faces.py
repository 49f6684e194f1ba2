"""How wide texts may be."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.drawing.faces import BOLD, NAME, PLAIN, SCORE, Face

FACES = (BOLD, PLAIN, NAME, SCORE)


@pytest.mark.parametrize("face", FACES)
def test_every_printable_character_of_ascii_has_one_width(face: Face) -> None:
    held = Counter("".join(face.table.values()))
    assert set(map(chr, range(32, 127))) <= set(held)
    assert held.most_common(1)[0][1] == 1


@given(st.text(), st.text(), st.sampled_from(FACES))
def test_two_texts_are_as_wide_as_both(one: str, other: str, face: Face) -> None:
    assert face.width(one + other) == pytest.approx(face.width(one) + face.width(other))


def test_an_accent_takes_no_room_and_an_ideograph_a_whole_em() -> None:
    assert BOLD.width("é") == BOLD.width("e\u0301") == BOLD.width("e")
    assert BOLD.width("会議") == pytest.approx(2 * BOLD.size * 1.02)


def test_a_bold_text_is_wider_than_a_plain_one_of_its_size() -> None:
    text = "The council votes at 12:23 p.m."
    assert BOLD.width(text) / BOLD.size > PLAIN.width(text) / PLAIN.size
