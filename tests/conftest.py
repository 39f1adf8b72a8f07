"""What holds for every test: no network, nobody's settings or home, the same examples on every run."""

import os
import socket
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

# Deterministic everywhere, so that a red run can be repeated; `--hypothesis-profile=search` looks for new examples.
settings.register_profile("same", derandomize=True, deadline=None, max_examples=60, database=None)
settings.register_profile("search", deadline=None, max_examples=2000, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("same")


class NetworkUsed(AssertionError):
    """A test, or the code under it, tried to reach another program by socket."""


def _refuse(*target: object, **options: object) -> None:
    raise NetworkUsed(f"tests reach no network; asked for: {target[1:] or target}")


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """Make every way out of the process raise, name look-ups and unix sockets too."""
    with pytest.MonkeyPatch.context() as patch:
        for way in ("connect", "connect_ex", "sendto", "sendmsg"):
            patch.setattr(socket.socket, way, _refuse)
        for way in ("create_connection", "getaddrinfo", "gethostbyname"):
            patch.setattr(socket, way, _refuse)
        yield


@pytest.fixture(autouse=True)
def nobody(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give each test, and the programs that it starts, an empty home and none of the user's variables."""
    home = tmp_path_factory.mktemp("home")
    for name in [name for name in os.environ if name.startswith(("SAYSO_", "XDG_"))]:
        monkeypatch.delenv(name)
    for name in ("FORCE_COLOR", "NO_COLOR", "COLUMNS", "PYTHONWARNINGS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / ".config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(home / ".local" / "share"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / ".cache"))
