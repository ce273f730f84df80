# Two people of a unit, one report.

company-just-now = { $name } is filling this in, too (just now)
company-minutes = { $minutes ->
    [one] { $name } is filling this in, too (a minute ago)
   *[other] { $name } is filling this in, too ({ $minutes } minutes ago)
}
company-current = Now { $value } ({ $name })
company-before = {" "}(was { $value }, by { $name })
company-gave = { $count ->
    [one] One of these answers is { $name }’s.
   *[other] { $count } of these answers are { $name }’s.
}
company-overtaken = The answers have just changed, so nothing was done. Please go on from here:
company-submitted = <b>{ $title }</b>
    { $by } has submitted version { $version } ({ $at }); what you had recorded is part of it, what you had not confirmed is not.
company-withdrawn = <b>{ $title }</b>
    { $by } has withdrawn version { $version }. { $then }
