# After 提交: what is mine, taking back, correcting, and what a coordinator decides.

command-withdraw = 撤回报表
command-withdraw-words = 撤回
command-correct = 更正已汇总的报表
command-correct-words = 更正|更正审核
command-version = 取某一版表格
command-version-words = 取表
command-agree = 同意更正
command-agree-words = 同意更正
command-disagree = 不同意更正
command-disagree-words = 不同意更正

button-continue = 继续填报
button-late = 补报
fill-choice-late = { $campaign } · { $period } · { $unit }（补报）
button-withdraw = 撤回
button-withdraw-confirm = 确认撤回
button-withdraw-not = 不撤回
button-withdraw-correction = 撤回更正
button-correct = 更正
button-correct-on = 继续更正
button-agree = 同意更正
button-disagree = 不同意
button-version = 第 { $version } 版表格

# --- my reports ---
mine-none = 目前没有需要填报的报表。
mine-open = 未填。
mine-drafting = 草稿：已填 { $answered }/{ $of }。
mine-withdrawn = 已撤回，本期未报。
mine-over = 未报，补报期已过；如有数据要报，请联系汇总员。
mine-submitted = 已报 第 { $version } 版 · { $at } · { $by } · { $marks }
mine-locked = 已汇总（锁定） 第 { $version } 版 · { $at } · { $by } · { $marks }
mine-correcting = 更正草稿：{ $reason }
mine-pending = 更正待审核：第 { $version } 版 · { $at } · { $by }
mine-refused = 更正未同意：第 { $version } 版
mine-outside = 该期汇总时本单位尚未列入名册，不计入该期汇总表。
mine-which = 点一份看各版本和可办事项：
mine-unknown = 没有这份报表。您的报表是：
mine-choice = { $period } · { $unit }
mine-versions = <b>各版本</b>
version-line = 第 { $version } 版 · { $at } · { $by } · { $marks }
version-reason = 更正原因：{ $reason }
version-why = 未同意的原因：{ $reason }
mark-zero = 零报告
mark-withdrawn = 已撤回
mark-pending = 更正待审核
mark-accepted = 更正已同意
mark-refused = 更正未同意
mark-sent-back = 已退回
version-caption = { $title } · 第 { $version } 版 · { $at } · { $by } · { $marks }
version-none = 没有这一版，或不是您单位的报表。

# --- receipts ---
receipt-outside = 该期汇总时本单位尚未列入名册：本报表存档，不计入该期汇总表。
receipt-correction = <b>✓ 更正已提交，待审核</b>　{ $title }
    第 { $version } 版 · { $at }
    校验码 { $fingerprint }
    汇总员同意后计入下一版汇总表；此前仍以第 { $before } 版为准。

submit-locked = 这份报表已汇总锁定，没有提交；已填内容都保留着。如需改动，请更正。
submit-over = 补报期已过，没有提交；已填内容都保留着。请联系汇总员。

# --- taking back ---
withdraw-none = 没有可以撤回的报表。已汇总的不能撤回，可以更正。
withdraw-locked = <b>{ $title }</b>
    已过汇总时间，不能撤回。
withdraw-nothing = <b>{ $title }</b>
    没有提交过，无需撤回。
withdraw-which = 撤回哪一份？
withdraw-confirm = <b>撤回？　{ $title }</b>
    第 { $version } 版（{ $at }，{ $by }）
    { $then }
withdraw-leaves-nothing = 撤回后本单位为未报；草稿保留，可修改后重新提交。{ $due }
withdraw-leaves = 撤回后以第 { $version } 版为准；草稿保留，可修改后重新提交。
withdraw-leaves-accepted = 撤回后仍以第 { $version } 版为准，更正不再审核。
withdrawn = <b>已撤回　{ $title }</b>
    第 { $version } 版已撤回。{ $then }
withdrawn-nothing = 本单位现为未报；草稿保留。{ $due }
withdrawn-before = 现以第 { $version } 版为准；草稿保留。

# --- correcting ---
correct-none = 没有可以更正的报表。汇总前可直接修改后重新提交。
correct-which = 更正哪一份？
correct-not-locked = <b>{ $title }</b>
    还没有汇总，可直接修改后重新提交，不用更正。
correct-reason = <b>更正　{ $title }</b>
    将更正已汇总的第 { $version } 版。请输入更正原因（不少于 5 个字），随更正送汇总员审核。
correct-begin = <b>更正</b>：{ $reason }
correct-waiting = 已有一份更正待审核，审核后才能再提交更正；已填内容都保留着。
correct-not-yours = 更正由联络员提交、汇总员审核；您没有这两项任务。
correct-nothing-waiting = 没有待审核的更正。

# --- deciding ---
correction-pending = 更正待审核
correction-accepted = 更正已同意
correction-refused = 更正未同意
correction = <b>{ $state }</b>　{ $title }
    第 { $version } 版 · { $at } · { $by }
    更正原因：{ $reason }
correction-figures = <b>更正内容</b>
correction-line = · { $label }：{ $before } → { $after }
correction-texts-only = 数字没有变动。
correction-text = · { $label }改为：{ $after }
correction-explanation = 上报说明
correction-files = · 附件：{ $before } 个 → { $after } 个
correction-totals = <b>{ $region }汇总数</b>
correction-same-totals = { $region }汇总数不变。
correction-blank = —
disagree-reason = <b>不同意更正　{ $title }</b>
    请输入不同意的原因（不少于 5 个字），将告知联络员。
decided-accepted = ✓ 已同意（{ $by }，{ $at }），计入下一版汇总表。
decided-refused = 未同意（{ $by }，{ $at }）：{ $reason }
decided-withdrawn = 联络员已撤回这份更正（{ $by }，{ $at }）。
decided-first = <b>{ $title }</b>
    第 { $version } 版已有决定：
    { $what }
decided-now = <b>{ $title }</b>
    第 { $version } 版：{ $what }
decide-none = 没有这份更正，或不由您审核。
told-accepted = <b>更正已同意</b>　{ $title }
    第 { $version } 版即日起为准，计入下一版汇总表。（{ $by }）
told-refused = <b>更正未同意</b>　{ $title }
    第 { $version } 版没有采用，仍以已汇总的版本为准。（{ $by }）
    原因：{ $reason }

# --- what coordinators see ---
status-correcting = 更正待审核（{ $count }）：{ $names }
caption-corrected = <b>更新</b>：含更正，以本版为准
caption-corrections = 更正：{ $names }
sheet-zero = 零报告
sheet-corrected = 更正
sheet-correction = 更正原因
file-withdrawn = 已撤回
file-pending = 更正待审核
file-refused = 更正未同意
file-sent-back = 已退回
