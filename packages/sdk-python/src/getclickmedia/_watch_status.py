"""Follows a message until its status is final."""

import random

from ._actions import Steps
from ._call import Budget, BudgetSpentError, call
from ._configuration import Settings, check_number
from ._errors import SmsTimeoutError
from ._generated.answers import MessageStatusResponse
from ._generated.constants import FINAL_STATUSES
from ._generated.operations import GET_STATUS

DEFAULT_FOLLOWING = 120.0
DEFAULT_INTERVAL = 1.0
_LONGEST_PAUSE = 30.0


class Watch:
    """Follows one message."""

    def __init__(
        self, settings: Settings, message_id: str, timeout: float, interval: float
    ) -> None:
        check_number("timeout", timeout, above=0)
        check_number("interval", interval, above=0)
        self._settings = settings
        self._message_id = message_id
        self._timeout = timeout
        self._interval = interval
        self._pause = 0.0
        self._last: MessageStatusResponse | None = None
        self._budget: Budget | None = None

    def next(self) -> Steps[MessageStatusResponse | None]:
        """The message once its status has changed; `None` after the final one."""
        while self._last is None or self._last.status not in FINAL_STATUSES:
            message = yield from self._ask()
            changed = self._last is None or message.status != self._last.status
            self._last = message
            if changed:
                return message
        return None

    def last(self) -> Steps[MessageStatusResponse]:
        """The message once its status is final."""
        while True:
            message = yield from self.next()
            if message is None and self._last is not None:
                return self._last

    def _ask(self) -> Steps[MessageStatusResponse]:
        # The time runs from the first question on.
        budget = self._budget = self._budget or Budget(self._timeout)
        if self._pause:
            yield budget.wait(self._pause * (0.75 + random.random() / 2))
        self._pause = min(self._pause * 1.5 or self._interval, _LONGEST_PAUSE)
        try:
            return (
                yield from call(self._settings, GET_STATUS, ids=[self._message_id], budget=budget)
            )
        except (BudgetSpentError, SmsTimeoutError) as error:
            if isinstance(error, SmsTimeoutError) and budget.left() > 0:
                raise
        status = "not read yet" if self._last is None else self._last.status
        raise SmsTimeoutError(
            f"{self._message_id} has no final status after {self._timeout:g} s; "
            f"the last one was: {status}."
        )
