"""Words of a transcript that cannot be written out: line ends, unseen signs, codes, long texts.

\\n              a new line
\\u200f          a sign by its number
{字×4096}       the same many times over
{code 甲}       the invitation code of that name
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_SIGN = re.compile(r"\\u([0-9a-f]{4})")
_MANY = re.compile(r"\{([^{}]+?)×(\d+)\}")
_CODE = re.compile(r"\{code (\S+?)\}")


def spelled(words: str, codes: Mapping[str, str]) -> str:
    """What is really said. KeyError where nobody has a code of that name."""
    words = _CODE.sub(lambda found: codes[found[1]], words)
    words = _MANY.sub(lambda found: found[1] * int(found[2]), words)
    words = _SIGN.sub(lambda found: chr(int(found[1], 16)), words)
    return words.replace("\\n", "\n")
