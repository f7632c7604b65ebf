"""The proxy that the environment asks for."""

from dataclasses import dataclass, field
from importlib.util import find_spec
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

from ._errors import SmsConfigurationError


@dataclass(frozen=True)
class Proxy:
    """A proxy, and how to log in there."""

    url: str
    auth: tuple[bytes, bytes] | None = field(repr=False)

    @property
    def is_socks(self) -> bool:
        """Whether it speaks SOCKS."""
        return self.url.startswith("socks")


def proxy_for(base_url: str) -> Proxy | None:
    """The proxy of `HTTPS_PROXY` or `ALL_PROXY`, unless `NO_PROXY` has the host.

    What goes to this machine in plain HTTP never takes one: it would carry the key into the open.

    Raises:
        SmsConfigurationError: It is of a kind that cannot be used.
    """
    parts = urlsplit(base_url)
    if parts.scheme != "https" or proxy_bypass(parts.hostname or ""):
        return None
    proxies = getproxies()
    text = proxies.get("https") or proxies.get("all")
    if not text:
        return None
    proxy = urlsplit(text if "://" in text else f"http://{text}")
    if proxy.scheme not in ("http", "https", "socks5", "socks5h") or not proxy.hostname:
        raise SmsConfigurationError(
            "The proxy of HTTPS_PROXY or ALL_PROXY must be like http://host:port."
        )
    if proxy.scheme.startswith("socks") and not find_spec("socksio"):
        raise SmsConfigurationError("A SOCKS proxy needs the package socksio: pip install socksio.")
    auth = None
    if proxy.username is not None:
        user, password = unquote(proxy.username), unquote(proxy.password or "")
        auth = (user.encode(), password.encode())
    return Proxy(f"{proxy.scheme}://{proxy.netloc.rpartition('@')[2]}", auth)
