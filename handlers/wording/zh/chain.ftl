# What coordinators ask and get; reminders; the words of the workbook.

status-count = { $bar }　已报 { $reported } / 应报 { $expected }
status-when = { $closes } 汇总
status-closed = { $closes } 已汇总
status-past = { $closes } 已截止，没有汇总
status-opens = { $month }月{ $day }日 开始填报，{ $closes } 汇总
status-on-time = 按时（{ $count }）：{ $names }
status-late = 迟报（{ $count }）：{ $names }
status-drafting = 其中填报中（{ $count }）：{ $names }
status-waiting = 未报（{ $count }）：{ $names }
status-not-counted = 不计入汇总（{ $count }）：{ $names }
status-released = 已发出汇总表第 { $version } 版。
child = { $name }（{ $reported }/{ $expected }）

missing-head = 未报 { $count } 个（{ $when }）：
missing-none = 全部已报。
missing-unit = · { $name } — { $people }
missing-nobody = · { $name } — 尚无联络员
missing-region = · { $name } — 辖区 { $reported }/{ $expected }
missing-not-yours = 未报名单供汇总员查询。发送 /mine 查看自己的报表。
reach-bound = { $name }
reach-unbound = { $name }（未绑定）
reach-blocked = { $name }（已停用机器人，联系不上）

reminder-head = <b>填报提醒</b>
reminder-before = { $title }
    尚未报送，截止 { $deadline }，还有 { $days } 天。
reminder-today = { $title }
    尚未报送，今天 24:00 截止（{ $deadline }）。
reminder-overdue = { $title }
    未报，已过截止时间（{ $deadline }）{ $days } 天，请尽快补报。

caption-count = 应报 { $expected }，已报 { $reported }，未报 { $missing }
caption-missing = 未报：{ $names }
caption-late = 迟报：{ $names }
caption-figure = { $label } { $value }
caption-findings = 请核实（{ $count }）：
caption-finding = ⚠ { $message }
caption-version = 第 { $version } 版 · { $at } · 校验码 { $fingerprint }
caption-reissued = <b>更新</b>：含截止后补报，以本版为准
caption-empty = 没有收到任何报表，未生成汇总表。
caption-current = 截至 { $at } 的数据，尚未汇总
caption-since = 截至 { $at } 的数据，含第 { $version } 版之后的补报
caption-mismatch = <b>汇总核对不一致，未发出汇总表</b>
    { $title }
    { $places }
    请管理员检查：单位报表、汇总数、表格三者应当相等。
mismatch-place = { $label }：单位合计 { $units }，汇总 { $stored }，表格 { $sheet }

table-not-yours = 没有可以提供的汇总表。
table-nothing-yet = { $title }
    还没有单位报送，暂无汇总表。
table-mine-none = 还没有提交过报表。提交后可在这里取本单位的表格。
table-mine = { $title } · 第 { $version } 版 · { $at } · { $by }
file-table = 汇总表
file-current = 截至目前
file-version = 第{ $version }版

doubt-uncertain = <b>{ $title }</b>
    汇总表可能没有送达（发送超时，结果不明）。请先看群里有没有，没有再重新发送。
doubt-failed = <b>{ $title }</b>
    汇总表没有送达（群已停用或机器人不在群里）。请在汇总群重新发送 /bind，再点下面的按钮。
button-resend = 重新发送
resend-done = 已重新发送。
resend-no-group = 这个地区还没有绑定汇总群。请先在汇总群发送 /bind，再点重新发送。
resend-nothing = 这份汇总表已经送达或已重新发送过，没有再发。

# --- the workbook ---
sheet-annex = 汇总表
sheet-lines = 各单位数据
sheet-narratives = 工作情况
sheet-filings = 报送情况
sheet-number = 序号
sheet-unit = 单位
sheet-state = 报送状态
sheet-on-time = 按时
sheet-late = 迟报
sheet-missing = 未报
sheet-not-counted = 不计入汇总
sheet-version = 版本
sheet-version-n = 第{ $n }版
sheet-completeness = 已报/应报
sheet-total = 合计
sheet-by = 填表人
sheet-liaison = 联络员
sheet-first-at = 首次报送
sheet-last-at = 最近报送
sheet-explanation = 上报说明
sheet-no-narrative = 无
sheet-own-text = 本月开展情况
sheet-campaign = 活动
sheet-region = 地区
sheet-period = 报告期
sheet-made-at = 汇总时间
sheet-fingerprint = 校验码
sheet-expected = 应报
sheet-reported = 已报
