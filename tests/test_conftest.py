"""The guards that every other test relies on hold."""

import os
import socket
from pathlib import Path

import pytest


@pytest.mark.parametrize("way", ["connect", "connect_ex", "sendto"])
def test_no_socket_leaves_the_process(way: str) -> None:
    with socket.socket() as plug, pytest.raises(AssertionError, match="no network"):
        getattr(plug, way)(("127.0.0.1", 9))


def test_no_name_is_looked_up() -> None:
    with pytest.raises(AssertionError, match="no network"):
        socket.getaddrinfo("example.org", 80)


def test_home_is_empty_and_settings_of_the_user_are_out_of_sight() -> None:
    assert list(Path.home().iterdir()) == []
    assert [name for name in os.environ if name.startswith("SAYSO_")] == []
