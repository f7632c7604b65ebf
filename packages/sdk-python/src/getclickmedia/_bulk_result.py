"""What became of a bulk send."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from ._generated.answers import BulkSendResponse
from ._recipient_reader import is_phone_number


@dataclass(frozen=True, kw_only=True)
class BulkAccepted:
    """The API has taken these recipients, as one batch."""

    recipients: Sequence[str] = field(repr=False)
    batch_id: str
    response: BulkSendResponse = field(repr=False)
    status: Literal["accepted"] = "accepted"


@dataclass(frozen=True, kw_only=True)
class BulkNotAccepted:
    """Nothing was sent to these recipients:

    they were refused, or the bulk send stopped before them.
    """

    recipients: Sequence[str] = field(repr=False)
    error: Exception
    status: Literal["not_accepted"] = "not_accepted"


@dataclass(frozen=True, kw_only=True)
class BulkUnknown:
    """These recipients may have been taken: do not send to them again.

    The call failed after it may have been accepted, or the API took only some of the batch and does
    not say which. Then there are `batch_id` and `response`.
    """

    recipients: Sequence[str] = field(repr=False)
    error: Exception
    batch_id: str | None = None
    response: BulkSendResponse | None = field(default=None, repr=False)
    status: Literal["unknown"] = "unknown"


BulkOutcome: TypeAlias = BulkAccepted | BulkNotAccepted | BulkUnknown
"""What became of some recipients. `status` tells them apart."""


@dataclass(frozen=True, kw_only=True)
class BulkCounts:
    """How many recipients have each outcome."""

    accepted: int = 0
    not_accepted: int = 0
    unknown: int = 0


@dataclass(frozen=True, kw_only=True)
class BulkResult:
    """What became of a bulk send. `dict(result)` finds the outcome of a recipient by its number."""

    outcomes: Sequence[BulkOutcome]
    """What became of whom, one entry a call, in the order in which it became known."""

    source_ended: bool
    """Whether all recipients were read.

    If not, since the source failed, those that were never read are in no outcome.
    """

    stopped_by: Exception | None
    """What kept it from going through: the first call that failed, or the source."""

    @property
    def complete(self) -> bool:
        """Whether every recipient was accepted."""
        return self.source_ended and all(each.status == "accepted" for each in self.outcomes)

    @property
    def counts(self) -> BulkCounts:
        """How many recipients have each outcome."""
        return count_outcomes(self.outcomes)

    @property
    def remaining(self) -> list[str]:
        """To whom nothing was sent although their numbers are well formed.

        `send_bulk` may be given them again.
        """
        return [
            recipient
            for outcome in self.outcomes
            if outcome.status == "not_accepted"
            for recipient in outcome.recipients
            if is_phone_number(recipient)
        ]

    def __iter__(self) -> Iterator[tuple[str, BulkOutcome]]:
        """Gives every recipient with its outcome."""
        for outcome in self.outcomes:
            for recipient in outcome.recipients:
                yield recipient, outcome


def count_outcomes(outcomes: Sequence[BulkOutcome]) -> BulkCounts:
    """Counts recipients by their outcome."""
    counts = {"accepted": 0, "not_accepted": 0, "unknown": 0}
    for outcome in outcomes:
        counts[outcome.status] += len(outcome.recipients)
    return BulkCounts(**counts)
