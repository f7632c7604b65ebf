"""The key and the text are in nothing that anybody prints, stores or logs."""

import asyncio
import copy
import json
import pickle
import pprint
import select
import signal
import socket
from collections.abc import Iterator
from typing import Any

import pytest

from driver import DRIVERS, MESSAGE, TEST_KEY, Driver, keywords
from everything_told import Log, told_of
from getclickmedia import AsyncSmsClient, SmsClient, SmsError, errors, webhooks
from getclickmedia._http import httpx
from scripted_server import REFUSING_ORIGIN, ScriptedServer, answer, half_response, hang, reset

SECRETS = [TEST_KEY, MESSAGE["message"]]
ECHO = answer(
    500,
    {"content-type": "application/json"},
    '{"error":{"code":"NEW","message":"' + f"{TEST_KEY} said {MESSAGE['message']}" + '"}}',
)


def assert_safe(text: str, *more: str) -> None:
    for secret in [*SECRETS, *more]:
        assert secret not in text


@pytest.mark.parametrize("act", [answer(401), ECHO, reset, half_response, hang])
@pytest.mark.parametrize("driver", DRIVERS, ids=lambda driver: driver.name)
def test_no_error_tells_them(driver: Driver, act: Any, server: ScriptedServer) -> None:
    server.script(act)
    with Log() as log, pytest.raises(SmsError) as caught:
        driver.call("send", {}, base_url=server.base_url, timeout=0.4)
    told = told_of(caught.value)
    assert "_call.py" in told  # The traceback is looked at with the variables of the SDK.
    assert_safe(told)
    logged = "\n".join(log.lines)
    assert "getclickmedia send: attempt 1" in logged
    assert_safe(logged, MESSAGE["to"])


@pytest.mark.parametrize("driver", DRIVERS, ids=lambda driver: driver.name)
def test_numbers_are_in_no_traceback_of_the_sdk(driver: Driver, server: ScriptedServer) -> None:
    server.script(answer(401))
    for operation in ("send", "sendBulk"):
        with pytest.raises(SmsError) as caught:
            driver.call(operation, {}, base_url=server.base_url)
        assert_safe(told_of(caught.value), MESSAGE["to"])


@pytest.mark.parametrize("after", [1, 2, 3])
@pytest.mark.parametrize("first", [401, 200])
@pytest.mark.parametrize("driver", DRIVERS, ids=lambda driver: driver.name)
def test_a_source_that_fails_tells_nobody_s_number(
    driver: Driver, first: int, after: int, server: ScriptedServer
) -> None:
    class SourceError(Exception):
        pass

    numbers = [f"91{7_000_000_000 + index}" for index in range(after)]

    def source() -> Iterator[str]:
        yield from numbers
        raise SourceError

    arguments = {**keywords("sendBulk", {}), "recipients": source(), "recipients_per_request": 1}
    server.script(answer(first, {}, '{"batchId":"gcm_batch_1","failed":0}'))
    result = driver.bulk(arguments, base_url=server.base_url)
    assert result.stopped_by is not None
    assert_safe(told_of(result.stopped_by), *numbers)


@pytest.mark.parametrize("recipients", [MESSAGE["to"], 5])
@pytest.mark.parametrize("driver", DRIVERS, ids=lambda driver: driver.name)
def test_no_mistake_in_the_recipients_tells_the_text(driver: Driver, recipients: Any) -> None:
    arguments = {**keywords("sendBulk", {}), "recipients": recipients}
    with pytest.raises(errors.SmsConfigurationError) as caught:
        driver.bulk(arguments)
    assert_safe(told_of(caught.value), MESSAGE["to"])


def test_nothing_of_the_http_library_hangs_on_an_error() -> None:
    with pytest.raises(SmsError) as caught:
        DRIVERS[0].call("send", {}, base_url=REFUSING_ORIGIN, waits=[])
    error: BaseException | None = caught.value
    assert str(error) == "send lost its connection: ECONNREFUSED."
    seen = 0
    while error is not None:
        assert type(error).__module__.startswith("getclickmedia")
        assert error.__context__ is None or error.__context__ is error.__cause__
        error, seen = error.__cause__, seen + 1
    assert seen > 1


@pytest.mark.parametrize("client", [SmsClient, AsyncSmsClient])
@pytest.mark.parametrize("wrong", [{"plan": "Huge"}, {"timeout": 0}, {"base_url": "ftp://a"}])
def test_no_mistake_in_the_options_tells_it(client: Any, wrong: Any) -> None:
    for key in (TEST_KEY, f"{TEST_KEY} with a space"):
        with pytest.raises(errors.SmsConfigurationError) as caught:
            client(api_key=key, **wrong)
        told = told_of(caught.value)
        assert "_configuration.py" in told
        assert_safe(told)


@pytest.mark.parametrize("body", [b"{}", b"no JSON", b'{"event":"sms.failed"}'])
@pytest.mark.parametrize("max_age", [None, 1, -1])
def test_no_refused_webhook_tells_its_secret(body: bytes, max_age: Any) -> None:
    secret = "whsec_that_nobody_knows"
    for signature in (webhooks.sign(body, secret), "0" * 64):
        if max_age is None and signature[:9] != "0" * 9 and b"event" in body:
            continue  # This one is taken.
        with pytest.raises(webhooks.WebhookError) as caught:
            webhooks.parse(body, signature, secret, max_age=max_age)
        assert secret not in told_of(caught.value)
        assert repr(body) not in told_of(caught.value)


@pytest.mark.parametrize("client", [SmsClient, AsyncSmsClient])
def test_no_dump_of_a_client_tells_them(client: Any) -> None:
    made = client(api_key=TEST_KEY, headers={"authorization": "Bearer of-my-proxy"})
    for text in (repr(made), str(made), pprint.pformat(vars(made)), repr(made._settings)):
        assert_safe(text, "of-my-proxy")
    for copying in (copy.copy, copy.deepcopy, pickle.dumps):
        with pytest.raises(TypeError, match="not pickled or copied"):
            copying(made)
    for copying in (copy.deepcopy, pickle.dumps):
        with pytest.raises(TypeError):
            copying(made._settings.key)


ERRORS = [name for name, each in vars(errors).items() if isinstance(each, type)]


@pytest.mark.parametrize("name", ERRORS)
def test_errors_survive_copying_and_pickling(name: str) -> None:
    error = getattr(errors, name)("what", code="C", status=1, request_id="r", retry_after=1.5)
    error.delivery_unknown = error.retryable = True
    for copied in (copy.copy(error), copy.deepcopy(error), pickle.loads(pickle.dumps(error))):
        assert type(copied) is type(error)
        assert str(copied) == "what"
        assert vars(copied) == vars(error)


@pytest.mark.parametrize("message", ["half \ud83d", object()])
def test_what_json_cannot_hold_is_not_told_either(message: Any) -> None:
    with pytest.raises(errors.SmsConfigurationError) as caught:
        DRIVERS[0].call("send", {"message": message}, base_url=REFUSING_ORIGIN)
    told = told_of(caught.value)
    assert "half" not in told.replace("half a surrogate", "")
    assert repr(message) not in told


class SoftLimitError(Exception):
    """As a worker raises by a signal once a job has taken too long."""


class DeafServer:
    """Reads nothing, so that a long body is written for ever."""

    def __init__(self, listener: socket.socket) -> None:
        self.url = f"http://127.0.0.1:{listener.getsockname()[1]}/v1"
        self.listener = listener
        self.connections: list[socket.socket] = []

    def is_written_to(self) -> bool:
        """Whether a body is on its way, which takes a while to begin on a busy machine."""
        while select.select([self.listener], [], [], 0)[0]:
            self.connections.append(self.listener.accept()[0])
        return bool(select.select(self.connections, [], [], 0)[0])


@pytest.fixture
def deaf() -> Iterator[DeafServer]:
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1024)
        listener.bind(("127.0.0.1", 0))
        listener.listen(9)
        server = DeafServer(listener)
        yield server
        for connection in server.connections:
            connection.close()


def long_bulk() -> dict[str, Any]:
    numbers = (f"91{9_000_000_000 + index}" for index in range(400_000))
    more = {"recipients": numbers, "recipients_per_request": 400_000}
    return {**keywords("sendBulk", {}), **more}


@pytest.mark.parametrize("kind", [KeyboardInterrupt, SoftLimitError])
@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="The system has no timers.")
def test_what_a_signal_raises_in_a_write_tells_nothing(kind: Any, deaf: DeafServer) -> None:
    ticks_of_the_write = 0

    def interrupt(*_: object) -> None:
        nonlocal ticks_of_the_write
        ticks_of_the_write += deaf.is_written_to()
        # The first bytes are the headers. Soon after, the buffers are full and the write waits.
        if ticks_of_the_write > 3:
            raise kind

    before = signal.signal(signal.SIGALRM, interrupt)
    signal.setitimer(signal.ITIMER_REAL, 0.2, 0.2)
    try:
        with SmsClient(api_key=TEST_KEY, base_url=deaf.url) as client:
            if kind is KeyboardInterrupt:
                with pytest.raises(kind) as caught:
                    client.send_bulk(**long_bulk())
                error: BaseException = caught.value
            else:
                result = client.send_bulk(**long_bulk())
                assert result.counts.unknown == 400_000
                assert isinstance(result.stopped_by, kind)
                error = result.stopped_by
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    assert_tells_nothing(error)


@pytest.mark.parametrize("operation", ["send", "sendBulk"])
def test_a_cancelled_call_tells_nothing(
    operation: str, deaf: DeafServer, server: ScriptedServer
) -> None:
    async def use() -> BaseException:
        async with AsyncSmsClient(
            api_key=TEST_KEY, base_url=server.base_url if operation == "send" else deaf.url
        ) as client:
            server.script(hang)
            call = client.send(**keywords("send", {}))
            if operation == "sendBulk":
                call.close()
                task: asyncio.Task[Any] = asyncio.ensure_future(client.send_bulk(**long_bulk()))
                while not deaf.is_written_to():
                    await asyncio.sleep(0.1)
                await asyncio.sleep(0.5)
            else:
                task = asyncio.ensure_future(call)
                await asyncio.get_running_loop().run_in_executor(None, server.arrived.acquire)
            task.cancel()
            try:
                await task
            except asyncio.CancelledError as error:
                return error
        raise AssertionError

    assert_tells_nothing(asyncio.run(use()))


def assert_tells_nothing(error: BaseException) -> None:
    told = told_of(error)
    assert "_exchange.py" in told
    assert "http11.py" not in told  # Its frames have the headers, and the body.
    assert_safe(told, "919000000000", MESSAGE["to"])


@pytest.mark.parametrize(
    ("text", "code", "shown", "posts"),
    [
        ("A", "GATEWAY_ERROR", "GATEWAY_ERROR", 3),
        ("A", "A_NEW_ERROR", "[redacted]_NEW_ERROR", 1),
        ("red", "red red", "[redacted] [redacted]", 1),
    ],
)
@pytest.mark.parametrize("driver", DRIVERS, ids=lambda driver: driver.name)
def test_a_short_text_does_not_hide_what_the_api_says(
    driver: Driver, text: str, code: str, shown: str, posts: int, server: ScriptedServer
) -> None:
    server.script(answer(500, {}, json.dumps({"error": {"code": code, "message": code}})))
    with pytest.raises(SmsError) as caught:
        driver.call("send", {"message": text}, base_url=server.base_url, waits=[])
    assert caught.value.code == shown
    assert text not in str(caught.value).replace("[redacted]", "")
    assert isinstance(caught.value, errors.GatewayError) is (code == "GATEWAY_ERROR")
    assert len(server.arrivals) == posts


def test_a_redirect_takes_the_key_nowhere(server: ScriptedServer) -> None:
    server.script(answer(307, {"location": f"{server.base_url}/elsewhere"}))
    with httpx.Client(follow_redirects=True) as mine:
        for http_client in (None, mine):
            server.script(answer(307, {"location": f"{server.base_url}/elsewhere"}))
            with (
                SmsClient(
                    api_key=TEST_KEY, base_url=server.base_url, http_client=http_client
                ) as client,
                pytest.raises(SmsError, match="check base_url"),
            ):
                client.get_balance()
            assert len(server.arrivals) == 1
