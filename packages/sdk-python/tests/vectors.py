"""What every SDK does alike, as data."""

import json
from pathlib import Path
from typing import Any

import pytest

_FILE = Path(__file__).parents[2] / "vectors" / "dist" / "vectors.json"
if not _FILE.exists():
    pytest.exit(f"{_FILE} is missing: run `npm run build` at the root.", returncode=1)

VECTORS: dict[str, list[dict[str, Any]]] = json.loads(_FILE.read_bytes())
