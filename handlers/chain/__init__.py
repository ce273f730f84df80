"""A region's table: how it stands, when it closes, what goes out, who is reminded."""
