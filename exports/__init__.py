"""Results and texts, handed in → sheets as plain data → xlsx; and an xlsx read back.

Knows ``reporting``; knows no Telegram, no SQL, no wording: every word is handed in.
"""
