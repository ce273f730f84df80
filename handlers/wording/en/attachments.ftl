# Files that people send, and the narrative they belong to.

file-too-large = The file is over { $largest } MB and was not taken. Please make it smaller, or split it, and send it again.
file-not-fetched = The file could not be fetched (network trouble) and was not taken. Please send it again.
file-no-report = The file was not taken: no report is being filled in. Please send /fill first, then the file.
file-no-use = The file was not taken: there is no use for it here. Send /help for the commands.

asked-narrative = <b>{ $n }/{ $of }</b>　{ $label }
narrative-how = Please type it, in one message or several; photos and files can be sent too. If there is nothing, tap “None”.
    ({ $limits })
narrative-more = More text, photos and files can be sent; when it is all there, tap “Done”.
    ({ $limits })
narrative-limits = at most { $longest } characters in all, and { $most } files of up to { $largest } MB each
told = Received: { $what }
told-so-far = “{ $text }”
told-texts = { $count ->
    [one] { $count } text
   *[other] { $count } texts
} ({ $length ->
    [one] { $length } character
   *[other] { $length } characters
})
told-files = { $count ->
    [one] { $count } file
   *[other] { $count } files
}: { $files }
file-named = { $name } ({ $size })
narrative-remove = Which is to be removed?
narrative-removed = ✓ Removed
button-enough = Done
button-remove = Remove…
button-remove-text = Text { $n }: { $text }
button-afresh = Remove all text
button-keep-all = Back, remove nothing

attached = ✓ File { $file } received, put under “{ $label }”
attached-words = ✓ The words under it were added to “{ $label }”
not-attached-empty = “{ $name }” is an empty file and was not taken. Please choose it again and send it.
not-attached-there = “{ $name }” is there already (the same content) and was not taken twice.
not-attached-full = There are { $most } files already; “{ $name }” was not taken. Please remove one under “{ $label }” first, then send it again.
not-attached-no-narrative = “{ $name }” was not taken: this table has no place for files.
review-files = <b>Attachments</b>: { $count }, { $files }
receipt-files = { $count ->
    [one] { $count } attachment
   *[other] { $count } attachments
}

command-files = units' attachments
command-files-words = attachments
files-not-yours = Attachments are for coordinators, and for the unit's own liaisons.
files-title = { $campaign } · { $period }
files-none = { $title }
    No attachments.
files-which = { $title }
    Units with attachments ({ $count }); tap one to get its files:
files-gone = No attachments to give here. Send /files to see what there is.
files-sent = { $unit } · { $period }
    { $name } ({ $size })
    SHA-256 { $sha256 }
button-files-of = { $unit } ({ $count })
button-files-more = The other units ({ $count })

sheet-attachments = Attachments
