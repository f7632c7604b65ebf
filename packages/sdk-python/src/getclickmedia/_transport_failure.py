"""What a failure of the HTTP library means."""

import traceback
from itertools import pairwise
from types import FrameType
from typing import cast

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
    seen = {id(None), id(outer)}
    each: BaseException | None = error
    while each is not None and id(each) not in seen:
        if any(_handles_a_signal(frame) for frame, _ in traceback.walk_tb(each.__traceback__)):
            return each
        seen.add(id(each))
        each = each.__cause__ or each.__context__
    return None


def _handles_a_signal(frame: FrameType) -> bool:
    """Whether a frame was given what the handler of a signal is: its number and a frame."""
    values: list[object] = []
    for value in frame.f_locals.values():
        values += cast("tuple[object, ...]", value) if isinstance(value, tuple) else (value,)
    return any(
        isinstance(number, int) and isinstance(interrupted, FrameType)
        for number, interrupted in pairwise(values)
    )


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
