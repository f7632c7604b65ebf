"""How a client is set up, and how it lives with threads, forks, loops and proxies."""

import asyncio
import contextlib
import math
import os
import socket
import threading
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
import trio

import getclickmedia
from driver import DRIVERS, TEST_KEY, Driver, keywords
from getclickmedia import (
    AsyncSmsClient,
    InsufficientCreditsError,
    NotCancellableError,
    SmsClient,
    SmsConfigurationError,
    SmsError,
    SmsTimeoutError,
)
from getclickmedia._date_time import parse_date_time
from getclickmedia._http import httpx
from scripted_server import ScriptedServer, answer, hang, reset

BALANCE = answer(200, {"x-trace": "1", "set-cookie": "a=b"}, '{"credits":5}')


@pytest.mark.parametrize(
    "options",
    [
        {"api_key": ""},
        {"api_key": "gcm_test_"},
        {"api_key": "gcm_test_a b"},
        {"api_key": "gcm_test_a\n"},
        {"api_key": "gcm_test_é"},
        {"api_key": "sk_live_1234"},
        {"api_key": 5},
        {"base_url": ""},
        {"base_url": "api.getclickmedia.com/v1"},
        {"base_url": "http://api.getclickmedia.com/v1"},
        {"base_url": "http://127.0.0.1.example.com/v1"},
        {"base_url": "https://user:password@example.com"},
        {"base_url": "https://example.com/v1?a=b"},
        {"base_url": "https://example.com/v1#a"},
        {"base_url": "https://example.com/v1\n"},
        {"base_url": "ftp://example.com"},
        {"base_url": "https://example.com:65536/v1"},
        {"base_url": "https://example.com:0/v1"},
        {"base_url": "https://a..b/v1"},
        {"base_url": f"https://{'a' * 64}.example/v1"},
        {"base_url": "https://10.0.0.256/v1"},
        {"base_url": "http://127.999.0.1/v1"},
        {"base_url": "https://[::::]/v1"},
        {"timeout": 0},
        {"timeout": float("nan")},
        {"timeout": "30"},
        {"timeout": True},
        {"timeout": None},
        {"max_retries": None},
        {"max_retry_after": None},
        {"max_retries": -1},
        {"max_retries": 1.5},
        {"max_retry_after": -1},
        {"plan": "Huge"},
        {"headers": {"a b": "c"}},
        {"headers": {"a": "b\r\nc: d"}},
        {"headers": {"a": 5}},
        {"headers": [("a", "b")]},
        {"headers": ""},
        {"headers": {"Content-Length": "5"}},
        {"headers": {"host": "example.com"}},
        {"headers": {"Content-Encoding": "gzip"}},
        {"headers": {"accept-encoding": "gzip"}},
        {"headers": {"te": "trailers"}},
        {"headers": {"trailer": "x"}},
        {"http_client": object()},
        {"api_key": "gcm_live_example"},
    ],
    ids=str,
)
@pytest.mark.parametrize("client", [SmsClient, AsyncSmsClient])
def test_what_cannot_be_right_is_refused(client: Any, options: dict[str, Any]) -> None:
    with pytest.raises(SmsConfigurationError) as caught:
        client(**{"api_key": TEST_KEY, **options})
    key = str(options.get("api_key", ""))
    assert key in ("", "gcm_test_") or key not in str(caught.value)


@pytest.mark.parametrize(
    "base_url",
    [
        "https://example.com",
        "HTTPS://Example.com:8443/a/v1/",
        "http://[::1]:80/v1",
        "http://localhost",
    ],
)
def test_other_addresses_are_taken(base_url: str) -> None:
    assert base_url.rstrip("/") in repr(SmsClient(api_key=TEST_KEY, base_url=base_url))


def test_the_key_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GCM_API_KEY", raising=False)
    with pytest.raises(SmsConfigurationError, match="pass api_key, or set GCM_API_KEY"):
        SmsClient()
    monkeypatch.setenv("GCM_API_KEY", "gcm_live_example-of-the-environment")
    assert SmsClient(allow_live_key_in_tests=True).environment == "live"
    monkeypatch.delenv("PYTEST_VERSION")
    assert SmsClient().environment == "live"
    assert SmsClient(api_key=TEST_KEY).environment == "test"


@pytest.mark.parametrize("driver", DRIVERS, ids=lambda driver: driver.name)
def test_the_sdk_s_own_headers_stand(driver: Driver, server: ScriptedServer) -> None:
    server.script(BALANCE)
    theirs = dict.fromkeys(["X-API-Key", "USER-AGENT", "Accept", "Content-Type"], "theirs")
    headers = {**theirs, "X-Trace": " abc ", "authorization": "Bearer é"}
    result = driver.call("getBalance", {}, base_url=server.base_url, headers=headers)
    arrived = server.arrivals[0].headers
    assert arrived["x-api-key"] == TEST_KEY
    assert arrived["user-agent"] == f"getclickmedia-python/{getclickmedia.__version__}"
    assert arrived["accept"] == "application/json"
    assert arrived["accept-encoding"] == "identity"
    assert "content-type" not in arrived
    assert arrived["x-trace"] == "abc"
    assert arrived["authorization"] == "Bearer é"
    assert result.http_status == 200
    assert result.http_headers["x-trace"] == "1"
    assert "http_status" not in repr(result)


def test_other_options_go_over_the_same_client(server: ScriptedServer) -> None:
    server.script(BALANCE)
    with SmsClient(api_key=TEST_KEY, base_url=server.base_url, max_retries=0) as client:
        with client.with_options(headers={"x-one": "1"}) as other:
            assert other.get_balance().credits == 5
        third = other.with_options(headers={"x-two": "2"}, max_retries=1, timeout=5)
        assert third.get_balance().credits == 5
        client.get_balance()
        names = [[n for n in each.headers if n.startswith("x-")] for each in server.arrivals]
        assert names == [["x-one", "x-api-key"], ["x-one", "x-two", "x-api-key"], ["x-api-key"]]
        assert not any("cookie" in each.headers for each in server.arrivals)
        assert client._http is third._http
        with pytest.raises(SmsConfigurationError):
            client.with_options(timeout=-1)

    async def use() -> None:
        async with AsyncSmsClient(api_key=TEST_KEY, base_url=server.base_url) as client:
            await client.with_options(timeout=5).get_balance()

    asyncio.run(use())


@pytest.mark.parametrize("driver", DRIVERS, ids=lambda driver: driver.name)
def test_moments_are_taken_as_they_are(driver: Driver, server: ScriptedServer) -> None:
    india = timezone(timedelta(hours=5, minutes=30))
    given = {
        datetime(2026, 6, 24, 9, tzinfo=india): b'"scheduleAt":"2026-06-24T09:00:00+05:30"',
        "2026-06-24T03:30:00Z": b'"scheduleAt":"2026-06-24T03:30:00Z"',
        datetime(
            2026, 6, 24, tzinfo=timezone(timedelta(seconds=1))
        ): b'"2026-06-23T23:59:59+00:00"',
    }
    for moment, written in given.items():
        server.script(answer(401))
        with pytest.raises(SmsError):
            driver.call("send", {"scheduleAt": moment}, base_url=server.base_url)
        assert written in server.arrivals[0].body
    with pytest.raises(SmsConfigurationError, match="schedule_at needs a time zone"):
        driver.call("send", {"scheduleAt": datetime(2026, 1, 1)}, base_url=server.base_url)


def test_moments_are_read_as_they_are_written() -> None:
    second = datetime(2026, 6, 30, 23, 59, 59, tzinfo=timezone.utc)
    assert parse_date_time("2026-06-30T23:59:60Z") == second
    assert parse_date_time("2026-06-30T23:59:59.1234567Z") == second.replace(microsecond=123456)
    assert parse_date_time("2026-06-30T20:29:59-03:30") == second
    for wrong in ("2026-02-30T00:00:00Z", "2026-06-30T24:00:00Z", "2026-06-30", "", "٢026-06-30T0"):
        assert parse_date_time(wrong) is None


@pytest.mark.parametrize("driver", DRIVERS, ids=lambda driver: driver.name)
def test_a_cancel_that_was_done_before_says_so(driver: Driver, server: ScriptedServer) -> None:
    done = '{"error":{"code":"NOT_CANCELLABLE","message":"It has gone."}}'
    server.script(reset, answer(409, {}, done))
    with pytest.raises(NotCancellableError, match=r"It has gone\. An earlier attempt"):
        driver.call("cancelScheduled", {}, base_url=server.base_url, waits=[])
    server.script(answer(429), answer(409, {}, done))
    with pytest.raises(NotCancellableError, match=r"^It has gone\.$"):
        driver.call("cancelScheduled", {}, base_url=server.base_url, waits=[])


def test_it_runs_on_trio(server: ScriptedServer) -> None:
    async def use() -> None:
        async with AsyncSmsClient(api_key=TEST_KEY, base_url=server.base_url) as client:
            server.script(answer(429, {"retry-after": "0.01"}), BALANCE)
            assert (await client.get_balance()).credits == 5
            server.script(hang)
            with pytest.raises(SmsError) as caught:
                await client.with_options(timeout=0.2).send(**keywords("send", {}))
            assert caught.value.delivery_unknown

    trio.run(use)


@pytest.mark.parametrize("driver", DRIVERS, ids=lambda driver: driver.name)
def test_limits_may_be_infinite(driver: Driver, server: ScriptedServer) -> None:
    limits: dict[str, Any] = {"timeout": math.inf, "max_retry_after": math.inf}
    server.script(answer(429, {"retry-after": "9" * 30}))
    with pytest.raises(SmsError) as caught:
        driver.call("send", {}, base_url=server.base_url, **limits)
    assert caught.value.retry_after == pytest.approx(1e30)
    server.script(BALANCE)
    assert driver.call("getBalance", {}, base_url=server.base_url, **limits).credits == 5


def test_a_closed_client_says_so(server: ScriptedServer) -> None:
    server.script(BALANCE)
    with SmsClient(api_key=TEST_KEY, base_url=server.base_url) as client:
        other = client.with_options(timeout=5)
    for closed in (client, other):
        with pytest.raises(SmsConfigurationError, match="has been closed") as caught:
            closed.send(**keywords("send", {}))
        assert not caught.value.delivery_unknown

    async def use() -> None:
        async with AsyncSmsClient(api_key=TEST_KEY, base_url=server.base_url) as client:
            pass
        with pytest.raises(SmsConfigurationError, match="has been closed"):
            await client.get_balance()

    asyncio.run(use())
    assert server.arrivals == []


def test_a_call_that_got_no_connection_has_sent_nothing(
    server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("getclickmedia._transport._MOST_CONNECTIONS", 1)
    server.script(hang)
    with SmsClient(api_key=TEST_KEY, base_url=server.base_url, timeout=3) as client:

        def hold() -> None:
            with contextlib.suppress(SmsError):
                client.send(**keywords("send", {}))

        thread = threading.Thread(target=hold)
        thread.start()
        server.arrived.acquire()
        with pytest.raises(SmsTimeoutError) as caught:
            client.with_options(timeout=0.1, max_retries=0).send(**keywords("send", {}))
        thread.join()
    assert not caught.value.delivery_unknown
    assert len(server.arrivals) == 1


REFUSED = '{"error":{"code":"INSUFFICIENT_CREDITS","message":"No credits."}}'


@pytest.mark.parametrize("own", ["the SDK's", "one's own"])
@pytest.mark.parametrize("first", ["get_balance", "send"])
def test_what_comes_after_an_answer_is_not_taken_for_the_next(
    first: str, own: str, server: ScriptedServer
) -> None:
    accepted = answer(200, {}, '{"messageId":"gcm_1","credits":5}')
    message = keywords("send", {})

    def both(connection: socket.socket) -> None:
        accepted(connection)
        accepted(connection)

    def script() -> None:
        server.script(both, answer(402, {}, REFUSED))

    options: dict[str, Any] = {"api_key": TEST_KEY, "base_url": server.base_url}
    with httpx.Client() as mine:
        more = {"http_client": mine} if own == "one's own" else {}
        with SmsClient(**options, **more) as client:
            script()
            client.get_balance() if first == "get_balance" else client.send(**message)
            with pytest.raises(InsufficientCreditsError):
                client.send(**message)

    async def use() -> None:
        async with httpx.AsyncClient() as mine:
            more = {"http_client": mine} if own == "one's own" else {}
            async with AsyncSmsClient(**options, **more) as client:
                script()
                await (client.get_balance() if first == "get_balance" else client.send(**message))
                with pytest.raises(InsufficientCreditsError):
                    await client.send(**message)

    asyncio.run(use())


def test_threads_share_a_client(server: ScriptedServer) -> None:
    server.script(BALANCE)
    with SmsClient(api_key=TEST_KEY, base_url=server.base_url) as client:
        credits: list[int] = []
        threads = [
            threading.Thread(target=lambda: credits.append(client.get_balance().credits))
            for _ in range(20)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert credits == [5] * 20


@pytest.mark.skipif(not hasattr(os, "fork"), reason="The system has no fork.")
def test_a_fork_shares_no_connection_with_its_parent(server: ScriptedServer) -> None:
    ports: list[int] = []

    def act(connection: socket.socket) -> None:
        ports.append(connection.getpeername()[1])
        BALANCE(connection)

    server.script(act)
    with SmsClient(api_key=TEST_KEY, base_url=server.base_url) as client:
        client.get_balance()
        child = os.fork()
        if child == 0:  # pragma: no cover
            status = 1
            with contextlib.suppress(BaseException):
                client.get_balance()
                client.get_balance()
                client.close()
                status = 0
            os._exit(status)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        client.get_balance()
    assert len(set(ports)) == 4


@pytest.fixture
def proxy() -> Iterator[tuple[str, list[bytes]]]:
    """A proxy that connects nobody."""
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            with contextlib.suppress(OSError):
                while True:
                    connection, _ = listener.accept()
                    with connection:
                        heard.append(connection.recv(4096))
                        connection.sendall(b"HTTP/1.1 403 No\r\ncontent-length: 0\r\n\r\n")

        threading.Thread(target=serve, daemon=True).start()
        yield f"127.0.0.1:{listener.getsockname()[1]}", heard


@pytest.mark.parametrize("driver", DRIVERS, ids=lambda driver: driver.name)
def test_the_proxy_of_the_environment_is_used(
    driver: Driver,
    proxy: tuple[str, list[bytes]],
    monkeypatch: pytest.MonkeyPatch,
    server: ScriptedServer,
) -> None:
    address, heard = proxy
    monkeypatch.setenv("HTTPS_PROXY", f"http://me:se%20cret@{address}")
    monkeypatch.setenv("HTTP_PROXY", f"http://{address}")
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    with pytest.raises(SmsError) as caught:
        driver.call("send", {}, base_url="https://sms.invalid/v1", waits=[])
    assert "cret" not in str(caught.value)
    # The proxy made no tunnel, so that no byte of the message has left.
    assert not caught.value.delivery_unknown
    assert len(heard) == 3
    request = heard[0]
    assert request.startswith(b"CONNECT sms.invalid:443 HTTP/1.1\r\n")
    assert b"Proxy-Authorization: Basic bWU6c2UgY3JldA==" in request
    assert TEST_KEY.encode() not in request

    # Plain HTTP goes to this machine alone, and through nobody's hands.
    server.script(BALANCE)
    driver.call("getBalance", {}, base_url=server.base_url)
    monkeypatch.setenv("NO_PROXY", "sms.invalid")
    with pytest.raises(SmsError, match="not resolved"):
        driver.call("send", {}, base_url="https://sms.invalid/v1", waits=[])
    assert len(heard) == 3


@pytest.mark.parametrize("text", ["gopher://127.0.0.1:1", "socks5://127.0.0.1:1"])
def test_a_proxy_that_cannot_be_used_is_told(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", text)
    monkeypatch.delenv("HTTPS_PROXY", raising=False)
    monkeypatch.delenv("https_proxy", raising=False)
    with pytest.raises(SmsConfigurationError, match=r"proxy|socksio"):
        SmsClient(api_key=TEST_KEY)
