"""The answers of the fake API."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .._generated.fake_data import ERRORS
from .._http import httpx


@dataclass(frozen=True)
class FakeAnswer:
    """An answer before it is one of HTTP."""

    status: int
    body: Mapping[str, Any] | None = None
    headers: Mapping[str, str] = field(default_factory=dict[str, str])

    def response(self) -> httpx.Response:
        """It as one of HTTP."""
        if self.body is None:
            return httpx.Response(self.status, headers=dict(self.headers))
        return httpx.Response(self.status, headers=dict(self.headers), json=self.body)


def error_answer(operation: str, code: str, message: str | None = None) -> FakeAnswer:
    """A documented error, with a message that says what is wrong this time.

    Raises:
        ValueError: The operation never answers it.
    """
    example = ERRORS[operation].get(code)
    if example is None:
        raise ValueError(
            f"{operation} never answers {code}. It may answer {', '.join(ERRORS[operation])}."
        )
    return answer_with(example, message)


def answer_with(example: Mapping[str, Any], message: str | None) -> FakeAnswer:
    """An error of the documentation with the message of this time."""
    error = dict(example["body"]["error"])
    if message is not None:
        error["message"] = message
    return FakeAnswer(example["status"], {"error": error}, example.get("headers", {}))
