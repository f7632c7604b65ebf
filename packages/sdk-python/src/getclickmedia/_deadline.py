"""Network streams that keep to a deadline as a whole.

The HTTP library bounds each read and each write. A server that sends a byte now and then could keep
a call for ever. So the timeouts of a request are turned into one moment on the clock, which goes
through the library in their place, and here at the socket into what is left until then.
"""

import socket
import ssl
import sys
import time
from collections.abc import Iterable
from typing import Any

from ._http import async_backend, httpcore
from ._transport_failure import raised_by_a_signal

# The kernel takes so little in one piece, or not at all: of more it may take a part and then
# another, and the library allows each part the whole timeout.
_PIECE = 4096


def deadline_in(seconds: float) -> float:
    """The moment that is so many seconds from now."""
    return time.monotonic() + seconds


def _left(deadline: float | None, error: type[Exception]) -> float | None:
    """The seconds until a moment; raises `error` when it has passed."""
    if deadline is None:
        return None
    left = deadline - time.monotonic()
    if left <= 0:
        raise error("The deadline of the attempt has passed.")
    return left


class DeadlineStream(httpcore.NetworkStream):
    """A stream whose timeouts are moments."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: float | None) -> None:
        self._stream = stream
        self._deadline = deadline  # For the greeting of a SOCKS proxy, which has no timeout.

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        left = _left(timeout or self._deadline, httpcore.ReadTimeout)
        return self._stream.read(max_bytes, left)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        handled = sys.exc_info()[1]
        for start in range(0, len(buffer), _PIECE):
            left = _left(timeout or self._deadline, httpcore.WriteTimeout)
            try:
                self._stream.write(buffer[start : start + _PIECE], left)
            except httpcore.WriteError as error:
                # After this error the library goes on and waits for an answer.
                raised = raised_by_a_signal(error, handled)
                if raised is None:
                    raise
            else:
                continue
            raise raised

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        left = _left(timeout, httpcore.ConnectTimeout)
        stream = self._stream.start_tls(ssl_context, server_hostname, left)
        return DeadlineStream(stream, timeout)

    def close(self) -> None:
        self._stream.close()

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class DeadlineBackend(httpcore.NetworkBackend):
    """Opens streams whose timeouts are moments.

    The system alone bounds how long a name is looked up.
    """

    def __init__(self) -> None:
        self._backend = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        handled = sys.exc_info()[1]
        failed: Exception = httpcore.ConnectError("The host has no address.")
        # One by one: `socket.create_connection` would allow each address the whole time.
        for address in _addresses_of(host, port):
            left = _left(timeout, httpcore.ConnectTimeout)
            try:
                stream = self._backend.connect_tcp(
                    address, port, left, local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                if raised_by_a_signal(error, handled):
                    raise
                failed = error
            else:
                return DeadlineStream(stream, timeout)
        raise failed


def _addresses_of(host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise httpcore.ConnectError(str(error)) from error
    return [str(address[0]) for *_, address in found]


class AsyncDeadlineStream(httpcore.AsyncNetworkStream):
    """A stream whose timeouts are moments."""

    def __init__(self, stream: httpcore.AsyncNetworkStream, deadline: float | None) -> None:
        self._stream = stream
        self._deadline = deadline

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        left = _left(timeout or self._deadline, httpcore.ReadTimeout)
        return await self._stream.read(max_bytes, left)

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        left = _left(timeout or self._deadline, httpcore.WriteTimeout)
        await self._stream.write(buffer, left)

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.AsyncNetworkStream:
        left = _left(timeout, httpcore.ConnectTimeout)
        stream = await self._stream.start_tls(ssl_context, server_hostname, left)
        return AsyncDeadlineStream(stream, timeout)

    async def aclose(self) -> None:
        await self._stream.aclose()

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class AsyncDeadlineBackend(httpcore.AsyncNetworkBackend):
    """Opens streams whose timeouts are moments, on asyncio and on trio."""

    def __init__(self) -> None:
        self._backend = async_backend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        left = _left(timeout, httpcore.ConnectTimeout)
        connecting = self._backend.connect_tcp(host, port, left, local_address, socket_options)
        try:
            stream = await connecting
        except UnicodeError as error:
            raise httpcore.ConnectError(str(error)) from error
        return AsyncDeadlineStream(stream, timeout)

    async def sleep(self, seconds: float) -> None:
        await self._backend.sleep(seconds)
