# Invitations, greetings, help, the commands.

stranger = Hello. This bot is for invited people only. Please open the invitation link you were given, or send: /start CODE
invite-unknown = This invitation code was not found. Please check it and send it again, or ask your coordinator for a new one.
invite-used = This invitation code has been used already. If it was not you who used it, please tell the administrator at once.
invite-expired = This invitation code has expired. Please ask your coordinator for a new one.
invite-foreign = This invitation code does not fit this account: the account or the person is bound otherwise. Please contact the administrator.
welcome = Welcome, { $name }! Your account is bound.
greeting = Hello, { $name }.
duty = · { $campaign }: { $name }, { $role }
todo = To report: { $title }　{ $due }
welcome-asking = Send /status for the state of things, /missing for who has not reported, /table for the table.
welcome-binding = Add me to the coordinators' group and send /bind there.
role-liaison = liaison
role-deputy = deputy liaison
role-coordinator = coordinator
role-administrator = administrator

bind-not-yours = Only a coordinator of the region can bind its group.
bind-other = You are not a coordinator of “{ $said }”.
bind-which = Which region's group is this?
bound = ✓ This group is bound: { $campaign } · { $region }. The tables will be posted here.
bound-again = This group is bound already: { $campaign } · { $region }; there is nothing to do.
group-not-bound = This group is not bound to any region. The coordinator can send /bind here.
bound-moved = ✓ The group of { $campaign } · { $region } is now this one; the former group gets nothing more.

language-which = 请选择语言 / Please choose a language
language-set = English from now on.

help-head = <b>Commands</b> (the words do the same)
help-line = /{ $name }　{ $spoken } — { $does }
help-numbers = Numbers may be typed as 12, １２, 十二 or 3.5万元.
help-group = In a group, use the commands, or mention me with the word.

command-start = Begin
command-start-words = start
command-fill = Fill in this period's report
command-fill-words = fill|report
command-zero = Zero report (everything is 0)
command-zero-words = nil
command-mine = My reports
command-mine-words = mine
command-status = State of reporting
command-status-words = status|progress
command-missing = Who has not reported
command-missing-words = missing
command-table = The consolidated table
command-table-words = table
command-bind = Make this the region's group
command-bind-words = bind
command-help = The commands
command-help-words = help
command-language = English / 中文
command-language-words = language
command-resend = Send the table again
command-resend-words = resend
command-again = Change and resubmit
command-again-words = resubmit
