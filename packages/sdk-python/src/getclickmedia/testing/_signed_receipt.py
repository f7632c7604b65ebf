"""Delivery receipts for tests of your webhook."""

import dataclasses
import json
from dataclasses import dataclass, field

from .._generated.constants import SIGNATURE_HEADER, TIMESTAMP_FIELDS
from .._generated.events import EVENT_CLASSES
from .._generated.fake_data import EVENTS
from ..webhooks import sign
from ._sent_message import now


@dataclass(frozen=True)
class SignedReceipt:
    """A delivery receipt as the API posts it."""

    body: bytes = field(repr=False)
    """The event as JSON."""

    headers: dict[str, str]
    """The content type, and the signature of the body."""


def signed_receipt(event: str, secret: str, **fields: object) -> SignedReceipt:
    """Makes a signed delivery receipt: that of the documentation, of this moment, and with your
    fields.

    Args:
        event: Its name, as `sms.delivered`.
        secret: The webhook secret of your receiver.
        fields: Values of the event's fields, under their names in Python, as `message_id`.

    Raises:
        ValueError: There is no such event, or it has no such field.
        WebhookError: The secret is empty.
    """
    if event not in EVENTS:
        raise ValueError(f"There is no event {event}. There are {', '.join(EVENTS)}.")
    described = [each for each in dataclasses.fields(EVENT_CLASSES[event]) if each.metadata]
    renamed = {each.name: each.metadata["json"] for each in described}
    for name in fields:
        if name not in renamed:
            raise ValueError(f"{event} has no {name}. It has {', '.join(renamed)}.")
    moment = {name: now() for name in TIMESTAMP_FIELDS if name in EVENTS[event]}
    given = {renamed[name]: value for name, value in fields.items()}
    body = json.dumps({**EVENTS[event], **moment, **given}, ensure_ascii=False).encode()
    headers = {"content-type": "application/json", SIGNATURE_HEADER: sign(body, secret)}
    return SignedReceipt(body, headers)
