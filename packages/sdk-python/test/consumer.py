"""A program that uses the package as it is installed. It is checked for its types, and not run."""

from datetime import datetime
from typing import Literal

from getclickmedia import (
    AsyncSmsClient,
    BulkResult,
    MessageStatus,
    NotFoundError,
    SendResponse,
    SmsClient,
    SmsError,
    count_segments,
    errors,
    webhooks,
)
from getclickmedia.testing import FakeApi, signed_receipt


def send(client: SmsClient, when: datetime) -> str:
    sent: SendResponse = client.send(
        to="919876543210",
        message="Hi",
        sender_id="GCMDIA",
        template_id="1",
        type="transactional",
        schedule_at=when,
    )
    moment: datetime = sent.queued_at
    status: MessageStatus = sent.status
    credits: int = sent.credits
    client.send(to="9", message="", sender_id="", template_id="", type="other")  # type: ignore[arg-type]
    client.send(to="9")  # type: ignore[call-arg]
    client.send("9")  # type: ignore[call-arg]
    return f"{moment} {status} {credits} {sent.message_id}"


class OwnClient(SmsClient):
    """A client with more methods stays what it is."""

    def low(self) -> bool:
        with self.with_options(timeout=5) as other:
            own: OwnClient = other
            return own.get_balance().credits < 10


class OwnAsyncClient(AsyncSmsClient):
    async def low(self) -> bool:
        async with self.with_options(timeout=5) as other:
            own: OwnAsyncClient = other
            return (await own.get_balance()).credits < 10


def report(result: BulkResult) -> list[str]:
    lines: list[str] = []
    for recipient, outcome in result:
        if outcome.status == "accepted":
            lines.append(recipient + outcome.batch_id)
        else:
            error: Exception = outcome.error
            lines.append(str(error))
    return lines


def handle(event: webhooks.WebhookEvent) -> str:
    if isinstance(event, webhooks.SmsDeliveredEvent):
        name: Literal["sms.delivered"] = event.event
        return name + event.delivered_at.isoformat()
    if isinstance(event, (webhooks.SmsFailedEvent, webhooks.SmsRejectedEvent)):
        return event.fail_reason
    return event.event


async def balance(client: AsyncSmsClient) -> int:
    try:
        async for message in client.watch_status("gcm_msg_1", timeout=5):
            print(message.delivered_at)
        return (await client.with_options(timeout=5).get_balance()).credits
    except NotFoundError as error:
        raise SmsError(str(error), code=error.code) from error


def fake() -> FakeApi:
    api = FakeApi()
    api.break_connection("sideways")  # type: ignore[arg-type]
    print(
        count_segments("Hi").encoding, errors.GatewayError, signed_receipt("sms.queued", "s").body
    )
    return api
