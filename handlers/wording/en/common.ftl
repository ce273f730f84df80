# Words used in more than one place.

language-name = English
list-separator = , { "" }
title = { $campaign } · { $period } · { $unit }
figure = { $value } { $unit }
more-lines = … and { $count } more
and-more = { $names } and { $count } more

on-time = on time
late = late

# --- dates ---
period-month = { $month } { $year }
period-week = week { $week } of { $year }
period-once = final summary
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
deadline = 24:00 on { $month }/{ $day }
due = Due { $deadline }
due-in = Due { $deadline }, { $days ->
    [one] 1 day left
   *[other] { $days } days left
  }
due-today = Due today at 24:00 ({ $deadline })
due-passed = The deadline ({ $deadline }) has passed; you can still file, and it will count as late

# --- when something is not understood ---
outdated = That button belongs to an old message; nothing was changed. Please use the newest message, or send /fill to go on.
not-understood = That was not understood. Send /help to see what there is.
unknown-command = There is no such command. Send /help to see what there is.
unknown-period = There is no period “{ $said }”. There are { $first } to { $last }; write { $example }.
only-in-private = Please use /{ $command } in our private chat.
only-in-group = Please use /{ $command } in the coordinators' group.
failed = Sorry, this message could not be handled. It is on record, and nothing from before is lost. Please send it again, or /fill to go on.
