"""Signs bodies, and checks their signatures."""

import hashlib
import hmac
import re
from collections.abc import Sequence
from typing import TypeAlias, cast

from .._generated.constants import SIGNATURE_FORM
from ._error import WebhookError

Secrets: TypeAlias = str | Sequence[str] | None
"""The webhook secret, or several while one replaces another.

`None` is there so that an environment variable can be passed as it is; a secret that is missing or
empty is refused when it is used.
"""

RawBody: TypeAlias = bytes | bytearray | memoryview | str
"""The body of a request exactly as it arrived: bytes, or their text in UTF-8. Prefer the bytes."""

_FORM = re.compile(SIGNATURE_FORM.removeprefix("^").removesuffix("$"), re.ASCII)


def verify(raw_body: RawBody, signature: str | None, secret: Secrets) -> bool:
    """Tells whether a webhook comes from the API: whether it was signed with your secret.

    The comparison takes the same time wherever the two differ. A signature that is missing,
    malformed or in upper case answers `False`, like a wrong one.

    Args:
        raw_body: The body as it arrived, before any JSON parser has read it. Parsing and writing it
            anew changes bytes, and the signature no longer matches.
        signature: The value of the header `SIGNATURE_HEADER`.
        secret: Your webhook secret, or a list of which one has to match.

    Raises:
        WebhookError: `configuration` when there is no secret, one is empty, or the body was parsed
            before.
    """
    body = bytes_of(raw_body)
    keys = _keys_of(secret)
    # A wrong form needs no comparison; the right one is that of ASCII, which `compare_digest`
    # needs.
    if not isinstance(signature, str) or not _FORM.fullmatch(signature):
        return False
    # All of them are tried, whichever matches, so that the time does not tell.
    verdicts = [hmac.compare_digest(_digest(body, key), signature) for key in keys]
    return any(verdicts)


def sign(raw_body: RawBody, secret: str) -> str:
    """Signs a body as the API signs its webhooks, for tests of your receiver.

    Returns:
        The HMAC-SHA256 of the body under the secret, in lower-case hexadecimal.

    Raises:
        WebhookError: `configuration` when the secret is empty or the body is not raw.
    """
    return _digest(bytes_of(raw_body), _keys_of(secret)[0])


def bytes_of(raw_body: object) -> bytes:
    """The bytes of a raw body.

    Raises:
        WebhookError: `configuration` for anything else, such as a parsed object.
    """
    if isinstance(raw_body, str):
        return str.encode(raw_body, "utf-8", "surrogatepass")
    if isinstance(raw_body, (bytes, bytearray, memoryview)):
        try:
            return bytes(cast("bytes", raw_body))
        except ValueError:  # A memoryview that was released.
            raise WebhookError(
                "configuration", "The body is gone: its view was released."
            ) from None
    raise WebhookError(
        "configuration",
        f"The body must be raw bytes or text, not {type(raw_body).__name__}. Take it before a JSON "
        "parser does: request.body in Django, await request.body() in FastAPI, "
        "request.get_data() in Flask.",
    )


def _keys_of(secret: object) -> list[bytes]:
    secrets: list[object] = [secret]
    if isinstance(secret, Sequence) and not isinstance(secret, (str, bytes, bytearray, memoryview)):
        secrets = list(cast("Sequence[object]", secret))
    if any(isinstance(each, (bytes, bytearray, memoryview)) for each in secrets):
        raise WebhookError(
            "configuration", "The secret must be text, not bytes: pass secret.decode()."
        )
    keys = [_key_of(each) for each in secrets]
    if keys and all(keys):
        return keys
    raise WebhookError(
        "configuration", "The secret is missing or empty. Check where it is read from."
    )


def _key_of(secret: object) -> bytes:
    return str.encode(secret, "utf-8", "surrogatepass") if isinstance(secret, str) else b""


def _digest(body: bytes, key: bytes) -> str:
    return hmac.new(key, body, hashlib.sha256).hexdigest()
