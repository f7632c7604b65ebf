"""Over TLS: who is trusted, the deadline, and the tunnel of a proxy."""

import contextlib
import socket
import ssl
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme

from driver import DRIVERS, TEST_KEY, Driver
from getclickmedia import SmsConnectionError, SmsError, SmsTimeoutError

ANSWER = b'HTTP/1.1 200 OK\r\ncontent-length: 13\r\n\r\n{"credits":5}'

both = pytest.mark.parametrize("driver", DRIVERS, ids=lambda driver: driver.name)


class TlsServer:
    """Answers over TLS; or, where it drips, sends a byte every now and then."""

    def __init__(self, authority: trustme.CA) -> None:
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert("localhost").configure_cert(self._context)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self.base_url = f"https://localhost:{self.port}/v1"
        self.drips = False
        self.heard: list[bytes] = []
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = self._listener.accept()
                threading.Thread(target=self._serve, args=[connection], daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with (
            contextlib.suppress(OSError),
            connection,
            self._context.wrap_socket(connection, server_side=True) as stream,
        ):
            while data := stream.recv(65536):
                self.heard.append(data)
                if not self.drips:
                    stream.sendall(ANSWER)
                    continue
                stream.sendall(b"HTTP/1.1 200 OK\r\nx: ")
                for _ in range(200):
                    stream.sendall(b"x")
                    threading.Event().wait(0.05)

    def close(self) -> None:
        self._listener.close()


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> trustme.CA:
    """One that is trusted, as an administrator would have it."""
    authority = trustme.CA()
    file = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(str(file))
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    return authority


@pytest.fixture
def tls_server(authority: trustme.CA) -> Iterator[TlsServer]:
    server = TlsServer(authority)
    yield server
    server.close()


@both
def test_it_speaks_to_whom_it_trusts(driver: Driver, tls_server: TlsServer) -> None:
    assert driver.call("getBalance", {}, base_url=tls_server.base_url).credits == 5


@both
def test_it_sends_nothing_to_whom_it_does_not_trust(
    driver: Driver, tls_server: TlsServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    with pytest.raises(SmsConnectionError, match="certificate is not trusted") as caught:
        driver.call("send", {}, base_url=tls_server.base_url, waits=[])
    assert not caught.value.delivery_unknown
    assert tls_server.heard == []


@both
def test_it_speaks_to_nobody_under_another_name(driver: Driver, authority: trustme.CA) -> None:
    server = TlsServer(authority)
    with pytest.raises(SmsConnectionError, match="certificate is not trusted"):
        driver.call(
            "send", {}, base_url=server.base_url.replace("localhost", "127.0.0.1"), waits=[]
        )
    assert server.heard == []
    server.close()


@both
def test_a_server_that_drips_does_not_exceed_the_deadline(
    driver: Driver, tls_server: TlsServer
) -> None:
    tls_server.drips = True
    with pytest.raises(SmsTimeoutError) as caught:
        driver.call("send", {}, base_url=tls_server.base_url, timeout=0.5)
    assert caught.value.delivery_unknown


@both
def test_the_tunnel_of_a_proxy_carries_it(
    driver: Driver, tls_server: TlsServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            with contextlib.suppress(OSError):
                connection, _ = listener.accept()
                asked.append(connection.recv(4096))
                onward = socket.create_connection(("127.0.0.1", tls_server.port))
                connection.sendall(b"HTTP/1.1 200 Connected\r\n\r\n")
                back = threading.Thread(target=pump, args=[onward, connection], daemon=True)
                back.start()
                pump(connection, onward)
                back.join()
                connection.close()
                onward.close()

        threading.Thread(target=serve, daemon=True).start()
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{listener.getsockname()[1]}")
        for name in ("NO_PROXY", "no_proxy"):
            monkeypatch.delenv(name, raising=False)
        assert driver.call("getBalance", {}, base_url=tls_server.base_url).credits == 5
    assert asked[0].startswith(f"CONNECT localhost:{tls_server.port} ".encode())
    assert TEST_KEY.encode() not in asked[0]
    assert TEST_KEY.encode() in b"".join(tls_server.heard)


@both
def test_a_server_that_does_not_speak_it_is_told(driver: Driver, authority: trustme.CA) -> None:
    with proxy_that(b"HTTP/1.1 400 Bad\r\n\r\n") as (port, _):
        with pytest.raises(SmsConnectionError, match=r"TLS failed, [A-Z_]+\.") as caught:
            driver.call("send", {}, base_url=f"https://127.0.0.1:{port}/v1", waits=[])
        assert not caught.value.delivery_unknown


@both
@pytest.mark.parametrize("says", ["403 No", "429 No", "503 No", "200 Connected", "", "hang"])
def test_a_proxy_that_makes_no_tunnel_has_let_nothing_leave(
    driver: Driver, says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = f"HTTP/1.1 {says}\r\n".encode()
    if says.endswith("No"):
        lines += b"retry-after: 1\r\ncontent-length: 0\r\n"
    said = {"": b"", "hang": None}.get(says, lines + b"\r\n")
    with proxy_that(said) as (port, asked):
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{port}")
        for name in ("NO_PROXY", "no_proxy"):
            monkeypatch.delenv(name, raising=False)
        with pytest.raises(SmsError) as caught:
            driver.call("send", {}, base_url="https://sms.invalid/v1", timeout=0.5, waits=[])
    assert isinstance(caught.value, SmsTimeoutError if says == "hang" else SmsConnectionError)
    assert not caught.value.delivery_unknown
    assert caught.value.retryable
    assert len(asked) == 3
    assert TEST_KEY.encode() not in b"".join(asked)


@contextlib.contextmanager
def proxy_that(says: bytes | None) -> Iterator[tuple[int, list[bytes]]]:
    """Answers whatever is asked first, and closes; or hangs where it says nothing."""
    asked: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve(connection: socket.socket) -> None:
            with contextlib.suppress(OSError), connection:
                asked.append(connection.recv(4096))
                if says is None:
                    connection.recv(1)
                else:
                    connection.sendall(says)

        def accept() -> None:
            with contextlib.suppress(OSError):
                while True:
                    threading.Thread(target=serve, args=[listener.accept()[0]], daemon=True).start()

        threading.Thread(target=accept, daemon=True).start()
        yield listener.getsockname()[1], asked


def pump(source: socket.socket, target: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := source.recv(65536):
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)
