"""The form as a file: handed out, and taken back."""
