"""The headers of a request → whether it is ours to answer.

Knows names of hosts and origins; nothing of what is asked for.
"""

import re
from collections.abc import Mapping
from ipaddress import ip_address

ANY = ("", "0.0.0.0", "::")
"""The hosts that stand for every address of the machine."""
LOCAL = ("localhost", "127.0.0.1", "::1")
_HOST = re.compile(r"(?:\[([0-9a-f:.]+)\]|([^\[\]:/@?#\s]+))(?::\d+)?")


def is_refused(headers: Mapping[str, str], host: str) -> bool:
    """Whether a request is not from this machine's own browser and page, or not meant for us.

    A foreign ``Host`` is a name that was made to lead here; a foreign ``Origin``, or a request
    across sites that is no visit, is another site's page that reads ours.
    """
    given = headers.get("Host", "")
    origin = headers.get("Origin")
    is_visit = headers.get("Sec-Fetch-Mode", "navigate") == "navigate"
    is_across = headers.get("Sec-Fetch-Site", "none") in ("cross-site", "same-site")
    if origin is not None and origin not in (f"http://{given}", f"https://{given}"):
        return True
    return (is_across and not is_visit) or not _is_our_name(given, host)


def _is_our_name(given: str, host: str) -> bool:
    match = _HOST.fullmatch(given.lower())
    if match is None:
        return False
    name = match[1] or match[2]
    return name in (*LOCAL, host.lower()) or (host in ANY and _is_address(name))


def _is_address(name: str) -> bool:
    """Whether it is an IP address: it cannot be made to lead elsewhere, as a name can."""
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
