"""The body of an answer, which may not be as long as it likes."""

import zlib

from ._http import httpx

MOST_BYTES = 16 * 1024 * 1024
"""Far more than any answer of the API has."""


class Content:
    """Reads the body of an answer. No `repr` shows it, since it may repeat what was sent."""

    def __init__(self) -> None:
        self._parts = bytearray()
        self.whole = b""
        """The body, once all of it was read."""

    def read(self, response: httpx.Response) -> None:
        """Reads it."""
        if response.is_stream_consumed:  # By a hook, or it never was on a wire.
            self.whole = response.content
            return
        for part in response.iter_raw():
            self._add(part)
        self._finish(response)

    async def read_async(self, response: httpx.Response) -> None:
        """Reads it, of an async client."""
        if response.is_stream_consumed:
            self.whole = response.content
            return
        async for part in response.aiter_raw():
            self._add(part)
        self._finish(response)

    def _add(self, part: bytes) -> None:
        self._parts += part
        _check_length(self._parts)

    def _finish(self, response: httpx.Response) -> None:
        # No compression was asked for, but something on the way may compress it all the same.
        content = bytes(self._parts)
        if response.headers.get("content-encoding", "").lower() in ("gzip", "deflate"):
            try:
                content = zlib.decompressobj(47).decompress(content, MOST_BYTES + 1)
            except zlib.error as error:
                raise httpx.DecodingError(str(error)) from error
        _check_length(content)
        self.whole = content


def _check_length(content: bytes | bytearray) -> None:
    if len(content) > MOST_BYTES:
        raise httpx.DecodingError("the answer is longer than 16 MiB")
