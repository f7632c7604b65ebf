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
    """Reads recipients in chunks, each number once. No `repr` shows them."""

    def __init__(self, recipients: object) -> None:
        """Takes a list, or anything that can be iterated over.

        Raises:
            SmsConfigurationError: It cannot be, or is a single number.
        """
        self._source: Iterator[Any] | AsyncIterator[Any]
        if isinstance(recipients, AsyncIterable):
            self._source = aiter(cast("AsyncIterable[Any]", recipients))
        elif isinstance(recipients, Iterable) and not isinstance(recipients, (str, bytes)):
            self._source = iter(cast("Iterable[Any]", recipients))
        else:
            del recipients
            raise SmsConfigurationError("recipients must be a list of numbers.")
        self._seen: set[str] = set()
        self._unfinished: list[str] = []
        self.malformed: list[str] = []
        """The ones that are no phone numbers."""
        self.ended = False
        """Whether the source has no more."""

    @property
    def is_async(self) -> bool:
        """Whether the source has to be awaited."""
        return isinstance(self._source, AsyncIterator)

    def next_chunk(self, size: int) -> Steps[list[str]]:
        """The next chunk; an empty one after the last. It raises what the source raises."""
        while not self.ended and len(self._unfinished) < size:
            recipient = yield from self._next()
            if recipient is END:
                self.ended = True
            else:
                self._sort(recipient)
        return self.take()

    def _sort(self, recipient: object) -> None:
        # What is no text may be of a kind that no set can hold.
        if isinstance(recipient, str):
            if recipient in self._seen:
                return
            self._seen.add(recipient)
        fits = is_phone_number(recipient)
        (self._unfinished if fits else self.malformed).append(cast("str", recipient))

    def take(self) -> list[str]:
        """What was read and is in no chunk."""
        chunk, self._unfinished = self._unfinished, []
        return chunk

    def _next(self) -> Steps[object]:
        if isinstance(self._source, AsyncIterator):
            return (yield Next(self._source))
        return next(self._source, END)

    def __repr__(self) -> str:
        return "RecipientReader(...)"
