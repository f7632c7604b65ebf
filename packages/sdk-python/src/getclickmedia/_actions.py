"""What a call asks of the outside world, and what it hears of it.

A call is a generator: it yields what it needs done, and is sent what came of it. So it is written
once, and driven by a client that waits or by one that awaits.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias, TypeVar

ResultT = TypeVar("ResultT")


@dataclass(frozen=True)
class Attempt:
    """Make this request, and read the whole answer."""

    method: str
    url: str = field(repr=False)
    headers: Callable[[], list[tuple[bytes, bytes]]] = field(repr=False)
    """Gives the headers, and with them the key, which no variable is to hold for long."""

    content: Callable[[], bytes | None] = field(repr=False)
    timeout: float


@dataclass(frozen=True)
class Reply:
    """A whole answer, or at least its status where that refuses the call."""

    status: int
    headers: Mapping[str, str]
    content: bytes = field(repr=False)

    @property
    def ok(self) -> bool:
        """Whether it is a success."""
        return 200 <= self.status < 300


@dataclass(frozen=True)
class Failure:
    """There was no answer."""

    error: Exception = field(repr=False)
    """What the HTTP library raised. The request, and with it the key, may hang on it."""

    timed_out: bool
    left: bool
    """Whether any byte of the request may have been sent."""


@dataclass(frozen=True)
class Wait:
    """Wait so many seconds."""

    seconds: float


@dataclass(frozen=True)
class Next:
    """Get the next item of a source, or `END`. What it raises is raised in the call."""

    source: AsyncIterator[Any] = field(repr=False)


END = object()
"""Stands for the end of a source."""

Action: TypeAlias = Attempt | Wait | Next
Steps: TypeAlias = Generator[Action, Any, ResultT]
Sleep: TypeAlias = Callable[[float], None]
AsyncSleep: TypeAlias = Callable[[float], Awaitable[None]]
