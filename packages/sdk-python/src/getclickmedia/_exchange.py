"""Makes one request and reads its whole answer."""

import sys
from collections.abc import Callable
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any

from ._actions import Attempt, Failure, Reply
from ._content import Content
from ._errors import SmsConfigurationError
from ._http import httpx
from ._trace import Trace
from ._transport import AsyncDeadlineTransport, DeadlineTransport
from ._transport_failure import FAILURES, failure_of, forget_frames, raised_by_a_signal


def open_client(base_url: str) -> httpx.Client:
    """A client whose requests keep to their timeout as a whole."""
    transport = DeadlineTransport(base_url)
    return httpx.Client(transport=transport, cookies=_no_cookies(), trust_env=False)


def open_async_client(base_url: str) -> httpx.AsyncClient:
    """A client whose requests keep to their timeout as a whole."""
    transport = AsyncDeadlineTransport(base_url)
    return httpx.AsyncClient(transport=transport, cookies=_no_cookies(), trust_env=False)


def check_client(client: object, expected: type) -> None:
    """Checks a client that was given.

    Raises:
        SmsConfigurationError: It is none, or one of the other library.
    """
    if not isinstance(client, expected):
        wanted = f"{expected.__module__.partition('.')[0]}.{expected.__name__}"
        raise SmsConfigurationError(f"http_client must be a {wanted}.")


def exchange(client: httpx.Client, attempt: Attempt) -> Reply | Failure:
    """Makes a request. What goes wrong with the connection is told, and not raised."""
    _refuse_closed(client)
    handled = sys.exc_info()[1]
    trace, content = Trace(), Content()
    response: httpx.Response | None = None
    error: Exception | None = None
    try:
        response = client.send(_request(client, attempt, trace.hear), **_as_it_is())
        try:
            content.read(response)
        finally:
            response.close()
    except FAILURES as raised:
        error = raised
    except BaseException as raised:
        forget_frames(raised, handled)
        raise raised.with_traceback(None)  # noqa: B904  # It is the same error.
    return _conclude(response, content, error, handled, trace)


async def exchange_async(client: httpx.AsyncClient, attempt: Attempt) -> Reply | Failure:
    """Makes a request. What goes wrong with the connection is told, and not raised."""
    _refuse_closed(client)
    handled = sys.exc_info()[1]
    trace, content = Trace(), Content()
    response: httpx.Response | None = None
    error: Exception | None = None
    try:
        response = await client.send(_request(client, attempt, trace.hear_async), **_as_it_is())
        try:
            await content.read_async(response)
        finally:
            await response.aclose()
    except FAILURES as raised:
        error = raised
    except BaseException as raised:
        forget_frames(raised, handled)
        raise raised.with_traceback(None)  # noqa: B904  # It is the same error.
    return _conclude(response, content, error, handled, trace)


def _refuse_closed(client: httpx.Client | httpx.AsyncClient) -> None:
    if client.is_closed:
        raise SmsConfigurationError("The client has been closed. Make another one.")


def _request(
    client: httpx.Client | httpx.AsyncClient, attempt: Attempt, trace: Callable[..., object]
) -> httpx.Request:
    return client.build_request(
        attempt.method,
        attempt.url,
        headers=attempt.headers(),
        content=attempt.content(),
        timeout=attempt.timeout,
        extensions={"trace": trace},
    )


def _as_it_is() -> dict[str, Any]:
    # A redirect would take the key along, and a login of the client replace it.
    return {"stream": True, "auth": None, "follow_redirects": False}


def _conclude(
    response: httpx.Response | None,
    content: Content,
    error: Exception | None,
    handled: BaseException | None,
    trace: Trace,
) -> Reply | Failure:
    if error is not None and (raised := raised_by_a_signal(error, handled)) is not None:
        forget_frames(error, handled)
        raise raised
    if response is not None:
        reply = Reply(response.status_code, dict(response.headers.items()), content.whole)
        # What refuses a call is its status: it stands, however the body ended.
        if error is None or not reply.ok:
            return reply
    return failure_of(error or RuntimeError("There was no answer."), trace)


def _no_cookies() -> CookieJar:
    return CookieJar(DefaultCookiePolicy(allowed_domains=[]))
