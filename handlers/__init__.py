"""What a person says or the clock brings → the rules → what the bot says. All wording is here."""
