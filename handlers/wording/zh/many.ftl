# Many answers in one message, read back before they are written.

card = <b>请核对，确认后才记录：</b>
card-nothing = 没有记录：没有认出可以记录的数字。
card-stopped = <b>没有记录，请更正后整条重新发送：</b>
card-pair = { $label } <b>{ $value }</b>
card-zeros = 其余未填的 { $count } 项填 0
card-total = { $label }：合计应为 <b>{ $expected }</b>，输入的是 { $said }（合计由系统计算）
card-slip = ✗ 第 { $n } 个“{ $said }”（{ $label }）：{ $why }
card-conflict = ✗ { $label } 写了不同的数：{ $values }。请只写一个。
card-unclear = 没有看懂：“{ $said }”（{ $why }）
card-unclear-perhaps = 没有看懂：“{ $said }”（{ $why }）可能是：{ $perhaps }
card-narrative = <b>{ $label }</b>：{ $text }
card-narrative-replaces = <b>{ $label }</b>：{ $text }（将替换原来的文字）
card-same = { $label } <b>{ $value }</b>（{ $same }）
card-same-zeros = 其余 { $count } 项{ $same }，均为 0
card-last-unknown = “{ $same }”没有记录：{ $before }未报
recorded-many = ✓ 已记录：{ $parts }
part-given = { $count } 项
part-zeros = { $count } 项填 0
part-same = { $count } 项{ $same }
as-month = 同上月
as-week = 同上周
as-once = 同上次
button-last = 全部{ $same }
button-confirm = 确认
button-discard = 重新输入

unclear-words = 有不认识的词
unclear-no-name = 没写是哪一项
unclear-no-value = 没写数字
unclear-ambiguous = 不止一项符合，请写上类别
unclear-column-unclear = 不清楚是哪一类
unclear-number = 数字不对
unclear-computed = 由系统计算，不用填
unclear-not-applicable = 本格不用填

misfit-count = 没有记录：有 { $count } 个数字，个数不对。可以一次填：{ $fits }。
misfit-commas = 没有记录：逗号是分隔还是千位？请用空格分开各个数字。
misfit-several-places = 没有记录：{ $count } 个数字有几处可填：{ $fits }。请在前面写上列名或行名，再发一次。
misfit-last-unknown = 没有记录：{ $before }未报，请填数字。
misfit-at-card = 刚才输入的没有记录。下面的数字无误请点“确认”，否则请点“重新输入”。
extent-column = 本列 { $count } 个
extent-row = 本行 { $count } 个
extent-group = 本类 { $count } 个
extent-form = 全表 { $count } 个

offered = 要改哪一项？
offered-more = 要改哪一项？另有 { $count } 项，可以写得更具体。
button-to-question = 返回本题

week-alone = 第{ $week }周

# --- figures sent while nothing was asked ---
told-which = 这些数字填到哪一份报表？
command-told = 选择报表
command-told-words = 选择报表
