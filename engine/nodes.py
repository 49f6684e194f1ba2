"""YAML text → Nodes that know their place. The only door to PyYAML.

Text stays text: nothing is guessed into a date, a number or a boolean here,
and nothing is known of what the keys mean.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeGuard

import yaml

from engine.diagnostics import Diagnostic, Place
from engine.yaml_faults import in_plain_words, is_at_start

DEEPEST = 12
"""How deep a front matter may nest before it must be a mistake."""

UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""What no text may hold, be it as it is or as an escape of YAML: XML does not have it."""

_STANDARD = "tag:yaml.org,2002:"
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Text(str):
    """A scalar as written, with its place and the lines of the file that it stands in."""

    __slots__ = ("place", "rows")
    place: Place
    rows: Sequence[str]

    def __new__(cls, value: str, place: Place, rows: Sequence[str] = ()) -> "Text":
        """The text, told where it stands; ``rows`` are all lines of its file."""
        text = super().__new__(cls, value)
        text.place = place
        text.rows = rows
        return text

    def locate(self, needle: str, line: int = 0, column: int = 1) -> Place:
        """The first place at or after line and column where ``needle`` is written.

        Falls back to the first one in the text, then to the text's own place.
        """
        start = (max(line, self.place.line), column if line >= self.place.line else 1)
        for first, offset in (start, (self.place.line, self.place.column)):
            for number in range(first, len(self.rows) + 1):
                at = self.rows[number - 1].find(needle, offset - 1 if number == first else 0)
                if at >= 0:
                    return Place(self.place.path, number, at + 1, len(needle))
        return self.place


class Items(list["Node"]):
    """A YAML sequence, with its place."""

    def __init__(self, items: "list[Node]", place: Place) -> None:
        """The items, told where the sequence begins."""
        super().__init__(items)
        self.place = place


class Mapping(dict[str, "Node"]):
    """A YAML mapping, with its place and that of each of its keys."""

    def __init__(
        self, entries: "dict[str, Node]", place: Place, names: tuple[Text, ...] = ()
    ) -> None:
        """The entries; ``names`` are all keys as written, those without a value too."""
        super().__init__(entries)
        self.place = place
        self.names = names

    @property
    def empty(self) -> tuple[Text, ...]:
        """The keys that were written without a value."""
        return tuple(name for name in self.names if name not in self)

    @property
    def first(self) -> Place:
        """Where its first key stands; its own place if it has none."""
        return self.names[0].place if self.names else self.place

    def key_place(self, key: str) -> Place:
        """Where a key stands; the mapping's own place if it is not there."""
        return next((name.place for name in self.names if name == key), self.place)


Node = Text | Items | Mapping


@dataclass(frozen=True)
class Parsed:
    """What one YAML text gave: its mapping (None if it could not be read) and its faults."""

    mapping: Mapping | None
    faults: tuple[Diagnostic, ...]


def read_mapping(text: str, path: str, above: Sequence[str] = ()) -> Parsed:
    """Parse YAML whose top is a mapping.

    ``above`` are the lines of the file before ``text``. An empty text is an empty mapping.
    A key without a value is not among the entries.
    """
    first_line = len(above) + 1
    reader = _Reader(path, first_line, [*above, *text.split("\n")])
    try:
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        return Parsed(None, (reader.syntax_fault(error, text),))
    except yaml.reader.ReaderError as error:
        return Parsed(None, (reader.unreadable(text, error.position),))
    start = Place(path, first_line)
    if root is None:
        return Parsed(Mapping({}, start), ())
    if not isinstance(root, yaml.MappingNode):
        hint = "write 'title: …', a line for each field"
        fault = Diagnostic(start, "yaml-syntax", "expected 'key: value' lines here", hint)
        return Parsed(None, (fault,))
    mapping = reader.convert(root, 0)
    return Parsed(mapping if _is_mapping(mapping) else None, tuple(reader.faults))


def _is_mapping(node: Node | None) -> TypeGuard[Mapping]:
    return isinstance(node, Mapping)


class _Reader:
    """Walks the nodes of one text and collects its faults."""

    def __init__(self, path: str, first_line: int, rows: Sequence[str]) -> None:
        self.path = path
        self.first_line = first_line
        self.rows = rows
        self.faults: list[Diagnostic] = []
        self._seen: set[int] = set()

    def place(self, node: yaml.Node) -> Place:
        start, end = node.start_mark, node.end_mark
        length = end.column - start.column if end.line == start.line else 1
        return Place(self.path, self.first_line + start.line, start.column + 1, max(1, length))

    def convert(self, node: yaml.Node, depth: int) -> Node | None:
        """The Node, or None for an empty value or one that is told as a fault."""
        place = self.place(node)
        refuse = self._refuse
        if id(node) in self._seen:
            refuse(place, "yaml-alias", "anchors and aliases are not used here",
                         "write the value out again")  # fmt: skip
            return self._text(node, place)
        self._seen.add(id(node))
        if not node.tag.startswith(_STANDARD) or "python" in node.tag:
            refuse(place, "yaml-tag", f"a YAML tag '{node.tag}' is not used here",
                         "put the value in quotes")  # fmt: skip
            return self._text(node, place)
        row = next(iter(self.rows[place.line - 1 : place.line]), "")  # none at the very end
        if row.startswith("&", place.column - 1):
            refuse(place, "yaml-alias", "a text cannot begin with '&' unless it is quoted",
                         "put it in quotes; anchors are not used here")  # fmt: skip
            return self._text(node, place)
        if depth > DEEPEST:
            refuse(place, "yaml-depth", f"nested more than {DEEPEST} deep",
                         "is a line indented too far?")  # fmt: skip
            return None
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, place, depth)
        if isinstance(node, yaml.SequenceNode):
            items = [self.convert(item, depth + 1) for item in node.value]
            return Items([item for item in items if item is not None], place)
        if node.tag == _STANDARD + "null" and node.value == "":
            return None
        return self._clean(node, place)

    def _clean(self, node: yaml.Node, place: Place) -> Text:
        """The text of a scalar; what cannot be seen in it is told, and left out."""
        if found := UNSEEN.search(node.value):
            message = f"the unseen character U+{ord(found[0]):04X}"
            self._refuse(place, "unseen-character", message, "delete its escape")
        return Text(UNSEEN.sub("", node.value), place, self.rows)

    def _text(self, node: yaml.Node, place: Place) -> Text | None:
        """The text of a refused scalar, so that its field is not told as missing too."""
        return Text(node.value, place, self.rows) if isinstance(node, yaml.ScalarNode) else None

    def _mapping(self, node: yaml.MappingNode, place: Place, depth: int) -> Mapping:
        entries: dict[str, Node] = {}
        keys: dict[str, Text] = {}
        for key_node, value_node in node.value:
            key_place = self.place(key_node)
            if not isinstance(key_node, yaml.ScalarNode):
                self._refuse(key_place, "yaml-syntax", "a key must be plain text")
                continue
            key = self._clean(key_node, key_place)
            if key in keys:
                self._refuse(key_place, "duplicate-key", f"'{key}' is given twice",
                             f"the first is on line {keys[key].place.line}; keep one")  # fmt: skip
                continue
            keys[key] = key
            value = self.convert(value_node, depth + 1)
            if value is not None:
                entries[key] = value
        return Mapping(entries, place, tuple(keys.values()))

    def _refuse(self, place: Place, rule: str, message: str, hint: str = "") -> None:
        self.faults.append(Diagnostic(place, rule, message, hint))

    def unreadable(self, text: str, position: int) -> Diagnostic:
        """A character that YAML does not allow."""
        before = text[:position]
        line, column = before.count("\n"), position - before.rfind("\n")
        place = Place(self.path, self.first_line + line, max(1, column))
        message = "a character that cannot be seen and that YAML does not allow"
        return Diagnostic(place, "unseen-character", message, "delete it")

    def syntax_fault(self, error: yaml.MarkedYAMLError, text: str) -> Diagnostic:
        """The parser's complaint in plain words, at the start of what is broken."""
        problem, context = error.problem or "", error.context or ""
        begun = is_at_start(problem, context)
        mark = error.context_mark if begun else error.problem_mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        told = in_plain_words(problem, context, text.split("\n"), (line, column))
        place = Place(self.path, self.first_line + told.line, told.column + 1)
        return Diagnostic(place, "yaml-syntax", told.message, told.hint)
