"""Keeps the key, and what else nobody is to read, out of what is printed."""


class Secret:
    """A text that no `repr`, dump or traceback shows."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        """The text itself."""
        return self._text

    def __repr__(self) -> str:
        return "Secret(...)"

    def __reduce__(self) -> str:
        raise TypeError("A secret is not copied or written down.")
