"""What a failure of the HTTP library means."""

from ._actions import Failure
from ._http import httpcore, httpx

# Before any byte of the request is sent, and nothing else: whatever is uncertain counts as having
# left.
_NEVER_LEFT = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpcore.ConnectError,
    httpcore.ConnectTimeout,
    httpcore.PoolTimeout,
)
_TIMED_OUT = (httpx.TimeoutException, httpcore.TimeoutException)


def failure_of(error: Exception) -> Failure:
    """Says of an error whether it was a timeout, and whether the request may have left."""
    return Failure(
        error, timed_out=isinstance(error, _TIMED_OUT), left=not isinstance(error, _NEVER_LEFT)
    )
