"""Takes secrets out of what comes from outside."""

import errno
import re
import socket
import ssl
from collections.abc import Sequence

from ._errors import TransportFailureError


def redact(text: str, secrets: Sequence[str]) -> str:
    """Replaces secrets in a text."""
    # All at once, so that none is found in what another was replaced by.
    longest_first = sorted(filter(None, secrets), key=len, reverse=True)
    if not longest_first:
        return text
    return re.sub("|".join(map(re.escape, longest_first)), "[redacted]", text)


def without_secrets(
    error: BaseException, secrets: Sequence[str], depth: int = 0
) -> TransportFailureError:
    """Copies what an error and its causes tell, without secrets.

    Whatever else hangs on an error is left out: with httpx it is the whole request.
    """
    copy = TransportFailureError(redact(f"{type(error).__name__}: {error}", secrets))
    cause = error.__cause__ or error.__context__
    if cause is not None and depth < 9:
        copy.__cause__ = without_secrets(cause, secrets, depth + 1)
    return copy


def reason_of(error: BaseException, secrets: Sequence[str]) -> str:
    """Why a connection failed, in a few words: as the innermost cause tells it."""
    innermost = error
    for _ in range(10):
        cause = innermost.__cause__ or innermost.__context__
        if cause is None:
            break
        innermost = cause
    return redact(_words_of(innermost), secrets)


def _words_of(error: BaseException) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"the certificate is not trusted, {error.verify_message}"
    if isinstance(error, ssl.SSLError):
        return f"TLS failed, {error.reason or type(error).__name__}"
    if isinstance(error, socket.gaierror):
        return "the name of the host was not resolved"
    if isinstance(error, OSError) and error.errno is not None and error.errno in errno.errorcode:
        return errno.errorcode[error.errno]
    return str(error) or type(error).__name__
