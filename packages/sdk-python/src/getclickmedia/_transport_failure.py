"""What a failure of the HTTP library means."""

import signal
import traceback
from collections.abc import Iterator
from types import CodeType
from typing import Any

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


def raised_by_a_signal(error: BaseException, outer: BaseException | None) -> BaseException | None:
    """What the handler of a signal has raised, if that is what came out as this error.

    The HTTP library takes a `TimeoutError` for one of the socket, and so does the `socket` module.
    `outer` is what the caller was handling before.
    """
    codes = set(_codes_of_handlers())
    seen = {id(None), id(outer)}
    each: BaseException | None = error
    while each is not None and id(each) not in seen:
        if any(frame.f_code in codes for frame, _ in traceback.walk_tb(each.__traceback__)):
            return each
        seen.add(id(each))
        each = each.__cause__ or each.__context__
    return None


def _codes_of_handlers() -> Iterator[CodeType]:
    for number in signal.valid_signals():
        handler: Any = signal.getsignal(number)
        if callable(handler):
            for each in (handler, handler.__call__, getattr(handler, "func", None)):
                if (code := getattr(each, "__code__", None)) is not None:
                    yield code


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
