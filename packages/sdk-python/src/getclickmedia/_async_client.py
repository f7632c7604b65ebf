"""The client whose calls are awaited."""

from collections.abc import AsyncIterator, Mapping
from types import TracebackType
from typing import TypeVar

from ._actions import AsyncSleep
from ._configuration import (
    DEFAULT_MAX_RETRIES,
    DEFAULT_MAX_RETRY_AFTER,
    DEFAULT_TIMEOUT,
    configure,
    key_of,
    reconfigure,
)
from ._generated.answers import MessageStatusResponse
from ._generated.async_methods import AsyncMethods
from ._generated.enums import Plan
from ._http import httpx
from ._watch_status import DEFAULT_FOLLOWING, DEFAULT_INTERVAL, Watch

ClientT = TypeVar("ClientT", bound="AsyncSmsClient")


class AsyncSmsClient(AsyncMethods):
    """A client of the SMS API, for asyncio and trio, in one event loop after another or in several
    at once; with an `http_client` of yours in one.

    It never sends a message twice. A send is repeated only when the API has said that it accepted
    nothing, or when there was no connection at all. After any other failure the error has
    `delivery_unknown`.
    """

    def __init__(
        self,
        *,
        api_key: str | None = None,
        base_url: str | None = None,
        timeout: float = DEFAULT_TIMEOUT,
        max_retries: int = DEFAULT_MAX_RETRIES,
        max_retry_after: float = DEFAULT_MAX_RETRY_AFTER,
        plan: Plan | None = None,
        headers: Mapping[str, str] | None = None,
        http_client: httpx.AsyncClient | None = None,
        sleep: AsyncSleep | None = None,
        allow_live_key_in_tests: bool = False,
    ) -> None:
        """Makes a client.

        Args:
            api_key: The API key. By default the environment variable `GCM_API_KEY`.
            base_url: Where the API is, with its version: for tests that of a mock or a sandbox.
                Plain HTTP is for this machine only.
            timeout: How many seconds each attempt may take, from the request to the end of the
                answer.
            max_retries: How often a call is repeated when that can do no harm: never a send that
                may have been accepted.
            max_retry_after: The longest `Retry-After` that is waited for, in seconds. With a longer
                one the call fails at once, and the error's `retry_after` tells it.
            plan: The plan of the account, which says how many recipients one call of `send_bulk`
                may have. By default the smallest, which fits every account.
            headers: Headers to send along, for tracing say. They cannot replace those of the SDK.
            http_client: Makes the requests, in place of one of the SDK's own. It is not closed with
                this client. It bounds each read and write by `timeout`, and not the whole attempt;
                it must not repeat requests by itself, and belongs to the process that made it
                and to the event loop in which it is first used.
            sleep: Waits so many seconds between attempts. A test may replace it, so as not to wait.
            allow_live_key_in_tests: Lets a live key be used in a test of pytest.

        Raises:
            SmsConfigurationError: An option cannot be right.
        """
        key = key_of(api_key)
        del api_key  # A traceback may show what is in variables.
        settings = configure(
            key=key,
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            max_retry_after=max_retry_after,
            plan=plan,
            headers=headers,
            allow_live_key_in_tests=allow_live_key_in_tests,
        )
        super().__init__(settings, http_client, sleep)

    def with_options(
        self: ClientT,
        *,
        timeout: float | None = None,
        max_retries: int | None = None,
        max_retry_after: float | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> ClientT:
        """A client with other limits and more headers over the same HTTP client, as for a single
        call.

        Raises:
            SmsConfigurationError: An option cannot be right.
        """
        other = object.__new__(type(self))
        other.__dict__.update(self.__dict__)
        other._owns_http = False
        other._settings = reconfigure(
            self._settings,
            timeout=timeout,
            max_retries=max_retries,
            max_retry_after=max_retry_after,
            headers=headers,
        )
        return other

    async def wait_for_delivery(
        self,
        message_id: str,
        *,
        timeout: float = DEFAULT_FOLLOWING,
        interval: float = DEFAULT_INTERVAL,
    ) -> MessageStatusResponse:
        """Follow a message until its status is final: `delivered`, `failed` or `rejected`.

        Delivery receipts tell it sooner and without asking.

        Args:
            message_id: The id that the send answered.
            timeout: How many seconds to follow the message.
            interval: How many seconds to pause after the first question. Each pause is half as long
                again as the one before, up to 30 seconds, and a little random.

        Returns:
            The message with its final status, whichever that is.

        Raises:
            SmsTimeoutError: It was not final within `timeout`. It may still be delivered.
        """
        return await self._run(Watch(self._settings, message_id, timeout, interval).last())

    async def watch_status(
        self,
        message_id: str,
        *,
        timeout: float = DEFAULT_FOLLOWING,
        interval: float = DEFAULT_INTERVAL,
    ) -> AsyncIterator[MessageStatusResponse]:
        """Follow a message: yields it as it is, and again each time its status has changed.

        It ends with the final status. Arguments and errors are those of `wait_for_delivery`.
        """
        watch = Watch(self._settings, message_id, timeout, interval)
        while (message := await self._run(watch.next())) is not None:
            yield message

    async def aclose(self) -> None:
        """Closes the connections, unless they are those of another client."""
        if self._owns_http:
            await self._http.aclose()

    async def __aenter__(self: ClientT) -> ClientT:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.aclose()
