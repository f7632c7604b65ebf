"""Dates and times as the API writes them."""

import re
from datetime import date, datetime, timedelta, timezone

_DATE_TIME = re.compile(
    r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d):(\d\d)(?:\.(\d+))?(?:Z|([+-])(\d\d):(\d\d))", re.ASCII
)
_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def parse_date_time(text: str) -> datetime | None:
    """The moment that a text in RFC 3339 tells; `None` where it tells none.

    A leap second, which `datetime` does not know, counts as the second before it.
    """
    found = _DATE_TIME.fullmatch(text)
    if not found:
        return None
    day, minutes, seconds, fraction, sign, offset_hours, offset_minutes = found.groups(default="0")
    offset = timedelta(hours=int(offset_hours), minutes=int(offset_minutes))
    try:
        moment = datetime.fromisoformat(f"{day}T{minutes}:{'59' if seconds == '60' else seconds}")
        zone = timezone(-offset if sign == "-" else offset)
    except ValueError:
        return None
    return moment.replace(microsecond=int(fraction[:6].ljust(6, "0")), tzinfo=zone)


def parse_date(text: str) -> date | None:
    """The day that a text tells; `None` where it tells none."""
    if not _DATE.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def write_date_time(moment: datetime) -> str:
    """The text of an aware moment in RFC 3339."""
    offset = moment.utcoffset() or timedelta()
    # Clocks of the past were seconds off, which RFC 3339 cannot write.
    if offset % timedelta(minutes=1):
        moment = moment.astimezone(timezone.utc)
    return moment.isoformat()
