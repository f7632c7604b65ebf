"""What every SDK does alike: all the vectors, with both clients."""

import asyncio
import base64
import json
import types
from dataclasses import fields
from datetime import date, datetime
from typing import Any

import pytest

import getclickmedia
from driver import (
    DRIVERS,
    INTERRUPT,
    TEST_KEY,
    AsyncDriver,
    Driver,
    EnoughWaitsError,
    SyncDriver,
    keywords,
    python_name,
)
from example import check_example
from getclickmedia import SmsConfigurationError, SmsError, count_segments
from getclickmedia._http import httpcore, httpx
from getclickmedia.webhooks import verify
from scripted_server import (
    REFUSING_ORIGIN,
    UNRESOLVABLE_ORIGIN,
    Act,
    ScriptedServer,
    answer,
    half_response,
    hang,
    reset,
)
from vectors import VECTORS

JSON = {"content-type": "application/json"}


def test_no_kind_of_vector_is_left_out() -> None:
    kinds = {name.removeprefix("test_of_") for name in globals() if name.startswith("test_of_")}
    assert set(VECTORS) == kinds


def each(kind: str) -> pytest.MarkDecorator:
    vectors = VECTORS[kind]
    return pytest.mark.parametrize("vector", vectors, ids=[vector["name"] for vector in vectors])


@each("requests")
def test_of_requests(vector: dict[str, Any], server: ScriptedServer) -> None:
    for driver in DRIVERS:
        server.script(answer(404))
        with pytest.raises(SmsError):
            driver.call(vector["operation"], vector["arguments"], base_url=server.base_url)
        [arrival] = server.arrivals
        assert (arrival.method, arrival.path) == (vector["method"], vector["path"])
        assert arrival.headers.items() >= vector["headers"].items()
        assert ("content-type" in arrival.headers) == ("content-type" in vector["headers"])
        assert arrival.body == (vector["body"] or "").encode()


@each("refusals")
def test_of_refusals(vector: dict[str, Any], server: ScriptedServer) -> None:
    for driver in DRIVERS:
        server.script(answer(200))
        with pytest.raises(SmsConfigurationError):
            driver.call(vector["operation"], vector["arguments"], base_url=server.base_url)
        assert server.arrivals == []


@each("responses")
def test_of_responses(vector: dict[str, Any], server: ScriptedServer) -> None:
    for driver in DRIVERS:
        server.script(act(vector))
        result = driver.call(vector["operation"], {}, base_url=server.base_url)
        assert result.raw == vector["value"]
        for field in fields(result):
            if "json" in field.metadata:
                assert_same(
                    getattr(result, field.name), vector["value"].get(field.metadata["json"])
                )


def assert_same(value: object, written: object) -> None:
    if isinstance(value, datetime):
        assert value.utcoffset() is not None
        assert value == datetime.fromisoformat(str(written).replace("Z", "+00:00"))
    elif isinstance(value, date):
        assert value.isoformat() == written
    else:
        assert value == written


@each("errors")
def test_of_errors(vector: dict[str, Any], server: ScriptedServer) -> None:
    expected = vector["error"]
    for driver in DRIVERS:
        server.script(act(vector))
        with pytest.raises(SmsError) as caught:
            driver.call(
                vector["operation"],
                vector.get("arguments", {}),
                base_url=server.base_url,
                max_retries=0,
            )
        error = caught.value
        assert type(error) is getattr(getclickmedia, expected["type"])
        assert error.code == expected["code"]
        assert error.status == expected["status"]
        assert error.request_id == expected["requestId"]
        assert error.retryable == expected["retryable"]
        assert str(error)
        if expected["message"] is not None:
            assert str(error) == expected["message"]


@each("signatures")
def test_of_signatures(vector: dict[str, Any]) -> None:
    body = base64.b64decode(vector["bodyBase64"]) if "bodyBase64" in vector else vector["body"]
    assert verify(body, vector["signature"], vector["secrets"]) is vector["valid"]


@each("retries")
def test_of_retries(
    vector: dict[str, Any], server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    moment = datetime.fromisoformat(vector["now"].replace("Z", "+00:00"))
    clock = types.SimpleNamespace(time=moment.timestamp)
    monkeypatch.setattr("getclickmedia._retry.time", clock)
    decision = vector["decision"]
    for driver in DRIVERS:
        waits, error = fail_once(vector, server, driver)
        never_left = vector["outcome"].get("failure") in ("refused", "dns", "connect-timeout")
        assert len(server.arrivals) == vector["attempt"] - (1 if never_left else 0)
        assert len(waits) == vector["attempt"] - (0 if decision["retry"] else 1)
        if decision["retry"]:
            assert decision["delayMs"]["min"] <= waits[-1] * 1000 <= decision["delayMs"]["max"]
        elif vector["outcome"].get("failure") == "aborted":
            # Whoever cuts a call off knows what it was: nothing is retried, and it ends as he ends
            # it.
            assert isinstance(error, (asyncio.CancelledError, KeyboardInterrupt))
        else:
            assert isinstance(error, SmsError)
            assert error.delivery_unknown is decision["deliveryUnknown"]


@each("segments")
def test_of_segments(vector: dict[str, Any]) -> None:
    count = count_segments(vector["text"], unicode=vector["unicode"])
    assert count.encoding == vector["encoding"]
    assert count.segments == vector["segments"]
    assert count.units == vector["units"]
    assert count.text == vector["sent"]
    assert count.unsupported == vector["unsupported"]


@each("bulk")
def test_of_bulk(vector: dict[str, Any], server: ScriptedServer) -> None:
    recipients = vector["recipients"]
    if isinstance(recipients, int):
        recipients = [f"91{7_000_000_000 + index}" for index in range(recipients)]
    arguments = {
        "recipients": recipients,
        "recipients_per_request": vector["cap"],
        "message": "Sale ends tonight. GCMDIA",
        "sender_id": "GCMDIA",
        "template_id": "1007161234567890124",
        "type": "promotional",
    }
    for driver in DRIVERS:
        server.script(answer(200, JSON, '{"batchId":"gcm_batch_1","failed":0}'))
        result = driver.bulk(arguments, base_url=server.base_url)
        sent = [json.loads(arrival.body)["recipients"] for arrival in server.arrivals]
        assert [len(chunk) for chunk in sent] == vector["calls"]
        assert [to for chunk in sent for to in chunk] == [
            to for to in dict.fromkeys(recipients) if to not in vector["notSent"]
        ]
        assert [
            to
            for outcome in result.outcomes
            if outcome.status == "not_accepted"
            for to in outcome.recipients
        ] == vector["notSent"]


@each("outcomes")
def test_of_outcomes(vector: dict[str, Any], server: ScriptedServer) -> None:
    recipients = [f"91{7_000_000_000 + index}" for index in range(vector["recipients"])]
    arguments = {**keywords("sendBulk", {}), "recipients": recipients}
    for driver in DRIVERS:
        server.script(act(vector))
        result = driver.bulk(arguments, base_url=server.base_url, max_retries=0)
        [outcome] = result.outcomes
        assert outcome.recipients == recipients
        assert outcome.status == python_name(vector["outcome"])
        assert (outcome.status == "not_accepted") == (result.remaining == recipients)


@each("examples")
def test_of_examples(vector: dict[str, Any], mock_url: str) -> None:
    prefer = f"code={vector['status']}, example={vector['example']}"
    for driver in DRIVERS:
        check_example(vector, driver, {"base_url": mock_url, "headers": {"Prefer": prefer}}, [])


def act(vector: dict[str, Any]) -> Act:
    return answer(vector["status"], vector["headers"], vector["body"])


def fail_once(
    vector: dict[str, Any], server: ScriptedServer, driver: Driver
) -> tuple[list[float], BaseException]:
    """Has the attempt in question meet its outcome; those before it are rate limited."""
    attempt: int = vector["attempt"]
    failure = vector["outcome"].get("failure")
    meeting: dict[str, Act] = {
        "reset-after-sent": reset,
        "half-response": half_response,
        "timeout-after-sent": hang,
        "aborted": answer(200) if driver.name == "sync" else hang,
    }
    last = act(vector["outcome"]) if failure is None else meeting.get(failure, hang)
    server.script(*[answer(429)] * (attempt - 1), last)
    waits: list[float] = []
    attempts = 0

    def divert(request: httpx.Request) -> None:
        nonlocal attempts
        attempts += 1
        if attempts < attempt:
            return
        if failure == "connect-timeout":
            raise httpcore.ConnectTimeout("timed out")
        if failure in ("refused", "dns"):
            elsewhere = REFUSING_ORIGIN if failure == "refused" else UNRESOLVABLE_ORIGIN
            request.url = httpx.URL(elsewhere).join(request.url.raw_path.decode())
        if failure == "aborted" and driver.name == "sync":
            request.extensions[INTERRUPT] = True

    options: dict[str, Any] = {
        "base_url": server.base_url,
        "max_retries": vector["maxRetries"],
        "timeout": 0.5 if failure == "timeout-after-sent" else 10,
        "waits": waits,
        "most_waits": attempt,
        "divert": divert,
    }
    try:
        if failure == "aborted" and isinstance(driver, AsyncDriver):
            asyncio.run(cancelled(driver, vector["operation"], server, attempt, options))
        else:
            driver.call(vector["operation"], {}, **options)
    except (SmsError, EnoughWaitsError, KeyboardInterrupt, asyncio.CancelledError) as error:
        return waits, error
    raise AssertionError("The call did not fail.")


async def cancelled(
    driver: AsyncDriver, operation: str, server: ScriptedServer, attempt: int, options: Any
) -> None:
    """Cancels a call once its last request has arrived."""
    task = asyncio.ensure_future(driver.acall(operation, {}, **options))
    arrived = server.arrived
    for _ in range(attempt):
        await asyncio.get_running_loop().run_in_executor(None, arrived.acquire)
    task.cancel()
    await task


def test_the_key_of_the_vectors_is_that_of_the_tests() -> None:
    assert VECTORS["requests"][0]["headers"]["x-api-key"] == TEST_KEY
    assert [driver.name for driver in DRIVERS] == [SyncDriver.name, AsyncDriver.name]
