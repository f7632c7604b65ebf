"""Makes one request and reads its whole answer."""

from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any

from ._actions import Attempt, Failure, Reply
from ._errors import SmsConfigurationError
from ._http import httpx
from ._transport import AsyncDeadlineTransport, DeadlineTransport
from ._transport_failure import failure_of


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
    """Makes a request. What goes wrong is told, and not raised."""
    _refuse_closed(client)
    response: httpx.Response | None = None
    content = b""
    error: Exception | None = None
    try:
        response = client.send(_request(client, attempt), **_as_it_is())
        try:
            content = response.read()
        finally:
            response.close()
    except Exception as raised:
        error = raised
    return _conclude(response, content, error)


async def exchange_async(client: httpx.AsyncClient, attempt: Attempt) -> Reply | Failure:
    """Makes a request. What goes wrong is told, and not raised."""
    _refuse_closed(client)
    response: httpx.Response | None = None
    content = b""
    error: Exception | None = None
    try:
        response = await client.send(_request(client, attempt), **_as_it_is())
        try:
            content = await response.aread()
        finally:
            await response.aclose()
    except Exception as raised:
        error = raised
    return _conclude(response, content, error)


def _refuse_closed(client: httpx.Client | httpx.AsyncClient) -> None:
    if client.is_closed:
        raise SmsConfigurationError("The client has been closed. Make another one.")


def _request(client: httpx.Client | httpx.AsyncClient, attempt: Attempt) -> httpx.Request:
    return client.build_request(
        attempt.method,
        attempt.url,
        headers=attempt.headers(),
        content=attempt.content(),
        timeout=attempt.timeout,
    )


def _as_it_is() -> dict[str, Any]:
    # A redirect would take the key along, and a login of the client replace it.
    return {"stream": True, "auth": None, "follow_redirects": False}


def _conclude(
    response: httpx.Response | None, content: bytes, error: Exception | None
) -> Reply | Failure:
    if response is not None:
        reply = Reply(response.status_code, dict(response.headers.items()), content)
        # What refuses a call is its status: it stands, however the body ended.
        if error is None or not reply.ok:
            return reply
    return failure_of(error or RuntimeError("There was no answer."))


def _no_cookies() -> CookieJar:
    return CookieJar(DefaultCookiePolicy(allowed_domains=[]))
