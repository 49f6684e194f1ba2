"""The rules about what cannot be so, or hardly, about people, posts, dates and votes."""

from engine.rules.rule import EITHER, ERROR, WARNING, Rule

FACTS = (
    Rule(
        "runs-backwards",
        ERROR,
        "Something certainly ends before it begins, or is known before it happens.",
        "Correct one of the two dates; perhaps they are exchanged.",
    ),
    Rule(
        "too-many-members",
        ERROR,
        "More people certainly hold a post at once than it has seats.",
        "Correct the seats, or the terms in the files of those people.",
    ),
    Rule(
        "two-holders",
        WARNING,
        "Two people certainly hold a post at once, and nobody says for how many it is.",
        "Write seats on the post, or the end of the earlier term.",
    ),
    Rule(
        "outside-term",
        WARNING,
        "An event names a person together with a body, at a time when the person certainly "
        "was not in it.",
        "Correct the date or the term; if the person takes part from outside, allow it and say so.",
    ),
    Rule(
        "voter-without-seat",
        EITHER,
        "A voter certainly held no seat that day, which is an error; or has no membership at "
        "all, which may only be missing.",
        "Add or correct the membership in the file of the person.",
    ),
    Rule(
        "wrong-count",
        ERROR,
        "Votes, counts and seats of a motion do not add up.",
        "Find out which of them is right.",
    ),
    Rule(
        "wrong-result",
        ERROR,
        "The result of a motion does not follow from its requirement and its counts.",
        "Correct the result, the counts or the requirement.",
    ),
)
