# The interview. Short, polite, exact: these are officials on a phone, in a hurry.

fill-begin = <b>{ $title }</b>
    { $due }
fill-which = 有几份报表，请选择：
fill-gone = 这份报表现在不能填报。可以填报的是：
fill-choice-open = { $campaign } · { $period } · { $unit }
fill-choice-submitted = ✓ { $campaign } · { $period } · { $unit }（已提交）
fill-again = <b>{ $title }</b>
    已提交第 { $version } 版（{ $at }，{ $by }）。汇总前可以修改后重新提交。
fill-locked = <b>{ $title }</b>
    第 { $version } 版（{ $at }，{ $by }）已汇总并锁定。如需改动，请更正（/correct）。
fill-not-yours = 您没有填报任务。发送 /status 查看进度，/help 查看命令。
fill-nothing-open = 目前没有需要填报的报表。
fill-opens = 目前没有需要填报的报表，下一期 { $month }月{ $day }日 开始填报。

asked-figure = <b>{ $n }/{ $of }</b>　{ $label }（{ $unit }）
asked-figure-unit = <b>{ $n }/{ $of }</b>　{ $label }
asked-current = 已填：{ $value }
before-month = 上月
before-week = 上周
before-once = 上次
last = { $before } { $value }
last-unknown = { $before }未报

recorded = ✓ { $label } { $value }
recorded-read-back = ✓ { $label }，记为 <b>{ $value }</b>
recorded-before = （原为 { $value }）
recorded-text = ✓ { $label } 已记录
filled = ✓ { $group }：其余 { $count } 项填 0

review = <b>核对　{ $title }</b>
review-press = 没有记录。核对无误请点“提交”，要改请点“修改”。
review-group = <b>{ $group }</b>：{ $items }
review-all-zero = 全部 { $count } 项为 0。
review-zeros = 其余 { $count } 项为 0。
review-more = ……另有 { $count } 项，点“修改”查看。
review-narrative = <b>{ $label }</b>：{ $text }
review-explained = <b>上报说明</b>：{ $text }
unanswered = 还有 { $count } 项未填。
finding-hard = ✗ { $message }（必须更正）
finding-soft = ⚠ { $message }（请更正，或提交时说明）

stopped = 还不能提交：
explain-kept = 已有说明：{ $text }
    这些会保留，新输入的接在后面。
explain = 有需要说明的地方。请输入上报说明（不少于 5 个字，写明原因），说明将随报表上报；也可返回修改。
button-change = 修改 { $label }
choose-group = 修改哪一类？
choose-question = 修改 { $group } 的哪一项？

saved = 草稿已保存（{ $answered }/{ $of }）：{ $title }
    随时发送 /fill 从这里继续。
receipt = <b>✓ 已提交</b>　{ $title }
    第 { $version } 版 · { $at } · { $timeliness }
    校验码 { $fingerprint }
    { $then }
receipt-change = 汇总前可发送 /fill 修改后重新提交。
receipt-next = 本期已汇总，将计入下一版汇总表。
receipt-zero = <b>✓ 零报告已提交</b>　{ $title }
    第 { $version } 版 · { $at } · { $timeliness }
    校验码 { $fingerprint }
    { $then }
submit-unchanged = 与已提交的第 { $version } 版相同，没有另行提交。
not-in-interview = 现在没有等待回答的问题。发送 /fill 填报，/help 查看命令。
edited = 修改已发出的消息不会改变已记录的答案。要改答案，请点“上一题”，或在核对页点“修改”。

button-fill = 开始填报
button-again = 修改后重新提交
button-zero = 0
button-none = 无
button-keep = 不改，下一题
button-rest = 本类其余填0（{ $count }项）
button-back = 上一题
button-save = 保存草稿
button-submit = 提交
button-edit = 修改
button-to-review = 返回核对

# --- the faster ways ---
filled-all = ✓ 其余全部 { $count } 项填 0
unfilled = 已撤销：{ $count } 项恢复为未填
declared = <b>零报告　{ $title }</b>
    声明：本期 { $count } 项数据（含投诉举报等）全部为 0。
declared-narrative = { $label }：无（如有，请直接输入文字，或发照片、文件）
undeclared = 草稿中有 { $count } 项不为 0，不能报零。可继续填报，或清空后零报告。
clearing = 将清空草稿中不为 0 的 { $count } 项，确定吗？
button-declare = 零报告
button-declare-confirm = 确认，提交零报告
button-by-question = 逐项填报
button-to-filling = 返回填报
button-clear = 清空后零报告
button-clear-confirm = 确认清空
button-same = 同{ $before } { $value }
button-all = 其余全部填0（{ $count }项）
button-undo = 撤销填0（{ $count }项）
button-skip = 跳过
zero-which = 哪一份报零？

# --- refusals: why, and what to type instead ---
refused = “{ $said }”没有记录：{ $reason }
refused-empty = 没有内容，请输入数字。
refused-empty-text = 没有内容，请输入文字。
refused-not-a-number = 不是数字。请输入数字，如 12 或 十二；没有请填 0。
refused-negative = 不能为负数。
refused-not-whole = 单位是{ $unit }，请填整数。
refused-too-many-decimals = 最多 { $decimals } 位小数（单位 { $unit }）。
refused-too-large = 数字过大，请核对。
refused-exponent = 请写完整的数字，如 1000。
refused-special-digits = 请用普通数字，如 1、2、3。
refused-bad-grouping = 逗号位置不对：是 1,230 还是 1.23？请只写数字。
refused-rough = 请填确切的数字。
refused-wrong-unit = 单位不对，本项单位是{ $unit }。
refused-lone-dash = 是 0 吗？是请填 0；不清楚请先保存草稿。
refused-several-numbers = 这里只填一个数字。
refused-text-too-long = 文字过长，请控制在 3000 字以内。
refused-only-a-number = 这里填写文字，不填数字。要填数字，请返回相应的项目。
refused-too-short = 请写明具体原因，不少于 5 个字。
refused-not-text = 请输入文字或数字；语音、视频、表情、位置没有记录。
