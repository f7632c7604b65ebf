"""The mock, the sandbox and the fault server, each as a child process for the time of the tests."""

import contextlib
import json
import re
import shutil
import subprocess
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

_PACKAGES = Path(__file__).parents[2]
_OWN_NODE = _PACKAGES.parent / "scripts" / "toolchain" / "node_modules" / ".bin"


@contextlib.contextmanager
def running(package: str, *arguments: str) -> Iterator[str]:
    """Starts the server of a package, and says what it printed in its first line."""
    script = _PACKAGES / package / "dist" / "cli.js"
    if not script.exists():
        pytest.fail(f"packages/{package} is not built: run `npm run build` at the root.")
    with subprocess.Popen(
        [node(), script, "--port", "0", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            assert process.stdout is not None
            assert process.stderr is not None
            line = process.stdout.readline()
            if not line:
                pytest.fail(f"packages/{package} did not start: {process.stderr.read().strip()}")
            yield line
        finally:
            process.terminate()


def node() -> str:
    """Where Node is. The repository's own comes first: that of the machine may be too old."""
    program = shutil.which("node", path=str(_OWN_NODE)) or shutil.which("node")
    if program is None:
        pytest.fail("There is no Node: run `npm run build` at the root.")
    return program


def url_in(line: str) -> str:
    """The URL in what a server printed."""
    found = re.search(r"http://[^\s\"]+", line)
    assert found, line
    return found[0]


def request_json(method: str, url: str, body: Any = None) -> Any:
    """What a server answers, as JSON."""
    request = urllib.request.Request(
        url,
        method=method,
        data=None if body is None else json.dumps(body).encode(),
        headers={"content-type": "application/json"},
    )
    with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request) as answer:
        content = answer.read()
    return json.loads(content) if content else None
