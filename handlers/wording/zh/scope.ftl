# Choosing first what there is to report.

scope-asked = <b>本期哪些类别有数据？</b>
    可多选，选好后点“完成选择”；未选的类别填 0。
rows-asked = <b>{ $group }</b>：哪些项目有数据？可多选。
rows-start = 也可不选，直接从 <b>{ $label }</b>（{ $unit }）起逐项输入数字。
rows-next = 请直接输入 <b>{ $label }</b>（{ $unit }）的数字。
left-asked = 已选的都填好了，其余 { $count } 项都是 0 吗？
last-held = { $before }有数：{ $names }
last-none = { $before }全部为 0
chosen = 已选 { $count } 个：{ $names }
chosen-none = 尚未选择

choice-on = ● { $label }
choice-off = ○ { $label }
button-more = 更多
button-done = 完成选择
button-done-fills = 完成选择，{ $count }项填0
button-reselect = 重新选择类别

completed = ✓ 未选的 { $count } 项填 0
review-zeros-completed = 其余 { $count } 项为 0，其中未选的 { $completed } 项按“完成选择”填 0。
review-completed = 未选的 { $count } 项按“完成选择”填 0。
kept = { $group } 的 { $names } 不为 0，没有取消选择，数字保留。如要取消，请先改为 0。
unplaced-number = “{ $said }”没有记录：不清楚填在哪一项。请先选择，或连名称一起输入，如：{ $label } { $said }
unplaced-words = 没有看懂“{ $said }”，没有记录。请点选，或输入名称；也可连数字一起输入，如：{ $label } 3
