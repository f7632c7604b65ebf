# Generated from spec/ by `pnpm generate`. Do not edit.

"""What the API posts to webhooks."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, TypeAlias

from .._document import Document, json_field, read_datetime


@dataclass(frozen=True, kw_only=True)
class SmsQueuedEvent(Document):
    """`sms.queued`: The gateway has accepted the message. It has not left for the carrier yet."""

    event: Literal["sms.queued"] = field(default="sms.queued", metadata=json_field("event"))
    """The name of the event."""

    message_id: str = field(metadata=json_field("messageId"))
    """Names one message. Keep it to ask for the status and to match webhooks."""

    batch_id: str | None = field(metadata=json_field("batchId"))
    """The bulk send that the message belongs to; `None` for a single message."""

    to: str = field(metadata=json_field("to"))
    """An Indian mobile in E.164 without the plus sign: 91 and ten digits."""

    status: Literal["queued"] = field(default="queued", metadata=json_field("status"))
    """The status that the message has reached."""

    queued_at: datetime = field(metadata=json_field("queuedAt", read_datetime))
    """When the gateway accepted the message."""


@dataclass(frozen=True, kw_only=True)
class SmsDispatchedEvent(Document):
    """`sms.dispatched`: The message has left the gateway for the carrier. Whether it arrives is not
    known yet.
    """

    event: Literal["sms.dispatched"] = field(default="sms.dispatched", metadata=json_field("event"))
    """The name of the event."""

    message_id: str = field(metadata=json_field("messageId"))
    """Names one message. Keep it to ask for the status and to match webhooks."""

    batch_id: str | None = field(metadata=json_field("batchId"))
    """The bulk send that the message belongs to; `None` for a single message."""

    to: str = field(metadata=json_field("to"))
    """An Indian mobile in E.164 without the plus sign: 91 and ten digits."""

    status: Literal["dispatched"] = field(default="dispatched", metadata=json_field("status"))
    """The status that the message has reached."""

    operator: str | None = field(default=None, metadata=json_field("operator"))
    """The mobile operator that carried the message. It is present once the carrier has named it."""

    queued_at: datetime = field(metadata=json_field("queuedAt", read_datetime))
    """When the gateway accepted the message."""

    sent_at: datetime | None = field(default=None, metadata=json_field("sentAt", read_datetime))
    """When the message was handed to the carrier. Absent until then."""


@dataclass(frozen=True, kw_only=True)
class SmsDeliveredEvent(Document):
    """`sms.delivered`: The handset has confirmed receipt. This status is final."""

    event: Literal["sms.delivered"] = field(default="sms.delivered", metadata=json_field("event"))
    """The name of the event."""

    message_id: str = field(metadata=json_field("messageId"))
    """Names one message. Keep it to ask for the status and to match webhooks."""

    batch_id: str | None = field(metadata=json_field("batchId"))
    """The bulk send that the message belongs to; `None` for a single message."""

    to: str = field(metadata=json_field("to"))
    """An Indian mobile in E.164 without the plus sign: 91 and ten digits."""

    status: Literal["delivered"] = field(default="delivered", metadata=json_field("status"))
    """The status that the message has reached."""

    operator: str | None = field(default=None, metadata=json_field("operator"))
    """The mobile operator that carried the message. It is present once the carrier has named it."""

    queued_at: datetime = field(metadata=json_field("queuedAt", read_datetime))
    """When the gateway accepted the message."""

    delivered_at: datetime = field(metadata=json_field("deliveredAt", read_datetime))
    """When the handset confirmed receipt. Absent until then."""


@dataclass(frozen=True, kw_only=True)
class SmsFailedEvent(Document):
    """`sms.failed`: The message could not be delivered; `fail_reason` says why. This status is
    final.
    """

    event: Literal["sms.failed"] = field(default="sms.failed", metadata=json_field("event"))
    """The name of the event."""

    message_id: str = field(metadata=json_field("messageId"))
    """Names one message. Keep it to ask for the status and to match webhooks."""

    batch_id: str | None = field(metadata=json_field("batchId"))
    """The bulk send that the message belongs to; `None` for a single message."""

    to: str = field(metadata=json_field("to"))
    """An Indian mobile in E.164 without the plus sign: 91 and ten digits."""

    status: Literal["failed"] = field(default="failed", metadata=json_field("status"))
    """The status that the message has reached."""

    operator: str | None = field(default=None, metadata=json_field("operator"))
    """The mobile operator that carried the message. It is present once the carrier has named it."""

    queued_at: datetime = field(metadata=json_field("queuedAt", read_datetime))
    """When the gateway accepted the message."""

    fail_reason: str = field(metadata=json_field("failReason"))
    """Why the message failed or was rejected, in the operator's words. The guide lists no values:
    show it to a person and do not decide on it.
    """


@dataclass(frozen=True, kw_only=True)
class SmsRejectedEvent(Document):
    """`sms.rejected`: The operator blocked the message for a DLT or template fault; `fail_reason`
    says which. This status is final.
    """

    event: Literal["sms.rejected"] = field(default="sms.rejected", metadata=json_field("event"))
    """The name of the event."""

    message_id: str = field(metadata=json_field("messageId"))
    """Names one message. Keep it to ask for the status and to match webhooks."""

    batch_id: str | None = field(metadata=json_field("batchId"))
    """The bulk send that the message belongs to; `None` for a single message."""

    to: str = field(metadata=json_field("to"))
    """An Indian mobile in E.164 without the plus sign: 91 and ten digits."""

    status: Literal["rejected"] = field(default="rejected", metadata=json_field("status"))
    """The status that the message has reached."""

    operator: str | None = field(default=None, metadata=json_field("operator"))
    """The mobile operator that carried the message. It is present once the carrier has named it."""

    queued_at: datetime = field(metadata=json_field("queuedAt", read_datetime))
    """When the gateway accepted the message."""

    fail_reason: str = field(metadata=json_field("failReason"))
    """Why the message failed or was rejected, in the operator's words. The guide lists no values:
    show it to a person and do not decide on it.
    """


KnownEvent: TypeAlias = (
    SmsQueuedEvent | SmsDispatchedEvent | SmsDeliveredEvent | SmsFailedEvent | SmsRejectedEvent
)
"""An event that this version of the SDK knows."""

EVENT_CLASSES: dict[str, type[KnownEvent]] = {
    "sms.queued": SmsQueuedEvent,
    "sms.dispatched": SmsDispatchedEvent,
    "sms.delivered": SmsDeliveredEvent,
    "sms.failed": SmsFailedEvent,
    "sms.rejected": SmsRejectedEvent,
}
"""The class of each event, by its name."""
