"""The rules about what is wrong with the value of a field, in a record or in site.yaml."""

from engine.rules.rule import ERROR, WARNING, Rule

FIELDS = (
    Rule(
        "missing-field",
        ERROR,
        "A field that this kind must have is not there, is empty, or rests on nothing.",
        "Write it; what is missing is told at the first key of the mapping that lacks it.",
    ),
    Rule(
        "unknown-field",
        ERROR,
        "No field has this name here, so what it says would be lost.",
        "Correct the name; the fields of each kind are in docs/content-types.md.",
    ),
    Rule(
        "wrong-type",
        ERROR,
        "The value is not of the sort that the field holds: text, a list, a number, true or false.",
        "Write it as the hint shows.",
    ),
    Rule(
        "wrong-choice",
        ERROR,
        "The field has a few words to choose from, and this is none of them.",
        "Write one of those that the hint lists.",
    ),
    Rule(
        "bad-date",
        ERROR,
        "The value is no date, is a day that no calendar has, or is written in another form.",
        "Write a year, a month, a day or a minute, with ~ or ? for doubt: docs/content- "
        "types.md has all forms.",
    ),
    Rule(
        "same-day",
        ERROR,
        "A day of the structure is named twice in site.yaml, and the words for one would be lost.",
        "Keep one of the two.",
    ),
    Rule(
        "bad-address",
        ERROR,
        "The value is not the address of a page on the web.",
        "Write it with its https:// at the front.",
    ),
    Rule(
        "unknown-timezone",
        ERROR,
        "No time zone has this name.",
        "Write a name such as Europe/London.",
    ),
    Rule(
        "missing-timezone",
        ERROR,
        "A time of day has no zone, neither its own nor the site’s, so it may be any of 26 hours.",
        "Name the site’s time zone in site.yaml, or give the time its distance from UTC.",
    ),
    Rule(
        "unknown-group",
        ERROR,
        "A person stands in a group that site.yaml does not declare.",
        "Correct the id, or declare the group.",
    ),
    Rule(
        "unknown-strand",
        ERROR,
        "An event stands in a strand that site.yaml does not declare.",
        "Correct the id, or declare the strand.",
    ),
    Rule(
        "unknown-post",
        ERROR,
        "A membership names a post that the organization does not have.",
        "Correct the id, or add the post to the organization.",
    ),
    Rule(
        "unknown-side",
        ERROR,
        "A membership names a side that the organization does not have.",
        "Correct the id, or add the side to the organization.",
    ),
    Rule(
        "unknown-page",
        ERROR,
        "The navigation names a page that is not one of the engine’s.",
        "Name one of those in docs/content-types.md; pages of your own are linked in the foot "
        "by themselves.",
    ),
    Rule(
        "unknown-section",
        ERROR,
        "A page has words for a section that it does not have, or an answer that only the "
        "front page shows.",
        "Correct the id; the sections of each page are in docs/content-types.md.",
    ),
    Rule(
        "unknown-value",
        ERROR,
        "The words in braces are not the name of a count.",
        "Write one of those in docs/content-types.md.",
    ),
    Rule(
        "unknown-rule",
        ERROR,
        "A record allows a rule that does not exist, so it silences nothing.",
        "Correct the name.",
    ),
    Rule(
        "not-allowable",
        ERROR,
        "A record allows what cannot be allowed: an error, or a warning that is not told of "
        "records.",
        "Mend what the rule tells of, and delete the line.",
    ),
    Rule(
        "needless-allow",
        WARNING,
        "A record allows a warning that is not told of it any more. Left there, it would hide "
        "the next one that is right.",
        "Delete the line.",
        is_of_record=False,
    ),
)
