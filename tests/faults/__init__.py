"""The promises under SIGKILL and other accidents: what is stored, and what people saw."""
