"""Drives calls, and waits for what they need."""

import time
from collections.abc import Callable, Sequence
from functools import partial

from ._actions import Action, Attempt, ResultT, Sleep, Steps, Wait
from ._body import Body
from ._bulk_result import BulkCounts, BulkResult
from ._call import call
from ._client_options import Configured
from ._configuration import Settings
from ._exchange import check_client, exchange, open_client
from ._home import Home
from ._http import httpx
from ._operation import AnswerT, Operation
from ._recipient_reader import RecipientReader
from ._send_bulk import send_bulk


class Caller(Configured):
    """Makes calls, and blocks until they are done."""

    def __init__(
        self, settings: Settings, client: httpx.Client | None, sleep: Sleep | None
    ) -> None:
        self._settings = settings
        if client is not None:
            check_client(client, httpx.Client)
        self._owns_http = client is None
        self._home = None if client is None else Home(client)
        self._http = client or open_client(settings.base_url)
        self._sleep: Sleep = sleep or time.sleep

    def _run(self, steps: Steps[ResultT]) -> ResultT:
        resume: Callable[[], Action] = partial(steps.send, None)
        while True:
            try:
                action = resume()
            except StopIteration as stop:
                result: ResultT = stop.value
                return result
            try:
                resume = partial(steps.send, self._perform(action))
            except Exception as error:
                resume = partial(steps.throw, error)

    def _perform(self, action: Action) -> object:
        if isinstance(action, Attempt):
            if self._home is not None:
                self._home.check()
            return exchange(self._http, action)
        assert isinstance(action, Wait)  # An async source is never opened here.
        self._sleep(action.seconds)
        return None

    def _call(
        self, operation: Operation[AnswerT], body: Body | None = None, ids: Sequence[str] = ()
    ) -> AnswerT:
        return self._run(call(self._settings, operation, body, ids))

    def _send_bulk(
        self,
        reader: RecipientReader,
        body: Body,
        recipients_per_request: int | None,
        on_progress: Callable[[BulkCounts], None] | None,
    ) -> BulkResult:
        reader.open(awaits=False)
        steps = send_bulk(self._settings, reader, body, recipients_per_request, on_progress)
        return self._run(steps)
