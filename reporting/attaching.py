"""Photos and documents beside the narrative: what is taken, and under which name."""

from __future__ import annotations

MOST = 10  # files beside one report
LARGEST = 20 * 1024 * 1024  # bytes of one file: Telegram lets no bot fetch more
