"""Drives calls, and awaits what they need."""

from collections.abc import Callable, Sequence
from functools import partial

from ._actions import END, Action, AsyncSleep, Attempt, ResultT, Steps, Wait
from ._body import Body
from ._bulk_result import BulkCounts, BulkResult
from ._call import call
from ._client_options import Configured
from ._configuration import Settings
from ._exchange import check_client, exchange_async, open_async_client
from ._home import Home
from ._http import async_backend, httpx
from ._operation import AnswerT, Operation
from ._recipient_reader import RecipientReader
from ._send_bulk import send_bulk


class AsyncCaller(Configured):
    """Makes calls that are awaited, on asyncio and on trio."""

    def __init__(
        self, settings: Settings, client: httpx.AsyncClient | None, sleep: AsyncSleep | None
    ) -> None:
        self._settings = settings
        if client is not None:
            check_client(client, httpx.AsyncClient)
        self._owns_http = client is None
        self._home = None if client is None else Home(client)
        self._http = client or open_async_client(settings.base_url)
        self._sleep: AsyncSleep = sleep or async_backend().sleep

    async def _run(self, steps: Steps[ResultT]) -> ResultT:
        resume: Callable[[], Action] = partial(steps.send, None)
        while True:
            try:
                action = resume()
            except StopIteration as stop:
                result: ResultT = stop.value
                return result
            try:
                resume = partial(steps.send, await self._perform(action))
            except Exception as error:
                resume = partial(steps.throw, error)

    async def _perform(self, action: Action) -> object:
        if isinstance(action, Attempt):
            if self._home is not None:
                self._home.check()
            return await exchange_async(self._http, action)
        if isinstance(action, Wait):
            await self._sleep(action.seconds)
            return None
        return await anext(action.source, END)

    async def _call(
        self, operation: Operation[AnswerT], body: Body | None = None, ids: Sequence[str] = ()
    ) -> AnswerT:
        return await self._run(call(self._settings, operation, body, ids))

    async def _send_bulk(
        self,
        reader: RecipientReader,
        body: Body,
        recipients_per_request: int | None,
        on_progress: Callable[[BulkCounts], None] | None,
    ) -> BulkResult:
        reader.open(awaits=True)
        steps = send_bulk(self._settings, reader, body, recipients_per_request, on_progress)
        return await self._run(steps)
