# Generated from spec/ by `pnpm generate`. Do not edit.

"""Facts of the API."""

from typing import Literal, TypeAlias

Environment: TypeAlias = Literal["live", "test"]
"""What a key opens: real messages that are charged, or simulated ones."""

VERSION = "1.0.0"
"""The version of this SDK."""

BASE_URL = "https://api.getclickmedia.com/v1"
"""Where the API is, for live and for test keys."""

KEY_HEADER = "x-api-key"
"""The header that carries the key."""

ENVIRONMENTS: dict[str, Environment] = {
    "gcm_live_": "live",
    "gcm_test_": "test",
}
"""What an API key begins with, and the environment that it opens."""

PHONE_NUMBER = "^91[0-9]{10}$"
"""The form of a phone number."""

FINAL_STATUSES = [
    "delivered",
    "failed",
    "rejected",
]
"""The statuses after which a message no longer changes."""

RECIPIENTS_PER_REQUEST = {
    "Starter": 1000,
    "Growth": 5000,
    "Enterprise": 10000,
}
"""How many recipients one request may hold on each plan."""

SMALLEST_PLAN = "Starter"
"""The plan with the fewest."""

SIGNATURE_HEADER = "x-gcm-signature"
"""The header that signs the body of a webhook."""

SIGNATURE_FORM = "^[0-9a-f]{64}$"
"""The form of a signature."""

TIMESTAMP_FIELDS = [
    "queuedAt",
    "sentAt",
    "deliveredAt",
]
"""The fields of an event that say when the message reached a status."""
