"""``start``: a small explainer that is whole, in a folder of its own, to put another story into.

It must not know what the files say, only which of them has the title.
"""

import re
import shlex
from pathlib import Path

from engine.commands.answer import Answer, Asked, Change, refuse
from engine.commands.edits import scalar
from engine.documents import TODO, File
from engine.schemas import schemas
from engine.settings import NAME
from engine.wording import values_in

_TITLE = re.compile(r"^title: .*$", re.M)


def start(asked: Asked) -> Answer:
    """The files of the explainer, with the schemas from which an editor completes and checks.

    Refused for a title that is empty, cannot be seen, or would not be published as it is.
    """
    folder, title = Path(asked.options.words[0]), " ".join(asked.options.words[1].split())
    if not title or not title.isprintable():
        return refuse("an explainer needs a title that can be seen")
    if values := values_in(title):
        word = values[0][1]
        hint = f"leave out the braces, or write ({word})"
        return refuse(f"'{values[0][0]}' in a title stands for a count of records; {hint}")
    if TODO in title:
        return refuse(f"'{TODO}' marks what is still to be written; choose another title")
    files = {file.path: _titled(file, title) for file in asked.starter()}
    files |= {path: text.encode() for path, text in schemas().items()}
    changes = tuple(Change(path, None, content) for path, content in sorted(files.items()))
    build = f"python3 build.py --site {shlex.quote(str(folder))}"
    said = (
        f"{folder} is a small explainer about something invented, and whole.\n"
        f"Build it with: {build}\n"
        "Then put your story in its place, file by file: docs/your-own-story.md."
    )
    return Answer(said, changes, folder=folder)


def _titled(file: File, title: str) -> bytes:
    """The file; the settings and the front page with the title in the place of ours."""
    if file.path not in (NAME, "content/pages/index.md"):
        return file.content
    line = f"title: {scalar(title)}"
    return _TITLE.sub(lambda _: line, file.content.decode(), count=1).encode()
