"""The running bot, against the stand-in and a real database."""
