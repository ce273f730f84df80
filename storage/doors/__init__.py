"""One door a subject. A door lives as long as its transaction."""
