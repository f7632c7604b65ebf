"""Counts the segments that a text is sent in."""

from dataclasses import dataclass, field
from typing import Literal

from ._generated.segments import ALPHABET, EXTENSION, LIMITS, PLAIN_FORMS


@dataclass(frozen=True, kw_only=True)
class SegmentCount:
    """How a text is sent, and what room it takes."""

    encoding: Literal["GSM-7", "UCS-2"]
    """GSM-7 holds Latin text; UCS-2 holds every script, in less than half the room."""

    segments: int
    """How many messages the text takes on the air. Each costs a credit."""

    units: int
    r"""The length of the text:

    septets in GSM-7, where `^{}\[~]|€` count two, and 16-bit units in UCS-2.
    """

    units_per_segment: int
    """How many units one segment holds. It is less where there are several."""

    units_left: int
    """How many units are free in the last segment."""

    text: str = field(repr=False)
    """The text as it is sent: without `unicode`, typographic punctuation becomes plain."""

    unsupported: list[str] = field(repr=False)
    """The characters, each once, that need `unicode=True`.

    While there are any, the other fields tell what the text costs with that flag.
    """


def count_segments(text: str, *, unicode: bool = False) -> SegmentCount:
    """Counts the segments that a text is sent in, and so its credits, before it is sent.

    Without `unicode` the gateway writes typographic punctuation plainly, so that `—` and `“` need
    no UCS-2. With it the text is counted as UCS-2 exactly as it is. The rules are those of 3GPP TS
    23.038 and 23.040: a segment never ends inside an escape or a surrogate pair, but may end inside
    an emoji or a syllable of several characters. The gateway's answer has the last word: it states
    the credits of each send.

    Args:
        text: The message, with the template's variables filled in.
        unicode: Whether it is sent with `unicode`.
    """
    folded = "".join(PLAIN_FORMS.get(character, character) for character in text)
    unsupported = [] if unicode else _not_in_gsm7(folded)
    as_ucs2 = unicode or bool(unsupported)
    encoding: Literal["GSM-7", "UCS-2"] = "UCS-2" if as_ucs2 else "GSM-7"
    sent = text if as_ucs2 else folded
    # An escaped character of GSM-7 is two units that stay together, as a surrogate pair is in
    # UCS-2.
    sizes = [2 if _is_double(character, as_ucs2) else 1 for character in sent]
    limits = LIMITS[encoding]
    units = sum(sizes)
    room = limits["single"] if units <= limits["single"] else limits["several"]
    segments, used = 1, 0
    for size in sizes:
        if used + size > room:
            segments, used = segments + 1, 0
        used += size
    return SegmentCount(
        encoding=encoding,
        segments=segments,
        units=units,
        units_per_segment=room,
        units_left=room - used,
        text=sent,
        unsupported=unsupported,
    )


def _not_in_gsm7(text: str) -> list[str]:
    return list(dict.fromkeys(c for c in text if c not in ALPHABET and c not in EXTENSION))


def _is_double(character: str, as_ucs2: bool) -> bool:
    return ord(character) > 0xFFFF if as_ucs2 else character in EXTENSION
