"""One-time codes: what a person types once to bind a Telegram account, or to take up a duty.

Only the digest is stored. A code has 100 bits, so that guessing is hopeless, in Crockford's
base 32, so that it can be read out over the telephone.
"""

from __future__ import annotations

import hashlib
from datetime import timedelta

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 20
LIFETIME = timedelta(days=14)
HANDOVER_LIFETIME = timedelta(days=7)  # of a code that passes a duty on
GUESSES = 5  # wrong codes from one account before the bot falls silent
GUESSING_WINDOW = timedelta(hours=1)
_LOOK_ALIKE = str.maketrans("OIL", "011")


def code(randomness: bytes) -> str:
    """A code from 20 random bytes; five bits of each are used."""
    if len(randomness) != LENGTH:
        raise ValueError(f"a code needs {LENGTH} random bytes")
    return "".join(ALPHABET[byte & 31] for byte in randomness)


def spaced(code: str) -> str:
    """The code as it is printed: in groups of five."""
    return "-".join(code[i : i + 5] for i in range(0, len(code), 5))


def deep_link(username: str, code: str) -> str:
    """The address that opens the bot and hands it the code."""
    return f"https://t.me/{username}?start={code}"


def digest(said: str) -> str:
    """What is stored of a code. Case, spaces, dashes and look-alike letters do not matter."""
    plain = "".join(said.upper().split()).replace("-", "").translate(_LOOK_ALIKE)
    return hashlib.sha256(plain.encode()).hexdigest()
