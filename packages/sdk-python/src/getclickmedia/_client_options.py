"""What both clients have in common: how they are set up."""

from typing import NoReturn

from ._configuration import Settings
from ._generated.constants import Environment


class Configured:
    """A client with settings. It is not copied or written down, since it has the key."""

    _settings: Settings

    @property
    def environment(self) -> Environment:
        """What the key opens: `live`, where messages are sent and charged, or `test`."""
        return self._settings.environment

    def __repr__(self) -> str:
        if not hasattr(self, "_settings"):  # Its options were refused, and a traceback shows it.
            return f"{type(self).__name__}(...)"
        settings = self._settings
        return f"{type(self).__name__}({settings.base_url!r}, {settings.environment})"

    def __reduce__(self) -> NoReturn:
        raise TypeError(
            f"{type(self).__name__} holds the API key and connections, and is not pickled or "
            "copied: make a client where you need one."
        )
