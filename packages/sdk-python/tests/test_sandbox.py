"""The SDK with the API that has memory:

every example that has a state, and a flow from end to end.
"""

import threading
from collections.abc import Iterator
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

from driver import DRIVERS, MESSAGE
from example import check_example
from getclickmedia import InsufficientCreditsError, NotCancellableError, SmsClient
from getclickmedia._generated.constants import SIGNATURE_HEADER
from getclickmedia.webhooks import (
    SmsDeliveredEvent,
    SmsDispatchedEvent,
    SmsQueuedEvent,
    WebhookEvent,
    parse,
)
from node_server import request_json, running, url_in
from vectors import VECTORS

KEY = "gcm_test_demo"  # The one that the sandbox begins with.
EXAMPLES = [each for each in VECTORS["examples"] if each["state"]]


@pytest.fixture(scope="module")
def shared_sandbox() -> Iterator[str]:
    with running("sandbox", "--clock", "frozen") as line:
        yield url_in(line)


def control(sandbox_url: str, method: str, path: str, body: Any = None) -> Any:
    return request_json(method, sandbox_url.replace("/v1", "/_sandbox") + path, body)


@pytest.mark.parametrize("example", EXAMPLES, ids=[each["name"] for each in EXAMPLES])
def test_example(example: dict[str, Any], shared_sandbox: str) -> None:
    for driver in DRIVERS:
        control(shared_sandbox, "POST", "/states", {"state": example["state"]})
        options = {"base_url": shared_sandbox, "api_key": KEY}
        check_example(example, driver, options, example["volatile"])


class Receiver:
    """A webhook of a user's program."""

    def __init__(self, secret: str) -> None:
        self.events: list[WebhookEvent] = []
        events = self.events

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["content-length"]))
                events.append(parse(body, self.headers[SIGNATURE_HEADER], secret))
                self.send_response(204)
                self.end_headers()

            def log_message(self, format: str, *args: Any) -> None:
                pass

        self._server = HTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}/webhook"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


def test_flow(sandbox_url: str) -> None:
    control(sandbox_url, "POST", "/states", {"state": "account-ready"})
    [account, *_] = control(sandbox_url, "GET", "/accounts")["accounts"]
    secret = "whsec_of_the_flow"
    receiver = Receiver(secret)
    endpoint = {"url": receiver.url, "secret": secret}
    control(sandbox_url, "POST", f"/accounts/{account['accountId']}/endpoints", endpoint)

    def sleep(seconds: float) -> None:
        control(sandbox_url, "POST", "/clock/advance", {"seconds": seconds})

    example = VECTORS["examples"][0]["arguments"]
    text = {
        "message": example["message"],
        "sender_id": example["senderId"],
        "template_id": example["templateId"],
        "type": example["type"],
    }
    to = example["to"]
    with SmsClient(api_key=KEY, base_url=sandbox_url, sleep=sleep) as client:
        before = client.get_balance().credits
        sent = client.send(to=to, **text)
        statuses = [each.status for each in client.watch_status(sent.message_id)]
        assert statuses[0] == "queued"
        assert statuses[-1] == "delivered"
        delivered = client.wait_for_delivery(sent.message_id)
        assert delivered.status == "delivered"
        assert delivered.delivered_at is not None
        assert delivered.delivered_at >= delivered.queued_at
        assert client.get_balance().credits == before - sent.credits

        events = [event for event in receiver.events if not isinstance(event, SmsQueuedEvent)]
        assert [type(event) for event in events] == [SmsDispatchedEvent, SmsDeliveredEvent]
        assert all(event.raw["messageId"] == sent.message_id for event in receiver.events)

        result = client.send_bulk(recipients=[to, "918765432109"], **text)
        assert result.complete
        [batch] = result.outcomes
        assert batch.status == "accepted"
        sleep(60)
        assert client.get_batch(batch.batch_id).delivered == 2

        when = delivered.delivered_at + timedelta(days=1)
        later = client.send_bulk(recipients=[to], schedule_at=when, **text)
        [batch] = later.outcomes
        assert batch.status == "accepted"
        assert isinstance(batch.response.scheduled_at, datetime)
        assert batch.response.scheduled_at == when
        assert client.cancel_scheduled(batch.batch_id).cancelled is True
        with pytest.raises(NotCancellableError):
            client.cancel_scheduled(batch.batch_id)

        control(sandbox_url, "POST", "/states", {"state": "no-credits"})
        with pytest.raises(InsufficientCreditsError):
            client.send(to=to, **text)
    receiver.close()


def test_the_message_of_the_driver_is_complete() -> None:
    assert MESSAGE.keys() == VECTORS["examples"][0]["arguments"].keys()
