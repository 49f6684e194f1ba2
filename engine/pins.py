"""Compare the packages that the pinned lists name with those that a Python holds.

It must not install anything, and imports nothing but the standard library.
"""

import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

HERE = {
    "sys_platform": sys.platform,
    "platform_python_implementation": sys.implementation.name,
}
"""What the markers of a list may ask of a machine, in small letters."""


def read_pins(text: str, here: Mapping[str, str] = HERE) -> dict[str, str]:
    """Name → version of every line that holds `here`, of a list as `pip install -r` reads it.

    Only exact versions count; whatever else a list may hold is left to pip.
    """
    pins = {}
    for line in text.replace("\\\n", " ").splitlines():
        wanted = re.sub(r"(^|\s)#.*|\s--hash=\S+", "", line).strip()
        pin = re.fullmatch(r"([\w.-]+)(?:\[.*\])?\s*==([^\s;]+)\s*(?:;(.*))?", wanted)
        if pin and (not pin[3] or applies(pin[3], here)):
            pins[_plain(pin[1])] = pin[2]
    return pins


def applies(marker: str, here: Mapping[str, str] = HERE) -> bool:
    """Whether a marker (PEP 508, as uv writes it: `or` outside, `and` inside) is true `here`.

    A question that `here` has no answer to counts as false: such a package is left to pip.
    """
    alternatives = re.sub("[()]", "", marker).split(" or ")
    return any(all(_holds(term, here) for term in each.split(" and ")) for each in alternatives)


def _holds(term: str, here: Mapping[str, str]) -> bool:
    asked = re.fullmatch(r"\s*(\w+) (==|!=) '(.*)'\s*", term)
    if not asked or asked[1] not in here:
        return False
    return (here[asked[1]] == asked[3].lower()) == (asked[2] == "==")


def installed(folders: Iterable[str]) -> dict[str, str]:
    """Name → version of the packages in `folders`, the first folder winning.

    Read from the names of the `.dist-info` folders (as the specification "Recording installed
    projects" has them): at every start, importlib.metadata would cost twenty times as much.
    Installers write RECORD last, so what they were killed over does not count.
    """
    found: dict[str, str] = {}
    for folder in folders:
        for record in Path(folder).glob("*.dist-info/RECORD"):
            name, _, version = record.parent.stem.partition("-")
            found.setdefault(_plain(name), version)
    return found


def lacking(pins: Mapping[str, str], folders: Iterable[str]) -> list[str]:
    """`name version` of the pins that `folders` do not hold in just that version."""
    found = installed(folders)
    return [f"{name} {version}" for name, version in pins.items() if found.get(name) != version]


def _plain(name: str) -> str:
    """The one spelling of a package's name (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()
