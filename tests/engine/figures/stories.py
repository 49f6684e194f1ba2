"""Small stories for the tests of figures: front matter texts through the engine to a Graph."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from engine.documents import File, find_files, read_document
from engine.graph import Graph
from engine.kinds import FOLDERS
from engine.records import decode_records
from engine.settings import read_settings
from engine.wording import read_words

ROOT = Path(__file__).parents[3]
SITE = "title: A story\ndescription: A story to draw.\ntimezone: Europe/London\n"


def words() -> dict[str, str]:
    """The words of the interface, as a build has them."""
    path = ROOT / "templates" / "strings.en.yaml"
    found, faults = read_words(path.read_text(encoding="utf-8"), path.name)
    assert not faults
    return found


def story(files: Mapping[str, str], site: str = SITE) -> Graph:
    """The graph of a site: ``files`` maps ``events/id`` to front matter."""
    texts = {f"content/{path}.md": f"---\n{text.strip()}\n---\n" for path, text in files.items()}
    return _graph([File(path, text.encode()) for path, text in texts.items()], site)


def events(*rows: str, site: str = SITE) -> Graph:
    """A story of events only, each row ``id | date | status``, and ``| key`` for a key event.

    What stands after that is more front matter, on one line: ``{people: [a]}``.
    """
    return story(dict(event(*row.split("|")) for row in rows), site)


def event(id_: str, date: str, status: str = "reported", *more: str) -> tuple[str, str]:
    """The path and the front matter of an event."""
    lines = [f"title: {id_.strip().replace('-', ' ').capitalize()}", "summary: It happened.",
             f"date: '{date.strip()}'", f"status: {status.strip()}", "cites: [a]"]  # fmt: skip
    lines += ["key: true" if word.strip() == "key" else word.strip() for word in more]
    return f"events/{id_.strip()}", "\n".join(lines)


def site_of(folder: Path) -> Graph:
    """The graph of a site's folder."""
    files, _ = find_files(folder, FOLDERS)
    return _graph(files, (folder / "site.yaml").read_text(encoding="utf-8"))


def _graph(files: Iterable[File], site: str) -> Graph:
    settings, faults = read_settings(File("site.yaml", site.encode()))
    documents = [read_document(f, FOLDERS[f.path.rpartition("/")[0]]) for f in files]
    entries = decode_records(documents)
    assert not faults
    assert [fault for entry in entries for fault in entry.faults] == []
    return Graph(settings, tuple(entries))
