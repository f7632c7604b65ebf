"""What the HTTP library tells of a request on its way."""

from collections.abc import Mapping
from typing import Any

from ._http import httpcore, httpx

_CONNECTING = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpcore.ConnectError,
    httpcore.ConnectTimeout,
    httpcore.PoolTimeout,
    httpcore.ProxyError,
)


class Trace:
    """Hears of each step of a request, by the extension `trace` of the HTTP library.

    An error alone does not tell whether the request has left: a hook of the caller's own client may
    raise any error once the answer is there.
    """

    def __init__(self) -> None:
        self._heard = False
        self._asked_a_proxy = False
        self._began = False

    def hear(self, event: str, info: Mapping[str, Any]) -> None:
        """Hears of a step."""
        self._heard = True
        if event.endswith(".send_request_headers.started"):
            # A proxy is asked for a tunnel without any part of the request.
            asks_a_proxy = getattr(info.get("request"), "method", None) == b"CONNECT"
            self._asked_a_proxy |= asks_a_proxy
            self._began |= not asks_a_proxy

    async def hear_async(self, event: str, info: Mapping[str, Any]) -> None:
        """Hears of a step, of an async client."""
        self.hear(event, info)

    def left(self, error: Exception) -> bool:
        """Whether any byte of the request may have been sent by the time of the error.

        Whatever is uncertain counts as having left, as does all that a transport does which tells
        nothing.
        """
        connecting = self._asked_a_proxy or isinstance(error, _CONNECTING)
        return self._began or not self._heard or not connecting
