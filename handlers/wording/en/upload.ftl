# The form as a file: /template gives it, and what becomes of one that is sent.

command-template = the form, to fill in with Excel
command-template-words = template|blank form
template-which = Which form do you want?
template = <b>{ $title }</b>
    { $due }
    Fill it in with Excel or WPS, save it, and send the file back here. A blank cell is unanswered, not 0.
template-filled = { $count ->
    [one] The one figure of the draft is in it.
   *[other] The { $count } figures of the draft are in it.
  }
template-refusal-whole = Unit: { $unit }. A whole number, please; 0 if there is none.
template-refusal = Unit: { $unit }. A number, please, with at most { $decimals } decimals; 0 if there is none.
file-template = form

# --- the card ---
sheet-card = <b>Please check; it is recorded once you confirm:</b>
    { $title }
sheet-card-none = <b>There is no figure to record.</b>
    { $title }
sheet-read = Figures read from the sheet: { $read }; new { $new }, changed { $changed }, as in the draft { $same }.
sheet-zeros = Another { $count } figures are 0 in the sheet and are not listed.
sheet-blank = { $count ->
    [one] One blank cell was not read; it is not 0.
   *[other] { $count } blank cells were not read; they are not 0.
  }
sheet-wrong = Wrong total: { $at } ({ $label }) should be <b>{ $expected }</b>, the sheet says { $said } (totals are calculated)
sheet-unread = { $count ->
    [one] One cell was not taken; the draft stays as it is there:
   *[other] { $count } cells were not taken; the draft stays as it is there:
  }
sheet-unread-cell = ✗ { $at } ({ $label }) “{ $said }”: { $why }
sheet-unread-empty = ✗ { $at } ({ $label }): { $why }
button-sheet-discard = Do not use it
button-sheet-back = Back

fault-error = The formula fails; please type the number.
fault-date = It became a date; please set the cell's format to General and type the number again.
fault-boolean = It is not a number; please type one.
fault-formula = The formula has no result. Please open the file in Excel or WPS, save it and send it again.
fault-merged = Cells are merged; please unmerge them, one number a cell.
fault-not-applicable = Nothing belongs there; please clear it.
fault-sentence = This line should read “{ $wanted }”; please fill in the numbers only.

# --- a file that is not taken: why, and what to do ---
upload-not-xlsx = Not recorded: this is not an xlsx file. Please open it in Excel or WPS, save it as xlsx and send it again.
upload-old-office = Not recorded: this is an xls or et file. Please open it in Excel or WPS, save it as xlsx and send it again.
upload-password = Not recorded: the file is protected by a password. Please remove it, save the file and send it again.
upload-too-large = Not recorded: the file is over { $largest } MB. Please keep the form alone, without pictures, save it and send it again.
upload-unpacks-too-large = Not recorded: the file is too large once unpacked. Please send /template, fill in that form and send it.
upload-too-many-parts = Not recorded: there is too much in the file. Please keep the form alone, without pictures, save it and send it again.
upload-macros = Not recorded: the file has macros. Please save it as an xlsx without macros and send it again.
upload-external-links = Not recorded: the file refers to other files. Please copy and paste its values only, save it and send it again.
upload-damaged = Not recorded: the file is damaged. Please open it in Excel or WPS, save it as xlsx and send it again.
upload-no-form = Not recorded: the workbook does not hold “{ $title }”. Please send /template, fill in that form and send it.
upload-beside = To attach it to “{ $label }”, send “change { $label }”, then send the file again.
upload-several = Not recorded: the workbook holds { $count } such sheets ({ $sheets }). Please keep the one to report and send it again.
upload-consolidated = Not recorded: this is a consolidated table ({ $name }), not a unit's form. Please send /template for the form.
upload-mismatch = Not recorded: { $at } should be “{ $wanted }”, the sheet says “{ $found }”. Labels may not be added, removed, moved or renamed. Please send /template, fill in that form and send it.
upload-mismatch-empty = Not recorded: { $at } should be “{ $wanted }”, and it is empty. Labels may not be added, removed, moved or renamed. Please send /template, fill in that form and send it.
upload-foreign-campaign = Not recorded: this is the form of “{ $campaign }”, which you do not report to.
upload-foreign-unit = Not recorded: this file was not made for your unit. Please send /template, fill in that form and send it.
upload-other-name = Not recorded: the head of the form says “{ $said }”, it should be “{ $unit }”. If these are that unit's figures, please correct the head and send it again.
upload-other-title = Not recorded: the title says “{ $said }”, but the file is for { $period }. Please send /template, fill in that form and send it.
upload-other-sheet = Not recorded: the sheet is called “{ $said }”, but the file is for { $period }. Please send /template, fill in that form and send it.
upload-other-campaign = Not recorded, for the campaign is another one. The file is: { $its }
    Being filled in: { $now }
upload-other-unit = Not recorded, for the unit is another one. The file is: { $its }
    Being filled in: { $now }
upload-other-period = Not recorded, for the period is another one. The file is: { $its }
    Being filled in: { $now }
upload-switch = To report what is in the file, press the button and send the file again.
upload-closed = Not recorded: { $what } cannot be filled in now (it has not begun, or is over).
upload-again = The file was not recorded. To change this report, press the button first, then send the file again.
upload-caption = What was written under the file, “{ $said }”, was not recorded; if it is to be reported, please send it by itself.
upload-which = There are several reports. Please choose one first, then send the file again:
