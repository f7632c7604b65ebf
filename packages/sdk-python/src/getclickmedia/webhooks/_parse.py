"""Reads the event of a webhook."""

import json
import math
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias, cast

from .._date_time import parse_date_time
from .._document import Document, json_field, read_document
from .._generated.constants import TIMESTAMP_FIELDS
from .._generated.events import EVENT_CLASSES, KnownEvent
from ._error import WebhookError
from ._signature import RawBody, Secrets, bytes_of, verify


@dataclass(frozen=True, kw_only=True)
class UnknownEvent(Document):
    """An event that was added to the API after this version of the SDK. `raw` has all of it.

    Answer it like the others, and ignore what you do not understand.
    """

    event: str = field(metadata=json_field("event"))
    """Its name."""


WebhookEvent: TypeAlias = KnownEvent | UnknownEvent
"""A delivery receipt. Its class tells what has happened."""


def parse(
    raw_body: RawBody, signature: str | None, secret: Secrets, *, max_age: float | None = None
) -> WebhookEvent:
    """Verifies a webhook and reads its event.

    The signature proves who wrote the event, so its fields are not checked any further. The same
    event may arrive more than once: let `message_id` and `event` together decide whether you know
    it already.

    Args:
        raw_body: The body as it arrived, before any JSON parser has read it.
        signature: The value of the header `SIGNATURE_HEADER`.
        secret: Your webhook secret, or a list of which one has to match.
        max_age: Refuses events that are older, in seconds. By default any age is taken. The
            signature does not cover the time of sending, so the newest time that the event itself
            carries counts, and any event may be delivered again much later when your receiver was
            down. So allow for the longest outage: days rather than minutes. An event without a time
            is refused.

    Raises:
        WebhookError: And nothing else; its `reason` is `signature`, `body`, `age` or
        `configuration`.
    """
    verified = verify(raw_body, signature, secret)
    data = _parse_object(bytes_of(raw_body)) if verified else None
    del raw_body, secret  # A traceback may show what is in variables.
    if max_age is not None and not _is_limit(max_age):
        del data
        raise WebhookError("configuration", "max_age must be a number above 0.")
    if not verified:
        raise WebhookError(
            "signature",
            "The signature is not that of the body. Check the secret, and that the body is raw.",
        )
    name = data.get("event") if data is not None else None
    if data is None or not isinstance(name, str):
        del data
        raise WebhookError("body", "The body is no JSON object with an event.")
    if max_age is not None and not _is_recent(data, max_age):
        del data
        raise WebhookError("age", "The event is older than max_age allows, or has no time.")
    of: type[WebhookEvent] = EVENT_CLASSES.get(name, UnknownEvent)
    return read_document(of, data)


def _is_limit(value: object) -> bool:
    # Compared with infinity, since not every whole number can become a float.
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return is_number and 0 < cast("float", value) <= math.inf


def _is_recent(data: Mapping[str, Any], max_age: float) -> bool:
    values = [data.get(name) for name in TIMESTAMP_FIELDS]
    moments = [parse_date_time(value) for value in values if isinstance(value, str)]
    now = time.time()
    # A date that is malformed is not recent.
    return any(moment is not None and now - moment.timestamp() <= max_age for moment in moments)


def _parse_object(body: bytes) -> dict[str, Any] | None:
    try:
        data = json.loads(body.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None  # What the parser says would quote the body.
    return cast("dict[str, Any]", data) if isinstance(data, dict) else None
