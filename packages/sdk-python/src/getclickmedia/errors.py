"""Every error that this SDK raises. `SmsError` is the base of them all."""

from ._errors import SmsConfigurationError as SmsConfigurationError
from ._errors import SmsConnectionError as SmsConnectionError
from ._errors import SmsError as SmsError
from ._errors import SmsTimeoutError as SmsTimeoutError
from ._generated.errors import *  # noqa: F403
