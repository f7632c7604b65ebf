"""The HTTP library: httpx2, or httpx where Python is too old for it. Nothing else imports them."""

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

__all__ = ["async_backend", "httpcore", "httpx"]


def async_backend() -> httpcore.AsyncNetworkBackend:
    """What opens connections and sleeps, on asyncio and on trio."""
    return cast("httpcore.AsyncNetworkBackend", httpcore.AnyIOBackend())
