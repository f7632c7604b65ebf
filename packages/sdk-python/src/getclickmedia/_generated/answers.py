# Generated from spec/ by `pnpm generate`. Do not edit.

"""What the operations of the API answer."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from .._document import Answer, json_field, read_date, read_datetime, read_integer
from .enums import MessageStatus, Plan

__all__ = [
    "BalanceResponse",
    "BatchStatusResponse",
    "BulkSendResponse",
    "CancelResponse",
    "MessageStatusResponse",
    "SendResponse",
]


@dataclass(frozen=True, kw_only=True)
class SendResponse(Answer):
    """The message as the gateway accepted it."""

    message_id: str = field(metadata=json_field("messageId"))
    """Names one message. Keep it to ask for the status and to match webhooks."""

    to: str = field(metadata=json_field("to"))
    """An Indian mobile in E.164 without the plus sign: 91 and ten digits."""

    status: MessageStatus = field(metadata=json_field("status"))
    """Where the message is on its way. `delivered`, `failed` and `rejected` are final. More values
    may be added, so treat one that you do not know as not yet final.
    """

    queued_at: datetime = field(metadata=json_field("queuedAt", read_datetime))
    """When the gateway accepted the message."""

    credits: int = field(metadata=json_field("credits", read_integer))
    """How many credits the message costs."""


@dataclass(frozen=True, kw_only=True)
class BulkSendResponse(Answer):
    """The batch as the gateway accepted it."""

    batch_id: str = field(metadata=json_field("batchId"))
    """Names one bulk send. Keep it to read the batch, or to cancel it while it waits."""

    total: int = field(metadata=json_field("total", read_integer))
    """How many recipients the request had."""

    queued: int = field(metadata=json_field("queued", read_integer))
    """How many of them were accepted."""

    failed: int = field(metadata=json_field("failed", read_integer))
    """How many of them were not accepted."""

    scheduled_at: datetime | None = field(
        default=None, metadata=json_field("scheduledAt", read_datetime)
    )
    """When the batch is due; `None` when it starts at once."""

    estimated_credits: int = field(metadata=json_field("estimatedCredits", read_integer))
    """What the batch costs if every accepted message goes out."""


@dataclass(frozen=True, kw_only=True)
class MessageStatusResponse(Answer):
    """One message and how far it has come."""

    message_id: str = field(metadata=json_field("messageId"))
    """Names one message. Keep it to ask for the status and to match webhooks."""

    to: str = field(metadata=json_field("to"))
    """An Indian mobile in E.164 without the plus sign: 91 and ten digits."""

    status: MessageStatus = field(metadata=json_field("status"))
    """Where the message is on its way. `delivered`, `failed` and `rejected` are final. More values
    may be added, so treat one that you do not know as not yet final.
    """

    queued_at: datetime = field(metadata=json_field("queuedAt", read_datetime))
    """When the gateway accepted the message."""

    sent_at: datetime | None = field(default=None, metadata=json_field("sentAt", read_datetime))
    """When the message was handed to the carrier. Absent until then."""

    delivered_at: datetime | None = field(
        default=None, metadata=json_field("deliveredAt", read_datetime)
    )
    """When the handset confirmed receipt. Absent until then."""

    operator: str | None = field(default=None, metadata=json_field("operator"))
    """The mobile operator that carried the message. It is present once the carrier has named it."""

    fail_reason: str | None = field(default=None, metadata=json_field("failReason"))
    """Why the message failed or was rejected, in the operator's words. The guide lists no values:
    show it to a person and do not decide on it.
    """

    credits: int = field(metadata=json_field("credits", read_integer))
    """How many credits the message costs."""


@dataclass(frozen=True, kw_only=True)
class BatchStatusResponse(Answer):
    """How far a bulk send has come."""

    batch_id: str = field(metadata=json_field("batchId"))
    """Names one bulk send. Keep it to read the batch, or to cancel it while it waits."""

    total: int = field(metadata=json_field("total", read_integer))
    """How many messages the batch has."""

    delivered: int = field(metadata=json_field("delivered", read_integer))
    """How many handsets have confirmed receipt."""

    failed: int = field(metadata=json_field("failed", read_integer))
    """How many messages failed or were rejected, which is all of them once the batch is cancelled.
    """

    pending: int = field(metadata=json_field("pending", read_integer))
    """How many messages are not final yet."""

    delivery_rate: str = field(metadata=json_field("deliveryRate"))
    """The delivered share of all messages, as a string with a percent sign."""

    completed_at: datetime | None = field(metadata=json_field("completedAt", read_datetime))
    """When the last message became final, or the batch was cancelled; `None` until then."""


@dataclass(frozen=True, kw_only=True)
class CancelResponse(Answer):
    """The batch that will not be sent."""

    cancelled: Literal[True] = field(default=True, metadata=json_field("cancelled"))
    """Always `True`. A batch that cannot be cancelled is answered with an error instead."""

    batch_id: str = field(metadata=json_field("batchId"))
    """Names one bulk send. Keep it to read the batch, or to cancel it while it waits."""


@dataclass(frozen=True, kw_only=True)
class BalanceResponse(Answer):
    """What the account has left, and under which plan."""

    credits: int = field(metadata=json_field("credits", read_integer))
    """Credits left to spend."""

    plan: Plan = field(metadata=json_field("plan"))
    """The plan of the account, which sets its limits. Plans may be added."""

    expires_at: date = field(metadata=json_field("expiresAt", read_date))
    """The day on which the credits expire."""
