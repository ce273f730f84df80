# Words used in more than one place.

language-name = 中文
list-separator = 、
title = { $campaign } · { $period } · { $unit }
figure = { $value } { $unit }
more-lines = ……另有 { $count } 个
and-more = { $names } 等（另有 { $count } 个）

on-time = 按时
late = 迟报

# --- dates ---
period-month = { $year }年{ $month }
period-week = { $year }年第{ $week }周
period-once = 专项总结
month-1 = 1月
month-2 = 2月
month-3 = 3月
month-4 = 4月
month-5 = 5月
month-6 = 6月
month-7 = 7月
month-8 = 8月
month-9 = 9月
month-10 = 10月
month-11 = 11月
month-12 = 12月
deadline = { $month }月{ $day }日 24:00
due = 截止 { $deadline }
due-in = 截止 { $deadline }，还有 { $days } 天
due-today = 今天 24:00 截止（{ $deadline }）
due-passed = 已过截止时间（{ $deadline }），可补报，计为迟报

# --- when something is not understood ---
outdated = 这是旧消息上的按钮，没有改动任何内容。请看最新的一条消息，或发送 /fill 继续。
not-understood = 没有看懂。发送 /help 查看可用的命令。
unknown-command = 没有这个命令。发送 /help 查看可用的命令。
unknown-period = 没有“{ $said }”这个报告期。可选 { $first } 至 { $last }，写作 { $example }。
only-in-private = 请在与我的私聊中使用 /{ $command }。
only-in-group = 请在汇总群中使用 /{ $command }。
failed = 抱歉，这条消息没有处理成功，已记录；此前的内容都在。请再发一次，或发送 /fill 继续。
