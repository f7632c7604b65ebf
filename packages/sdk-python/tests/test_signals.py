"""What the handler of a signal raises ends a call at once."""

import functools
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from driver import DRIVERS, Driver, keywords
from getclickmedia import SmsClient, SmsConnectionError, SmsError
from getclickmedia._deadline import DeadlineStream
from getclickmedia._http import httpcore, httpx
from scripted_server import REFUSING_ORIGIN, ScriptedServer, answer, reset

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGUSR1"), reason="There is no such signal.")

both = pytest.mark.parametrize("driver", DRIVERS, ids=lambda driver: driver.name)


class JobError(Exception):
    pass


class Raiser:
    """Raises it as a function, and as what can be called."""

    def __init__(self, error: BaseException) -> None:
        self._error = error

    def __call__(self, *_: object) -> None:
        raise self._error

    def handle(self, *_: object) -> None:
        raise self._error


@contextmanager
def handling(handler: Callable[..., None]) -> Iterator[None]:
    before = signal.signal(signal.SIGUSR1, handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGUSR1, before)


def interrupt(connection: socket.socket) -> None:
    """Once the request is there, and never answers it."""
    signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGUSR1)
    connection.recv(1)


@both
@pytest.mark.parametrize("operation", ["send", "getBalance"])
@pytest.mark.parametrize(
    "error",
    [TimeoutError("mine"), OSError("mine"), ConnectionResetError("mine"), JobError("mine")],
    ids=repr,
)
def test_it_is_raised_as_it_is(
    error: Exception, operation: str, driver: Driver, server: ScriptedServer
) -> None:
    server.script(interrupt)
    with handling(Raiser(error).handle), pytest.raises(type(error), match="mine") as caught:
        driver.call(operation, {}, base_url=server.base_url, timeout=5, waits=[])
    assert caught.value is error
    assert len(server.arrivals) == 1


@pytest.mark.parametrize("form", [Raiser, lambda error: functools.partial(Raiser(error).handle)])
def test_a_handler_may_be_whatever_can_be_called(form: Any, server: ScriptedServer) -> None:
    server.script(interrupt)
    with handling(form(TimeoutError("mine"))), pytest.raises(TimeoutError, match="mine"):
        DRIVERS[0].call("send", {}, base_url=server.base_url)


def test_a_handler_may_take_itself_off(server: ScriptedServer) -> None:
    def handle(number: int, _: object) -> None:
        signal.signal(number, signal.SIG_DFL)
        raise TimeoutError("mine")

    server.script(interrupt)
    with handling(handle), pytest.raises(TimeoutError, match="mine"):
        DRIVERS[0].call("getBalance", {}, base_url=server.base_url)
    assert len(server.arrivals) == 1


def test_what_shares_a_wrapper_with_a_handler_is_none() -> None:
    def logged(function: Callable[..., Any]) -> Callable[..., Any]:
        def wrapper(*args: Any, **options: Any) -> Any:
            return function(*args, **options)

        return wrapper

    transport = httpx.HTTPTransport()
    transport.handle_request = logged(transport.handle_request)  # type: ignore[method-assign]
    with handling(logged(lambda *_: None)), httpx.Client(transport=transport) as http_client:
        client = SmsClient(api_key="gcm_test_1", base_url=REFUSING_ORIGIN, http_client=http_client)
        with pytest.raises(SmsConnectionError):
            client.with_options(max_retries=0).get_balance()


def test_a_bulk_send_ends_with_it(server: ScriptedServer) -> None:
    error = TimeoutError("mine")
    server.script(interrupt)
    with handling(Raiser(error).handle):
        result = DRIVERS[0].bulk(keywords("sendBulk", {}), base_url=server.base_url)
    assert result.stopped_by is error
    assert [each.status for each in result.outcomes] == ["unknown"]
    assert len(server.arrivals) == 1


class Interrupted(httpcore.NetworkStream):
    """Is interrupted as it writes, and tells it as the library does."""

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        try:
            signal.raise_signal(signal.SIGUSR1)
        except OSError as error:
            raise httpcore.WriteError from error


def test_a_write_does_not_hide_it() -> None:
    """The library takes no notice of a `WriteError`."""
    with handling(Raiser(OSError("mine")).handle), pytest.raises(OSError, match="mine"):
        DeadlineStream(Interrupted(), None).write(b"x")


def test_no_other_address_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []

    def connect(_: object, address: str, *__: object) -> None:
        tried.append(address)
        try:
            signal.raise_signal(signal.SIGUSR1)
        except OSError as error:  # As the library does it.
            raise httpcore.ConnectTimeout from error

    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", connect)
    monkeypatch.setattr("getclickmedia._deadline._addresses_of", lambda *_: ["::1", "127.0.0.1"])
    error = TimeoutError("mine")
    with handling(Raiser(error).handle), pytest.raises(TimeoutError, match="mine"):
        DRIVERS[0].call("send", {}, base_url="https://sms.invalid/v1")
    assert tried == ["::1"]


@both
def test_one_that_is_being_handled_ends_no_other_call(
    driver: Driver, server: ScriptedServer
) -> None:
    with handling(Raiser(TimeoutError("mine")).handle):
        try:
            signal.raise_signal(signal.SIGUSR1)
        except TimeoutError:
            waits: list[float] = []
            with pytest.raises(SmsConnectionError):
                driver.call("send", {}, base_url=REFUSING_ORIGIN, waits=waits)
            assert len(waits) == 2


def test_a_call_in_a_handler_fails_as_others_do(server: ScriptedServer) -> None:
    failed: list[SmsError] = []

    def handle(*_: object) -> None:
        try:
            DRIVERS[0].call("getBalance", {}, base_url=server.base_url, waits=[])
        except SmsError as error:
            failed.append(error)

    server.script(answer(503))
    with handling(handle):
        signal.raise_signal(signal.SIGUSR1)
    server.script(reset)
    with handling(handle):
        signal.raise_signal(signal.SIGUSR1)
    assert [error.status for error in failed] == [503, None]
