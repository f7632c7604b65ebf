"""Bulk sends: nothing that was accepted is ever lost, and nobody is sent to twice."""

import json
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest

from driver import DRIVERS, MESSAGE, AsyncDriver, Driver, python_name
from getclickmedia import (
    BulkCounts,
    BulkResult,
    InsufficientCreditsError,
    InvalidNumberError,
    SmsConfigurationError,
    SmsError,
)
from scripted_server import ScriptedServer, answer, reset

NUMBERS = [f"91{7_000_000_000 + index}" for index in range(6)]
TEXT = {python_name(name): value for name, value in MESSAGE.items() if name != "to"}
JSON = {"content-type": "application/json"}
TAKEN = answer(200, JSON, '{"batchId":"gcm_batch_1","total":2,"queued":2,"failed":0}')
BROKE = answer(402, JSON, '{"error":{"code":"INSUFFICIENT_CREDITS","message":"No credits."}}')

both = pytest.mark.parametrize("driver", DRIVERS, ids=lambda driver: driver.name)


def send(driver: Driver, server: ScriptedServer, recipients: Any, **more: Any) -> BulkResult:
    arguments = {"recipients": recipients, "recipients_per_request": 2, **TEXT, **more}
    return driver.bulk(arguments, base_url=server.base_url)


@both
def test_a_refused_call_stops_it_and_the_rest_remains(
    driver: Driver, server: ScriptedServer
) -> None:
    server.script(TAKEN, BROKE)
    result = send(driver, server, [*NUMBERS, "1", NUMBERS[0]])
    assert len(server.arrivals) == 2
    assert not result.complete
    assert result.source_ended
    assert isinstance(result.stopped_by, InsufficientCreditsError)
    assert result.counts == BulkCounts(accepted=2, not_accepted=5)
    assert result.remaining == NUMBERS[2:]
    outcomes = dict(result)
    assert outcomes[NUMBERS[0]].status == "accepted"
    refused, rest, malformed = outcomes[NUMBERS[2]], outcomes[NUMBERS[5]], outcomes["1"]
    assert refused.status == rest.status == malformed.status == "not_accepted"
    assert refused.error is result.stopped_by
    assert rest.error.__cause__ is result.stopped_by
    assert isinstance(malformed.error, InvalidNumberError)
    assert NUMBERS[0] not in repr(result)

    server.script(TAKEN)
    again = send(driver, server, result.remaining)
    assert again.complete
    assert [json.loads(each.body)["recipients"] for each in server.arrivals] == [
        NUMBERS[2:4],
        NUMBERS[4:],
    ]


@both
def test_a_broken_connection_leaves_its_recipients_unknown(
    driver: Driver, server: ScriptedServer
) -> None:
    server.script(TAKEN, reset)
    result = send(driver, server, NUMBERS)
    assert result.counts == BulkCounts(accepted=2, unknown=2, not_accepted=2)
    assert result.remaining == NUMBERS[4:]
    assert isinstance(result.stopped_by, SmsError)
    assert result.stopped_by.delivery_unknown


@both
@pytest.mark.parametrize("queued", [0, 1])
def test_a_batch_that_was_partly_taken(queued: int, driver: Driver, server: ScriptedServer) -> None:
    partly = json.dumps({"batchId": "b", "total": 2, "queued": queued, "failed": 2 - queued})
    server.script(answer(200, JSON, partly), TAKEN)
    result = send(driver, server, NUMBERS[:4])
    first, second = result.outcomes
    assert second.status == "accepted"  # The call itself went through.
    assert result.stopped_by is None
    if queued == 0:
        assert first.status == "not_accepted"
    else:
        assert first.status == "unknown"
        assert first.batch_id == "b"
        assert first.response is not None


class SourceError(Exception):
    pass


@both
@pytest.mark.parametrize("after", [0, 1, 2, 3])
def test_a_source_that_fails_loses_nothing(
    after: int, driver: Driver, server: ScriptedServer
) -> None:
    def source() -> Iterator[str]:
        yield from NUMBERS[:after]
        raise SourceError

    server.script(TAKEN)
    result = send(driver, server, source())
    assert isinstance(result.stopped_by, SourceError)
    assert not result.source_ended
    assert not result.complete
    assert result.counts == BulkCounts(accepted=after // 2 * 2, not_accepted=after % 2)
    assert result.remaining == NUMBERS[after // 2 * 2 : after]


@both
def test_a_source_is_read_as_the_calls_go_out(driver: Driver, server: ScriptedServer) -> None:
    read_before: list[int] = []

    def source() -> Iterator[str]:
        for number in NUMBERS:
            read_before.append(len(server.arrivals))
            yield number

    progress: list[BulkCounts] = []
    server.script(TAKEN)
    result = send(driver, server, source(), on_progress=progress.append)
    assert result.complete
    assert read_before == [0, 0, 1, 1, 2, 2]
    assert progress == [BulkCounts(accepted=count) for count in (2, 4, 6)]


@both
def test_a_fault_in_a_callback_or_a_sleep_loses_nothing(
    driver: Driver, server: ScriptedServer, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_: object) -> None:
        raise SourceError("in the callback")

    server.script(TAKEN)
    assert send(driver, server, NUMBERS, on_progress=fail).complete
    assert "on_progress of send_bulk failed" in caplog.text

    async def afail(_: object) -> None:
        raise SourceError

    server.script(TAKEN, answer(429))
    sleep = afail if isinstance(driver, AsyncDriver) else fail
    arguments = {"recipients": NUMBERS, "recipients_per_request": 2, **TEXT}
    result = driver.bulk(arguments, base_url=server.base_url, sleep=sleep)
    assert result.counts == BulkCounts(accepted=2, unknown=2, not_accepted=2)
    assert isinstance(result.stopped_by, SourceError)


def test_an_async_source_is_for_the_async_client(server: ScriptedServer) -> None:
    async def source() -> AsyncIterator[str]:
        for number in NUMBERS:
            yield number

    server.script(TAKEN)
    [sync, other] = DRIVERS
    assert send(other, server, source()).complete
    assert len(server.arrivals) == 3
    with pytest.raises(SmsConfigurationError, match="AsyncSmsClient"):
        send(sync, server, source())


class EitherWay:
    """As a query of Django, which can be iterated over, and awaited too."""

    def __init__(self) -> None:
        self.awaited: list[bool] = []

    def __iter__(self) -> Iterator[str]:
        self.awaited.append(False)
        return iter(NUMBERS)

    async def __aiter__(self) -> AsyncIterator[str]:
        self.awaited.append(True)
        for number in NUMBERS:
            yield number


def test_a_source_that_can_do_both_is_awaited_where_that_is_possible(
    server: ScriptedServer,
) -> None:
    for driver in DRIVERS:
        server.script(TAKEN)
        source = EitherWay()
        assert send(driver, server, source).complete
        assert source.awaited == [isinstance(driver, AsyncDriver)]
        assert len(server.arrivals) == 3


@both
@pytest.mark.parametrize(
    "wrong",
    [
        {"recipients": NUMBERS[0]},
        {"recipients": 5},
        {"recipients_per_request": 0},
        {"recipients_per_request": 1.5},
        {"message": object()},
    ],
    ids=str,
)
def test_what_cannot_be_right_is_raised(
    wrong: dict[str, Any], driver: Driver, server: ScriptedServer
) -> None:
    server.script(TAKEN)
    with pytest.raises(SmsConfigurationError):
        send(driver, server, **{"recipients": NUMBERS, **wrong})
    assert server.arrivals == []


@both
def test_what_is_no_text_is_no_number(driver: Driver, server: ScriptedServer) -> None:
    server.script(TAKEN)
    result = send(driver, server, [None, 5, ["a"], {}, NUMBERS[0]])
    assert result.counts == BulkCounts(accepted=1, not_accepted=4)
    assert result.remaining == []


@both
def test_the_plan_says_how_many_go_in_one_call(driver: Driver, server: ScriptedServer) -> None:
    server.script(TAKEN)
    many = [f"91{8_000_000_000 + index}" for index in range(5001)]
    driver.bulk({"recipients": many, **TEXT}, base_url=server.base_url, plan="Growth")
    sizes = [len(json.loads(each.body)["recipients"]) for each in server.arrivals]
    assert sizes == [5000, 1]
