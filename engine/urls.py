"""A web address → its parts, or what is wrong with it. The only door to the splitting of one.

Standard library only, since the command line is read before there is any package.
"""

import re
from urllib.parse import SplitResult, urlsplit

WEB = r"https?://[^\s/]+\S*"
"""What an address on the web looks like; ``wrong_address`` asks more."""
HOST = "after :// stands a host, such as example.org or example.org:8000"

Told = tuple[str, str]
"""A message and a hint."""


def parts_of(url: str) -> SplitResult | None:
    """The parts of an address, relative ones too; None where they cannot be told apart."""
    try:
        parts = urlsplit(url)
        _ = parts.port  # read only when asked for
    except ValueError:
        return None
    return parts


def wrong_address(url: str) -> Told | None:
    """What keeps this from being an address on the web, with a host in it; None if nothing."""
    message = f"'{url}' is not a web address"
    if not re.fullmatch(WEB, url):
        return message, "it begins with https://"
    parts = parts_of(url)
    return None if parts and parts.hostname else (message, HOST)


def wrong_base(url: str) -> Told | None:
    """What keeps this from being the address of a site; None if nothing."""
    mark = next((mark for mark in "?#" if mark in url), "")
    hint = f"leave out '{mark}' and what follows it"
    told = (f"'{url}' is not the address of a site", hint) if mark else None
    return wrong_address(url) or told
