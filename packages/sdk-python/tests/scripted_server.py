"""A server on loopback that answers as it is told, and records the bytes that arrive."""

import contextlib
import socket
import struct
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

Act = Callable[[socket.socket], None]


@dataclass
class Arrival:
    """A request as it arrived."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


class ScriptedServer:
    """Answers each request by the next act of its script; the last act goes on for ever."""

    def __init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=100)
        self.origin = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self.arrivals: list[Arrival] = []
        self.arrived = threading.Semaphore(0)
        self._script: list[Act] = []
        self._open: set[socket.socket] = set()
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def base_url(self) -> str:
        return f"{self.origin}/v1"

    def script(self, *acts: Act) -> None:
        """Forgets what arrived, and goes on with these."""
        self.arrivals = []
        self.arrived = threading.Semaphore(0)
        self._script = list(acts)

    def close(self) -> None:
        for each in [self._listener, *self._open]:
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self._open.add(connection)
            threading.Thread(target=self._serve, args=[connection], daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError, ValueError), connection.makefile("rb") as stream:
            while (arrival := _read(stream)) is not None:
                self.arrivals.append(arrival)
                act = self._script.pop(0) if len(self._script) > 1 else self._script[0]
                self.arrived.release()
                act(connection)
        connection.close()
        self._open.discard(connection)


def _read(stream: "socket.SocketIO | object") -> Arrival | None:
    readline = stream.readline  # type: ignore[union-attr]
    start = readline().decode("latin-1").split()
    if not start:
        return None
    headers: dict[str, str] = {}
    while line := readline().decode("latin-1").strip():
        name, _, value = line.partition(":")
        headers[name.lower()] = value.strip()
    body = stream.read(int(headers.get("content-length", "0")))  # type: ignore[union-attr]
    return Arrival(start[0], start[1].removeprefix("/v1"), headers, body)


def answer(status: int, headers: Mapping[str, str] | None = None, body: str | bytes = b"") -> Act:
    """Answers, and keeps the connection."""
    content = body.encode() if isinstance(body, str) else body
    lines = [f"HTTP/1.1 {status} Said", f"content-length: {len(content)}"]
    if status == 204 or status < 200:
        lines.pop()
    lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
    data = "\r\n".join([*lines, "", ""]).encode("latin-1") + content
    return lambda connection: connection.sendall(data)


def reset(connection: socket.socket) -> None:
    """Resets the connection."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    raise ConnectionResetError  # It is reset once nothing refers to it any more.


def half_response(connection: socket.socket) -> None:
    """Breaks off within the body of a 200."""
    connection.sendall(
        b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"
    )
    connection.shutdown(socket.SHUT_RDWR)


def hang(connection: socket.socket) -> None:
    """Says nothing, until the client goes."""
    connection.recv(1)


@contextlib.contextmanager
def serving() -> Iterator[ScriptedServer]:
    """A server for a while."""
    server = ScriptedServer()
    try:
        yield server
    finally:
        server.close()


_bound = socket.socket()
_bound.bind(("127.0.0.1", 0))

REFUSING_ORIGIN = f"http://127.0.0.1:{_bound.getsockname()[1]}"
"""Where nothing listens, and nobody else can be given the port."""


UNRESOLVABLE_ORIGIN = "http://nowhere.invalid"
