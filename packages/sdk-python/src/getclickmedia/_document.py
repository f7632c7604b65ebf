"""What the API sends, as dataclasses."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any, TypeVar, cast

from ._date_time import parse_date, parse_date_time

DocumentT = TypeVar("DocumentT", bound="Document")
Reader = Callable[[Any], Any]


@dataclass(frozen=True, kw_only=True)
class Document:
    """A JSON object of the API.

    A value that breaks its documented form stays as it came, and one that is missing is `None`: a
    message that was accepted must not look like one that failed.
    """

    raw: Mapping[str, Any] = field(
        default_factory=lambda: cast("dict[str, Any]", {}), compare=False, repr=False
    )
    """The decoded JSON, with the fields that are newer than this SDK too."""


@dataclass(frozen=True, kw_only=True)
class Answer(Document):
    """What the API answered to a call."""

    http_status: int = field(default=200, compare=False, repr=False)
    """The HTTP status."""

    http_headers: Mapping[str, str] = field(
        default_factory=lambda: cast("dict[str, str]", {}), compare=False, repr=False
    )
    """The HTTP headers, by their names in lower case."""


def json_field(name: str, read: Reader | None = None) -> dict[str, Any]:
    """Says which field of the JSON a field is, and how its value is read."""
    return {"json": name, "read": read}


def read_document(of: type[DocumentT], data: Mapping[str, Any], **more: Any) -> DocumentT:
    """Makes an object of JSON."""
    values: dict[str, Any] = {}
    for each in fields(of):
        name = each.metadata.get("json")
        if name is None:
            continue
        value = data.get(name)
        read = each.metadata["read"]
        values[each.name] = value if read is None or value is None else read(value)
    return of(raw=data, **values, **more)


def read_integer(value: Any) -> Any:
    """`48250.0` is a whole number too."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def read_datetime(value: Any) -> Any:
    """A moment, where it is one."""
    return (parse_date_time(value) or value) if isinstance(value, str) else value


def read_date(value: Any) -> Any:
    """A day, where it is one."""
    return (parse_date(value) or value) if isinstance(value, str) else value


def read_object(of: type[Document]) -> Reader:
    """Reads objects of a class."""

    def read(value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        return read_document(of, cast("dict[str, Any]", value))

    return read


def read_list(read: Reader) -> Reader:
    """Reads each item of a list."""

    def read_all(value: Any) -> Any:
        if not isinstance(value, list):
            return value
        return [read(item) for item in cast("list[Any]", value)]

    return read_all
