"""The API as tests need it."""

import math
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias, get_args

from .._async_client import AsyncSmsClient
from .._client import SmsClient
from .._configuration import DEFAULT_MAX_RETRIES, DEFAULT_MAX_RETRY_AFTER
from .._generated.constants import ENVIRONMENTS, RECIPIENTS_PER_REQUEST
from .._generated.enums import MessageStatus, Plan
from .._generated.fake_data import ANSWERS, ERRORS, STATUSES
from .._generated.operations import OPERATIONS
from .._home import Connectionless
from .._http import httpx
from .._recipient_reader import is_phone_number
from ._account import Account
from ._answer import FakeAnswer, error_answer
from ._incoming_call import read_call
from ._sent_message import SentMessage

ConnectionFault: TypeAlias = Literal["refused", "reset", "timeout", "cut_off"]
"""How a connection breaks:

- `refused`: none was made, so nothing was sent.
- `reset`: it was closed before any answer came.
- `timeout`: no answer came within the client's `timeout`.
- `cut_off`: the answer broke off half-way.
"""

_Accept: TypeAlias = Callable[[], FakeAnswer]
_OPERATIONS = {each.name: each.id for each in OPERATIONS}
_METHODS = {each.id: each.name for each in OPERATIONS}
_CODES = sorted({code for errors in ERRORS.values() for code in errors})


@dataclass
class FakeRequest:
    """A request that the client made. It stands here as it was, also when the API refused it."""

    operation: str
    """The method of the client, as `send_bulk`."""

    ids: Mapping[str, str]
    """The ids in the path, under the names that the API has for them."""

    body: Any = field(repr=False)
    """The decoded JSON of the body."""

    headers: Mapping[str, str] = field(repr=False)
    """The HTTP headers, by their names in lower case."""

    status: int | None = None
    """The HTTP status of the answer; `None` when the connection broke before there was one."""


@dataclass(frozen=True)
class PendingFault:
    """A fault that was asked for and has not been met as often as it was to be."""

    fault: str | int
    """The error code, the HTTP status, or how the connection breaks."""

    operations: Sequence[str]
    """The methods whose calls can meet it."""

    times: float
    """How many calls are still to meet it."""


@dataclass
class _PlannedFault:
    fault: str | int
    operations: list[str]
    times: float
    meet: Callable[[str, _Accept], httpx.Response]


class FakeApi:
    """The API in memory. What the API would refuse is refused with its own error.

    It answers like the documentation: ids are new, `to` and totals are those of the request,
    credits are counted, and `get_status` knows what was sent. Nothing leaves the process, and
    nothing waits.
    """

    def __init__(self, *, credits: int | None = None, plan: Plan | None = None) -> None:
        """Makes an API with an account.

        Args:
            credits: How many credits there are at first. By default as many as in the
                documentation.
            plan: The plan, which says how many recipients a request may hold. By default that of
                the documentation.

        Raises:
            ValueError: An option cannot be right.
        """
        balance = ANSWERS["getBalance"]
        self._credits: int = balance["credits"] if credits is None else credits
        self._plan: str = balance["plan"] if plan is None else plan
        _one_of(RECIPIENTS_PER_REQUEST, self._plan, "The plan")
        if self._credits < 0:
            raise ValueError("credits must be 0 or a whole number above it.")
        self.reset()

    def reset(self) -> None:
        """Forgets everything that was sent, asked for and decided, as if the API were new."""
        self._account = Account(self._credits, self._plan)
        self._faults: list[_PlannedFault] = []
        self.requests: list[FakeRequest] = []
        """Every request that the clients made, in order. Each retry is one."""
        self.waits: list[float] = []
        """How many seconds the clients would have waited, between retries and between questions."""

    @property
    def sent(self) -> list[SentMessage]:
        """Every message that was accepted, in order and one for each recipient.

        It is what phones get to see, whatever the client was told. Those of a batch that was
        cancelled are gone.
        """
        return [message.sent for message in self._account.messages.values()]

    @property
    def pending_faults(self) -> list[PendingFault]:
        """The faults that no call has met yet.

        Expect none at the end of a test, so that it tested what it says.
        """
        return [PendingFault(each.fault, each.operations, each.times) for each in self._faults]

    def client(
        self,
        *,
        max_retries: int = DEFAULT_MAX_RETRIES,
        max_retry_after: float = DEFAULT_MAX_RETRY_AFTER,
        plan: Plan | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> SmsClient:
        """A client of this API."""
        return SmsClient(
            api_key=_KEY,
            http_client=_FakeClient(transport=_FakeTransport(self._answer)),
            sleep=self.waits.append,
            max_retries=max_retries,
            max_retry_after=max_retry_after,
            plan=plan,
            headers=headers,
        )

    def async_client(
        self,
        *,
        max_retries: int = DEFAULT_MAX_RETRIES,
        max_retry_after: float = DEFAULT_MAX_RETRY_AFTER,
        plan: Plan | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> AsyncSmsClient:
        """A client of this API whose calls are awaited."""

        async def sleep(seconds: float) -> None:
            self.waits.append(seconds)

        return AsyncSmsClient(
            api_key=_KEY,
            http_client=_AsyncFakeClient(transport=_FakeTransport(self._answer)),
            sleep=sleep,
            max_retries=max_retries,
            max_retry_after=max_retry_after,
            plan=plan,
            headers=headers,
        )

    def fail(
        self,
        error: str | int,
        *,
        retry_after: int | None = None,
        operation: str | None = None,
        times: float = 1,
    ) -> None:
        """Lets the next call fail. Nothing is accepted.

        A request that is wrong is refused as such before.

        Args:
            error: A documented code of the API, or a bare HTTP status, as a proxy in front of it
                answers.
            retry_after: The seconds of the `Retry-After` header. By default those of the
                documentation.
            operation: The method of the client. By default the next call that can meet it does.
            times: How many calls in a row meet it; `math.inf` for all. Each retry of the client is
                a call.

        Raises:
            ValueError: There is no such code, the operation never answers it, or an option cannot
            be right.
        """
        if retry_after is not None and retry_after < 0:
            raise ValueError("retry_after must be 0 or a whole number of seconds.")
        more = {} if retry_after is None else {"retry-after": str(retry_after)}
        if isinstance(error, int):
            if not 300 <= error <= 599:
                raise ValueError("The HTTP status of a failure is a whole number from 300 to 599.")
            bare = FakeAnswer(error, None, more)
            self._expect(
                error, list(_OPERATIONS), operation, times, lambda _method, _accept: bare.response()
            )
            return
        _one_of(_CODES, error, "The error code")

        def meet(method: str, _: _Accept) -> httpx.Response:
            answer = error_answer(_OPERATIONS[method], error)
            return FakeAnswer(answer.status, answer.body, {**answer.headers, **more}).response()

        able = [method for method, id in _OPERATIONS.items() if error in ERRORS[id]]
        self._expect(error, able, operation, times, meet)

    def break_connection(
        self,
        fault: ConnectionFault,
        *,
        accepted: bool | None = None,
        operation: str | None = None,
        times: float = 1,
    ) -> None:
        """Lets the connection of the next call break.

        What the client makes of it is what it would make of a real one: after `refused` it tries
        again, and after the others a send has `delivery_unknown`.

        Args:
            fault: How it breaks.
            accepted: Whether the API had accepted the call by then: the message is among `sent`
                although nobody was told. By default it had, except with `refused`.
            operation: The method of the client. By default the next call meets it.
            times: How many calls in a row meet it; `math.inf` for all.

        Raises:
            ValueError: There is no such fault, or an option cannot be right.
        """
        _one_of(get_args(ConnectionFault), fault, "The fault of a connection")
        accepted = fault != "refused" if accepted is None else accepted
        if accepted and fault == "refused":
            raise ValueError("Over a connection that is refused nothing can be accepted.")

        def meet(_: str, accept: _Accept) -> httpx.Response:
            return _break(fault, accept() if accepted else FakeAnswer(200))

        self._expect(fault, list(_OPERATIONS), operation, times, meet)

    def set_status(self, message: str, *statuses: MessageStatus) -> None:
        """Decides how a message goes on.

        It has the first status at once, and each of the others after `get_status` or `get_batch`
        has answered the one before; the last one stays. Where nothing is decided, a message is
        `queued`, then `dispatched`, then `delivered`, from its `schedule_at` on if it has one.

        Args:
            message: The id of a message, or a phone number: that is for every message to it, also
                those to come.
            statuses: One or more.

        Raises:
            ValueError: There is no such message or status.
        """
        if not statuses:
            raise ValueError("set_status needs a status.")
        for status in statuses:
            _one_of(STATUSES, status, "The status")
        known = self._account.messages.get(message)
        if known is not None:
            known.set_statuses(statuses)
        elif is_phone_number(message):
            self._account.set_statuses(message, statuses)
        else:
            raise ValueError(f"{message} is no phone number, and no message that was sent.")

    def _answer(self, request: httpx.Request) -> httpx.Response:
        call, refusal = read_call(request)
        if call is None:
            return (refusal or FakeAnswer(404)).response()
        method = _METHODS[call.operation]
        record = FakeRequest(method, call.ids, call.body, dict(request.headers.items()))
        self.requests.append(record)

        def accept() -> FakeAnswer:
            return self._account.answer(call)

        if refusal is not None:
            response = refusal.response()
        else:
            response = self._meet_fault(method, accept) or accept().response()
        record.status = response.status_code
        return response

    def _expect(
        self,
        fault: str | int,
        able: list[str],
        operation: str | None,
        times: float,
        meet: Callable[[str, _Accept], httpx.Response],
    ) -> None:
        if not (times == math.inf or (times > 0 and times == int(times))):
            raise ValueError("times must be a whole number above 0, or math.inf.")
        if operation is not None:
            _one_of(able, operation, f"The operation that meets {fault}")
        meeting = able if operation is None else [operation]
        self._faults.append(_PlannedFault(fault, meeting, times, meet))

    def _meet_fault(self, method: str, accept: _Accept) -> httpx.Response | None:
        for fault in self._faults:
            if method in fault.operations:
                fault.times -= 1
                self._faults = [each for each in self._faults if each.times > 0]
                return fault.meet(method, accept)
        return None


# The first that the HTTP library tells of a request.
_CONNECTING = "connection.connect_tcp.started"

_KEY = next(f"{prefix}of_the_fake_api" for prefix, env in ENVIRONMENTS.items() if env == "test")


class _FakeClient(Connectionless, httpx.Client):
    pass


class _AsyncFakeClient(Connectionless, httpx.AsyncClient):
    pass


class _FakeTransport(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Gives each request to the fake API, and never to the network."""

    def __init__(self, answer: Callable[[httpx.Request], httpx.Response]) -> None:
        self._answer = answer

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        request.read()
        if (trace := request.extensions.get("trace")) is not None:
            trace(_CONNECTING, {})
        return self._answer(request)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        await request.aread()
        if (trace := request.extensions.get("trace")) is not None:
            await trace(_CONNECTING, {})
        return self._answer(request)


def _break(fault: ConnectionFault, answer: FakeAnswer) -> httpx.Response:
    """Breaks the connection, as the HTTP library shows it."""
    if fault == "refused":
        raise httpx.ConnectError("Connection refused")
    if fault == "reset":
        raise httpx.ReadError("Connection reset by peer")
    if fault == "timeout":
        raise httpx.ReadTimeout("timed out")  # At once: no test is to wait for it.
    return httpx.Response(answer.status, stream=_CutOff())


class _CutOff(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body that breaks off."""

    def __iter__(self) -> Iterator[bytes]:
        yield b"{"
        raise httpx.ReadError("Connection reset by peer")

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield b"{"
        raise httpx.ReadError("Connection reset by peer")


def _one_of(known: Any, value: object, name: str) -> None:
    if value not in known:
        raise ValueError(f"{name} must be one of {', '.join(known)}, and is {value}.")
