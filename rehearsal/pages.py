"""Where the page lies: plain files, served as they are by `Standin(page=PAGE)`."""

from __future__ import annotations

from pathlib import Path
from typing import Final

PAGE: Final = Path(__file__).with_name("page")
"""index.html with its styles and scripts; nothing to build, nothing from elsewhere."""
