"""The samples of the README run as they stand, against the mock and in the real frameworks."""

import os
import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest

from driver import MESSAGE, TEST_KEY, python_name
from getclickmedia import (
    NotFoundError,
    SmsClient,
    SmsError,
    TemplateMismatchError,
    webhooks,
)
from getclickmedia.testing import FakeApi, signed_receipt
from readme import quick_start, sample, samples

SECRET = "whsec_of_the_readme"


def test_the_quick_start_runs(mock_url: str) -> None:
    program = quick_start().replace("SmsClient()", f"SmsClient(base_url={mock_url!r})")
    environment = {**os.environ, "GCM_API_KEY": TEST_KEY, "PYTHONPATH": "src"}
    run = subprocess.run(
        [sys.executable, "-c", program],
        env=environment,
        cwd=Path(__file__).parent.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.stdout, run.stderr) == ("delivered\n", "")


def test_every_sample_is_python() -> None:
    for each in samples():
        compile(each, "README.md", "exec", flags=0x2000)  # With await at the top.
    assert len(samples()) == 8


def run(code: str, names: dict[str, Any]) -> dict[str, Any]:
    exec(compile(code, "README.md", "exec"), names)
    return names


def test_the_sample_of_errors() -> None:
    api = FakeApi()
    api.break_connection("reset")
    api.fail("TEMPLATE_MISMATCH")
    message = {python_name(name): value for name, value in MESSAGE.items()}
    with api.client() as client:
        for _ in range(2):
            run(sample("except SmsError"), {"client": client, "message": message})
        api.fail("NOT_FOUND")
        with pytest.raises(NotFoundError):
            client.get_status("gcm_msg_1")
    assert issubclass(TemplateMismatchError, SmsError)


def test_the_sample_of_many_recipients(capsys: pytest.CaptureFixture[str]) -> None:
    api = FakeApi()
    text = {python_name(name): value for name, value in MESSAGE.items() if name != "to"}
    api.fail("GATEWAY_ERROR", times=3)

    def client(**options: Any) -> SmsClient:
        return api.client(**options)

    code = sample("result.remaining").removeprefix("from")
    run(code, {"SmsClient": client, "recipients": [MESSAGE["to"]], "text": text})
    assert [each.to for each in api.sent] == [MESSAGE["to"]]
    assert "not_accepted=1" in capsys.readouterr().out


def test_the_sample_of_tests() -> None:
    posted: list[tuple[str, bytes, dict[str, str]]] = []

    def send_reminder(client: SmsClient) -> None:
        try:
            message: dict[str, Any] = {python_name(name): each for name, each in MESSAGE.items()}
            client.send(**message)
        except SmsError as error:
            assert error.delivery_unknown

    def post(path: str, body: bytes, headers: dict[str, str]) -> None:
        posted.append((path, body, headers))

    names = {"send_reminder": send_reminder, "secret": SECRET, "post": post}
    run(sample("signed_receipt"), names)
    [(_, body, headers)] = posted
    assert webhooks.verify(body, headers[webhooks.SIGNATURE_HEADER], SECRET)


def test_the_sample_of_segments_says_what_it_gives() -> None:
    code = sample("count_segments")
    given = eval(code.split("\n\n")[1].split("\n")[0], run(code.split("\n\n")[0], {}))
    assert f"# {given!r}" in code


def django_app(names: dict[str, Any]) -> Callable[..., Any]:
    import django
    from django.conf import settings
    from django.core.handlers.wsgi import WSGIHandler
    from django.urls import path

    view = run(sample("@csrf_exempt"), names)["sms_webhook"]
    urls = type("Urls", (), {"urlpatterns": [path("webhooks/sms", view)]})
    settings.configure(
        ALLOWED_HOSTS=["*"],
        ROOT_URLCONF=urls,
        MIDDLEWARE=["django.middleware.csrf.CsrfViewMiddleware"],
    )
    django.setup()
    handler: Callable[..., Any] = WSGIHandler()
    return handler


def flask_app(names: dict[str, Any]) -> Callable[..., Any]:
    app: Callable[..., Any] = run(sample("request.get_data()"), names)["app"]
    return app


@contextmanager
def serving_wsgi(app: Callable[..., Any]) -> Iterator[str]:
    class Quiet(WSGIRequestHandler):
        def log_message(self, format: str, *args: Any) -> None:
            pass

    with make_server("127.0.0.1", 0, app, handler_class=Quiet) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/webhooks/sms"
        server.shutdown()


@contextmanager
def serving_fastapi(names: dict[str, Any]) -> Iterator[str]:
    import uvicorn

    app = run(sample('@app.post("/webhooks/sms", status_code=204)'), names)["app"]
    with socket.create_server(("127.0.0.1", 0)) as listener:
        config = uvicorn.Config(app, log_level="critical", lifespan="off", ws="none")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, args=([listener],))
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/webhooks/sms"
        server.should_exit = True
        thread.join()


@pytest.mark.parametrize("framework", ["Django", "FastAPI", "Flask"])
def test_the_webhook_samples(framework: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GCM_WEBHOOK_SECRET", SECRET)
    told: list[tuple[Any, ...]] = []
    names: dict[str, Any] = {
        "__name__": "readme",
        "mark_delivered": lambda *facts: told.append(("delivered", *facts)),
        "mark_failed": lambda *facts: told.append(("failed", *facts)),
    }
    if framework == "FastAPI":
        serving = serving_fastapi(names)
    else:
        serving = serving_wsgi((django_app if framework == "Django" else flask_app)(names))
    with serving as url:
        receipt = signed_receipt("sms.delivered", SECRET, message_id="gcm_msg_1")
        assert post(url, receipt.body, receipt.headers) == 204
        assert post(url, receipt.body + b" ", receipt.headers) == 400
        assert post(url, receipt.body, {}) == 400
        failed = signed_receipt("sms.failed", SECRET, message_id="gcm_msg_2")
        assert post(url, failed.body, failed.headers) == 204
        monkeypatch.setenv("GCM_WEBHOOK_SECRET", "")
        assert post(url, failed.body, failed.headers) == 500
    event = webhooks.parse(receipt.body, receipt.headers[webhooks.SIGNATURE_HEADER], SECRET)
    assert isinstance(event, webhooks.SmsDeliveredEvent)
    assert told[0] == ("delivered", "gcm_msg_1", event.delivered_at)
    assert len(told) == (2 if framework == "Django" else 1)


def post(url: str, body: bytes, headers: dict[str, str]) -> int:
    request = urllib.request.Request(url, data=body, headers=headers, method="POST")
    try:
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        with error:
            return error.code
