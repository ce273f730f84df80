# What coordinators ask and get; reminders; the words of the workbook.

status-count = { $bar }　{ $reported } of { $expected } reported
status-when = To be rolled up at { $closes }
status-closed = Rolled up at { $closes }
status-past = Closed at { $closes }; not rolled up
status-opens = Opens on { $month }/{ $day }; to be rolled up at { $closes }
status-on-time = On time ({ $count }): { $names }
status-late = Late ({ $count }): { $names }
status-drafting = Of these, filling in ({ $count }): { $names }
status-waiting = Not reported ({ $count }): { $names }
status-not-counted = Not counted ({ $count }): { $names }
status-released = Version { $version } of the table has been posted.
child = { $name } ({ $reported }/{ $expected })

missing-head = { $count } not reported ({ $when }):
missing-none = Everybody has reported.
missing-unit = · { $name } — { $people }
missing-nobody = · { $name } — no liaison yet
missing-region = · { $name } — { $reported } of { $expected } in its area
missing-not-yours = The list of who is missing is for coordinators. Send /mine for your own reports.
reach-bound = { $name }
reach-unbound = { $name } (account not bound)
reach-blocked = { $name } (has blocked the bot: cannot be reached)

reminder-head = <b>Reminder</b>
reminder-before = { $title }
    Not reported yet. Due { $deadline }, { $days ->
        [one] 1 day left.
       *[other] { $days } days left.
    }
reminder-today = { $title }
    Not reported yet. Due today at 24:00 ({ $deadline }).
reminder-overdue = { $title }
    Not reported; the deadline ({ $deadline }) passed { $days ->
        [one] 1 day ago.
       *[other] { $days } days ago.
    } Please file as soon as you can.

caption-count = Expected { $expected }, reported { $reported }, not reported { $missing }
caption-missing = Not reported: { $names }
caption-late = Late: { $names }
caption-figure = { $label } { $value }
caption-findings = Please verify ({ $count }):
caption-finding = ⚠ { $message }
caption-version = Version { $version } · { $at } · fingerprint { $fingerprint }
caption-reissued = <b>Update</b>: with late reports; this version counts
caption-empty = No report was received; there is no table.
caption-current = As of { $at }, not rolled up yet
caption-since = As of { $at }, with what came after version { $version }
caption-mismatch = <b>The sums do not agree; no table was posted</b>
    { $title }
    { $places }
    Administrators, please check: the units' reports, the totals and the sheet should be equal.
mismatch-place = { $label }: units { $units }, total { $stored }, sheet { $sheet }

table-not-yours = There is no table for you here.
table-nothing-yet = { $title }
    Nobody has reported yet; there is no table.
table-mine-none = You have not submitted a report yet. Once you have, its table can be had here.
table-mine = { $title } · version { $version } · { $at } · { $by }
file-table = table
file-current = to date
file-version = version { $version }

doubt-uncertain = <b>{ $title }</b>
    The table may not have arrived: sending timed out. Please look in the group first; if it is not there, send it again.
doubt-failed = <b>{ $title }</b>
    The table did not arrive: the group is closed, or the bot is not in it. Please send /bind in the coordinators' group again, then tap the button.
button-resend = Send again
resend-done = Sent again.
resend-no-group = This region has no group bound. Please send /bind in the coordinators' group first, then send again.
resend-nothing = This table has arrived, or was sent again before; nothing was sent.

# --- the workbook ---
sheet-annex = Table
sheet-lines = By unit
sheet-narratives = Narratives
sheet-filings = Filings
sheet-number = No.
sheet-unit = Unit
sheet-state = State
sheet-on-time = on time
sheet-late = late
sheet-missing = not reported
sheet-not-counted = not counted
sheet-version = Version
sheet-version-n = Version { $n }
sheet-completeness = Reported/expected
sheet-total = Total
sheet-by = Filled in by
sheet-liaison = Liaison
sheet-first-at = First filed
sheet-last-at = Last filed
sheet-explanation = Explanation
sheet-no-narrative = none
sheet-own-text = This month's work
sheet-campaign = Campaign
sheet-region = Region
sheet-period = Period
sheet-made-at = Rolled up at
sheet-fingerprint = Fingerprint
sheet-expected = Expected
sheet-reported = Reported
