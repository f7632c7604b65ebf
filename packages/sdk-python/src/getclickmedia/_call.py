"""One call of the API: its attempts, and the waits between them."""

import logging
import re
import time
from collections.abc import Sequence
from urllib.parse import quote

from ._actions import Attempt, Failure, Reply, Steps, Wait
from ._answer import read_reply, refuses_retryably
from ._argument_name import argument_name
from ._body import Body
from ._configuration import LONGEST_WAIT, Settings
from ._errors import SmsConfigurationError, SmsConnectionError, SmsError, SmsTimeoutError
from ._operation import AnswerT, Operation
from ._redact import reason_of, without_secrets
from ._retry import retry_delay

logger = logging.getLogger("getclickmedia")


class Budget:
    """The time that a call may take with all its attempts and waits."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._started = time.monotonic()
        self._waited = 0.0

    def left(self) -> float:
        """How many seconds are left."""
        # A `sleep` that a test put in does not take its time, but its time counts.
        spent = max(time.monotonic() - self._started, self._waited)
        return max(self._seconds - spent, 0.0)

    def wait(self, seconds: float) -> Wait:
        """A wait that ends with the budget at the latest."""
        left = self.left()
        self._waited = self._seconds if seconds >= left else self._waited + seconds
        return Wait(min(seconds, left))


class BudgetSpentError(Exception):
    """There is no time left for another attempt."""


def call(
    settings: Settings,
    operation: Operation[AnswerT],
    body: Body | None = None,
    ids: Sequence[str] = (),
    budget: Budget | None = None,
) -> Steps[AnswerT]:
    """Calls an operation, again and again as long as that can do no harm."""
    url = settings.base_url + _fill_in(operation.path, ids)
    content = _Content(body)
    outcome_unknown = False
    retry = 0
    while True:
        retry += 1
        left = LONGEST_WAIT if budget is None else budget.left()
        timeout = min(settings.timeout, left, LONGEST_WAIT)
        if timeout <= 0:
            raise BudgetSpentError
        logger.debug("%s: attempt %d", operation.name, retry)
        outcome: Reply | Failure = yield Attempt(
            operation.method,
            url,
            lambda: settings.outgoing_headers(with_body=body is not None),
            content.reveal,
            timeout,
        )
        result = _conclude(operation, outcome, settings, body)
        del outcome  # The request hangs on what the HTTP library raised.
        if not isinstance(result, SmsError):
            logger.debug("%s: answered with %d", operation.name, result.http_status)
            return result
        logger.debug("%s: %s, status %s", operation.name, type(result).__name__, result.status)
        delay = retry_delay(result, retry, settings)
        if delay is None:
            if outcome_unknown and operation.method == "DELETE" and result.status == 409:
                hint = " An earlier attempt of this call may have done it already."
                result.args = (f"{result}{hint}",)
            raise result
        outcome_unknown = outcome_unknown or not refuses_retryably(result)
        logger.debug("%s: again in %.2f s", operation.name, delay)
        yield Wait(delay) if budget is None else budget.wait(delay)


class _Content:
    """The bytes of a body, written once for all attempts."""

    def __init__(self, body: Body | None) -> None:
        self._bytes = None if body is None else body.write().encode()

    def reveal(self) -> bytes | None:
        return self._bytes


def _conclude(
    operation: Operation[AnswerT],
    outcome: Reply | Failure,
    settings: Settings,
    body: Body | None,
) -> AnswerT | SmsError:
    secrets = [settings.key.reveal(), *(body.secrets() if body else [])]
    if isinstance(outcome, Reply):
        return read_reply(operation, outcome, secrets)
    delivery_unknown = operation.sends and outcome.left
    advice = (
        " The message may have been accepted: do not send it again." if delivery_unknown else ""
    )
    if outcome.timed_out:
        error: SmsError = SmsTimeoutError(
            f"{operation.name} was not answered within its timeout.{advice}"
        )
    else:
        reason = reason_of(outcome.error, secrets)
        error = SmsConnectionError(f"{operation.name} lost its connection: {reason}.{advice}")
    error.retryable = not delivery_unknown
    error.delivery_unknown = delivery_unknown
    error.__cause__ = without_secrets(outcome.error, secrets)
    return error


def _fill_in(path: str, ids: Sequence[object]) -> str:
    """Puts ids into the path. `..` as one would call another operation."""
    values = iter(ids)

    def encode(found: re.Match[str]) -> str:
        value = next(values)
        if isinstance(value, str) and value not in ("", ".", "..") and _is_unicode(value):
            return quote(value, safe="")
        raise SmsConfigurationError(
            f"{argument_name(found[1])} must be the id that the send answered."
        )

    return re.sub(r"{(\w+)}", encode, path)


def _is_unicode(text: str) -> bool:
    return not re.search("[\ud800-\udfff]", text)
