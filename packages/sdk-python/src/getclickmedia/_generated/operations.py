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
    name="send",
    method="POST",
    path="/sms/send",
    answer=SendResponse,
    proof="messageId",
)
SEND_BULK = Operation(
    id="sendBulk",
    name="send_bulk",
    method="POST",
    path="/sms/bulk",
    answer=BulkSendResponse,
    proof="batchId",
)
GET_STATUS = Operation(
    id="getStatus",
    name="get_status",
    method="GET",
    path="/sms/status/{messageId}",
    answer=MessageStatusResponse,
    proof=None,
)
GET_BATCH = Operation(
    id="getBatch",
    name="get_batch",
    method="GET",
    path="/sms/batch/{batchId}",
    answer=BatchStatusResponse,
    proof=None,
)
CANCEL_SCHEDULED = Operation(
    id="cancelScheduled",
    name="cancel_scheduled",
    method="DELETE",
    path="/sms/schedule/{batchId}",
    answer=CancelResponse,
    proof=None,
)
GET_BALANCE = Operation(
    id="getBalance",
    name="get_balance",
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
