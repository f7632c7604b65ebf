"""When a call is made again."""

import random
import re
import time
from datetime import timezone
from email.utils import parsedate_to_datetime

from ._configuration import LONGEST_WAIT, Settings
from ._errors import SmsError

_FIRST_BACKOFF = 0.5
_LONGEST_BACKOFF = 8.0
_SECONDS = re.compile(r"\d+(\.\d+)?", re.ASCII)


def retry_delay(error: SmsError, retry: int, settings: Settings) -> float | None:
    """How many seconds to wait before the call that failed is made again; `None` to give up.

    `error.retryable` has decided already whether a repetition can do harm. A wait that the API asks
    for is kept, and is not cut short: when it is longer than `max_retry_after`, the caller hears of
    it at once instead.
    """
    if not error.retryable or retry > settings.max_retries:
        return None
    if error.retry_after is None:
        return _backoff(retry)
    longest = min(settings.max_retry_after, LONGEST_WAIT)
    return error.retry_after if error.retry_after <= longest else None


def _backoff(retry: int) -> float:
    # Half of the pause is random, so that many clients which failed together do not return
    # together.
    pause = min(_FIRST_BACKOFF * 2.0 ** min(retry - 1, 10), _LONGEST_BACKOFF)
    return pause * (0.5 + random.random() / 2)


def read_retry_after(header: str | None) -> float | None:
    """Reads a `Retry-After` header: seconds, or an HTTP date.

    Returns the seconds from now; `None` where there is nothing readable or the date has passed.
    """
    if not header:
        return None
    if _SECONDS.fullmatch(header):
        return float(header)
    # An HTTP date begins with its weekday.
    if not header[0].isalpha():
        return None
    try:
        moment = parsedate_to_datetime(header)
    except (ValueError, TypeError, OverflowError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=timezone.utc)
    seconds = moment.timestamp() - time.time()
    return seconds if seconds > 0 else None
