"""Names of the API as arguments."""

import re


def argument_name(name: str) -> str:
    """What Python calls a field of the API, for what is said to the caller: `schedule_at`."""
    return re.sub("[A-Z]", lambda letter: f"_{letter[0].lower()}", name)
