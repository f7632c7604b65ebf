"""The samples of the README."""

import re
from pathlib import Path

_README = Path(__file__).parent.parent / "README.md"


def samples() -> list[str]:
    """Every sample in Python, in their order."""
    return re.findall(r"^```python\n(.*?)^```", _README.read_text(encoding="utf-8"), re.M | re.S)


def sample(part: str) -> str:
    """The one sample that has a part."""
    [found] = [each for each in samples() if part in each]
    return found


def quick_start() -> str:
    """The first sample: a program as it stands."""
    return samples()[0]
