"""A short mark that two people can compare: same figures, same mark."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

GROUPS, WIDTH = 3, 4


def fingerprint(figures: Mapping[str, int], *context: str) -> str:
    """Twelve characters in groups of four (``9f3c-01ab-77de``) for figures and their context.

    The order of the figures does not matter, that of the context (campaign, region, period,
    version) does. An absent figure and a zero differ.
    """
    said = json.dumps([dict(figures), *context], sort_keys=True, ensure_ascii=True)
    digest = hashlib.sha256(said.encode()).hexdigest()
    return "-".join(digest[n * WIDTH : (n + 1) * WIDTH] for n in range(GROUPS))
