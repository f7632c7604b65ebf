"""Calls the sync and the async client in one way, so that every test speaks of both."""

import asyncio
import re
from collections.abc import Callable, Mapping
from contextlib import AsyncExitStack, ExitStack
from typing import Any, Protocol

from getclickmedia import Answer, AsyncSmsClient, BulkResult, SmsClient
from getclickmedia._http import httpx
from getclickmedia._transport import AsyncDeadlineTransport, DeadlineTransport

TEST_KEY = "gcm_test_of0vectors0only"

MESSAGE = {
    "to": "919876543210",
    "message": "Sale ends tonight. GCMDIA",
    "senderId": "GCMDIA",
    "templateId": "1007161234567890124",
    "type": "promotional",
}

Divert = Callable[[httpx.Request], None]
"""Looks at each request before it is made: changes its URL, or raises."""

INTERRUPT = "interrupt"
"""In the extensions of a request: it is interrupted once it was sent, as by Ctrl-C."""

CONNECTING = "connection.connect_tcp.started"
"""What the HTTP library tells first of a request."""


class Driver(Protocol):
    """Makes a client, calls it, and closes it."""

    name: str

    def call(
        self,
        operation: str,
        arguments: Mapping[str, Any],
        *,
        waits: list[float] | None = None,
        most_waits: int = 99,
        divert: Divert | None = None,
        **options: Any,
    ) -> Any:
        """What the call answered; it raises what the call raised."""

    def bulk(self, arguments: Mapping[str, Any], **options: Any) -> BulkResult:
        """What became of a bulk send."""


class EnoughWaitsError(Exception):
    """A wait that is all a test asks about."""


class SyncDriver:
    """Drives `SmsClient`."""

    name = "sync"

    def call(
        self,
        operation: str,
        arguments: Mapping[str, Any],
        *,
        waits: list[float] | None = None,
        most_waits: int = 99,
        divert: Divert | None = None,
        **options: Any,
    ) -> Any:
        def sleep(seconds: float) -> None:
            note(seconds, waits, most_waits)

        with ExitStack() as stack:
            if divert is not None:
                transport = _Diverted(divert, options["base_url"])
                options["http_client"] = stack.enter_context(httpx.Client(transport=transport))
            client = stack.enter_context(
                SmsClient(**{"api_key": TEST_KEY, "sleep": sleep, **options})
            )
            result = getattr(client, python_name(operation))(**keywords(operation, arguments))
            return accepted_response(result)

    def bulk(self, arguments: Mapping[str, Any], **options: Any) -> BulkResult:
        with SmsClient(api_key=TEST_KEY, **options) as client:
            return client.send_bulk(**arguments)


class AsyncDriver:
    """Drives `AsyncSmsClient` on asyncio."""

    name = "async"

    def call(
        self,
        operation: str,
        arguments: Mapping[str, Any],
        *,
        waits: list[float] | None = None,
        most_waits: int = 99,
        divert: Divert | None = None,
        **options: Any,
    ) -> Any:
        return asyncio.run(self.acall(operation, arguments, waits, most_waits, divert, **options))

    async def acall(
        self,
        operation: str,
        arguments: Mapping[str, Any],
        waits: list[float] | None = None,
        most_waits: int = 99,
        divert: Divert | None = None,
        **options: Any,
    ) -> Any:
        async def sleep(seconds: float) -> None:
            note(seconds, waits, most_waits)

        async with AsyncExitStack() as stack:
            if divert is not None:
                transport = _AsyncDiverted(divert, options["base_url"])
                http_client = httpx.AsyncClient(transport=transport)
                options["http_client"] = await stack.enter_async_context(http_client)
            made = AsyncSmsClient(**{"api_key": TEST_KEY, "sleep": sleep, **options})
            client = await stack.enter_async_context(made)
            method = getattr(client, python_name(operation))
            return accepted_response(await method(**keywords(operation, arguments)))

    def bulk(self, arguments: Mapping[str, Any], **options: Any) -> BulkResult:
        async def send() -> BulkResult:
            async with AsyncSmsClient(api_key=TEST_KEY, **options) as client:
                return await client.send_bulk(**arguments)

        return asyncio.run(send())


DRIVERS: list[Driver] = [SyncDriver(), AsyncDriver()]


def keywords(operation: str, arguments: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments of a call, made complete."""
    if operation == "getBalance":
        return {}
    if operation not in ("send", "sendBulk"):
        name = "message_id" if operation == "getStatus" else "batch_id"
        return {name: next(iter(arguments.values()), "gcm_id")}
    complete = {**MESSAGE, **arguments}
    if operation == "sendBulk":
        complete = {"recipients": [complete.pop("to")], **complete}
    return {python_name(name): value for name, value in complete.items()}


def python_name(name: str) -> str:
    """`sendBulk` is `send_bulk`."""
    return re.sub("[A-Z]", lambda found: f"_{found[0].lower()}", name)


def accepted_response(result: Answer | BulkResult) -> Answer:
    """What a call of the API answered, also within a bulk send."""
    if isinstance(result, Answer):
        return result
    outcome = result.outcomes[0]
    if outcome.status == "accepted":
        return outcome.response
    raise result.stopped_by or outcome.error


def note(seconds: float, waits: list[float] | None, most: int) -> None:
    """Records a wait."""
    if waits is None:
        return
    waits.append(seconds)
    if len(waits) == most:
        raise EnoughWaitsError


class _Diverted(httpx.BaseTransport):
    def __init__(self, divert: Divert, base_url: str) -> None:
        self._divert = divert
        self._transport = DeadlineTransport(base_url)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        request.extensions["trace"](CONNECTING, {})
        self._divert(request)
        response = self._transport.handle_request(request)
        if INTERRUPT in request.extensions:
            response.close()
            raise KeyboardInterrupt
        return response

    def close(self) -> None:
        self._transport.close()


class _AsyncDiverted(httpx.AsyncBaseTransport):
    def __init__(self, divert: Divert, base_url: str) -> None:
        self._divert = divert
        self._transport = AsyncDeadlineTransport(base_url)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        await request.extensions["trace"](CONNECTING, {})
        self._divert(request)
        return await self._transport.handle_async_request(request)

    async def aclose(self) -> None:
        await self._transport.aclose()
