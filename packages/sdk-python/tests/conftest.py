"""Fixtures that several test modules need."""

from collections.abc import Iterator

import pytest

from node_server import running, url_in
from scripted_server import ScriptedServer, serving


@pytest.fixture(scope="session")
def server() -> Iterator[ScriptedServer]:
    """A server that answers as it is told."""
    with serving() as server:
        yield server


@pytest.fixture(scope="session")
def mock_url() -> Iterator[str]:
    """The base URL of the mock."""
    with running("mock") as line:
        yield url_in(line)


@pytest.fixture(scope="session")
def fault_origin() -> Iterator[str]:
    """Where the fault server is."""
    with running("fault-server") as line:
        yield url_in(line)


@pytest.fixture
def sandbox_url() -> Iterator[str]:
    """The base URL of a sandbox of its own, whose clock stands still."""
    with running("sandbox", "--clock", "frozen", "--allow-private-webhooks") as line:
        yield url_in(line)
