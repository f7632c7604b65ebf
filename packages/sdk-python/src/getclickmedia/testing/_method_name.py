"""How the client calls an operation."""

import re


def method_name(operation: str) -> str:
    """The method of the client: for `sendBulk`, `send_bulk`."""
    return re.sub("[A-Z]", lambda found: f"_{found[0].lower()}", operation)
