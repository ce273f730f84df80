"""A report being filled in: what the interview's events say on a phone, and what it hears."""
