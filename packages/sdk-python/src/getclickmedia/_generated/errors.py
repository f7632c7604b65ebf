# Generated from spec/ by `pnpm generate`. Do not edit.

"""One class for each error code of the API."""

from .._errors import SmsError

__all__ = [
    "GatewayError",
    "InsufficientCreditsError",
    "InvalidApiKeyError",
    "InvalidNumberError",
    "InvalidRequestError",
    "MissingFieldError",
    "NotCancellableError",
    "NotFoundError",
    "RateLimitExceededError",
    "RouteForbiddenError",
    "SenderNotRegisteredError",
    "TemplateMismatchError",
]


class InvalidNumberError(SmsError):
    """`INVALID_NUMBER` (400): A phone number is not 91 and ten digits.

    Correct the number. The message names the field, and for a bulk send the position in the
    list.
    """


class MissingFieldError(SmsError):
    """`MISSING_FIELD` (400): A required field is not in the body.

    Add the field that the message names.
    """


class InvalidRequestError(SmsError):
    """`INVALID_REQUEST` (400, 405, 408, 413, 415, 417, 431): The request cannot be read or breaks a
    rule that has no code of its own: malformed JSON, a wrong type, an unknown field or value, a
    bad or past date, too many recipients, a body that is too large, or a method or content type
    that is not accepted.

    Correct the request as the message says.
    """


class InvalidApiKeyError(SmsError):
    """`INVALID_API_KEY` (401): The key is missing, unknown or revoked.

    Check the `x-api-key` header, and create a new key in the dashboard if this one was revoked.
    """


class InsufficientCreditsError(SmsError):
    """`INSUFFICIENT_CREDITS` (402): The balance does not cover what the send would cost.

    Add credits, then send again. Nothing was sent or charged.
    """


class RouteForbiddenError(SmsError):
    """`ROUTE_FORBIDDEN` (403): The account is not authorised for this type of message, or for a
    call that has no type.

    Have the type or the call opened for the account, or use a type that it is authorised for.
    """


class NotFoundError(SmsError):
    """`NOT_FOUND` (404): No such message, batch or path for this account.

    Check the id, and that the key belongs to the account and environment that sent it.
    """


class NotCancellableError(SmsError):
    """`NOT_CANCELLABLE` (409): The batch was not scheduled, has started already or is cancelled.

    Read the batch to see how far it is. Messages that have left cannot be called back.
    """


class TemplateMismatchError(SmsError):
    """`TEMPLATE_MISMATCH` (422): The text does not match the DLT template.

    Compare the fixed text and the number of variables with the approved template.
    """


class SenderNotRegisteredError(SmsError):
    """`SENDER_NOT_REGISTERED` (422): DLT has not approved the sender header.

    Use an approved header, or wait until DLT approves this one.
    """


class RateLimitExceededError(SmsError):
    """`RATE_LIMIT_EXCEEDED` (429): The account has sent more requests in this second than its plan
    allows.

    Wait the seconds that `Retry-After` says, then repeat the call. Nothing was accepted.
    """


class GatewayError(SmsError):
    """`GATEWAY_ERROR` (500): The carrier behind the gateway has a fault.

    Repeat the call with growing pauses. Nothing was accepted.
    """


ERROR_CLASSES: dict[str, type[SmsError]] = {
    "INVALID_NUMBER": InvalidNumberError,
    "MISSING_FIELD": MissingFieldError,
    "INVALID_REQUEST": InvalidRequestError,
    "INVALID_API_KEY": InvalidApiKeyError,
    "INSUFFICIENT_CREDITS": InsufficientCreditsError,
    "ROUTE_FORBIDDEN": RouteForbiddenError,
    "NOT_FOUND": NotFoundError,
    "NOT_CANCELLABLE": NotCancellableError,
    "TEMPLATE_MISMATCH": TemplateMismatchError,
    "SENDER_NOT_REGISTERED": SenderNotRegisteredError,
    "RATE_LIMIT_EXCEEDED": RateLimitExceededError,
    "GATEWAY_ERROR": GatewayError,
}
"""The class of each documented code."""

RETRYABLE_CODES: dict[str, int] = {
    "RATE_LIMIT_EXCEEDED": 429,
    "GATEWAY_ERROR": 500,
}
"""The codes with which nothing was accepted and the call may be repeated, each with its status."""
