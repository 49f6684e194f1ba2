"""The rules about what is wrong with a file, its name, its bytes or its YAML."""

from engine.rules.rule import EITHER, ERROR, Rule

FILES = (
    Rule(
        "unwritten",
        EITHER,
        "A mark that says what is still to be written stands in a record: an error where it is "
        "published, a warning in a draft that is shown with --drafts.",
        "Write what it asks for in its place.",
    ),
    Rule(
        "missing-settings",
        ERROR,
        "A site is a folder with a site.yaml, and there is none.",
        "Write a site.yaml with a title and a description, or name the right folder with --site.",
    ),
    Rule(
        "empty-site",
        ERROR,
        "There is not one record, so there is nothing to publish.",
        "Write one Markdown file, for example an event.",
    ),
    Rule(
        "wrong-folder",
        ERROR,
        "The folder of a file says what kind of record it is, and this folder stands for none.",
        "Move the file to the folder of its kind.",
    ),
    Rule(
        "wrong-ending",
        ERROR,
        "Records are Markdown files; anything else would be left out without a word.",
        "Rename the file to end in .md, or move it to static/ if it is to be published as it is.",
    ),
    Rule(
        "bad-name",
        ERROR,
        "The name of a file is the id of its record and its address, so it holds only a-z, "
        "0-9 and single hyphens.",
        "Rename the file; the hint has a name that will do.",
    ),
    Rule(
        "too-large",
        ERROR,
        "A file of this size is not one record that a person wrote.",
        "Divide it into records, or take it out of the content folders.",
    ),
    Rule(
        "outside-link",
        ERROR,
        "The file is a link that leads out of the site, so another copy of the site would lack it.",
        "Copy the file into the site.",
    ),
    Rule(
        "not-utf-8",
        ERROR,
        "A byte is not UTF-8, so nobody knows which character was meant.",
        "Save the file as UTF-8; the place is the first such byte.",
    ),
    Rule(
        "byte-order-mark",
        ERROR,
        "The file begins with a mark that some editors add and that hides the front matter.",
        "Save the file as UTF-8 without a byte-order mark.",
    ),
    Rule(
        "unseen-character",
        ERROR,
        "A character that no screen shows stands in the text; some programs take it for the "
        "end of a line.",
        "Delete it at the place that is told.",
    ),
    Rule(
        "front-matter",
        ERROR,
        "A record begins with its fields, between two lines of three hyphens.",
        "Put the missing line there, as the first of the file or after the last field.",
    ),
    Rule(
        "yaml-syntax",
        ERROR,
        "The fields cannot be read as YAML; the place is where what is broken begins.",
        "Follow the hint: quotes, a bracket, a gap after a colon, spaces in place of a tab.",
    ),
    Rule(
        "yaml-alias",
        ERROR,
        "YAML’s anchors and aliases are not used here: a text that begins with & or * is "
        "mostly a slip.",
        "Put the text in quotes, or write the value out again.",
    ),
    Rule(
        "yaml-tag",
        ERROR,
        "YAML’s tags are not used here: a text that begins with ! is mostly a slip.",
        "Put the text in quotes.",
    ),
    Rule(
        "yaml-depth",
        ERROR,
        "The fields are nested deeper than any record needs.",
        "Look for a line that is indented too far.",
    ),
    Rule(
        "duplicate-key",
        ERROR,
        "A key stands twice in one place, and one of its values would be lost.",
        "Keep one of the two.",
    ),
)
