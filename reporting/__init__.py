"""The rules of a reporting chain: forms, periods, the interview, checks, roll-up.

Pure: time, files, network and database are handed in. Knows no Telegram, no SQL, no xlsx.
"""
