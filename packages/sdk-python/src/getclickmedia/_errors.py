"""The errors that are raised without the help of the API."""


class SmsError(Exception):
    """The base of every error of this SDK.

    An answer with a documented code has a class of its own, as `RateLimitExceededError`; an answer
    with another code, or with none, is an `SmsError` itself. No error holds the API key or the text
    of a message.
    """

    code: str | None
    """The code of the API's error body. A code may be newer than this SDK."""

    status: int | None
    """The HTTP status; `None` when there was no answer."""

    request_id: str | None
    """Names the call, for support."""

    retryable: bool
    """Whether the same call may be repeated later without risk.

    The SDK's own retries are used up.
    """

    delivery_unknown: bool
    """Whether the message may have been accepted although the call failed: do not send it again.

    Only sends can have it `True`.
    """

    retry_after: float | None
    """How many seconds the API asked to wait before the next call, where it did."""

    def __init__(
        self,
        message: str,
        *,
        code: str | None = None,
        status: int | None = None,
        request_id: str | None = None,
        retryable: bool = False,
        delivery_unknown: bool = False,
        retry_after: float | None = None,
    ) -> None:
        """Applications have no need to make one, but for their tests."""
        super().__init__(message)
        self.code = code
        self.status = status
        self.request_id = request_id
        self.retryable = retryable
        self.delivery_unknown = delivery_unknown
        self.retry_after = retry_after


class SmsConnectionError(SmsError):
    """The connection failed. Its text says how, and so does `__cause__`."""


class SmsTimeoutError(SmsError):
    """No full answer came within `timeout`."""


class SmsConfigurationError(SmsError):
    """The client or a call was set up wrongly. Nothing was sent."""


class TransportFailureError(Exception):
    """What the HTTP library said of a connection that failed, without the request."""
