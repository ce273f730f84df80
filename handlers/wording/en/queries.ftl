# What is asked in chat: figures, where they come from, histories, cumulative tables.

cumulative-words = cumulative|total to date|to date|final
query-not-yours = Queries are for coordinators. Send /mine for your own reports, /table for your unit's table.
query-unknown = There is no “{ $said }” to be asked about here. Regions: { $regions }; a period is written { $example }.
span = { $first } to { $last }
button-up = Back to { $name }

# --- a figure ---
figure-which = Which figure? Please name column and row, like: { $example }. A period, a region or “cumulative” may be added.
figure-unknown = “{ $said }” was not found. Please name column and row, like: { $example }. A period, a region or “cumulative” may be added.
figure-choice = “{ $said }” stands for { $count } figures. Please choose:
figure-label = <b>{ $label }</b>
figure-none = not reported
figure-pending = not rolled up yet
figure-of = {" "}(version { $version }, { $reported } of { $expected } reported)
figure-now = { $every ->
        [week] This week
        [once] This time
       *[month] This month
    } <b>{ $value }</b>{ $of }
figure-so-far = Not rolled up yet. { $reported } of { $expected } have reported, together <b>{ $value }</b> (provisional, without who has not)
figure-nobody = Not reported (0 of { $expected })
figure-before = { $before } { $value }{ $of }, { $change }
change-month = month-on-month { $percent }
change-week = week-on-week { $percent }
change-once = change { $percent }
figure-sum = Cumulative <b>{ $value }</b> ({ $span })
figure-sum-missing = Not in it, because not reported: { $names }
figure-sum-none = Cumulative — (nothing has been rolled up yet)
figure-month = · { $month }: { $value }{ $of }
button-trace = Made up of
button-to-date = Cumulative
button-month = { $every ->
        [week] This week
        [once] This time
       *[month] This month
    }

# --- who it is made of ---
trace-sum = Version { $version } of the table: <b>{ $value }</b>, the sum of these { $count }
trace-computed = Version { $version } of the table: <b>{ $value }</b>, computed from the totals
trace-differs = Version { $version } of the table: <b>{ $value }</b>. These add up to { $added }: the two differ. Please tell an administrator.
trace-line = · { $name }: { $value }
trace-outside = · { $name }: { $value } (not counted)

# --- histories ---
history-whose = Which unit? Please write its name.
history-unknown = There is no unit “{ $said }” here. Please write its name, or part of it.
history-which = There are { $count } units. Please choose:
history-choice = { $unit } ({ $region })
history-head = <b>History: { $unit }</b>
    { $campaign } · { $region }
history-filed = · { $month }: { $timeliness } · { $at } · version { $version } · { $by }
history-zero = zero report
history-missing = · { $month }: not reported (was due { $deadline })
history-not-yet = · { $month }: not reported yet (due { $deadline })

# --- who is late again and again ---
late-head = <b>Late and not reported: { $region }</b>
    { $campaign } · { $count ->
        [one] 1 period
       *[other] { $count } periods
    } rolled up
late-line = · { $name }: not reported { $missing }, late { $late } (of { $of })
late-punctual = Always on time: { $count }

# --- cumulative tables ---
sheet-cumulative = Cumulative
file-cumulative = cumulative
cumulative-note = Cumulative: { $span }.
cumulative-note-missing = Cumulative: { $span }; without { $names }, not reported.
cumulative-none = { $name }
    There is no table yet to add up.
cumulative-caption = { $campaign } · { $name }
    Cumulative: { $span }, { $count ->
        [one] 1 period
       *[other] { $count } periods
    }
cumulative-missing = Not in it, because not reported: { $names }
cumulative-versions = Made of: { $versions }
cumulative-version = { $month } version { $version }
cumulative-fingerprint = Fingerprint { $fingerprint }
cumulative-mismatch = <b>The sums do not agree; no cumulative table was made</b>
    { $name }
    { $places }
    Please tell an administrator: the periods' figures, the sums and the sheet should be equal.

# --- the commands ---
command-figure = A figure (this period, the last, cumulative)
command-figure-words = figure
command-trace = Who a figure is made of
command-trace-words = trace
command-history = A unit's filings over time
command-history-words = history
command-late = Who is late or missing again and again
command-late-words = late
