"""The command line, a file a command.

(Being written now by the engineer of the command line: everybody else please leave bot/commands,
bot/__main__.py, bot/doctor*.py alone.)
"""
