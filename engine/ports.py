"""A host and a port → a socket that listens there or nearby, and its address for a browser.

Knows nothing of what is served.
"""

import errno
import socket

from engine.guard import ANY

TRIED = 20
"""So many ports are tried, from the wanted one on."""


def listen(host: str, wanted: int) -> socket.socket:
    """A socket on the wanted port, or on the next that is free; OSError if there is none."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for port in range(wanted, wanted + TRIED):
        try:
            listening = socket.create_server((host, port), family=family)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
        else:
            listening.setblocking(False)
            return listening
    last = wanted + TRIED - 1
    raise OSError(errno.EADDRINUSE, f"the ports {wanted} to {last} are all in use")


def url_of(listening: socket.socket, host: str) -> str:
    """What a browser on this machine is given to open."""
    port = listening.getsockname()[1]
    name = "localhost" if host in ANY else host
    return f"http://[{name}]:{port}/" if ":" in name else f"http://{name}:{port}/"
