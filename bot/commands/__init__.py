"""The command line: ``table.py`` says what there is, a file a command does it."""
