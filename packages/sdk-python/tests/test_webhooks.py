"""Webhooks: what is taken, what is refused, and that nothing else is ever raised."""

import base64
import json
import pickle
import random
from collections import UserList
from datetime import datetime, timezone
from typing import Any

import pytest

from getclickmedia._generated.fake_data import EVENTS
from getclickmedia.webhooks import UnknownEvent, WebhookError, parse, sign, verify
from vectors import VECTORS

SECRET = "whsec_of_the_tests"


def signed(body: bytes) -> tuple[bytes, str, str]:
    return body, sign(body, SECRET), SECRET


@pytest.mark.parametrize("name", EVENTS)
def test_every_event_is_read_as_its_class(name: str) -> None:
    event = parse(*signed(json.dumps(EVENTS[name]).encode()))
    assert type(event).__name__ == "Sms" + name.removeprefix("sms.").title() + "Event"
    assert event.event == name
    assert event.raw == EVENTS[name]
    assert isinstance(getattr(event, "queued_at"), datetime)  # noqa: B009
    assert pickle.loads(pickle.dumps(event)) == event


def test_an_event_that_is_new_is_taken() -> None:
    event = parse(*signed(b'{"event":"sms.clicked","link":1}'))
    assert event == UnknownEvent(event="sms.clicked")
    assert event.raw["link"] == 1


@pytest.mark.parametrize(
    "body", [b"", b"null", b"[]", b"{}", b'{"event":1}', b"\xff", b"[" * 99999]
)
def test_what_is_no_event_is_refused(body: bytes) -> None:
    with pytest.raises(WebhookError) as caught:
        parse(*signed(body))
    assert caught.value.reason == "body"
    assert caught.value.status == 400
    assert pickle.loads(pickle.dumps(caught.value)).reason == "body"


def test_every_secret_is_tried() -> None:
    body, signature, secret = signed(b"{}")
    assert verify(body, signature, ["new", secret])
    assert verify(body, signature, (secret, "old"))
    assert verify(body, signature, UserList(["new", secret]))
    assert verify(bytearray(body), signature, secret)
    assert not verify(body, signature, ["new", "old"])
    assert not verify(body, signature.upper(), secret)
    assert not verify(body, f"{signature}\n", secret)


def test_the_comparison_takes_the_same_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be measured here: that the one comparison is that of the standard library."""
    compared: list[tuple[str, str]] = []

    def compare(one: str, other: str) -> bool:
        compared.append((one, other))
        return one == other

    body, signature, _ = signed(b"{}")
    monkeypatch.setattr("getclickmedia.webhooks._signature.hmac.compare_digest", compare)
    assert verify(body, signature, [SECRET, "second", "third"])
    assert len(compared) == 3


@pytest.mark.parametrize("secret", [None, "", [], ["a", ""], [None], 5, b"bytes"])
def test_a_missing_secret_is_a_mistake(secret: Any) -> None:
    for call in (
        lambda: verify(b"", "", secret),
        lambda: parse(b"", "", secret),
        lambda: sign(b"", secret),
    ):
        with pytest.raises(WebhookError) as caught:
            call()
        assert caught.value.reason == "configuration"
        assert caught.value.status == 500


def test_a_secret_in_bytes_is_told_apart() -> None:
    for secret in (b"bytes", ["text", b"bytes"]):
        with pytest.raises(WebhookError, match=r"pass secret\.decode\(\)") as caught:
            verify(b"", "", secret)  # type: ignore[arg-type]
        assert caught.value.reason == "configuration"


def test_a_body_that_was_released_is_a_mistake() -> None:
    view = memoryview(bytearray(b"{}"))
    view.release()
    with pytest.raises(WebhookError, match="released") as caught:
        parse(view, "", SECRET)
    assert caught.value.reason == "configuration"


def test_a_parsed_body_is_a_mistake() -> None:
    with pytest.raises(WebhookError, match=r"request\.get_data\(\) in Flask") as caught:
        parse({"event": "sms.failed"}, "", SECRET)  # type: ignore[arg-type]
    assert caught.value.reason == "configuration"


def test_age(monkeypatch: pytest.MonkeyPatch) -> None:
    body = json.dumps(EVENTS["sms.delivered"]).encode()
    newest = EVENTS["sms.delivered"]["deliveredAt"].replace("Z", "+00:00")
    moment = datetime.fromisoformat(newest).timestamp()
    monkeypatch.setattr("getclickmedia.webhooks._parse.time.time", lambda: moment + 60)
    assert parse(*signed(body), max_age=60)
    assert parse(*signed(body), max_age=10**400)
    for refused, limit in ((body, 59.9), (b'{"event":"sms.new"}', 10**5000)):
        with pytest.raises(WebhookError) as caught:
            parse(*signed(refused), max_age=limit)
        assert caught.value.reason == "age"
    for wrong in (0, -1, float("nan"), "60", True):
        with pytest.raises(WebhookError) as caught:
            parse(*signed(body), max_age=wrong)  # type: ignore[arg-type]
        assert caught.value.reason == "configuration"


def test_whatever_comes_is_refused_with_the_one_error() -> None:
    chance = random.Random(1)
    whole = json.dumps(EVENTS["sms.failed"]).encode()
    pool: list[Any] = [None, 0, b"", "", "\ud800", [], {}, "é" * 64, b"a" * 64, "0" * 64, object()]
    pool += [each.get("body", "") for each in VECTORS["signatures"][:20]]
    verdicts = set()
    for _ in range(5000):
        body: Any = bytearray(whole)
        for _ in range(chance.randrange(4)):
            body[chance.randrange(len(body))] = chance.randrange(256)
        body = chance.choice([bytes(body), bytes(body), chance.choice(pool)])
        signature = chance.choice(pool)
        if isinstance(body, bytes) and chance.random() < 0.7:
            signature = sign(body, SECRET)
        secret = chance.choice([SECRET, SECRET, [SECRET, "x"], chance.choice(pool)])
        try:
            parse(body, signature, secret, max_age=chance.choice([None, 1e12, chance.choice(pool)]))
            verdicts.add("taken")
        except WebhookError as error:
            verdicts.add(error.reason)
            assert SECRET not in str(error)
    assert verdicts == {"taken", "signature", "body", "age", "configuration"}


def test_the_vectors_have_bodies_that_are_no_text() -> None:
    assert any(base64.b64decode(each.get("bodyBase64", "")) for each in VECTORS["signatures"])
    assert datetime.now(timezone.utc).tzinfo is timezone.utc
