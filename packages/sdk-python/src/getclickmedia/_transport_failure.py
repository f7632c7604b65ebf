"""What a failure of the HTTP library means."""

from ._actions import Failure
from ._errors import SmsError
from ._http import httpcore, httpx
from ._trace import Trace

_TIMED_OUT = (httpx.TimeoutException, httpcore.TimeoutException)

FAILURES = (
    httpx.HTTPError,
    httpx.InvalidURL,
    httpx.StreamError,
    httpx.CookieConflict,
    httpcore.ConnectionNotAvailable,
    httpcore.NetworkError,
    httpcore.ProtocolError,
    httpcore.ProxyError,
    httpcore.TimeoutException,
    httpcore.UnsupportedProtocol,
    OSError,
    # What another client says in a hook of this one is not about this request.
    SmsError,
)
"""The errors that say that a connection failed.

Whatever else is raised meanwhile is meant for the caller.
"""


def failure_of(error: Exception, trace: Trace) -> Failure:
    """Says of an error whether it was a timeout, and whether the request may have left."""
    return Failure(error, timed_out=isinstance(error, _TIMED_OUT), left=trace.left(error))


def forget_frames(error: BaseException, outer: BaseException | None) -> None:
    """Takes the frames of the HTTP library off an error, for their variables have the request.

    `outer` is what the caller was handling before, which is his own.
    """
    seen = {id(None), id(outer)}
    chain: list[BaseException | None] = [error]
    while chain:
        each = chain.pop()
        if each is not None and id(each) not in seen:
            each.__traceback__ = None
            seen.add(id(each))
            chain += [each.__cause__, each.__context__]
