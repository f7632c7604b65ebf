"""Everything that a program could write to a log about a call."""

import json
import logging
import pprint
import traceback
from pathlib import Path

_TESTS = str(Path(__file__).parent)


def told_of(error: BaseException) -> str:
    """What an error tells:

    its text, its fields, its causes, and a traceback with local variables.
    """
    parts = [str(error), repr(error), pprint.pformat(vars(error)), repr(error.args)]
    parts.append(json.dumps(vars(error), default=repr))
    seen = traceback.TracebackException.from_exception(error, capture_locals=True)
    chain: traceback.TracebackException | None = seen
    while chain is not None:
        parts += [str(chain), *(chain.format_exception_only())]
        for frame in chain.stack:
            # What the test itself has in its variables is its own affair.
            if not frame.filename.startswith(_TESTS):
                parts.append(pprint.pformat((frame.filename, frame.name, frame.locals)))
        chain = chain.__cause__ or chain.__context__
    if error.__cause__ is not None:
        parts.append(repr(vars(error.__cause__)))
    return "\n".join(parts)


class Log(logging.Handler):
    """All that is logged, of this SDK and of what it rests on, at every level."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.name} {record.getMessage()} {vars(record)!r}")

    def __enter__(self) -> "Log":
        root = logging.getLogger()
        self._level = root.level
        root.addHandler(self)
        root.setLevel(logging.DEBUG)
        return self

    def __exit__(self, *_: object) -> None:
        logging.getLogger().removeHandler(self)
        logging.getLogger().setLevel(self._level)
