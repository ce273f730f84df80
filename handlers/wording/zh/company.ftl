# Two people of a unit, one report.

company-just-now = { $name } 正在填报（刚刚）
company-minutes = { $name } 正在填报（{ $minutes }分钟前）
company-current = 现为 { $value }（{ $name }）
company-before = （原为 { $value }，{ $name } 填）
company-gave = 其中 { $count } 项由 { $name } 填。
company-overtaken = 填报内容刚有改动，没有执行。请按最新内容继续：
company-submitted = <b>{ $title }</b>
    { $by } 已提交第 { $version } 版（{ $at }），您已记录的内容都在其中；没有点“确认”的不在。
company-withdrawn = <b>{ $title }</b>
    { $by } 已撤回第 { $version } 版。{ $then }
