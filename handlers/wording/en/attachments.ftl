# Files that people send, and the narrative they belong to.

file-too-large = The file is over { $largest } MB and was not taken. Please make it smaller, or split it, and send it again.
file-not-fetched = The file could not be fetched (network trouble) and was not taken. Please send it again.
