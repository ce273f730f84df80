"""The running bot: settings, intake, sending, the clock, and the command line."""
