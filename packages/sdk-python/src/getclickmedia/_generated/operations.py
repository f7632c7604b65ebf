# Generated from spec/ by `pnpm generate`. Do not edit.

"""How the operations of the API are called."""

from typing import Any

from .._operation import Operation
from .answers import (
    BalanceResponse,
    BatchStatusResponse,
    BulkSendResponse,
    CancelResponse,
    MessageStatusResponse,
    SendResponse,
)

SEND = Operation(
    id="send",
    method="POST",
    path="/sms/send",
    answer=SendResponse,
    proof="messageId",
)
SEND_BULK = Operation(
    id="sendBulk",
    method="POST",
    path="/sms/bulk",
    answer=BulkSendResponse,
    proof="batchId",
)
GET_STATUS = Operation(
    id="getStatus",
    method="GET",
    path="/sms/status/{messageId}",
    answer=MessageStatusResponse,
    proof=None,
)
GET_BATCH = Operation(
    id="getBatch",
    method="GET",
    path="/sms/batch/{batchId}",
    answer=BatchStatusResponse,
    proof=None,
)
CANCEL_SCHEDULED = Operation(
    id="cancelScheduled",
    method="DELETE",
    path="/sms/schedule/{batchId}",
    answer=CancelResponse,
    proof=None,
)
GET_BALANCE = Operation(
    id="getBalance",
    method="GET",
    path="/account/balance",
    answer=BalanceResponse,
    proof=None,
)

OPERATIONS: list[Operation[Any]] = [
    SEND,
    SEND_BULK,
    GET_STATUS,
    GET_BATCH,
    CANCEL_SCHEDULED,
    GET_BALANCE,
]
"""All of them."""
