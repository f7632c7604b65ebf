"""Reads what the API answered."""

import json
from typing import Any, NoReturn, cast

from ._actions import Reply
from ._document import read_document
from ._errors import SmsError
from ._generated.errors import ERROR_CLASSES, RETRYABLE_CODES
from ._operation import AnswerT, Operation
from ._redact import redact
from ._retry import read_retry_after


def read_reply(
    operation: Operation[AnswerT], reply: Reply, secrets: list[str]
) -> AnswerT | SmsError:
    """The answer to a call.

    An answer that refuses it is an error of the class of its code; of the base class where the code
    is new or there is none.
    """
    data = _parse_object(reply.content)
    if not reply.ok:
        return _read_refusal(operation, reply, data, secrets)
    if data is not None and (operation.proof is None or isinstance(data.get(operation.proof), str)):
        return read_document(
            operation.answer, data, http_status=reply.status, http_headers=reply.headers
        )
    lacking = operation.proof or "JSON"
    return SmsError(
        f"{operation.name} was answered with {reply.status} but not with its {lacking}.",
        status=reply.status,
        delivery_unknown=operation.sends,
    )


def refuses_retryably(error: SmsError) -> bool:
    """Whether an answer says that nothing was done, and that the call may be made again."""
    return error.status == 429 or (
        error.code is not None and RETRYABLE_CODES.get(error.code, -1) == error.status
    )


def _read_refusal(
    operation: Operation[Any], reply: Reply, data: dict[str, Any] | None, secrets: list[str]
) -> SmsError:
    status = reply.status
    code, message, request_id = _detail_of(data, secrets)
    hint = ": check base_url" if status < 400 else ""
    error = ERROR_CLASSES.get(code or "", SmsError)(
        message or f"{operation.name} was answered with {status} and no error of the API{hint}.",
        code=code if code is None or code in ERROR_CLASSES else redact(code, secrets),
        status=status,
        request_id=request_id,
        retry_after=read_retry_after(reply.headers.get("retry-after")),
    )
    refused = refuses_retryably(error)
    error.retryable = refused or (not operation.sends and (status == 408 or status >= 500))
    # A server that has done something may point to it; with 301, 307 and 308 it only is elsewhere.
    points = status < 307 and status != 301
    # Something on the way gave up waiting, and the server behind it may not have.
    gave_up = status in (408, 499) and not code
    error.delivery_unknown = (
        operation.sends and not refused and (status >= 500 or points or gave_up)
    )
    return error


def _detail_of(
    data: dict[str, Any] | None, secrets: list[str]
) -> tuple[str | None, str | None, str | None]:
    """The fields of the API's error body, without secrets; of any other body none.

    Only the code is as it came: a short text must not hide in it what the API has decided.
    """
    error = (data or {}).get("error")
    fields = cast("dict[str, object]", error) if isinstance(error, dict) else {}

    def text(name: str) -> str | None:
        value = fields.get(name)
        return redact(value, secrets) if isinstance(value, str) else None

    code = fields.get("code")
    return code if isinstance(code, str) else None, text("message"), text("requestId")


def _parse_object(content: bytes) -> dict[str, Any] | None:
    try:
        data = json.loads(content.decode("utf-8-sig", "replace"), parse_constant=_refuse)
    except (ValueError, RecursionError):
        return None
    return cast("dict[str, Any]", data) if isinstance(data, dict) else None


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"JSON has no {constant}.")
