"""The key and the text are in nothing that anybody prints, stores or logs."""

import asyncio
import copy
import pickle
import pprint
import traceback
from typing import Any

import pytest

from driver import DRIVERS, MESSAGE, TEST_KEY, Driver, keywords
from everything_told import Log, told_of
from getclickmedia import AsyncSmsClient, SmsClient, SmsError, errors, webhooks
from getclickmedia._http import httpx
from scripted_server import REFUSING_ORIGIN, ScriptedServer, answer, half_response, hang, reset

SECRETS = [TEST_KEY, MESSAGE["message"]]
ECHO = answer(
    500,
    {"content-type": "application/json"},
    '{"error":{"code":"NEW","message":"' + f"{TEST_KEY} said {MESSAGE['message']}" + '"}}',
)


def assert_safe(text: str, *more: str) -> None:
    for secret in [*SECRETS, *more]:
        assert secret not in text


@pytest.mark.parametrize("act", [answer(401), ECHO, reset, half_response, hang])
@pytest.mark.parametrize("driver", DRIVERS, ids=lambda driver: driver.name)
def test_no_error_tells_them(driver: Driver, act: Any, server: ScriptedServer) -> None:
    server.script(act)
    with Log() as log, pytest.raises(SmsError) as caught:
        driver.call("send", {}, base_url=server.base_url, timeout=0.4)
    told = told_of(caught.value)
    assert "_call.py" in told  # The traceback is looked at with the variables of the SDK.
    assert_safe(told)
    logged = "\n".join(log.lines)
    assert "getclickmedia send: attempt 1" in logged
    assert_safe(logged, MESSAGE["to"])


@pytest.mark.parametrize("driver", DRIVERS, ids=lambda driver: driver.name)
def test_numbers_are_in_no_traceback_of_the_sdk(driver: Driver, server: ScriptedServer) -> None:
    server.script(answer(401))
    for operation in ("send", "sendBulk"):
        with pytest.raises(SmsError) as caught:
            driver.call(operation, {}, base_url=server.base_url)
        assert_safe(told_of(caught.value), *([MESSAGE["to"]] if operation == "send" else []))


def test_nothing_of_the_http_library_hangs_on_an_error() -> None:
    with pytest.raises(SmsError) as caught:
        DRIVERS[0].call("send", {}, base_url=REFUSING_ORIGIN, waits=[])
    error: BaseException | None = caught.value
    assert str(error) == "send lost its connection: ECONNREFUSED."
    seen = 0
    while error is not None:
        assert type(error).__module__.startswith("getclickmedia")
        assert error.__context__ is None or error.__context__ is error.__cause__
        error, seen = error.__cause__, seen + 1
    assert seen > 1


@pytest.mark.parametrize("client", [SmsClient, AsyncSmsClient])
@pytest.mark.parametrize("wrong", [{"plan": "Huge"}, {"timeout": 0}, {"base_url": "ftp://a"}])
def test_no_mistake_in_the_options_tells_it(client: Any, wrong: Any) -> None:
    for key in (TEST_KEY, f"{TEST_KEY} with a space"):
        with pytest.raises(errors.SmsConfigurationError) as caught:
            client(api_key=key, **wrong)
        told = told_of(caught.value)
        assert "_configuration.py" in told
        assert_safe(told)


@pytest.mark.parametrize("body", [b"{}", b"no JSON", b'{"event":"sms.failed"}'])
@pytest.mark.parametrize("max_age", [None, 1, -1])
def test_no_refused_webhook_tells_its_secret(body: bytes, max_age: Any) -> None:
    secret = "whsec_that_nobody_knows"
    for signature in (webhooks.sign(body, secret), "0" * 64):
        if max_age is None and signature[:9] != "0" * 9 and b"event" in body:
            continue  # This one is taken.
        with pytest.raises(webhooks.WebhookError) as caught:
            webhooks.parse(body, signature, secret, max_age=max_age)
        assert secret not in told_of(caught.value)
        assert repr(body) not in told_of(caught.value)


@pytest.mark.parametrize("client", [SmsClient, AsyncSmsClient])
def test_no_dump_of_a_client_tells_them(client: Any) -> None:
    made = client(api_key=TEST_KEY, headers={"authorization": "Bearer of-my-proxy"})
    for text in (repr(made), str(made), pprint.pformat(vars(made)), repr(made._settings)):
        assert_safe(text, "of-my-proxy")
    for copying in (copy.copy, copy.deepcopy, pickle.dumps):
        with pytest.raises(TypeError, match="not pickled or copied"):
            copying(made)
    for copying in (copy.deepcopy, pickle.dumps):
        with pytest.raises(TypeError):
            copying(made._settings.key)


ERRORS = [name for name, each in vars(errors).items() if isinstance(each, type)]


@pytest.mark.parametrize("name", ERRORS)
def test_errors_survive_copying_and_pickling(name: str) -> None:
    error = getattr(errors, name)("what", code="C", status=1, request_id="r", retry_after=1.5)
    error.delivery_unknown = error.retryable = True
    for copied in (copy.copy(error), copy.deepcopy(error), pickle.loads(pickle.dumps(error))):
        assert type(copied) is type(error)
        assert str(copied) == "what"
        assert vars(copied) == vars(error)


@pytest.mark.parametrize("message", ["half \ud83d", object()])
def test_what_json_cannot_hold_is_not_told_either(message: Any) -> None:
    with pytest.raises(errors.SmsConfigurationError) as caught:
        DRIVERS[0].call("send", {"message": message}, base_url=REFUSING_ORIGIN)
    told = told_of(caught.value)
    assert "half" not in told.replace("half a surrogate", "")
    assert repr(message) not in told


def test_a_cancelled_call_tells_nothing(server: ScriptedServer) -> None:
    """Of the SDK's own frames; those of the HTTP library have the request."""
    server.script(hang)

    async def send() -> str:
        async with AsyncSmsClient(api_key=TEST_KEY, base_url=server.base_url) as client:
            try:
                await client.send(**keywords("send", {}))
            except asyncio.CancelledError as error:
                seen = traceback.TracebackException.from_exception(error, capture_locals=True)
                ours = [each for each in seen.stack if "getclickmedia" in each.filename]
                assert len(ours) > 3
                return pprint.pformat([each.locals for each in ours])
        raise AssertionError

    async def cancel() -> str:
        task = asyncio.ensure_future(send())
        await asyncio.get_running_loop().run_in_executor(None, server.arrived.acquire)
        task.cancel()
        return await task

    assert_safe(asyncio.run(cancel()))


def test_a_redirect_takes_the_key_nowhere(server: ScriptedServer) -> None:
    server.script(answer(307, {"location": f"{server.base_url}/elsewhere"}))
    with httpx.Client(follow_redirects=True) as mine:
        for http_client in (None, mine):
            server.script(answer(307, {"location": f"{server.base_url}/elsewhere"}))
            with (
                SmsClient(
                    api_key=TEST_KEY, base_url=server.base_url, http_client=http_client
                ) as client,
                pytest.raises(SmsError, match="check base_url"),
            ):
                client.get_balance()
            assert len(server.arrivals) == 1
