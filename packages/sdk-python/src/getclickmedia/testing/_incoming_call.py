"""Reads a request as the API does."""

import json
import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

from .._generated.constants import BASE_URL, ENVIRONMENTS, KEY_HEADER
from .._generated.fake_data import CONTENT_TYPES, RULES
from .._generated.operations import OPERATIONS
from .._http import httpx
from ._answer import FakeAnswer, answer_with, error_answer
from ._rules import Violation, violation_of


@dataclass(frozen=True)
class IncomingCall:
    """A call of one operation, with what it was given."""

    operation: str
    """The id of the operation, as `sendBulk`."""

    ids: dict[str, str]
    body: Any


_BASE_PATH = urlsplit(BASE_URL).path
_ROUTES = [
    (each, re.compile(_BASE_PATH + re.sub(r"{(\w+)}", r"(?P<\1>[^/]+)", each.path)))
    for each in OPERATIONS
]


def read_call(request: httpx.Request) -> tuple[IncomingCall | None, FakeAnswer | None]:
    """The call, and how the API refuses it if it does. What is no call is always refused.

    The API checks in this order: path, method, key, ids, query, content type, JSON, and the body.
    """
    path = request.url.raw_path.decode().partition("?")[0]
    found = [(each, form.fullmatch(path)) for each, form in _ROUTES if form.fullmatch(path)]
    for operation, match in found:
        if operation.method == request.method and match is not None:
            ids = {name: unquote(value) for name, value in match.groupdict().items()}
            return _read(request, operation.id, ids)
    return None, _route_refusal(request.method, path, [each.method for each, _ in found])


def _read(
    request: httpx.Request, operation: str, ids: dict[str, str]
) -> tuple[IncomingCall, FakeAnswer | None]:
    rules = RULES[operation]
    body = _parse(request.content) if "body" in rules else None
    violation = (
        _key_violation(request.headers)
        or _id_violation(ids, rules["path"])
        or _query_violation(request.url.query)
    )
    refusal = error_answer(operation, violation.code, violation.message) if violation else None
    if refusal is None and "body" in rules:
        refusal = _content_type_refusal(request.headers, CONTENT_TYPES[operation])
        violation = violation_of(body, rules["body"], "The body")
        if refusal is None and violation:
            refusal = error_answer(operation, violation.code, violation.message)
    return IncomingCall(operation, ids, body), refusal


def _route_refusal(method: str, path: str, allowed: list[str]) -> FakeAnswer:
    if not allowed:
        message = f"There is no operation {method} {path}. Check base_url: it ends in {_BASE_PATH}."
        return error_answer("getStatus", "NOT_FOUND", message)
    allow = ", ".join(allowed)
    message = f"The path {path} does not take {method}. Use {allow}."
    refusal = error_answer("getStatus", "INVALID_REQUEST", message)
    return FakeAnswer(405, refusal.body, {"allow": allow})


def _key_violation(headers: httpx.Headers) -> Violation | None:
    key = headers.get(KEY_HEADER, "")
    if any(re.fullmatch(rf"{prefix}[\w-]+", key, re.ASCII) for prefix in ENVIRONMENTS):
        return None
    prefixes = " or ".join(ENVIRONMENTS)
    return Violation(
        "INVALID_API_KEY",
        f"The {KEY_HEADER} header must hold one key, which begins with {prefixes} and goes on in "
        "letters, digits, _ and -.",
    )


def _id_violation(ids: dict[str, str], rules: dict[str, Any]) -> Violation | None:
    checks = (
        violation_of(ids[name], rule, f"The path parameter {name}") for name, rule in rules.items()
    )
    return next(filter(None, checks), None)


def _query_violation(query: bytes) -> Violation | None:
    if not query:
        return None
    name = unquote(re.split("[=&]", query.decode())[0])
    return Violation("INVALID_REQUEST", f"The query parameter {name} is not known. Remove it.")


def _content_type_refusal(headers: httpx.Headers, types: dict[str, Any]) -> FakeAnswer | None:
    content_type = headers.get("content-type", "").lower()
    charset = re.search(r';\s*charset\s*=\s*"?([^\s";]*)', content_type)
    encoding = headers.get("content-encoding", "").lower() or "identity"
    if (
        content_type.partition(";")[0].strip() in types["accepted"]
        and (charset is None or charset[1] == "utf-8")
        and encoding == "identity"
    ):
        return None
    wanted = " or ".join(types["accepted"])
    return answer_with(
        types["refusal"],
        f"The body must be sent as {wanted} in UTF-8, and uncompressed. Check the headers "
        "content-type and content-encoding.",
    )


def _parse(content: bytes) -> Any:
    try:
        return json.loads(content.decode())
    except (ValueError, RecursionError):
        return None  # It is no object, and refused as such.
