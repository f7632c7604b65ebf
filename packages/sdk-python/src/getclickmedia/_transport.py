"""How requests are made: through a pool of connections that keep to a deadline as a whole."""

import asyncio
import os
import threading
from collections.abc import AsyncIterable, AsyncIterator, Callable, Iterable, Iterator
from typing import Any, Generic, TypeVar, cast
from weakref import WeakKeyDictionary

from ._deadline import AsyncDeadlineBackend, DeadlineBackend, deadline_in
from ._http import httpcore, httpx, running_loop
from ._proxy import Proxy, proxy_for

_MOST_CONNECTIONS = 100

# The library itself tells nothing of the wait for a free connection.
_WAITING = "pool.wait.started"

PoolT = TypeVar("PoolT")


class _Pools(Generic[PoolT]):
    """A pool for each event loop of the present process, or only one where nothing is awaited.

    Two processes on one socket would read each other's answers, and what one loop has opened
    another cannot wait for.
    """

    def __init__(self, make: Callable[[], PoolT], loop: Callable[[], object]) -> None:
        self._make = make
        self._loop = loop
        self._lock = threading.Lock()
        self._pid = os.getpid()
        self._pools: WeakKeyDictionary[object, PoolT] = WeakKeyDictionary()
        # Those of a parent are kept, for closing them would speak to its peers.
        self._of_parents: list[PoolT] = []

    def get(self) -> PoolT:
        if self._pid != os.getpid():
            self._lock = threading.Lock()  # Another thread may have held it as the process forked.
        with self._lock:
            if self._pid != os.getpid():
                self._of_parents += self._pools.values()
                self._pools.clear()
                self._pid = os.getpid()
            # The connections of a loop that has ended keep it, so that it would never go by itself.
            for ended in [loop for loop in self._pools if _has_ended(loop)]:
                del self._pools[ended]
            loop = self._loop()
            if loop not in self._pools:
                self._pools[loop] = self._make()
            return self._pools[loop]

    def opened(self) -> PoolT | None:
        return self._pools.get(self._loop()) if self._pid == os.getpid() else None


def _has_ended(loop: object) -> bool:
    return isinstance(loop, asyncio.AbstractEventLoop) and loop.is_closed()


def _no_loop() -> object:
    return _no_loop  # All threads share it.


class DeadlineTransport(httpx.BaseTransport):
    """Makes requests of which each ends within its timeout as a whole."""

    def __init__(self, base_url: str) -> None:
        proxy = proxy_for(base_url)

        def make() -> httpcore.ConnectionPool:
            options = _pool_options(base_url)
            backend = DeadlineBackend()
            if proxy is None:
                return httpcore.ConnectionPool(network_backend=backend, **options)
            kind = httpcore.SOCKSProxy if proxy.is_socks else httpcore.HTTPProxy
            return kind(**_proxy_options(proxy), network_backend=backend, **options)

        self._pools = _Pools(make, _no_loop)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if (trace := request.extensions.get("trace")) is not None:
            trace(_WAITING, {})
        response = self._pools.get().handle_request(_with_deadline(request))
        stream = _Stream(cast("Iterable[bytes]", response.stream))
        return httpx.Response(response.status, headers=response.headers, stream=stream)

    def close(self) -> None:
        pool = self._pools.opened()
        if pool is not None:
            pool.close()


class AsyncDeadlineTransport(httpx.AsyncBaseTransport):
    """Makes requests of which each ends within its timeout as a whole."""

    def __init__(self, base_url: str) -> None:
        proxy = proxy_for(base_url)

        def make() -> httpcore.AsyncConnectionPool:
            options = _pool_options(base_url)
            backend = AsyncDeadlineBackend()
            if proxy is None:
                return httpcore.AsyncConnectionPool(network_backend=backend, **options)
            kind = httpcore.AsyncSOCKSProxy if proxy.is_socks else httpcore.AsyncHTTPProxy
            return kind(**_proxy_options(proxy), network_backend=backend, **options)

        self._pools = _Pools(make, running_loop)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if (trace := request.extensions.get("trace")) is not None:
            await trace(_WAITING, {})
        response = await self._pools.get().handle_async_request(_with_deadline(request))
        stream = _AsyncStream(cast("AsyncIterable[bytes]", response.stream))
        return httpx.Response(response.status, headers=response.headers, stream=stream)

    async def aclose(self) -> None:
        pool = self._pools.opened()
        if pool is not None:
            await pool.aclose()


class _Stream(httpx.SyncByteStream):
    def __init__(self, stream: Iterable[bytes]) -> None:
        self._stream = stream

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._stream)

    def close(self) -> None:
        close = getattr(self._stream, "close", None)
        if close is not None:
            close()


class _AsyncStream(httpx.AsyncByteStream):
    def __init__(self, stream: AsyncIterable[bytes]) -> None:
        self._stream = stream

    def __aiter__(self) -> AsyncIterator[bytes]:
        return aiter(self._stream)

    async def aclose(self) -> None:
        close = getattr(self._stream, "aclose", None)
        if close is not None:
            await close()


def _pool_options(base_url: str) -> dict[str, Any]:
    return {
        # Reading all the certificates takes a while, so plain HTTP goes without.
        "ssl_context": httpx.create_ssl_context() if base_url.startswith("https:") else None,
        "max_connections": _MOST_CONNECTIONS,
    }


def _proxy_options(proxy: Proxy) -> dict[str, Any]:
    return {"proxy_url": proxy.url, "proxy_auth": proxy.auth}


def _with_deadline(request: httpx.Request) -> httpcore.Request:
    timeouts = request.extensions["timeout"]
    deadline = deadline_in(timeouts["read"])
    return httpcore.Request(
        method=request.method,
        url=str(request.url),
        headers=request.headers.raw,
        content=cast("Any", request.stream),
        extensions={
            **request.extensions,
            # The wait for a free connection does not come to the stream, so that one stays in
            # seconds.
            "timeout": {
                "connect": deadline,
                "read": deadline,
                "write": deadline,
                "pool": timeouts["pool"],
            },
        },
    )
