"""Where a client of the HTTP library may be used."""

import os
import weakref

from ._errors import SmsConfigurationError
from ._http import httpx, running_loop


class Connectionless:
    """Marks a client of the HTTP library that has no connections, and is at home everywhere."""


class Home:
    """The process, and the event loop, that the connections of a caller's own client belong to.

    Two processes on one connection would read each other's answers.
    """

    def __init__(self, client: httpx.Client | httpx.AsyncClient) -> None:
        self._anywhere = isinstance(client, Connectionless)
        self._awaits = isinstance(client, httpx.AsyncClient)
        self._pid = os.getpid()
        self._loop: weakref.ref[object] | None = None

    def check(self) -> None:
        """Checks that this is where the client was made, or first awaited.

        Raises:
            SmsConfigurationError: It is not.
        """
        if self._anywhere:
            return
        if self._pid != os.getpid():
            raise SmsConfigurationError(
                "http_client has the connections of another process: make the client in the "
                "process that uses it."
            )
        if self._awaits:
            loop = running_loop()
            self._loop = self._loop or weakref.ref(loop)
            if self._loop() is not loop:
                raise SmsConfigurationError(
                    "http_client has the connections of another event loop: make the client in "
                    "the loop that uses it."
                )
