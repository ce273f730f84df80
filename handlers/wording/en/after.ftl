# After submitting: what is mine, taking back, correcting, and what a coordinator decides.

command-withdraw = Withdraw a report
command-withdraw-words = withdraw
command-correct = Correct a report that was rolled up
command-correct-words = correct|corrections
command-version = One version as a file
command-version-words = version
command-agree = Agree to a correction
command-agree-words = agree
command-disagree = Refuse a correction
command-disagree-words = disagree

button-continue = Go on filling in
button-late = File late
fill-choice-late = { $campaign } · { $period } · { $unit } (file late)
button-withdraw = Withdraw
button-withdraw-confirm = Yes, withdraw it
button-withdraw-not = No, keep it
button-withdraw-correction = Withdraw the correction
button-correct = Correct
button-correct-on = Go on correcting
button-agree = Agree
button-disagree = Disagree
button-version = Version { $version } as a file

# --- my reports ---
mine-none = There is nothing to fill in now.
mine-open = Not begun.
mine-drafting = Draft: { $answered } of { $of } answered.
mine-withdrawn = Withdrawn; not reported.
mine-over = Not reported, and the time to file late is over. If there is something to report, please contact your coordinator.
mine-submitted = Reported: version { $version } · { $at } · { $by } · { $marks }
mine-locked = In the roll-up (locked): version { $version } · { $at } · { $by } · { $marks }
mine-correcting = Draft of a correction: { $reason }
mine-pending = Correction waiting to be verified: version { $version } · { $at } · { $by }
mine-refused = Correction not agreed to: version { $version }
mine-outside = When this period was rolled up the unit was not in the roster yet: it is not in that table.
mine-which = Tap one for its versions and what can be done:
mine-unknown = There is no such report. Yours are:
mine-choice = { $period } · { $unit }
mine-versions = <b>Versions</b>
version-line = Version { $version } · { $at } · { $by } · { $marks }
version-reason = Reason for the correction: { $reason }
version-why = Why it was not agreed to: { $reason }
mark-zero = zero report
mark-withdrawn = withdrawn
mark-pending = correction waiting
mark-accepted = correction agreed to
mark-refused = correction not agreed to
mark-sent-back = sent back
version-caption = { $title } · version { $version } · { $at } · { $by } · { $marks }
version-none = There is no such version, or it is not one of your units'.

# --- receipts ---
receipt-outside = When this period was rolled up the unit was not in the roster yet: the report is kept, but is not in that table.
receipt-correction = <b>✓ Correction submitted, waiting to be verified</b>　{ $title }
    Version { $version } · { $at }
    Fingerprint { $fingerprint }
    Once the coordinator agrees it goes into the next version of the table; until then version { $before } counts.
submit-locked = This report is in the roll-up and locked; nothing was submitted, and everything you filled in is kept. To change it, please correct it.
submit-over = The time to file late is over; nothing was submitted, and everything you filled in is kept. Please contact your coordinator.

# --- taking back ---
withdraw-none = There is nothing that can be withdrawn. What was rolled up cannot be, but it can be corrected.
withdraw-locked = <b>{ $title }</b>
    The roll-up is past; this cannot be withdrawn.
withdraw-nothing = <b>{ $title }</b>
    Nothing was submitted; there is nothing to withdraw.
withdraw-which = Which one is to be withdrawn?
withdraw-confirm = <b>Withdraw?　{ $title }</b>
    Version { $version } ({ $at }, { $by })
    { $then }
withdraw-leaves-nothing = The unit will then be “not reported”; the draft is kept and can be changed and resubmitted. { $due }
withdraw-leaves = Version { $version } will then count; the draft is kept and can be changed and resubmitted.
withdraw-leaves-accepted = Version { $version } goes on counting, and the correction will not be verified.
withdrawn = <b>Withdrawn　{ $title }</b>
    Version { $version } was withdrawn. { $then }
withdrawn-nothing = The unit is “not reported” now; the draft is kept. { $due }
withdrawn-before = Version { $version } counts now; the draft is kept.

# --- correcting ---
correct-none = There is nothing to correct. Before the roll-up you can simply change and resubmit.
correct-which = Which one is to be corrected?
correct-not-locked = <b>{ $title }</b>
    This has not been rolled up yet: you can simply change and resubmit it.
correct-reason = <b>Correct　{ $title }</b>
    This will correct version { $version }, which is in the roll-up. Please type the reason (at least 5 characters); it goes to the coordinator with the correction.
correct-begin = <b>Correction</b>: { $reason }
correct-waiting = A correction is waiting to be verified; another can be submitted after that. Everything you filled in is kept.
correct-not-yours = Corrections are submitted by liaisons and verified by coordinators; you have neither duty.
correct-nothing-waiting = No correction is waiting to be verified.

# --- deciding ---
correction-pending = Correction to verify
correction-accepted = Correction agreed to
correction-refused = Correction not agreed to
correction = <b>{ $state }</b>　{ $title }
    Version { $version } · { $at } · { $by }
    Reason: { $reason }
correction-figures = <b>What it changes</b>
correction-line = · { $label }: { $before } → { $after }
correction-texts-only = No figure changes.
correction-text = · { $label } is now: { $after }
correction-explanation = Explanation
correction-files = · Files: { $before } → { $after }
correction-totals = <b>Totals of { $region }</b>
correction-same-totals = The totals of { $region } stay as they are.
correction-blank = —
disagree-reason = <b>Not agreed　{ $title }</b>
    Please type why not (at least 5 characters); the liaison will be told.
decided-accepted = ✓ Agreed ({ $by }, { $at }); it goes into the next version of the table.
decided-refused = Not agreed ({ $by }, { $at }): { $reason }
decided-withdrawn = The liaison has withdrawn this correction ({ $by }, { $at }).
decided-first = <b>{ $title }</b>
    Version { $version } has been decided on:
    { $what }
decided-now = <b>{ $title }</b>
    Version { $version }: { $what }
decide-none = There is no such correction, or it is not yours to verify.
told-accepted = <b>Correction agreed to</b>　{ $title }
    Version { $version } counts from now on and goes into the next version of the table. ({ $by })
told-refused = <b>Correction not agreed to</b>　{ $title }
    Version { $version } was not taken; what was rolled up goes on counting. ({ $by })
    Why: { $reason }

# --- what coordinators see ---
status-correcting = Corrections to verify ({ $count }): { $names }
caption-corrected = <b>Update</b>: with corrections; this version counts
caption-corrections = Corrected: { $names }
sheet-zero = zero report
sheet-corrected = corrected
sheet-correction = Reason for correction
file-withdrawn = withdrawn
file-pending = correction waiting
file-refused = correction not agreed to
file-sent-back = sent back
