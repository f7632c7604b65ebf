"""Reads recipients no faster than they are needed."""

import re
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator
from typing import Any, cast

from ._actions import END, Next, Steps
from ._errors import SmsConfigurationError
from ._generated.constants import PHONE_NUMBER


def is_phone_number(recipient: object) -> bool:
    """Whether something that was given as a recipient is a phone number."""
    return isinstance(recipient, str) and bool(_FORM.fullmatch(recipient))


_FORM = re.compile(PHONE_NUMBER.removeprefix("^").removesuffix("$"), re.ASCII)


class RecipientReader:
    """Reads recipients in chunks, each number once. No `repr` shows them.

    They are kept here and not in variables of those who send to them, which a traceback may show.
    """

    def __init__(self, recipients: object) -> None:
        """Takes a list, or anything that can be iterated over."""
        self._given = cast("AsyncIterable[Any] | Iterable[Any] | None", recipients)
        self._source: Iterator[Any] = iter(())
        self._awaited: AsyncIterator[Any] | None = None
        self._seen: set[str] = set()
        self._unfinished: list[str] = []
        self.chunk: list[str] = []
        """The chunk that was read last."""
        self.set_aside: list[str] = []
        """The ones that are not sent to."""
        self.malformed: list[str] = []
        """The ones that are no phone numbers."""
        self.ended = False
        """Whether the source has no more."""

    def open(self, *, awaits: bool) -> None:
        """Begins with the source. One that can do both is awaited where that is possible.

        Raises:
            SmsConfigurationError: It cannot be iterated over, or is a single number.
        """
        if isinstance(self._given, AsyncIterable) and awaits:
            self._awaited = aiter(self._given)
        elif isinstance(self._given, Iterable) and not isinstance(self._given, (str, bytes)):
            self._source = iter(self._given)
        elif isinstance(self._given, AsyncIterable):
            raise SmsConfigurationError("An async source of recipients needs AsyncSmsClient.")
        else:
            raise SmsConfigurationError("recipients must be a list of numbers.")

    def next_chunk(self, size: int) -> Steps[bool]:
        """Reads the next chunk; `False` after the last. It raises what the source raises."""
        while not self.ended and len(self._unfinished) < size:
            self._sort((yield from self._next()))
        self.chunk, self._unfinished = self._unfinished, []
        return bool(self.chunk)

    def set_chunk_aside(self) -> None:
        """Keeps the chunk from being sent to."""
        self.set_aside += self.chunk

    def set_rest_aside(self) -> None:
        """Keeps those from being sent to who were read and are in no chunk."""
        self.set_aside += self._unfinished
        self._unfinished = []

    def _sort(self, recipient: object) -> None:
        if recipient is END:
            self.ended = True
            return
        # What is no text may be of a kind that no set can hold.
        if isinstance(recipient, str):
            if recipient in self._seen:
                return
            self._seen.add(recipient)
        fits = is_phone_number(recipient)
        (self._unfinished if fits else self.malformed).append(cast("str", recipient))

    def _next(self) -> Steps[object]:
        if self._awaited is not None:
            return (yield Next(self._awaited))
        return next(self._source, END)

    def __repr__(self) -> str:
        return "RecipientReader(...)"
