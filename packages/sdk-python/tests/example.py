"""Calls an operation as an example of the document does."""

from typing import Any

import pytest

import getclickmedia
from driver import Driver
from getclickmedia import SmsError


def check_example(
    example: dict[str, Any], driver: Driver, options: dict[str, Any], volatile: list[str]
) -> None:
    """Expects the answer or the error of the example, but for the values of volatile fields."""
    options = {**options, "max_retries": 0}
    if example["error"] is None:
        result = driver.call(example["operation"], example["arguments"], **options)
        assert without(result.raw, volatile) == without(example["value"], volatile)
        assert result.raw.keys() == example["value"].keys()
        return
    with pytest.raises(SmsError) as caught:
        driver.call(example["operation"], example["arguments"], **options)
    error = caught.value
    assert type(error) is getattr(getclickmedia, example["error"]["type"])
    assert error.code == example["error"]["code"]
    assert error.status == example["status"]
    assert not error.delivery_unknown


def without(value: Any, volatile: list[str]) -> Any:
    return {name: each for name, each in value.items() if name not in volatile}
