"""What an author is told whose date is in none of our forms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.dates.faults import FORMS, complaint, quoted

YEARS = "write a year from 0001 to 9999"
AT_THE_END = "put the mark at the end: 2024-05-03~"
MEMBERS = "write the dates themselves: [2024-05-03,2024-05-04]"
DAYS = "write its days: 2024-05-03/2024-05-04"


@pytest.mark.parametrize(
    ("text", "what", "hint"),
    [
        ("2001-21", "a season", "write its months: 2024-06/2024-08"),
        ("2001-41~", "a season", "write its months: 2024-06/2024-08"),
        ("Y170000002", "a year marked with Y", YEARS),
        ("Y-17E7S3", "a year marked with Y", YEARS),
        ("-0044", "a year before 0001", YEARS),
        ("-0044-03-15", "a year before 0001", YEARS),
        ("0000", "a year before 0001", YEARS),
        ("0000-12", "a year before 0001", YEARS),
        ("1950S2", "a count of significant digits", "write the span: 1900/1999"),
        ("{2023,2024}", "a set in braces", "write one date, or a span: 2024-05-03/2024-05-04"),
        ("?2004-06", "doubt about a part of a date", AT_THE_END),
        ("2004?-06-11", "doubt about a part of a date", AT_THE_END),
        ("2004-06~-11", "doubt about a part of a date", AT_THE_END),
        ("2004-?06-~11", "doubt about a part of a date", AT_THE_END),
        ("202X", "an unspecified year of a decade", "write the span: 2020/2029"),
        ("2023-XX-XX", "an unspecified month and day", "write 2024-XX, or only the year"),
        ("2023-1X", "this use of X", "write 2024-05-XX, 2024-XX or 20XX"),
        ("2023-XX-17", "this use of X", "write 2024-05-XX, 2024-XX or 20XX"),
        ("XXXX", "this use of X", "write 2024-05-XX, 2024-XX or 20XX"),
        ("20XX?", "doubt about unspecified digits", "write 2024-05~ or 2024-05-XX"),
        ("2023-11-XX~", "doubt about unspecified digits", "write 2024-05~ or 2024-05-XX"),
        ("2023-11-17T12:00:00", "a time with seconds", "did you mean 2023-11-17T12:00?"),
        (
            "2023-11-17T12:00:00-08:00",
            "a time with seconds",
            "did you mean 2023-11-17T12:00-08:00?",
        ),
        ("2023-11-XX/2024", "X in a span", "write its months or years: 2024-05/2025"),
        ("[1670..1672]", "'..' in a list", MEMBERS),
        ("[..1672]", "'..' in a list", MEMBERS),
        ("[2023?,2024]", "doubt, X or a time in a list", MEMBERS),
        ("[20XX,2024]", "doubt, X or a time in a list", MEMBERS),
        ("[2023-11-17T12:00,2023-11-18]", "doubt, X or a time in a list", MEMBERS),
    ],
)
def test_edtf_that_is_not_ours_is_told_as_such(text: str, what: str, hint: str) -> None:
    assert complaint(text) == (f"'{text}' is EDTF, but {what} is not supported here", hint)


@pytest.mark.parametrize(
    ("text", "reason", "hint"),
    [
        ("2024-13-45", "there is no month 13", FORMS),
        ("2023-02-30", "February 2023 has 28 days", FORMS),
        ("2023-17-11", "there is no month 17", "did you mean 2023-11-17?"),
        ("2023-13-XX", "there is no month 13", FORMS),
        (
            "2023-11-17T24:00",
            "there is no hour 24",
            "midnight is T00:00 of the day that begins",
        ),
        ("2023-11-17T12:23+25:00", "there is no offset +25:00", FORMS),
    ],
)
def test_a_day_that_no_calendar_has_is_told_with_the_reason(
    text: str, reason: str, hint: str
) -> None:
    assert complaint(text) == (f"'{text}' is not a date: {reason}", hint)


@pytest.mark.parametrize(
    ("text", "guess"),
    [
        ("17/11/2023", "2023-11-17"),
        ("05/11/2023", "2023-11-05 or 2023-05-11"),
        ("Nov 17, 2023", "2023-11-17"),
        ("2023/11/17", "2023-11-17"),
        ("2023/11", "2023-11"),
        ("2023-1-5", "2023-01-05"),
        ("2023-11-17 12:23", "2023-11-17T12:23"),
        ("2018 / 2019", "2018/2019"),
        ("c. 2019", "2019~"),
    ],
)
def test_another_form_is_told_with_ours(text: str, guess: str) -> None:
    assert complaint(text) == (f"'{text}' is a date in another form", f"did you mean {guess}?")


WHOLE = "write the day too: 2024-05-03T12:00"
OFFSET = "write its distance from UTC: 2024-05-03T14:30+02:00"


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("", "'' is not a date", FORMS),
        ("late 2023", "'late 2023' is not a date", FORMS),
        ("1.10", "'1.10' is not a date", FORMS),
        ("2018/2019/2020", "'2018/2019/2020' is not a date", FORMS),
        ("2023?~", "'2023?~' is not a date", FORMS),
        ("noon", "'noon' is a time without its day", WHOLE),
        ("12:30", "'12:30' is a time without its day", WHOLE),
        ("7 pm", "'7 pm' is a time without its day", WHOLE),
        ("2023-11-17T12:23PST", "'2023-11-17T12:23PST' names its zone", OFFSET),
        ("..", "'..' alone is not a date", "write 2019/.. or ../2024"),
        ("../..", "'../..' has a date on neither side", "write 2019/.. or ../2024"),
        ("/", "'/' has a date on neither side", "write 2019/.. or ../2024"),
        ("2018/2023-13", "'2023-13' is not a date: there is no month 13", FORMS),
        ("/noon", "'noon' is a time without its day", WHOLE),
        (
            "2023-11-17T12:00/2023-11-18",
            "'2023-11-17T12:00/2023-11-18': a span between times is not supported here",
            DAYS,
        ),
        ("[2023-11-18]", "'[2023-11-18]' is a list of one date", "write 2023-11-18"),
        ("[2023,2023]", "'[2023,2023]' names one date twice", "write each date once"),
        ("[2023,]", "a date is missing in '[2023,]'", MEMBERS),
        ("[]", "a date is missing in '[]'", MEMBERS),
        ("[2023, 2023-13]", "'2023-13' is not a date: there is no month 13", FORMS),
    ],
)
def test_anything_else_is_told_with_the_form_that_is_wanted(
    text: str, message: str, hint: str
) -> None:
    assert complaint(text) == (message, hint)


@given(st.text() | st.text("0123456789-/?~%XTZ:+.,[]{}YSE ", max_size=30))
def test_whatever_is_written_gets_a_message_and_a_hint_on_one_line(text: str) -> None:
    message, hint = complaint(text)
    assert message
    assert hint
    assert "\n" not in message + hint


def test_a_long_text_is_quoted_in_part() -> None:
    assert quoted("c" * 60) == f"'{'c' * 60}'"
    assert quoted("a\n b" + "c" * 100) == f"'a b{'c' * 57}…'"
