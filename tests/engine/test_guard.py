"""Which requests a preview answers."""

import pytest

from engine.guard import is_refused

HOME = "127.0.0.1"


@pytest.mark.parametrize(
    "host", ["localhost", "localhost:8000", "127.0.0.1:8000", "LOCALHOST:9", "[::1]:8000"]
)
def test_this_machine_is_answered_on_any_port(host: str) -> None:
    assert not is_refused({"Host": host}, HOME)


@pytest.mark.parametrize(
    "host",
    ["", ":8000", "evil.example", "localhost.evil.example:8000", "127.0.0.1.evil.example",
     "192.168.0.7:8000", "[::1", "a@localhost:8000/x@evil.example"],
)  # fmt: skip
def test_a_name_made_to_lead_here_is_refused(host: str) -> None:
    assert is_refused({"Host": host}, HOME)


def test_a_request_without_a_host_is_refused() -> None:
    assert is_refused({}, HOME)


def test_the_host_that_was_asked_for_is_answered() -> None:
    assert not is_refused({"Host": "box.local:8000"}, "box.local")
    assert is_refused({"Host": "other.local:8000"}, "box.local")


@pytest.mark.parametrize("host", ["0.0.0.0", "::", ""])
def test_a_server_for_the_network_answers_addresses_but_no_foreign_names(host: str) -> None:
    assert not is_refused({"Host": "192.168.0.7:8000"}, host)
    assert is_refused({"Host": "evil.example:8000"}, host)
    assert is_refused({"Host": ""}, host)


@pytest.mark.parametrize(
    "origin",
    ["http://evil.example", "http://localhost:8001", "http://localhost", "null", "",
     "file://localhost:8000", "http://localhost:8000.evil.example"],
)  # fmt: skip
def test_a_foreign_origin_is_refused(origin: str) -> None:
    assert is_refused({"Host": "localhost:8000", "Origin": origin}, HOME)


def test_its_own_origin_is_answered() -> None:
    assert not is_refused({"Host": "localhost:8000", "Origin": "http://localhost:8000"}, HOME)


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_another_site_may_link_here_but_not_load_from_here(site: str) -> None:
    told = {"Host": "localhost:8000", "Sec-Fetch-Site": site}
    assert not is_refused({**told, "Sec-Fetch-Mode": "navigate"}, HOME)
    assert is_refused({**told, "Sec-Fetch-Mode": "no-cors"}, HOME)
    assert is_refused({**told, "Sec-Fetch-Mode": "websocket"}, HOME)
