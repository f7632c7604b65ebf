"""What an account remembers."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .._count_segments import count_segments
from .._generated.constants import FINAL_STATUSES, RECIPIENTS_PER_REQUEST
from .._generated.enums import MessageStatus
from .._generated.fake_data import ANSWERS
from ._answer import FakeAnswer, error_answer
from ._incoming_call import IncomingCall
from ._sent_message import MessageOnItsWay, SentMessage, is_past, now


@dataclass
class _Batch:
    messages: list[MessageOnItsWay]
    schedule_at: str | None
    estimated_credits: int
    cancelled: bool = False
    completed_at: str | None = None


class Account:
    """Its credits, and what it has sent."""

    def __init__(self, credits: int, plan: str) -> None:
        self.messages: dict[str, MessageOnItsWay] = {}
        self._credits = credits
        self._plan = plan
        self._accepted = 0
        self._batches: dict[str, _Batch] = {}
        self._statuses: dict[str, Sequence[MessageStatus]] = {}

    def set_statuses(self, to: str, statuses: Sequence[MessageStatus]) -> None:
        """Decides how messages to a number go on: those that are there, and those to come."""
        self._statuses[to] = statuses
        for message in self.messages.values():
            if message.sent.to == to:
                message.set_statuses(statuses)

    def answer(self, call: IncomingCall) -> FakeAnswer:
        """Answers a call that is valid in itself."""
        given = call.body if call.body is not None else next(iter(call.ids.values()), None)
        answers: dict[str, Callable[[Any], FakeAnswer]] = {
            "send": self._send,
            "sendBulk": self._send_bulk,
            "getStatus": self._get_status,
            "getBatch": self._get_batch,
            "cancelScheduled": self._cancel_scheduled,
            "getBalance": self._get_balance,
        }
        answer = answers.get(call.operation)
        # Of one that is newer it knows what the documentation says.
        return FakeAnswer(200, ANSWERS[call.operation]) if answer is None else answer(given)

    def _send(self, request: Mapping[str, Any]) -> FakeAnswer:
        credits = _credits_of(request)
        refusal = self._refusal("send", request, 1, credits)
        if refusal is not None:
            return refusal
        sent = self._accept(request, None, credits).sent
        changed = {"messageId": sent.message_id, "to": sent.to, "credits": credits}
        return FakeAnswer(200, {**ANSWERS["send"], **changed, "queuedAt": now()})

    def _send_bulk(self, request: Mapping[str, Any]) -> FakeAnswer:
        recipients: list[str] = request["recipients"]
        each = {name: value for name, value in request.items() if name != "recipients"}
        total, credits = len(recipients), _credits_of(request)
        refusal = self._refusal("sendBulk", request, total, total * credits)
        if refusal is not None:
            return refusal
        batch_id = _new_id(ANSWERS["sendBulk"]["batchId"], len(self._batches) + 1)
        messages = [self._accept({"to": to, **each}, batch_id, credits) for to in recipients]
        schedule_at = request.get("scheduleAt")
        self._batches[batch_id] = _Batch(messages, schedule_at, total * credits)
        changed = {
            "batchId": batch_id,
            "total": total,
            "queued": total,
            "failed": 0,
            "scheduledAt": schedule_at,
            "estimatedCredits": total * credits,
        }
        return FakeAnswer(200, {**ANSWERS["sendBulk"], **changed})

    def _refusal(
        self, operation: str, request: Mapping[str, Any], recipients: int, cost: int
    ) -> FakeAnswer | None:
        most = RECIPIENTS_PER_REQUEST[self._plan]
        if recipients > most:
            message = (
                f"The field recipients must have at most {most} items on the plan {self._plan}."
            )
            return error_answer(operation, "INVALID_REQUEST", message)
        schedule_at = request.get("scheduleAt")
        if schedule_at is not None and is_past(schedule_at):
            message = "The field scheduleAt is in the past. Leave it out to send at once."
            return error_answer(operation, "INVALID_REQUEST", message)
        if cost > self._credits:
            return error_answer(operation, "INSUFFICIENT_CREDITS")
        return None

    def _accept(
        self, request: Mapping[str, Any], batch_id: str | None, credits: int
    ) -> MessageOnItsWay:
        self._accepted += 1
        example = ANSWERS["send"]
        sent = SentMessage(
            message_id=_new_id(example["messageId"], self._accepted),
            batch_id=batch_id,
            to=request["to"],
            message=request["message"],
            credits=credits,
            status=example["status"],
            request=dict(request),
        )
        message = self.messages[sent.message_id] = MessageOnItsWay(sent)
        self._credits -= credits
        if sent.to in self._statuses:
            message.set_statuses(self._statuses[sent.to])
        return message

    def _get_status(self, message_id: str) -> FakeAnswer:
        message = self.messages.get(message_id)
        if message is None:
            return error_answer("getStatus", "NOT_FOUND", f"No message {message_id} was sent.")
        return FakeAnswer(200, message.read())

    def _get_batch(self, batch_id: str) -> FakeAnswer:
        batch = self._batches.get(batch_id)
        if batch is None:
            return error_answer("getBatch", "NOT_FOUND", f"No batch {batch_id} was sent.")
        statuses = [message.sent.status for message in batch.messages]
        if not batch.cancelled:
            for message in batch.messages:
                message.read()
        total, delivered = len(statuses), statuses.count("delivered")
        final = sum(status in FINAL_STATUSES for status in statuses)
        if final == total:
            batch.completed_at = batch.completed_at or now()
        changed = {
            "batchId": batch_id,
            "total": total,
            "delivered": delivered,
            "failed": final - delivered,
            "pending": total - final,
            "deliveryRate": f"{100 * delivered / total:.1f}%",
            "completedAt": batch.completed_at,
        }
        return FakeAnswer(200, {**ANSWERS["getBatch"], **changed})

    def _cancel_scheduled(self, batch_id: str) -> FakeAnswer:
        batch = self._batches.get(batch_id)
        if batch is None:
            return error_answer("cancelScheduled", "NOT_FOUND", f"No batch {batch_id} was sent.")
        if batch.cancelled or batch.schedule_at is None or is_past(batch.schedule_at):
            message = f"The batch {batch_id} is not waiting for its time, and cannot be cancelled."
            return error_answer("cancelScheduled", "NOT_CANCELLABLE", message)
        batch.cancelled = True
        self._credits += batch.estimated_credits
        for each in batch.messages:
            del self.messages[each.sent.message_id]
        return FakeAnswer(200, {**ANSWERS["cancelScheduled"], "batchId": batch_id})

    def _get_balance(self, _: None) -> FakeAnswer:
        changed = {"credits": self._credits, "plan": self._plan}
        return FakeAnswer(200, {**ANSWERS["getBalance"], **changed})


def _credits_of(request: Mapping[str, Any]) -> int:
    return count_segments(request["message"], unicode=request.get("unicode", False)).segments


def _new_id(example: str, number: int) -> str:
    """A number in the form of an example: after `gcm_batch_xyz789`, `gcm_batch_000001`."""
    return re.sub(r"[^_]+$", lambda found: str(number).zfill(len(found[0])), example)
