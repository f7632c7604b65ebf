"""Following a message until its status is final."""

import asyncio
from typing import Any

import pytest

from getclickmedia import MessageStatusResponse, SmsConfigurationError, SmsError, SmsTimeoutError
from getclickmedia.testing import FakeApi

TO = "919876543210"


def send(api: FakeApi) -> str:
    return (
        api.client()
        .send(to=TO, message="Hi", sender_id="GCMDIA", template_id="1", type="promotional")
        .message_id
    )


def watch(api: FakeApi, kind: str, **options: Any) -> list[MessageStatusResponse]:
    message_id = send(api)
    if kind == "sync":
        return list(api.client().watch_status(message_id, **options))

    async def collect() -> list[MessageStatusResponse]:
        client = api.async_client()
        return [each async for each in client.watch_status(message_id, **options)]

    return asyncio.run(collect())


def wait(api: FakeApi, kind: str, **options: Any) -> MessageStatusResponse:
    message_id = send(api)
    if kind == "sync":
        return api.client().wait_for_delivery(message_id, **options)
    return asyncio.run(api.async_client().wait_for_delivery(message_id, **options))


both = pytest.mark.parametrize("kind", ["sync", "async"])


@both
def test_every_change_is_told_once(kind: str) -> None:
    api = FakeApi()
    api.set_status(TO, "queued", "queued", "dispatched", "dispatched", "failed")
    assert [each.status for each in watch(api, kind)] == ["queued", "dispatched", "failed"]
    assert len(api.requests) == 6


@both
def test_pauses_grow_and_are_a_little_random(kind: str) -> None:
    api = FakeApi()
    api.set_status(TO, *["queued"] * 12, "delivered")
    assert wait(api, kind, timeout=600, interval=1).status == "delivered"
    expected = [min(1.5**index, 30) for index in range(12)]
    pairs = zip(expected, api.waits, strict=True)
    assert all(0.75 * base <= got <= 1.25 * base for base, got in pairs)
    assert len(set(api.waits)) == len(api.waits)


@both
def test_a_message_that_stays_ends_with_a_timeout(kind: str) -> None:
    api = FakeApi()
    api.set_status(TO, "dispatched")
    with pytest.raises(SmsTimeoutError, match=r"no final status after 20 s.*dispatched") as caught:
        wait(api, kind, timeout=20)
    assert not caught.value.delivery_unknown
    assert sum(api.waits) == pytest.approx(20, abs=1)


@both
def test_retries_are_within_the_time(kind: str) -> None:
    api = FakeApi()
    api.set_status(TO, "delivered")
    api.fail("RATE_LIMIT_EXCEEDED", retry_after=50, operation="get_status")
    with pytest.raises(SmsTimeoutError, match="not read yet"):
        wait(api, kind, timeout=20)
    assert api.waits == [pytest.approx(20, abs=1)]


@both
def test_other_errors_end_it(kind: str) -> None:
    api = FakeApi()
    api.fail("ROUTE_FORBIDDEN", operation="get_status")
    with pytest.raises(SmsError) as caught:
        wait(api, kind)
    assert caught.value.code == "ROUTE_FORBIDDEN"


@both
def test_a_status_that_is_new_is_not_final(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    api = FakeApi()
    monkeypatch.setitem(api_statuses(), "delayed", {"status": "delayed"})
    api.set_status(TO, "delayed", "delivered")
    assert [each.status for each in watch(api, kind)] == ["delayed", "delivered"]


def api_statuses() -> dict[str, Any]:
    from getclickmedia._generated.fake_data import STATUSES

    return STATUSES


@both
@pytest.mark.parametrize("wrong", [{"timeout": 0}, {"interval": 0}, {"interval": "1"}])
def test_what_cannot_be_right_is_raised(kind: str, wrong: dict[str, Any]) -> None:
    with pytest.raises(SmsConfigurationError):
        watch(FakeApi(), kind, **wrong)
