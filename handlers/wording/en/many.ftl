# Many answers in one message, read back before they are written.

card = <b>Please check; it is recorded once you confirm:</b>
card-nothing = Not recorded: no figure was recognised.
card-stopped = <b>Not recorded; please correct it and send it all again:</b>
card-pair = { $label } <b>{ $value }</b>
card-zeros = { $count ->
    [one] The one other unanswered figure set to 0
   *[other] The other { $count } unanswered figures set to 0
  }
card-total = { $label }: the total should be <b>{ $expected }</b>, you sent { $said } (totals are calculated)
card-slip = ✗ Item { $n }, “{ $said }” ({ $label }): { $why }
card-conflict = ✗ { $label } was given different figures: { $values }. Please give one.
card-unclear = Not understood: “{ $said }” ({ $why })
card-unclear-perhaps = Not understood: “{ $said }” ({ $why }) Perhaps: { $perhaps }
card-narrative = <b>{ $label }</b>: { $text }
card-narrative-replaces = <b>{ $label }</b>: { $text } (replaces the earlier text)
card-same = { $label } <b>{ $value }</b> ({ $same })
card-same-zeros = { $count ->
    [one] One other figure { $same }: 0
   *[other] The other { $count } figures { $same }: all 0
  }
card-last-unknown = “{ $same }” was not recorded. { $before } not reported.
recorded-many = ✓ Recorded: { $parts }
part-given = { $count ->
    [one] 1 figure
   *[other] { $count } figures
  }
part-zeros = { $count } set to 0
part-same = { $count } { $same }
as-month = as last month
as-week = as last week
as-once = as before
button-last = All { $same }
button-confirm = Confirm
button-discard = Type again

unclear-words = there are unknown words
unclear-no-name = it does not say what it counts
unclear-no-value = there is no number
unclear-ambiguous = more than one figure fits, please name the column
unclear-column-unclear = it does not say which column
unclear-number = the number does not fit
unclear-computed = it is calculated
unclear-not-applicable = nothing belongs there

misfit-count = Not recorded: { $count } numbers are not as many as fit. You can send at once: { $fits }.
misfit-commas = Not recorded: do the commas separate numbers or thousands? Please put spaces between the numbers.
misfit-several-places = Not recorded: { $count } numbers fit several places: { $fits }. Please write the column or the row before them and send them again.
misfit-last-unknown = Not recorded. { $before } was not reported; please give the figures.
misfit-at-card = What you just typed was not recorded. If the figures below are right, tap “Confirm”; if not, “Type again”.
extent-column = this column, { $count }
extent-row = this row, { $count }
extent-group = this part, { $count }
extent-form = the whole form, { $count }

offered = Which one do you want to change?
offered-more = Which one do you want to change? There are { $count } more; you can be more specific.
button-to-question = Back to the question

week-alone = week { $week }

# --- figures sent while nothing was asked ---
told-which = Which report are these figures for?
command-told = Choose the report
command-told-words = choose
