"""Why a webhook was not taken."""

from typing import Literal, TypeAlias

Reason: TypeAlias = Literal["signature", "body", "age", "configuration"]
"""Why a webhook was not taken:

- `signature`: missing, malformed, or not made from this body with any of the secrets.
- `body`: signed, but no JSON object with a text in `event`.
- `age`: older than `max_age` allows.
- `configuration`: a mistake on your side, such as a missing secret or a body that was parsed
before.
"""


class WebhookError(Exception):
    """The only error that this module raises. It never holds the secret or any part of the body."""

    reason: Reason
    """Why, for your program to decide on."""

    def __init__(self, reason: Reason, message: str) -> None:
        super().__init__(reason, message)
        self.reason = reason

    @property
    def status(self) -> int:
        """The HTTP status to answer: after a mistake on your side the event is to come again."""
        return 500 if self.reason == "configuration" else 400

    def __str__(self) -> str:
        return str(self.args[1])
