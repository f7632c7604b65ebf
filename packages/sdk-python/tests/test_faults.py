"""Whether anything is sent twice, whatever the server does."""

import asyncio
import os
import subprocess
import threading
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from inspect import isawaitable
from pathlib import Path
from typing import Any

from driver import DRIVERS, MESSAGE, TEST_KEY, AsyncDriver, Driver, SyncDriver, keywords
from everything_told import Log, told_of
from getclickmedia import AsyncSmsClient, InsufficientCreditsError, SmsClient, SmsError
from node_server import node, request_json
from scripted_server import REFUSING_ORIGIN, UNRESOLVABLE_ORIGIN
from vectors import VECTORS

RUNS = int(os.environ.get("GCM_RANDOM_RUNS", "5000"))
TEXT = MESSAGE["message"]
MATRIX = Path(__file__).parent.parent / "test" / "fault-matrix.md"

HEAD = """# Fault matrix

What one `send` does when the server goes on and on with a fault: how many POSTs arrive, and what
the caller is told. Written by `tests/test_faults.py`; what each fault is stands in
`packages/fault-server`. More than one POST follows only on an answer that refuses the message. Both
clients do the same.

| Fault | POSTs | What the caller sees |
|---|---|---|
"""


@dataclass
class Outcome:
    """What became of a call, as its caller sees it."""

    error: SmsError | None
    told: str

    def __str__(self) -> str:
        if self.error is None:
            return "accepted"
        unknown = ", delivery unknown" if self.error.delivery_unknown else ""
        return f"{type(self.error).__name__}{unknown}"


async def attempt(
    driver: Driver, base_url: str, operation: str, arguments: dict[str, Any], timeout: float
) -> Outcome:
    options: dict[str, Any] = {"base_url": base_url, "timeout": timeout, "waits": []}
    try:
        if isinstance(driver, AsyncDriver):
            await driver.acall(operation, arguments, **options)
        else:
            driver.call(operation, arguments, **options)
    except SmsError as error:
        return Outcome(error, told_of(error))
    return Outcome(None, "")


def test_matrix(fault_origin: str) -> None:
    rows = [row for _, row in sorted(matrix_rows(fault_origin))]
    text = HEAD + "".join(f"{row}\n" for row in rows)
    if "GCM_UPDATE" in os.environ:
        MATRIX.write_text(text)
    hint = "The fault matrix has changed. Look why; if it is right: GCM_UPDATE=1 pytest -k matrix"
    assert MATRIX.read_text() == text, hint


def matrix_rows(origin: str) -> Iterator[tuple[int, str]]:
    faults = list(request_json("GET", f"{origin}/_control/faults"))
    with ThreadPoolExecutor(16) as pool:
        rows = pool.map(lambda fault: fault_row(origin, fault), faults)
        yield from enumerate(rows)
    with untrusted_server() as untrusted:
        elsewhere = {
            "nothing listens": REFUSING_ORIGIN,
            "the name does not resolve": UNRESOLVABLE_ORIGIN,
            "the certificate is not trusted": untrusted,
        }
        # Plain HTTP is for this machine only.
        for number, (name, where) in enumerate(elsewhere.items(), len(faults)):
            base_url = where.replace("http://nowhere", "https://nowhere") + "/v1"
            yield number, row(name, 0, [run_once(driver, base_url) for driver in DRIVERS])


def fault_row(origin: str, fault: str) -> str:
    outcomes, counts = [], set()
    for driver in DRIVERS:
        run = f"{origin}/_control/runs/{fault}-{driver.name}"
        order = request_json("POST", f"{run}/{fault}")
        outcomes.append(run_once(driver, order["baseUrl"]))
        seen = run_counts(run)
        assert seen["accepted"] <= 1, fault
        counts.add(seen["posts"])
    assert len(counts) == 1, (fault, counts)
    return row(fault, counts.pop(), outcomes)


def run_once(driver: Driver, base_url: str) -> Outcome:
    return asyncio.run(attempt(driver, base_url, "send", {}, 1))


def row(fault: str, posts: int, outcomes: list[Outcome]) -> str:
    told = {str(outcome) for outcome in outcomes}
    if fault == "refuse-before-read":
        # It is chance whether the reset comes before the connection stands for the client.
        told = {each.removesuffix(", delivery unknown") for each in told}
        told = {f"{each}, delivery unknown or not" for each in told}
    assert len(told) == 1, (fault, told)
    return f"| {fault} | {posts} | {told.pop()} |"


def run_counts(run: str) -> dict[str, int]:
    try:
        counts: dict[str, int] = request_json("GET", run)["counts"]
    except OSError:  # Nothing has arrived.
        return {"posts": 0, "accepted": 0}
    return counts


@contextmanager
def untrusted_server() -> Iterator[str]:
    script = Path(__file__).with_name("untrusted.mjs")
    with subprocess.Popen(
        [node(), script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        yield process.stdout.readline().strip()
        process.stdin.close()
        assert process.stdout.read().strip() == "0"


def test_the_call_after_a_fault_is_told_its_own_answer(fault_origin: str) -> None:
    faults = list(request_json("GET", f"{fault_origin}/_control/faults"))
    with ThreadPoolExecutor(16) as pool:
        list(pool.map(lambda fault: asyncio.run(call_after(fault_origin, fault)), faults))


async def call_after(origin: str, fault: str) -> None:
    """Meets a fault with each client, and is refused after it."""
    message = {**keywords("send", {}), "to": "919876543211"}
    for kind in (SmsClient, AsyncSmsClient):
        run = f"{origin}/_control/runs/after-{fault}-{kind.__name__}"
        order = request_json("POST", f"{run}/{fault},error-INSUFFICIENT_CREDITS")
        client: Any = kind(api_key=TEST_KEY, base_url=order["baseUrl"], max_retries=0)
        with suppress(SmsError):
            await sent(client.with_options(timeout=0.5).send(**keywords("send", {})))
        error = None
        try:
            await sent(client.send(**message))
        except SmsError as caught:
            error = caught
        assert isinstance(error, InsufficientCreditsError), (fault, kind, error)
        await sent(client.aclose() if kind is AsyncSmsClient else client.close())


async def sent(result: Any) -> Any:
    return await result if isawaitable(result) else result


def test_random_runs(fault_origin: str) -> None:
    """The truth is told in every run, and nothing is sent twice."""
    tally: Counter[str] = Counter()
    lock = threading.Lock()
    with Log() as log, ThreadPoolExecutor(34) as pool:
        seeds = iter(range(RUNS))

        def work(driver: Driver) -> None:
            while True:
                with lock:
                    seed = next(seeds, None)
                if seed is None:
                    return
                ending = random_run(fault_origin, seed, driver)
                with lock:
                    tally[ending] += 1

        def work_async() -> None:
            asyncio.run(several(fault_origin, lambda: next(seeds, None), lock, tally))

        jobs = [pool.submit(work, SyncDriver()) for _ in range(32)]
        jobs += [pool.submit(work_async) for _ in range(2)]
        for job in jobs:
            job.result()
    logged = "\n".join(log.lines)
    assert "getclickmedia" in logged
    assert TEST_KEY not in logged
    assert TEXT not in logged
    assert MESSAGE["to"] not in logged
    print(f"\n{RUNS} random runs: {dict(tally)}")
    assert sum(tally.values()) == RUNS
    # Each kind of ending has really been met, and often.
    assert min(tally[each] for each in ("accepted", "refused", "unknown")) > RUNS // 100


async def several(origin: str, next_seed: Any, lock: threading.Lock, tally: "Counter[str]") -> None:
    """Runs of the async client, several at once."""

    async def work() -> None:
        while True:
            with lock:
                seed = next_seed()
            if seed is None:
                return
            ending = await arandom_run(origin, seed, AsyncDriver())
            with lock:
                tally[ending] += 1

    await asyncio.gather(*(work() for _ in range(16)))


def random_run(origin: str, seed: int, driver: Driver) -> str:
    return asyncio.run(arandom_run(origin, seed, driver))


async def arandom_run(origin: str, seed: int, driver: Driver) -> str:
    run = request_json("GET", f"{origin}/_control/random/{seed}")
    faults, operation = ",".join(run["faults"]), run["operation"]
    base_url = f"{origin}/run/{seed}/{faults}/v1"
    arguments = {**ARGUMENTS[operation]}
    if "message" in arguments:
        arguments["message"] = TEXT
    outcome = await attempt(driver, base_url, operation, arguments, 0.3)
    counts = run_counts(f"{origin}/_control/runs/{seed}")
    what = f"seed {seed}: {operation} met {faults} with the {driver.name} client"
    assert counts["accepted"] <= 1, what
    assert TEST_KEY not in outcome.told, what
    assert TEXT not in outcome.told, what
    if counts["posts"] == 0:
        return "nothing sent"
    if outcome.error is None:
        assert counts["accepted"] == 1, f"{what}, and the caller heard that it was accepted"
        return "accepted"
    if outcome.error.delivery_unknown:
        return "unknown"
    assert counts["accepted"] == 0, f"{what}, and the caller heard that nothing was accepted"
    return "refused"


ARGUMENTS = {each["operation"]: each["arguments"] for each in reversed(VECTORS["requests"])}
