"""Sends to any number of recipients."""

from collections.abc import Callable
from typing import cast

from ._actions import Steps
from ._body import Body
from ._bulk_result import (
    BulkAccepted,
    BulkCounts,
    BulkNotAccepted,
    BulkOutcome,
    BulkResult,
    BulkUnknown,
    count_outcomes,
)
from ._call import call, logger
from ._configuration import Settings, check_number
from ._errors import SmsError
from ._generated.answers import BulkSendResponse
from ._generated.errors import InvalidNumberError
from ._generated.operations import SEND_BULK
from ._recipient_reader import RecipientReader


def send_bulk(
    settings: Settings,
    reader: RecipientReader,
    body: Body,
    recipients_per_request: int | None,
    on_progress: Callable[[BulkCounts], None] | None,
) -> Steps[BulkResult]:
    """Sends in as many calls as it takes, one after the other.

    After a call that fails no other is made, since what made it fail would meet the others too.
    """
    size = (
        settings.recipients_per_request
        if recipients_per_request is None
        else recipients_per_request
    )
    check_number("recipients_per_request", size, least=1, whole=True)
    body.write()  # What cannot be right is raised here, and is not the outcome of a call.
    outcomes: list[BulkOutcome] = []
    stopped_by: Exception | None = None
    try:
        while (yield from reader.next_chunk(size)):
            if stopped_by is not None:
                reader.set_chunk_aside()
                continue
            outcome, stopped_by = yield from _send_chunk(settings, reader, body)
            outcomes.append(outcome)
            _tell(on_progress, outcomes)
    except Exception as error:  # The source failed.
        stopped_by = stopped_by or error
    reader.set_rest_aside()
    if reader.set_aside:
        left_out = SmsError("Not sent, since the bulk send had stopped.", retryable=True)
        left_out.__cause__ = stopped_by
        outcomes.append(BulkNotAccepted(recipients=reader.set_aside, error=left_out))
    if reader.malformed:
        malformed = InvalidNumberError("Not sent, since it is not a phone number.")
        outcomes.append(BulkNotAccepted(recipients=reader.malformed, error=malformed))
    return BulkResult(outcomes=outcomes, source_ended=reader.ended, stopped_by=stopped_by)


def _send_chunk(
    settings: Settings, reader: RecipientReader, body: Body
) -> Steps[tuple[BulkOutcome, Exception | None]]:
    """What became of a chunk, and what the call failed with where it did."""
    try:
        response = yield from call(settings, SEND_BULK, body.before({"recipients": reader.chunk}))
    except Exception as error:
        # What is no error of this SDK says nothing of what was accepted.
        if isinstance(error, SmsError) and not error.delivery_unknown:
            return BulkNotAccepted(recipients=reader.chunk, error=error), error
        return BulkUnknown(recipients=reader.chunk, error=error), error
    return _read_outcome(reader.chunk, response), None


def _read_outcome(chunk: list[str], response: BulkSendResponse) -> BulkOutcome:
    queued, failed = _count(response.queued), _count(response.failed)
    none_failed = failed == 0 or response.raw.get("failed") is None
    is_whole = response.raw.get("queued") is None or (queued is not None and queued >= len(chunk))
    if none_failed and is_whole:
        return BulkAccepted(recipients=chunk, batch_id=response.batch_id, response=response)
    taken = f"The API took {response.queued} of {response.total}"
    if queued == 0 and failed is not None and failed >= len(chunk):
        error = SmsError(f"{taken}.", status=response.http_status)
        return BulkNotAccepted(recipients=chunk, error=error)
    return BulkUnknown(
        recipients=chunk,
        batch_id=response.batch_id,
        response=response,
        error=SmsError(
            f"{taken} and does not say which.", status=response.http_status, delivery_unknown=True
        ),
    )


def _count(value: object) -> float | None:
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return cast("float", value) if is_number else None


def _tell(on_progress: Callable[[BulkCounts], None] | None, outcomes: list[BulkOutcome]) -> None:
    if on_progress is None:
        return
    try:
        on_progress(count_outcomes(outcomes))
    except Exception:
        # A fault in it must not make messages that were accepted look like ones that failed.
        logger.warning("on_progress of send_bulk failed.", exc_info=True)
