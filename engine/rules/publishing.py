"""The rules about what is wrong with what is published: templates, pictures, addresses."""

from engine.rules.rule import ERROR, WARNING, Rule

PUBLISHING = (
    Rule(
        "same-address",
        ERROR,
        "Two things would be published at one address, be it only in another case, and one "
        "would hide the other.",
        "Rename one, or delete the alias.",
    ),
    Rule(
        "missing-picture",
        ERROR,
        "A portrait names a file that is not in static/.",
        "Correct the name, or add the picture.",
    ),
    Rule(
        "picture-too-large",
        WARNING,
        "A picture has so many bytes that a page with it is slow on a phone.",
        "Make it as wide as it is shown, or save it in a smaller format.",
        is_of_record=False,
    ),
    Rule(
        "crowded-structure",
        WARNING,
        "Lines or labels of the structure cross or lie over each other more than they must.",
        "Take the order that is named; or give a tie a shorter label, or leave a body out.",
    ),
    Rule(
        "template",
        ERROR,
        "A template cannot be read, or asks for something that is not there.",
        "Correct it at the word that is told; a site’s own templates lie over those of the engine.",
    ),
)
