"""The API in memory, for the tests of your program.

It answers as the documentation says, remembers what was sent, refuses what the API would refuse,
fails when you tell it to, and never waits or touches the network.
"""

from ._fake_api import ConnectionFault, FakeApi, FakeRequest, PendingFault
from ._sent_message import SentMessage
from ._signed_receipt import SignedReceipt, signed_receipt

__all__ = [
    "ConnectionFault",
    "FakeApi",
    "FakeRequest",
    "PendingFault",
    "SentMessage",
    "SignedReceipt",
    "signed_receipt",
]
