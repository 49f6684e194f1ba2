"""The rules about what leads nowhere, and prose that is not read as it was meant."""

from engine.rules.rule import ERROR, WARNING, Rule

REFERENCES = (
    Rule(
        "unknown-reference",
        ERROR,
        "An id names no record of its kind.",
        "Correct the id; the hint has the nearest one, or says of which kind it is.",
    ),
    Rule(
        "draft-reference",
        ERROR,
        "Something that is published refers to a draft, which is not.",
        "Publish the draft, or refer to something else.",
    ),
    Rule(
        "unknown-passage",
        ERROR,
        "The source has no passage with this id.",
        "Correct the id, or number the passages of the source.",
    ),
    Rule(
        "citation-syntax",
        ERROR,
        "This is nearly a citation, and would be published as plain text or lost.",
        "Write [@source-id#passage] in prose, source-id#passage in a field.",
    ),
    Rule(
        "link-syntax",
        ERROR,
        "This is nearly a link: the gap in its target keeps it from being read as one.",
        "Rename the file, or write the target between < and >.",
    ),
    Rule(
        "broken-link",
        ERROR,
        "A link leads to nothing that is published.",
        "Correct the path, which begins from the folder of the file that it stands in.",
    ),
    Rule(
        "broken-fragment",
        ERROR,
        "The page of a link is there, and the part of it that is named is not.",
        "Correct what stands after the #, or delete it.",
    ),
    Rule(
        "raw-html",
        ERROR,
        "Raw HTML in prose would be shown as text: pages are safe because none is let through.",
        "Say it in Markdown; a literal < is written \\<.",
    ),
    Rule(
        "heading-level",
        ERROR,
        "The title of a record is the one first-level heading of its page.",
        "Begin headings with ##.",
    ),
    Rule(
        "same-id",
        ERROR,
        "Two records of one kind, two passages of a source or two parts of a page have one id.",
        "Rename one of them.",
    ),
    Rule(
        "stranger",
        WARNING,
        "The prose has the name of somebody who is not in the cast, or a name of the cast "
        "with a slip in it.",
        "Correct the spelling, or add the person; a spelling that a source uses goes into "
        "other_names.",
    ),
    Rule(
        "same-name",
        WARNING,
        "Two people of the cast have the same name, so readers cannot tell them apart.",
        "Make one file of them, or say in the names which is which.",
    ),
    Rule(
        "unmentioned-person",
        WARNING,
        "Nothing in the story leads to this member of the cast.",
        "Name the person in an event, link to the page, or leave the person out.",
    ),
    Rule(
        "unused-term",
        WARNING,
        "The glossary explains a word that the story does not use.",
        "Use the word where it explains something, or delete the entry.",
    ),
    Rule(
        "unexplained-word",
        WARNING,
        "The prose has an abbreviation that neither the glossary nor a name explains.",
        "Add a term, or write the words with the abbreviation in brackets behind them.",
    ),
)
