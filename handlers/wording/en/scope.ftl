# Choosing first what there is to report.

scope-asked = <b>Which parts have figures this time?</b>
    Choose as many as there are, then tap “Done choosing”; the others become 0.
rows-asked = <b>{ $group }</b>: which figures are there? Choose as many as there are.
rows-start = Or choose nothing and type the numbers in order, beginning with <b>{ $label }</b> ({ $unit }).
rows-next = Now type the number for <b>{ $label }</b> ({ $unit }).
left-asked = { $count ->
    [one] Everything you chose is answered. Is the one other figure 0?
   *[other] Everything you chose is answered. Are the other { $count } figures all 0?
  }
last-held = { $before }: { $names }
last-none = { $before } all 0
chosen = { $count } chosen: { $names }
chosen-none = Nothing chosen yet

choice-on = ● { $label }
choice-off = ○ { $label }
button-more = More
button-done = Done choosing
button-done-fills = Done choosing, { $count } become 0
button-reselect = Choose the parts again

completed = { $count ->
    [one] ✓ 1 figure that was not chosen set to 0
   *[other] ✓ { $count } figures that were not chosen set to 0
  }
review-zeros-completed = The other { $count } figures are 0; { $completed } of them were not chosen and became 0 by “Done choosing”.
review-completed = { $count ->
    [one] The one other figure was not chosen and became 0 by “Done choosing”.
   *[other] The other { $count } figures were not chosen and became 0 by “Done choosing”.
  }
kept = { $group }: { $names } not 0, so it stays chosen and the figures stay. To leave it out, change them to 0 first.
unplaced-number = “{ $said }” was not recorded: it is not clear which figure it is. Please choose first, or type it with its name, such as: { $label } { $said }
unplaced-words = “{ $said }” was not understood; nothing was recorded. Please choose by the buttons, or type a name; a figure can come with it, such as: { $label } 3
