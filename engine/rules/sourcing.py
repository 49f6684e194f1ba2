"""The rules about what rests on too little, or is marked better known than it is."""

from engine.rules.rule import ERROR, WARNING, Rule

SOURCING = (
    Rule(
        "uncited-passage",
        ERROR,
        "Nothing rests on a passage of a seed, so the site may leave out what the source says.",
        "Cite it where it belongs, or say in unused why nothing rests on it.",
    ),
    Rule(
        "used-passage",
        ERROR,
        "A passage is marked as unused and is cited.",
        "Delete unused, or the citation.",
    ),
    Rule(
        "older-source",
        WARNING,
        "All that a statement rests on appeared before what it says came about.",
        "Cite what was written afterwards; if it was announced beforehand, allow it and say so.",
    ),
    Rule(
        "overstated",
        WARNING,
        "A statement is marked official, first-person or reported, and all its sources rest "
        "on unnamed people.",
        "Mark it as anonymous or rumour, or cite a source with a name. What counts is "
        "anonymous on the source, not the kind of a passage.",
    ),
    Rule(
        "one-unnamed-source",
        WARNING,
        "A claim rests on one source alone, and that one on unnamed people.",
        "Look for a second source that does not repeat the first, or mark the claim as rumour.",
    ),
    Rule(
        "counted-twice",
        WARNING,
        "Two sources stand side by side, and one only repeats the other: a reader counts two "
        "where there is one.",
        "Cite one of the two.",
    ),
    Rule(
        "repeats-itself",
        ERROR,
        "A source is said to repeat another which, by way of others or at once, repeats it.",
        "Delete repeats on the one that was first.",
    ),
)
