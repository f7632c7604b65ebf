"""How an operation of the API is called."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from ._document import Answer

AnswerT = TypeVar("AnswerT", bound=Answer)


@dataclass(frozen=True)
class Operation(Generic[AnswerT]):
    """An operation of the API."""

    id: str
    """Its name in the document, as `sendBulk`."""

    name: str
    """The method of the client, as `send_bulk`."""

    method: str
    """The HTTP method."""

    path: str
    """The template of the path, as `/sms/status/{messageId}`."""

    answer: type[AnswerT]
    """What it answers."""

    proof: str | None
    """For a send: the field of the answer that proves that it was accepted."""

    @property
    def sends(self) -> bool:
        """Whether a repetition could be a second message on somebody's phone."""
        return self.method == "POST"
