"""The fake API answers as the real one, and fails when it is told to."""

import asyncio
import json
import math
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from getclickmedia import (
    BatchStatusResponse,
    InvalidNumberError,
    InvalidRequestError,
    NotCancellableError,
    NotFoundError,
    SmsClient,
    SmsError,
    errors,
)
from getclickmedia._generated.fake_data import ANSWERS, ERRORS
from getclickmedia._http import httpx
from getclickmedia.testing import FakeApi, signed_receipt
from getclickmedia.webhooks import SIGNATURE_HEADER, SmsFailedEvent, parse

TEXT: dict[str, Any] = {
    "message": "Your OTP is 482910.",
    "sender_id": "GCMDIA",
    "template_id": "1007161234567890125",
    "type": "transactional",
}
TO = "919876543210"


def test_it_remembers_what_was_sent() -> None:
    api = FakeApi()
    with api.client() as client:
        before = client.get_balance().credits
        sent = client.send(to=TO, **TEXT)
        assert client.get_balance().credits == before - sent.credits
        assert client.get_status(sent.message_id).status == "queued"
        assert client.get_status(sent.message_id).status == "dispatched"
        last = client.get_status(sent.message_id)
    assert last.status == "delivered"
    assert last.delivered_at is not None
    [message] = api.sent
    assert (message.to, message.message, message.status) == (TO, TEXT["message"], "delivered")
    assert message.message_id == sent.message_id
    assert [each.operation for each in api.requests][:2] == ["get_balance", "send"]
    assert api.requests[1].body["templateId"] == TEXT["template_id"]
    api.reset()
    assert not (api.sent or api.requests or api.waits)


def test_batches_are_counted_and_cancelled() -> None:
    api = FakeApi(credits=10)
    with api.client() as client:
        result = client.send_bulk(recipients=[TO, "918765432109"], **TEXT)
        [outcome] = result.outcomes
        assert outcome.status == "accepted"
        batch: BatchStatusResponse = client.get_batch(outcome.batch_id)
        assert (batch.total, batch.pending, batch.completed_at) == (2, 2, None)
        api.set_status(TO, "failed")
        client.get_batch(outcome.batch_id)
        batch = client.get_batch(outcome.batch_id)
        assert (batch.delivered, batch.failed, batch.delivery_rate) == (1, 1, "50.0%")
        assert batch.completed_at is not None
        with pytest.raises(NotCancellableError):
            client.cancel_scheduled(outcome.batch_id)

        when = datetime.now(timezone.utc) + timedelta(hours=1)
        later = client.send_bulk(recipients=[TO], schedule_at=when, **TEXT).outcomes[0]
        assert later.status == "accepted"
        assert client.get_balance().credits == 7
        assert client.cancel_scheduled(later.batch_id).cancelled
        assert client.get_balance().credits == 8
        assert len(api.sent) == 2
        with pytest.raises(NotFoundError):
            client.get_batch("gcm_batch_nothing")


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"to": "9876543210"}, InvalidNumberError),
        ({"to": TO + "\n"}, InvalidNumberError),
        ({"sender_id": "TOOLONG"}, InvalidRequestError),
        ({"type": "otp"}, InvalidRequestError),
        ({"message": ""}, InvalidRequestError),
        ({"unicode": "yes"}, InvalidRequestError),
        ({"schedule_at": "2020-01-01T00:00:00Z"}, InvalidRequestError),
        ({"schedule_at": "2026-02-30T00:00:00Z"}, InvalidRequestError),
        ({"template_id": None}, errors.MissingFieldError),
    ],
    ids=str,
)
def test_what_the_api_would_refuse_is_refused(change: Any, error: type[SmsError]) -> None:
    api = FakeApi()
    with api.client() as client, pytest.raises(error):
        client.send(**{"to": TO, **TEXT, **change})
    assert api.sent == []
    assert api.requests[0].status == 400


def test_requests_that_are_no_calls_are_refused() -> None:
    api = FakeApi()
    transport = api.client()._http._transport
    raw = httpx.Client(transport=transport, base_url="https://api.example.com/v1")
    key = {"x-api-key": "gcm_test_a"}
    assert raw.get("/nothing", headers=key).status_code == 404
    assert raw.put("/account/balance", headers=key).status_code == 405
    assert raw.get("/account/balance").status_code == 401
    assert raw.get("/account/balance?a=1", headers=key).status_code == 400
    assert raw.get("/sms/status/gcm_msg_%20", headers=key).status_code == 400
    assert raw.post("/sms/send", headers=key, content="{}").status_code == 415
    broken = {**key, "content-type": "application/json"}
    assert raw.post("/sms/send", headers=broken, content="{").status_code == 400


@pytest.mark.parametrize(("id", "code"), [(id, code) for id in ERRORS for code in ERRORS[id]])
def test_every_documented_error_can_be_had(id: str, code: str) -> None:
    api = FakeApi()
    api.fail(code)
    with api.client(max_retries=0) as client:
        calls = {
            "send": lambda: client.send(to=TO, **TEXT),
            "getStatus": lambda: client.get_status("gcm_msg_1"),
            "getBatch": lambda: client.get_batch("gcm_batch_1"),
            "cancelScheduled": lambda: client.cancel_scheduled("gcm_batch_1"),
            "getBalance": client.get_balance,
        }
        if id == "sendBulk":
            error = client.send_bulk(recipients=[TO], **TEXT).stopped_by
        else:
            with pytest.raises(SmsError) as caught:
                calls[id]()
            error = caught.value
    assert isinstance(error, SmsError)
    assert error.code == code
    assert api.sent == []
    assert api.pending_faults == []


def test_faults() -> None:
    api = FakeApi()
    with api.client() as client:
        api.fail("RATE_LIMIT_EXCEEDED", retry_after=30)
        api.fail(429, operation="send")
        client.send(to=TO, **TEXT)
        assert api.waits[0] == 30
        assert [each.status for each in api.requests] == [429, 429, 200]

        api.break_connection("refused", times=2)
        client.send(to=TO, **TEXT)
        assert len(api.sent) == 2
        for fault in ("reset", "timeout", "cut_off"):
            api.break_connection(fault)
            with pytest.raises(SmsError) as caught:
                client.send(to=TO, **TEXT)
            assert caught.value.delivery_unknown
        assert len(api.sent) == 5
        api.break_connection("reset", accepted=False)
        with pytest.raises(SmsError):
            client.send(to=TO, **TEXT)
        assert len(api.sent) == 5
    api.fail(503, times=math.inf)
    [pending] = api.pending_faults
    assert (pending.fault, pending.times) == (503, math.inf)


def test_the_async_client_meets_the_same() -> None:
    api = FakeApi()

    async def use() -> None:
        async with api.async_client() as client:
            api.fail("GATEWAY_ERROR")
            await client.send(to=TO, **TEXT)
            api.break_connection("cut_off")
            with pytest.raises(SmsError) as caught:
                await client.send(to=TO, **TEXT)
            assert caught.value.delivery_unknown

    asyncio.run(use())
    assert len(api.waits) == 1
    assert len(api.sent) == 2


def test_one_async_client_goes_from_loop_to_loop() -> None:
    client = FakeApi().async_client()
    for _ in range(2):
        assert asyncio.run(client.get_balance()).credits


@pytest.mark.parametrize(
    "wrong",
    [
        lambda api: api.fail("NO_SUCH_CODE"),
        lambda api: api.fail("NOT_FOUND", operation="send"),
        lambda api: api.fail(200),
        lambda api: api.fail(500, times=0),
        lambda api: api.fail(500, times=1.5),
        lambda api: api.fail(500, operation="sendBulk"),
        lambda api: api.fail(429, retry_after=-1),
        lambda api: api.break_connection("unplugged"),
        lambda api: api.break_connection("refused", accepted=True),
        lambda api: api.set_status(TO),
        lambda api: api.set_status(TO, "lost"),
        lambda api: api.set_status("gcm_msg_1", "failed"),
        lambda api: FakeApi(plan="Huge"),
        lambda api: FakeApi(credits=-1),
        lambda api: signed_receipt("sms.lost", "s"),
        lambda api: signed_receipt("sms.failed", "s", messageId="x"),
    ],
)
def test_mistakes_are_told(wrong: Any) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        wrong(FakeApi())


def test_receipts_are_signed() -> None:
    receipt = signed_receipt("sms.failed", "whsec", message_id="gcm_msg_9")
    event = parse(receipt.body, receipt.headers[SIGNATURE_HEADER], "whsec", max_age=60)
    assert isinstance(event, SmsFailedEvent)
    assert event.message_id == "gcm_msg_9"
    assert json.loads(receipt.body)["event"] == "sms.failed"


def test_the_plan_is_that_of_the_documentation() -> None:
    assert FakeApi().client().get_balance().plan == ANSWERS["getBalance"]["plan"]
    small = FakeApi(plan="Starter")
    with small.client(plan="Growth") as client:
        recipients = [f"91{7_000_000_000 + index}" for index in range(1001)]
        stopped = client.send_bulk(recipients=recipients, **TEXT).stopped_by
    assert isinstance(stopped, InvalidRequestError)
    assert isinstance(client, SmsClient)
