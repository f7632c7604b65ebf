"""Checks a request by the rules of the document."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, cast

from .._date_time import parse_date_time

Rule = Mapping[str, Any]


@dataclass(frozen=True)
class Violation:
    """The error that answers a value which breaks its rule."""

    code: str
    message: str


def violation_of(value: object, rule: Rule, name: str) -> Violation | None:
    """The first way in which a value breaks its rule. `name` is how the message names the value."""
    kind = _TYPES[rule["type"]]
    if not isinstance(value, kind):
        return _invalid(f"{name} must be of the type {rule['type']}.")
    if isinstance(value, str):
        return _of_text(value, rule, name)
    if isinstance(value, list):
        return _of_list(cast("list[object]", value), rule, name)
    if isinstance(value, dict):
        return _of_object(cast("dict[str, object]", value), rule)
    return None


_TYPES: dict[str, type] = {"object": dict, "array": list, "string": str, "boolean": bool}


def _of_text(text: str, rule: Rule, name: str) -> Violation | None:
    if text not in rule.get("enum", [text]):
        return _invalid(f"{name} must be one of {', '.join(rule['enum'])}.")
    pattern, is_date = rule.get("pattern", ""), "format" in rule
    # `$` would let a line break pass.
    fits = not pattern or re.search(pattern.removesuffix("$") + r"\Z", text, re.ASCII)
    if not fits or (is_date and parse_date_time(text) is None):
        exists = "be a date that exists, and " if is_date else ""
        code = rule.get("errorCode", "INVALID_REQUEST")
        return Violation(code, f"{name} has the wrong form. It must {exists}match {pattern}.")
    least, most = rule.get("minLength", 0), rule.get("maxLength", len(text))
    if not least <= len(text) <= most:
        code = rule.get("errorCode", "INVALID_REQUEST")
        return Violation(code, f"{name} must have {least} to {most} characters.")
    return None


def _of_list(items: list[object], rule: Rule, name: str) -> Violation | None:
    if len(items) < rule.get("minItems", 0):
        return _invalid(f"{name} must have at least {rule['minItems']} item.")
    if len(items) > rule.get("maxItems", len(items)):
        return _invalid(f"{name} must have at most {rule['maxItems']} items.")
    checks = (
        violation_of(item, rule["items"], f"{name}[{index}]") for index, item in enumerate(items)
    )
    return next(filter(None, checks), None)


def _of_object(fields: dict[str, object], rule: Rule) -> Violation | None:
    for name in rule.get("required", []):
        if name not in fields:
            return Violation(
                "MISSING_FIELD", f"The required field {name} is missing. Add it to the body."
            )
    properties: Mapping[str, Rule] = rule.get("properties", {})
    for name in fields:
        if name not in properties and not rule.get("additionalProperties", True):
            return _invalid(f"The field {name} is not known. Remove it, or check its spelling.")
    check: Callable[[str], Violation | None] = lambda name: violation_of(  # noqa: E731
        fields[name], properties[name], f"The field {name}"
    )
    return next(filter(None, (check(name) for name in properties if name in fields)), None)


def _invalid(message: str) -> Violation:
    return Violation("INVALID_REQUEST", message)
