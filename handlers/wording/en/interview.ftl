# The interview. Short, polite, exact: these are officials on a phone, in a hurry.

fill-begin = <b>{ $title }</b>
    { $due }
fill-which = Several reports are open. Which one?
fill-gone = That report cannot be filled in now. These can:
fill-choice-open = { $campaign } · { $period } · { $unit }
fill-choice-submitted = ✓ { $campaign } · { $period } · { $unit } (submitted)
fill-again = <b>{ $title }</b>
    Version { $version } was submitted ({ $at }, { $by }). Until the roll-up you can change and resubmit it.
fill-locked = <b>{ $title }</b>
    Version { $version } ({ $at }, { $by }) is in the roll-up and locked. To change it, please correct it (/correct).
fill-not-yours = You have no report to fill in. Send /status for the state of things, /help for the commands.
fill-nothing-open = There is nothing to fill in now.
fill-opens = There is nothing to fill in now. The next period opens on { $month }/{ $day }.

asked-figure = <b>{ $n }/{ $of }</b>　{ $label } ({ $unit })
asked-figure-unit = <b>{ $n }/{ $of }</b>　{ $label }
asked-current = Filled in: { $value }
before-month = Last month
before-week = Last week
before-once = Before
last = { $before } { $value }
last-unknown = { $before } not reported

recorded = ✓ { $label } { $value }
recorded-read-back = ✓ { $label }, taken as <b>{ $value }</b>
recorded-before = { " " }(it was { $value })
recorded-text = ✓ { $label } recorded
filled = ✓ { $group }: the other { $count } set to 0

review = <b>Review　{ $title }</b>
review-press = That was not recorded. If all is well, tap “Submit”; to change something, tap “Change”.
review-group = <b>{ $group }</b>: { $items }
review-all-zero = All { $count } figures are 0.
review-zeros = The other { $count } figures are 0.
review-more = … and { $count } more; tap “Change” to see them.
review-narrative = <b>{ $label }</b>: { $text }
review-explained = <b>Explanation</b>: { $text }
unanswered = { $count ->
    [one] 1 question is not answered yet.
   *[other] { $count } questions are not answered yet.
  }
finding-hard = ✗ { $message } (must be corrected)
finding-soft = ⚠ { $message } (correct it, or explain it when you submit)

stopped = It cannot be submitted yet:
explain-kept = Explained so far: { $text }
    This stays; what you type now is added to it.
explain = Something needs a word. Please type an explanation (at least 5 characters, giving the reason); it goes up with the report. Or go back and correct it.
button-change = Change { $label }
choose-group = Which part do you want to change?
choose-question = Which figure of { $group } do you want to change?

saved = Draft saved ({ $answered }/{ $of }): { $title }
    Send /fill at any time to go on from here.
receipt = <b>✓ Submitted</b>　{ $title }
    Version { $version } · { $at } · { $timeliness }
    Fingerprint { $fingerprint }
    { $then }
receipt-change = Until the roll-up you can send /fill to change and resubmit it.
receipt-next = This period has been rolled up; your report goes into the next version of the table.
receipt-zero = <b>✓ Zero report submitted</b>　{ $title }
    Version { $version } · { $at } · { $timeliness }
    Fingerprint { $fingerprint }
    { $then }
submit-unchanged = This is the same as version { $version }, which was submitted; nothing new was submitted.
not-in-interview = No question is waiting for an answer. Send /fill to fill in a report, /help for the commands.
edited = Editing a message does not change the answer that was recorded. To change it, tap “Back”, or “Change” at the review.

button-fill = Fill in
button-again = Change and resubmit
button-zero = 0
button-none = None
button-keep = Keep, go on
button-rest = Rest of this part 0 ({ $count })
button-back = Back
button-save = Save draft
button-submit = Submit
button-edit = Change
button-to-review = Back to review

# --- the faster ways ---
filled-all = ✓ All the other { $count } figures set to 0
unfilled = Taken back: { $count } figures are unanswered again
declared = <b>Zero report　{ $title }</b>
    Declared: all { $count } figures of this period are 0, complaints included.
declared-narrative = { $label }: none (if there is something to tell, just type it, or send photos and files)
undeclared = { $count ->
    [one] One figure of the draft is not 0, so there is no zero report.
   *[other] { $count } figures of the draft are not 0, so there is no zero report.
  } Go on filling in, or clear them first.
clearing = { $count ->
    [one] The one figure that is not 0 will be cleared. Are you sure?
   *[other] The { $count } figures that are not 0 will be cleared. Are you sure?
  }
button-declare = Zero report
button-declare-confirm = Confirm and submit
button-by-question = Question by question
button-to-filling = Back to filling in
button-clear = Clear, then zero report
button-clear-confirm = Yes, clear them
button-same = { $before } { $value }
button-all = All the rest 0 ({ $count })
button-undo = Take back ({ $count })
button-skip = Skip
zero-which = Which report is zero?

# --- refusals: why, and what to type instead ---
refused = “{ $said }” was not recorded: { $reason }
refused-empty = There is nothing in it; please type a number.
refused-empty-text = There is nothing in it; please type some words.
refused-not-a-number = it is not a number. Please type a number such as 12; if there is none, 0.
refused-negative = it cannot be negative.
refused-not-whole = this counts { $unit }; please type a whole number.
refused-too-many-decimals = at most { $decimals } decimals ({ $unit }).
refused-too-large = the number is too large; please check it.
refused-exponent = please write the number out, such as 1000.
refused-special-digits = please use plain digits, such as 1, 2, 3.
refused-bad-grouping = the comma is misplaced: 1,230 or 1.23? Please type digits only.
refused-rough = please give the exact number.
refused-wrong-unit = the unit does not fit; this counts { $unit }.
refused-lone-dash = is it 0? Then type 0. If you do not know yet, save the draft.
refused-several-numbers = only one number belongs here.
refused-text-too-long = the text is too long; please keep it under 3,000 characters.
refused-only-a-number = words are asked for here, not a figure; please go back to the figure itself.
refused-too-short = please give the reason in words, at least 5 characters.
refused-not-text = Please type words or a number; a voice message, a video, a sticker or a location is not recorded.
