"""A message on its way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import Any

from .._date_time import parse_date_time
from .._generated.constants import TIMESTAMP_FIELDS
from .._generated.enums import MessageStatus
from .._generated.fake_data import STATUSES

_USUAL_STATUSES = ("dispatched", "delivered")


@dataclass
class SentMessage:
    """A message that the fake API accepted, as it was sent and as far as it has come."""

    message_id: str
    """Its id."""

    batch_id: str | None
    """The bulk send that it belongs to; `None` for a single message."""

    to: str
    """The mobile."""

    message: str = field(repr=False)
    """The text."""

    credits: int
    """What it costs."""

    status: MessageStatus
    """Where it is on its way."""

    request: Mapping[str, Any] = field(repr=False)
    """The request, under the names that the API has for its fields."""


class MessageOnItsWay:
    """Keeps one message on its way."""

    def __init__(self, sent: SentMessage) -> None:
        self.sent = sent
        self._answer: dict[str, Any] = {
            "messageId": sent.message_id,
            "to": sent.to,
            "status": sent.status,
            "queuedAt": now(),
            "credits": sent.credits,
        }
        self._statuses: Sequence[MessageStatus] | None = None

    def set_statuses(self, statuses: Sequence[MessageStatus]) -> None:
        """Gives it the first status at once, and another each time that somebody has asked."""
        self._reach(statuses[0])
        self._statuses = statuses[1:]

    def read(self) -> dict[str, Any]:
        """Answers how far it has come, and lets it move on."""
        answer = dict(self._answer)
        schedule_at = self.sent.request.get("scheduleAt")
        if self._statuses is not None or schedule_at is None or is_past(schedule_at):
            statuses = _USUAL_STATUSES if self._statuses is None else self._statuses
            self._statuses = statuses[1:]
            if statuses:
                self._reach(statuses[0])
        return answer

    def _reach(self, status: MessageStatus) -> None:
        for name, example in STATUSES.get(status, {}).items():
            if name not in self._answer:
                self._answer[name] = now() if name in TIMESTAMP_FIELDS else example
        self._answer["status"] = status
        self.sent.status = status


def is_past(time: str) -> bool:
    """Whether a time has come."""
    moment = parse_date_time(time)
    return moment is not None and moment <= datetime.now(timezone.utc)


def now() -> str:
    """The present time as the API writes it."""
    return datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
