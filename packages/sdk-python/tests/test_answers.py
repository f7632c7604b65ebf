"""Answers that are compressed, or longer than any answer is."""

import contextlib
import gzip
import socket
import zlib

import pytest

from driver import DRIVERS, Driver
from getclickmedia import SmsConnectionError, SmsError
from getclickmedia._content import MOST_BYTES
from scripted_server import Act, ScriptedServer, answer

BODY = b'{"messageId":"gcm_1"}'
TOO_LONG = b" " * MOST_BYTES + BODY

both = pytest.mark.parametrize("driver", DRIVERS, ids=lambda driver: driver.name)


def endless(connection: socket.socket) -> None:
    """Goes on as long as the client listens."""
    connection.sendall(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n")
    with contextlib.suppress(OSError):
        while True:
            connection.sendall(b"10000\r\n" + b" " * 65536 + b"\r\n")


@both
@pytest.mark.parametrize(
    ("encoding", "body"), [("gzip", gzip.compress(BODY)), ("deflate", zlib.compress(BODY))]
)
def test_one_that_is_compressed_unasked_is_read(
    encoding: str, body: bytes, driver: Driver, server: ScriptedServer
) -> None:
    server.script(answer(200, {"content-encoding": encoding}, body))
    assert driver.call("send", {}, base_url=server.base_url).message_id == "gcm_1"
    assert server.arrivals[0].headers["accept-encoding"] == "identity"


@both
@pytest.mark.parametrize(
    "act",
    [
        endless,
        answer(200, {"content-encoding": "gzip"}, gzip.compress(TOO_LONG)),
        answer(200, {"content-encoding": "gzip"}, BODY),
    ],
    ids=["endless", "a bomb", "not compressed at all"],
)
def test_one_that_is_too_long_is_broken(act: Act, driver: Driver, server: ScriptedServer) -> None:
    server.script(act)
    with pytest.raises(
        SmsConnectionError, match=r"longer than 16 MiB|while decompressing"
    ) as caught:
        driver.call("send", {}, base_url=server.base_url)
    assert caught.value.delivery_unknown
    assert len(server.arrivals) == 1


@both
def test_the_longest_is_read(driver: Driver, server: ScriptedServer) -> None:
    server.script(answer(200, {}, TOO_LONG[len(BODY) :]))
    assert driver.call("send", {}, base_url=server.base_url).message_id == "gcm_1"


@both
def test_a_refusal_that_is_too_long_keeps_its_status(
    driver: Driver, server: ScriptedServer
) -> None:
    server.script(answer(400, {}, TOO_LONG))
    with pytest.raises(SmsError) as caught:
        driver.call("send", {}, base_url=server.base_url)
    assert caught.value.status == 400
    assert not caught.value.delivery_unknown


@both
def test_one_in_a_compression_that_nobody_asked_for_cannot_be_read(
    driver: Driver, server: ScriptedServer
) -> None:
    server.script(answer(200, {"content-encoding": "br"}, b"\x0b\x02\x80{}\x03"))
    for operation in ("send", "getBalance"):
        with pytest.raises(SmsError, match="answered with 200 but not with its") as caught:
            driver.call(operation, {}, base_url=server.base_url, waits=[])
        assert caught.value.delivery_unknown is (operation == "send")
    assert len(server.arrivals) == 2  # A success that cannot be read is not asked for again.
