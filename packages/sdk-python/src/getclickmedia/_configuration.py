"""Checks how a client is set up."""

import dataclasses
import ipaddress
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast
from urllib.parse import urlsplit

from ._errors import SmsConfigurationError
from ._generated.constants import (
    BASE_URL,
    ENVIRONMENTS,
    KEY_HEADER,
    RECIPIENTS_PER_REQUEST,
    SMALLEST_PLAN,
    VERSION,
    Environment,
)
from ._secret import Secret

DEFAULT_TIMEOUT = 30.0
DEFAULT_MAX_RETRIES = 2
DEFAULT_MAX_RETRY_AFTER = 60.0

LONGEST_WAIT = 2_000_000.0
"""In seconds, over three weeks. Not every system can count much further."""

# HTTPS, or plain HTTP to this machine, and nothing but a host and a path.
_SAFE_URL = re.compile(
    r"(https://([a-z0-9_.-]+|\[[0-9a-f:.]+\])|http://(localhost|127\.\d+\.\d+\.\d+|\[::1\]))"
    r"(:\d{1,5})?(/[a-z0-9._~!$&'()*+,;=:@%/-]*)?",
    re.ASCII | re.IGNORECASE,
)
_HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9a-z-]+")
_HEADER_VALUE = re.compile(r"[\t\x20-\x7e\x80-\xff]*")

# Headers that say how a request is sent, which is for the HTTP library to decide.
_OF_THE_TRANSPORT = {
    "accept-encoding",
    "connection",
    "content-encoding",
    "content-length",
    "expect",
    "host",
    "keep-alive",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
}


@dataclass(frozen=True)
class Settings:
    """The options of a client, checked and complete."""

    key: Secret
    environment: Environment
    base_url: str
    timeout: float
    max_retries: int
    max_retry_after: float
    recipients_per_request: int
    headers: Mapping[str, str] = field(repr=False)

    def outgoing_headers(self, *, with_body: bool) -> list[tuple[bytes, bytes]]:
        """The headers of a request. None of the user's can replace one of the SDK's."""
        headers = {
            **self.headers,
            "accept": "application/json",
            "accept-encoding": "identity",
            # What a server writes beyond an answer would be taken for the answer to the next
            # request on that connection, and a message that was refused for one that was accepted.
            # So each request has a connection of its own. That costs it a TLS handshake, which is
            # little beside a message, and a bulk send has few requests.
            "connection": "close",
            "user-agent": f"getclickmedia-python/{VERSION}",
            KEY_HEADER: self.key.reveal(),
        }
        headers.pop("content-type", None)
        if with_body:
            headers["content-type"] = "application/json"
        return [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]


def key_of(api_key: str | None) -> Secret:
    """The key that was given, or else that of the environment."""
    return Secret(os.environ.get("GCM_API_KEY", "") if api_key is None else api_key)


def configure(
    *,
    key: Secret,
    base_url: str | None,
    timeout: float,
    max_retries: int,
    max_retry_after: float,
    plan: str | None,
    headers: Mapping[str, str] | None,
    allow_live_key_in_tests: bool,
) -> Settings:
    """Checks the options of a client.

    Raises:
        SmsConfigurationError: It says what is wrong and what to do. It never shows the key.
    """
    environment = _environment_of(key)
    if environment == "live" and "PYTEST_VERSION" in os.environ and not allow_live_key_in_tests:
        raise SmsConfigurationError(
            "This is a test of pytest, but the API key is a live one: use a test key, or set "
            "allow_live_key_in_tests."
        )
    settings = Settings(
        key=key,
        environment=environment,
        base_url=_check_base_url(BASE_URL if base_url is None else base_url),
        timeout=timeout,
        max_retries=max_retries,
        max_retry_after=max_retry_after,
        recipients_per_request=_recipients_of(SMALLEST_PLAN if plan is None else plan),
        headers={},
    )
    return reconfigure(settings, headers=headers)


def reconfigure(
    settings: Settings,
    *,
    timeout: float | None = None,
    max_retries: int | None = None,
    max_retry_after: float | None = None,
    headers: Mapping[str, str] | None = None,
) -> Settings:
    """Other limits and more headers. What is `None` stays as it is.

    Raises:
        SmsConfigurationError: One of them is out of its range.
    """
    changed = dataclasses.replace(
        settings,
        timeout=settings.timeout if timeout is None else timeout,
        max_retries=settings.max_retries if max_retries is None else max_retries,
        max_retry_after=settings.max_retry_after if max_retry_after is None else max_retry_after,
        headers={**settings.headers, **_check_headers({} if headers is None else headers)},
    )
    check_number("timeout", changed.timeout, above=0)
    check_number("max_retries", changed.max_retries, least=0, whole=True)
    check_number("max_retry_after", changed.max_retry_after, least=0)
    return changed


def check_number(
    name: str,
    value: object,
    *,
    least: int | None = None,
    above: int | None = None,
    whole: bool = False,
) -> None:
    """Checks an option that is a number.

    Raises:
        SmsConfigurationError: It is none, or too small, or not whole.
    """
    is_number = isinstance(value, int if whole else (int, float)) and not isinstance(value, bool)
    if is_number and isinstance(value, (int, float)):
        if least is not None and value >= least:
            return
        if above is not None and value > above:
            return
    limit = f"above {above}" if least is None else f"{least} or more"
    raise SmsConfigurationError(f"{name} must be a {'whole ' if whole else ''}number, {limit}.")


def _environment_of(key: Secret) -> Environment:
    if not key.reveal():
        raise SmsConfigurationError("No API key: pass api_key, or set GCM_API_KEY.")
    for prefix, environment in ENVIRONMENTS.items():
        if re.fullmatch(f"{re.escape(prefix)}[!-~]+", str(key.reveal())):
            return environment
    prefixes = " or ".join(ENVIRONMENTS)
    raise SmsConfigurationError(
        f"The API key must begin with {prefixes}, without spaces or line breaks."
    )


def _recipients_of(plan: object) -> int:
    for name, recipients in RECIPIENTS_PER_REQUEST.items():
        if plan == name:
            return recipients
    raise SmsConfigurationError(f"plan must be one of {', '.join(RECIPIENTS_PER_REQUEST)}.")


def _check_base_url(url: object) -> str:
    if isinstance(url, str) and _SAFE_URL.fullmatch(url) and _has_address(url):
        return url.rstrip("/")
    raise SmsConfigurationError(
        "base_url must be like https://host/v1, without user, password, ? or #; http:// is for "
        "this machine only."
    )


def _has_address(url: str) -> bool:
    """Whether there can be such a host and port."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        if parts.port == 0:
            return False
        if re.fullmatch(r"[0-9.]+|.*:.*", host):
            ipaddress.ip_address(host)
    except ValueError:
        return False
    return all(0 < len(label) < 64 for label in host.removesuffix(".").split("."))


def _check_headers(headers: object) -> dict[str, str]:
    if not isinstance(headers, Mapping):
        raise SmsConfigurationError("headers must be a mapping of names to values, as a dict.")
    checked: dict[str, str] = {}
    for name, value in cast("Mapping[str, str]", headers).items():
        if not (_is_text(name, _HEADER_NAME) and _is_text(value, _HEADER_VALUE, lower=False)):
            raise SmsConfigurationError(
                "headers must have names and values that HTTP allows, without line breaks."
            )
        if name.lower() in _OF_THE_TRANSPORT:
            raise SmsConfigurationError(f"The header {name.lower()} is not for the caller to set.")
        checked[name.lower()] = value.strip(" \t")
    return checked


def _is_text(value: object, form: re.Pattern[str], *, lower: bool = True) -> bool:
    return isinstance(value, str) and bool(form.fullmatch(value.lower() if lower else value))
