"""The Get Click Media SMS API. It never sends a message twice.

from getclickmedia import SmsClient

client = SmsClient()
sent = client.send(
    to=to, message=text, sender_id=header, template_id=template, type="transactional"
)
"""

from . import errors as errors
from ._actions import AsyncSleep as AsyncSleep
from ._actions import Sleep as Sleep
from ._async_client import AsyncSmsClient as AsyncSmsClient
from ._bulk_result import BulkAccepted as BulkAccepted
from ._bulk_result import BulkCounts as BulkCounts
from ._bulk_result import BulkNotAccepted as BulkNotAccepted
from ._bulk_result import BulkOutcome as BulkOutcome
from ._bulk_result import BulkResult as BulkResult
from ._bulk_result import BulkUnknown as BulkUnknown
from ._client import SmsClient as SmsClient
from ._count_segments import SegmentCount as SegmentCount
from ._count_segments import count_segments as count_segments
from ._document import Answer as Answer
from ._document import Document as Document
from ._generated.answers import *  # noqa: F403
from ._generated.constants import VERSION as _VERSION
from ._generated.constants import Environment as Environment
from ._generated.enums import *  # noqa: F403
from .errors import *  # noqa: F403

__version__ = _VERSION
