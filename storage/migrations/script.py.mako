"""${message}"""

import sqlalchemy as sa
from alembic import op

from storage.types import Instant, Key

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward. There is no way back: restore a backup instead."""
    ${upgrades if upgrades else "pass"}
