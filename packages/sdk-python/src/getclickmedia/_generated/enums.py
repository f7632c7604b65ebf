# Generated from spec/ by `pnpm generate`. Do not edit.

"""What some fields can be."""

from typing import Literal, TypeAlias

__all__ = [
    "MessageStatus",
    "MessageType",
    "Plan",
]

MessageType: TypeAlias = Literal["transactional", "promotional"]
"""What kind of message it is. The account has to be authorised for it.

- `transactional`: Information that the recipient expects, such as an OTP or an order update.
- `promotional`: Marketing.
"""

MessageStatus: TypeAlias = Literal["queued", "dispatched", "delivered", "failed", "rejected"] | str
"""Where the message is on its way. `delivered`, `failed` and `rejected` are final. More values may
be added, so treat one that you do not know as not yet final.

- `queued`: Accepted, and waiting in the queue of the gateway.
- `dispatched`: Handed to the carrier.
- `delivered`: The handset has confirmed receipt.
- `failed`: Delivery failed: `fail_reason` says why.
- `rejected`: The operator blocked it for a DLT or template fault: `fail_reason` says why.
"""

Plan: TypeAlias = Literal["Starter", "Growth", "Enterprise"] | str
"""The plan of the account, which sets its limits. Plans may be added.

- `Starter`: The entry plan.
- `Growth`: The middle plan.
- `Enterprise`: The largest plan. Its rate is this figure or more.
"""
