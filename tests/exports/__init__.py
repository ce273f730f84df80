"""Tests of the sheets and files that the bot hands out."""
