"""The HTTP library: httpx2, or httpx where Python is too old for it. Nothing else imports them."""

import asyncio
from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    import httpcore2 as httpcore
    import httpx2 as httpx
else:
    try:
        import httpcore2 as httpcore
        import httpx2 as httpx
    except ImportError:
        import httpcore
        import httpx

__all__ = ["async_backend", "httpcore", "httpx", "running_loop"]


def async_backend() -> httpcore.AsyncNetworkBackend:
    """What opens connections and sleeps, on asyncio and on trio."""
    return cast("httpcore.AsyncNetworkBackend", httpcore.AnyIOBackend())


def running_loop() -> object:
    """What runs the present task: an event loop of asyncio, or what stands for a run of trio."""
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return cast("object", import_module("trio").lowlevel.current_trio_token())
