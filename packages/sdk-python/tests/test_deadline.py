"""The timeout bounds each attempt as a whole."""

import socket
import threading
from typing import Any

import pytest

from driver import DRIVERS, Driver
from getclickmedia import SmsTimeoutError
from getclickmedia._deadline import DeadlineStream, deadline_in
from getclickmedia._http import httpcore
from scripted_server import Act, ScriptedServer

PARTS = {
    "headers": b"HTTP/1.1 200 OK\r\nx-filler: ",
    "body": b"HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n",
}


def drip(start: bytes) -> tuple[Act, threading.Event]:
    """Sends a byte every now and then, as long as the client stays and for ten seconds at most."""
    gone = threading.Event()

    def act(connection: socket.socket) -> None:
        connection.sendall(start)
        try:
            for _ in range(200):
                connection.sendall(b"x")
                gone.wait(0.05)
        except OSError:
            gone.set()
        raise ConnectionResetError

    return act, gone


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("driver", DRIVERS, ids=lambda driver: driver.name)
def test_a_server_that_drips_does_not_exceed_it(
    part: str, driver: Driver, server: ScriptedServer
) -> None:
    act, gone = drip(PARTS[part])
    server.script(act)
    # Each byte comes well within it, so that a bound on each read alone would wait for ever.
    with pytest.raises(SmsTimeoutError) as caught:
        driver.call("send", {}, base_url=server.base_url, timeout=0.4)
    assert caught.value.delivery_unknown
    assert not caught.value.retryable
    assert gone.wait(10)


@pytest.mark.parametrize("driver", DRIVERS, ids=lambda driver: driver.name)
def test_each_attempt_has_a_fresh_one(driver: Driver, server: ScriptedServer) -> None:
    def late(connection: socket.socket) -> None:
        threading.Event().wait(0.5)
        connection.sendall(b"HTTP/1.1 503 Busy\r\ncontent-length: 0\r\n\r\n")

    server.script(late)
    waits: list[float] = []
    with pytest.raises(Exception, match="answered with 503"):
        driver.call("getBalance", {}, base_url=server.base_url, timeout=1.2, waits=waits)
    assert len(server.arrivals) == 3  # 1.5 s in all, and no timeout.


class Recorder(httpcore.NetworkStream):
    def __init__(self) -> None:
        self.timeouts: list[float | None] = []
        self.sizes: list[int] = []

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        self.timeouts.append(timeout)
        return b""

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self.timeouts.append(timeout)
        self.sizes.append(len(buffer))

    def get_extra_info(self, info: str) -> Any:
        return info


def test_what_is_left_goes_to_the_socket_and_large_bodies_go_in_pieces() -> None:
    inner = Recorder()
    stream = DeadlineStream(inner, None)
    stream.write(b"x" * 10_000, deadline_in(5))
    assert sum(inner.sizes) == 10_000
    assert max(inner.sizes) <= 4096
    timeouts = [timeout or 0 for timeout in inner.timeouts]
    assert timeouts == sorted(timeouts, reverse=True)
    assert 0 < timeouts[-1] <= timeouts[0] <= 5
    with pytest.raises(httpcore.ReadTimeout):
        stream.read(1, deadline_in(-1))
    with pytest.raises(httpcore.WriteTimeout):
        stream.write(b"x", deadline_in(-1))
    assert len(inner.timeouts) == len(inner.sizes)


@pytest.mark.parametrize("driver", DRIVERS, ids=lambda driver: driver.name)
def test_a_connect_that_takes_too_long_has_sent_nothing(driver: Driver) -> None:
    # A backlog that is full: the kernel answers no more, and connecting waits.
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        address = listener.getsockname()
        fillers = [socket.socket() for _ in range(4)]
        for filler in fillers:
            filler.setblocking(False)
            filler.connect_ex(address)
        try:
            with pytest.raises(SmsTimeoutError) as caught:
                driver.call(
                    "send", {}, base_url=f"http://127.0.0.1:{address[1]}", timeout=0.3, waits=[]
                )
        finally:
            for filler in fillers:
                filler.close()
    assert not caught.value.delivery_unknown
    assert caught.value.retryable
