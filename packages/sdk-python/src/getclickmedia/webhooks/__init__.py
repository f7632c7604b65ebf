"""Receives the API's webhooks: checks who signed them, and reads their events."""

from .._generated.constants import SIGNATURE_HEADER
from .._generated.events import (
    KnownEvent,
    SmsDeliveredEvent,
    SmsDispatchedEvent,
    SmsFailedEvent,
    SmsQueuedEvent,
    SmsRejectedEvent,
)
from ._error import Reason, WebhookError
from ._parse import UnknownEvent, WebhookEvent, parse
from ._signature import RawBody, Secrets, sign, verify

__all__ = [
    "KnownEvent",
    "RawBody",
    "Reason",
    "SIGNATURE_HEADER",
    "Secrets",
    "SmsDeliveredEvent",
    "SmsDispatchedEvent",
    "SmsFailedEvent",
    "SmsQueuedEvent",
    "SmsRejectedEvent",
    "UnknownEvent",
    "WebhookError",
    "WebhookEvent",
    "parse",
    "sign",
    "verify",
]
