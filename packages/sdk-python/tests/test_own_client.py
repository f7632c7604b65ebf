"""With an HTTP client of one's own: what its hooks and transports do, and where it may be used."""

import asyncio
import contextlib
import gc
import os
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import trio

from driver import DRIVERS, TEST_KEY, AsyncDriver, Driver, keywords
from getclickmedia import AsyncSmsClient, SmsClient, SmsConfigurationError, SmsError
from getclickmedia._http import httpx
from scripted_server import REFUSING_ORIGIN, ScriptedServer, answer

BALANCE = answer(200, {}, '{"credits":5}')
ACCEPTED = answer(200, {}, '{"messageId":"gcm_1","batchId":"gcm_batch_1","failed":0}')

# Loops end, and clients are dropped, with connections open.
pytestmark = pytest.mark.filterwarnings("ignore:unclosed")


@pytest.fixture(autouse=True)
def collected() -> Iterator[None]:
    """Lets no warning of what is dropped here come up in another test."""
    yield
    gc.collect()


both = pytest.mark.parametrize("driver", DRIVERS, ids=lambda driver: driver.name)


def test_a_client_of_ones_own_is_used_and_left_open(server: ScriptedServer) -> None:
    server.script(BALANCE)
    with httpx.Client(auth=("user", "password")) as mine:
        with SmsClient(api_key=TEST_KEY, base_url=server.base_url, http_client=mine) as client:
            client.get_balance()
        assert not mine.is_closed
        assert "authorization" not in server.arrivals[0].headers


class HookError(Exception):
    pass


def refused() -> None:
    """As a service that hears of every message and is down."""
    httpx.post(REFUSING_ORIGIN)


def misused() -> None:
    raise SmsError("Of another client, in a hook.", retryable=True)


class Auditing(httpx.HTTPTransport):
    """Does something else once the answer is there."""

    def __init__(self, then: Callable[[], None]) -> None:
        super().__init__()
        self._then = then

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        response = super().handle_request(request)
        response.close()
        self._then()
        return response


class AsyncAuditing(httpx.AsyncHTTPTransport):
    def __init__(self, then: Callable[[], None]) -> None:
        super().__init__()
        self._then = then

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        response = await super().handle_async_request(request)
        await response.aclose()
        self._then()
        return response


def client_with(kind: str, then: Callable[[], None], driver: Driver) -> Any:
    def hook(_: httpx.Response) -> None:
        then()

    async def hook_async(_: httpx.Response) -> None:
        then()

    if isinstance(driver, AsyncDriver):
        if kind == "hook":
            return httpx.AsyncClient(event_hooks={"response": [hook_async]})
        return httpx.AsyncClient(transport=AsyncAuditing(then))
    if kind == "hook":
        return httpx.Client(event_hooks={"response": [hook]})
    return httpx.Client(transport=Auditing(then))


@both
@pytest.mark.parametrize("then", [refused, misused])
@pytest.mark.parametrize("kind", ["hook", "transport"])
def test_what_fails_after_the_answer_repeats_no_send(
    kind: str, then: Any, driver: Driver, server: ScriptedServer
) -> None:
    server.script(ACCEPTED)
    http_client = client_with(kind, then, driver)
    with pytest.raises(SmsError) as caught:
        driver.call("send", {}, base_url=server.base_url, http_client=http_client)
    assert caught.value.delivery_unknown
    assert not caught.value.retryable
    assert len(server.arrivals) == 1

    arguments = {**keywords("sendBulk", {}), "recipients_per_request": 1}
    http_client = client_with(kind, then, driver)
    result = driver.bulk(arguments, base_url=server.base_url, http_client=http_client)
    assert [each.status for each in result.outcomes] == ["unknown"]
    assert len(server.arrivals) == 2


@both
@pytest.mark.parametrize("operation", ["send", "getBalance"])
def test_what_is_no_failure_of_the_connection_is_raised_as_it_is(
    operation: str, driver: Driver, server: ScriptedServer
) -> None:
    def fail() -> None:
        raise HookError

    server.script(ACCEPTED)
    with pytest.raises(HookError):
        driver.call(
            operation,
            {},
            base_url=server.base_url,
            http_client=client_with("hook", fail, driver),
        )
    assert len(server.arrivals) == 1


@both
def test_a_connection_that_is_refused_is_tried_again(driver: Driver) -> None:
    waits: list[float] = []
    awaited = isinstance(driver, AsyncDriver)
    http_client = httpx.AsyncClient() if awaited else httpx.Client()
    with pytest.raises(SmsError) as caught:
        driver.call("send", {}, base_url=REFUSING_ORIGIN, waits=waits, http_client=http_client)
    assert len(waits) == 2
    assert not caught.value.delivery_unknown


def test_a_transport_that_tells_nothing_may_have_sent() -> None:
    def fail(_: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("Of whatever it does.")

    with httpx.Client(transport=httpx.MockTransport(fail)) as mine:
        client = SmsClient(api_key=TEST_KEY, http_client=mine)
        with pytest.raises(SmsError) as caught:
            client.send(**keywords("send", {}))
    assert caught.value.delivery_unknown


@pytest.mark.skipif(not hasattr(os, "fork"), reason="The system has no fork.")
def test_it_is_refused_in_another_process(server: ScriptedServer) -> None:
    server.script(BALANCE)
    with httpx.Client() as mine:
        client = SmsClient(api_key=TEST_KEY, base_url=server.base_url, http_client=mine)
        client.get_balance()
        child = os.fork()
        if child == 0:  # pragma: no cover
            status = 1
            with contextlib.suppress(BaseException):
                try:
                    client.with_options(timeout=5).get_balance()
                except SmsConfigurationError as error:
                    status = 0 if "in the process that uses it" in str(error) else 2
            os._exit(status)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        client.get_balance()
    assert len(server.arrivals) == 2


def test_it_is_refused_in_another_event_loop(server: ScriptedServer) -> None:
    server.script(BALANCE)
    mine = httpx.AsyncClient()
    client = AsyncSmsClient(api_key=TEST_KEY, base_url=server.base_url, http_client=mine)

    async def use() -> None:
        await client.get_balance()

    asyncio.run(use())
    with pytest.raises(SmsConfigurationError, match="in the loop that uses it"):
        asyncio.run(use())
    assert len(server.arrivals) == 1


def test_the_sdk_s_own_goes_from_loop_to_loop(server: ScriptedServer) -> None:
    server.script(ACCEPTED)
    client = AsyncSmsClient(api_key=TEST_KEY, base_url=server.base_url)
    ids: list[str] = []

    async def use() -> None:
        for _ in range(2):
            ids.append((await client.send(**keywords("send", {}))).message_id)

    for _ in range(3):
        asyncio.run(use())
    trio.run(use)
    threads = [threading.Thread(target=asyncio.run, args=[use()]) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert ids == ["gcm_1"] * 16
    assert len(server.arrivals) == 16
    asyncio.run(use())
    assert len(client._http._transport._pools._pools) <= 2  # type: ignore[attr-defined]
