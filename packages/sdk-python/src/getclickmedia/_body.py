"""The body of a request, which says what is sent to whom."""

import json
from collections.abc import Mapping
from datetime import datetime

from ._argument_name import argument_name
from ._date_time import write_date_time
from ._errors import SmsConfigurationError


class Body:
    """Fields of a request. No `repr` shows them."""

    __slots__ = ("_fields",)

    def __init__(self, fields: Mapping[str, object]) -> None:
        """Takes the fields under the API's names. What is `None` is left out."""
        self._fields = {name: value for name, value in fields.items() if value is not None}

    def before(self, fields: Mapping[str, object]) -> "Body":
        """A body that begins with other fields."""
        return Body({**fields, **self._fields})

    def write(self) -> str:
        """The body as JSON.

        Raises:
            SmsConfigurationError: A field has what JSON, or the API, cannot have.
        """
        text = _to_json({name: _writable(name, value) for name, value in self._fields.items()})
        if text is None:
            raise SmsConfigurationError(
                "The request has what JSON cannot hold, as an object of your own or half a "
                "surrogate pair. Pass texts, lists of texts and booleans."
            )
        return text

    def secrets(self) -> list[str]:
        """The text, as it is and as the body has it: no error may repeat it."""
        message = self._fields.get("message")
        if not isinstance(message, str) or not message:
            return []
        return [message, (_to_json(message) or "")[1:-1] or message]

    def __repr__(self) -> str:
        return f"Body({', '.join(self._fields)})"


def _writable(name: str, value: object) -> object:
    if not isinstance(value, datetime):
        return value
    if value.utcoffset() is None:
        raise SmsConfigurationError(
            f"{argument_name(name)} needs a time zone: it is a datetime without one. "
            "Use datetime(..., tzinfo=ZoneInfo('Asia/Kolkata')), or astimezone()."
        )
    return write_date_time(value)


def _to_json(value: object) -> str | None:
    try:
        text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        text.encode()
    except (TypeError, ValueError, RecursionError):
        return None  # What the encoder says would quote the text.
    return text
