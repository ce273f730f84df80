"""``python -m bot``."""

from __future__ import annotations

import sys

from bot.commands.main import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
