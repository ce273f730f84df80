# A command that waits for words.

prompt-cancelled = Cancelled.
prompt-goes-on = Back to { $title }
prompt-none = There is nothing to cancel.
prompt-not-text = Please type words here; if you no longer want to, press “Cancel”.
button-cancel = Cancel
command-cancel = Cancel
command-cancel-words = cancel
