# Generated from spec/ by `pnpm generate`. Do not edit.

"""A method for each operation of the API."""

from collections.abc import Callable, Iterable
from datetime import datetime

from .._body import Body
from .._bulk_result import BulkCounts, BulkResult
from .._caller import Caller
from .._recipient_reader import RecipientReader
from .answers import (
    BalanceResponse,
    BatchStatusResponse,
    CancelResponse,
    MessageStatusResponse,
    SendResponse,
)
from .enums import MessageType
from .operations import (
    CANCEL_SCHEDULED,
    GET_BALANCE,
    GET_BATCH,
    GET_STATUS,
    SEND,
)


class Methods(Caller):
    """A method for each operation of the API."""

    def send(
        self,
        *,
        to: str,
        message: str,
        sender_id: str,
        template_id: str,
        type: MessageType,
        unicode: bool | None = None,
        schedule_at: datetime | str | None = None,
    ) -> SendResponse:
        """Send one message.

        `POST /sms/send`

        Sends one message to one mobile, at once or at `schedule_at`. The answer says that the
        gateway has accepted it, not that it has arrived: keep `message_id` and follow the
        message with `get_status` or the delivery receipts.

        `message` must equal the DLT template with its variables filled in, or the call is
        refused with `TEMPLATE_MISMATCH`. The answer says what it costs in credits. A scheduled
        single message cannot be cancelled.

        After a timeout or a broken connection the message may have been accepted: do not send it
        again.

        Args:
            to: An Indian mobile in E.164 without the plus sign: 91 and ten digits.
            message: The whole text, equal to the approved DLT template with its variables filled
                in. Without `unicode` the gateway replaces typographic punctuation by its plain
                GSM-7 form before it counts credits.
            sender_id: The six-character header, registered on DLT, that the handset shows as the
                sender.
            template_id: The number that DLT gave to your approved template, as a string of
                digits.
            type: What kind of message it is. The account has to be authorised for it.
            unicode: Set it to `True` for text that GSM-7 cannot carry, such as regional
                languages. The text is then sent and counted as UCS-2, exactly as given. What
                happens to such a text without the flag is not defined.
            schedule_at: When to send, as an ISO 8601 date and time with its offset from UTC.
                Leave it out to send at once. A time in the past is refused, and so is one
                without seconds, or without a colon in its offset.

        Raises:
            MissingFieldError: A required field is not in the body.
            InvalidNumberError: A phone number is not 91 and ten digits.
            InvalidRequestError: The request cannot be read or breaks a rule that has no code of
                its own: malformed JSON, a wrong type, an unknown field or value, a bad or past
                date, too many recipients, a body that is too large, or a method or content type
                that is not accepted. The body is larger than the server reads. The body is not
                declared as JSON.
            InvalidApiKeyError: The key is missing, unknown or revoked.
            InsufficientCreditsError: The balance does not cover what the send would cost.
            RouteForbiddenError: The account is not authorised for this type of message, or for
                this call where it has no `type`.
            TemplateMismatchError: The text does not match the DLT template.
            SenderNotRegisteredError: DLT has not approved the sender header.
            RateLimitExceededError: The account has used up its requests for this second. Wait
                for `Retry-After`, then repeat the call.
            GatewayError: The carrier behind the gateway has a fault. Repeat the call with
                growing pauses.
        """
        body = Body(
            {
                "to": to,
                "message": message,
                "senderId": sender_id,
                "templateId": template_id,
                "type": type,
                "unicode": unicode,
                "scheduleAt": schedule_at,
            }
        )
        del to, message  # A traceback may show what is in variables.
        return self._call(SEND, body)

    def send_bulk(
        self,
        *,
        recipients: Iterable[str],
        message: str,
        sender_id: str,
        template_id: str,
        type: MessageType,
        unicode: bool | None = None,
        schedule_at: datetime | str | None = None,
        recipients_per_request: int | None = None,
        on_progress: Callable[[BulkCounts], None] | None = None,
    ) -> BulkResult:
        """Send one text to many mobiles.

        `POST /sms/bulk`

        Sends to any number of recipients, in as many calls as the plan asks for, one after the
        other. The result says for each recipient whether it was accepted, and as which batch;
        was not, and why; or may have been. It holds failures too instead of raising them, since
        others may have been accepted before: look at `complete`, and give `remaining` to
        `send_bulk` to go on.

        Args:
            recipients: The mobiles to send to, in E.164 without the plus sign: a list, or
                anything that can be iterated over, as the cursor of a database. It is read as
                the calls go out; after a failed call it is read to its end, so that everyone has
                an outcome. A number that comes twice is sent to once.
            message: The whole text, equal to the approved DLT template with its variables filled
                in. Without `unicode` the gateway replaces typographic punctuation by its plain
                GSM-7 form before it counts credits.
            sender_id: The six-character header, registered on DLT, that the handset shows as the
                sender.
            template_id: The number that DLT gave to your approved template, as a string of
                digits.
            type: What kind of message it is. The account has to be authorised for it.
            unicode: Set it to `True` for text that GSM-7 cannot carry, as in a single send.
            schedule_at: When to send, as an ISO 8601 date and time with its offset from UTC.
                Leave it out to send at once. A time in the past is refused, and so is one
                without seconds, or without a colon in its offset.
            recipients_per_request: The most recipients of one call. By default what the client's
                `plan` allows.
            on_progress: Is told after each call how many recipients have which outcome so far.

        Raises:
            SmsConfigurationError: An option cannot be right. Nothing was sent.
        """
        body = Body(
            {
                "message": message,
                "senderId": sender_id,
                "templateId": template_id,
                "type": type,
                "unicode": unicode,
                "scheduleAt": schedule_at,
            }
        )
        reader = RecipientReader(recipients)
        del recipients, message  # A traceback may show what is in variables.
        return self._send_bulk(reader, body, recipients_per_request, on_progress)

    def get_status(self, message_id: str) -> MessageStatusResponse:
        """Ask how far a message has come.

        `GET /sms/status/{messageId}`

        Reads one message with its present status. `delivered`, `failed` and `rejected` are
        final: stop asking then. Until then ask with growing pauses, or receive the delivery
        receipts instead, which arrive without asking.

        Raises:
            InvalidRequestError: The id in the path has not the form of a message id.
            InvalidApiKeyError: The key is missing, unknown or revoked.
            RouteForbiddenError: The account is not authorised for this type of message, or for
                this call where it has no `type`.
            NotFoundError: The account has no such message.
            RateLimitExceededError: The account has used up its requests for this second. Wait
                for `Retry-After`, then repeat the call.
            GatewayError: The carrier behind the gateway has a fault. Repeat the call with
                growing pauses.
        """
        return self._call(GET_STATUS, ids=[message_id])

    def get_batch(self, batch_id: str) -> BatchStatusResponse:
        """Read the counts of a batch.

        `GET /sms/batch/{batchId}`

        Reads how many messages of a bulk send have been delivered, have failed or are pending.
        The batch is finished when `completed_at` is no longer `None`; until then ask with
        growing pauses.

        Raises:
            InvalidRequestError: The id in the path has not the form of a batch id.
            InvalidApiKeyError: The key is missing, unknown or revoked.
            RouteForbiddenError: The account is not authorised for this type of message, or for
                this call where it has no `type`.
            NotFoundError: The account has no such batch.
            RateLimitExceededError: The account has used up its requests for this second. Wait
                for `Retry-After`, then repeat the call.
            GatewayError: The carrier behind the gateway has a fault. Repeat the call with
                growing pauses.
        """
        return self._call(GET_BATCH, ids=[batch_id])

    def cancel_scheduled(self, batch_id: str) -> CancelResponse:
        """Cancel a scheduled batch.

        `DELETE /sms/schedule/{batchId}`

        Calls a bulk send off before its `schedule_at`. None of its messages is sent. Once the
        batch has started the call is refused with `NOT_CANCELLABLE`. There is nothing like it
        for a scheduled single message.

        Raises:
            InvalidRequestError: The id in the path has not the form of a batch id.
            InvalidApiKeyError: The key is missing, unknown or revoked.
            RouteForbiddenError: The account is not authorised for this type of message, or for
                this call where it has no `type`.
            NotFoundError: The account has no such batch.
            NotCancellableError: The batch has started, was not scheduled, or is cancelled
                already.
            RateLimitExceededError: The account has used up its requests for this second. Wait
                for `Retry-After`, then repeat the call.
            GatewayError: The carrier behind the gateway has a fault. Repeat the call with
                growing pauses.
        """
        return self._call(CANCEL_SCHEDULED, ids=[batch_id])

    def get_balance(self) -> BalanceResponse:
        """Check the credit balance.

        `GET /account/balance`

        Reads the credits left, the plan of the account and the day on which the credits expire.
        Ask before a campaign, so that it does not stop half-way for want of credit.

        Raises:
            InvalidRequestError: The request has a query parameter that the operation does not
                know.
            InvalidApiKeyError: The key is missing, unknown or revoked.
            RouteForbiddenError: The account is not authorised for this type of message, or for
                this call where it has no `type`.
            RateLimitExceededError: The account has used up its requests for this second. Wait
                for `Retry-After`, then repeat the call.
            GatewayError: The carrier behind the gateway has a fault. Repeat the call with
                growing pauses.
        """
        return self._call(GET_BALANCE)
