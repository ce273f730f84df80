# What is asked in chat: figures, where they come from, histories, cumulative tables.

cumulative-words = 累计|累计数|累计表|总表
query-not-yours = 数据查询供汇总员使用。发送 /mine 查看自己的报表，/table 取本单位的表格。
query-unknown = 这里没有可查的“{ $said }”。地区可写：{ $regions }；报告期写作 { $example }。
span = { $first }至{ $last }
button-up = 返回 { $name }

# --- a figure ---
figure-which = 查哪一项？请写类别和项目，如：{ $example }。可加报告期、地区或“累计”。
figure-unknown = 没有找到“{ $said }”。请写类别和项目，如：{ $example }。可加报告期、地区或“累计”。
figure-choice = “{ $said }”有 { $count } 项，请选择：
figure-label = <b>{ $label }</b>
figure-none = 未报
figure-pending = 尚未汇总
figure-of = （第 { $version } 版，已报 { $reported }/{ $expected }）
figure-now = { $every ->
        [week] 本周数
        [once] 本次数
       *[month] 本月数
    } <b>{ $value }</b>{ $of }
figure-so-far = 尚未汇总，已报 { $reported }/{ $expected } 的合计 <b>{ $value }</b>（暂计，不含未报）
figure-nobody = 未报（已报 0/{ $expected }）
figure-before = { $before } { $value }{ $of }，{ $change }
change-month = 环比 { $percent }
change-week = 环比 { $percent }
change-once = 较上次 { $percent }
figure-sum = 累计数 <b>{ $value }</b>（{ $span }）
figure-sum-missing = 累计数不含未报的 { $names }
figure-sum-none = 累计数 —（还没有汇总过）
figure-month = · { $month }：{ $value }{ $of }
button-trace = 数据构成
button-to-date = 累计
button-month = { $every ->
        [week] 本周数
        [once] 本次数
       *[month] 本月数
    }

# --- who it is made of ---
trace-sum = 汇总表第 { $version } 版 <b>{ $value }</b>，等于以下 { $count } 个之和
trace-computed = 汇总表第 { $version } 版 <b>{ $value }</b>，由合计数按公式计算
trace-differs = 汇总表第 { $version } 版 <b>{ $value }</b>，以下之和为 { $added }，两者不符，请联系管理员
trace-line = · { $name }：{ $value }
trace-outside = · { $name }：{ $value }（不计入汇总）

# --- histories ---
history-whose = 查哪个单位？请写单位名称。
history-unknown = 没有找到单位“{ $said }”。请写单位名称或其中几个字。
history-which = 有 { $count } 个单位，请选择：
history-choice = { $unit }（{ $region }）
history-head = <b>报送历史　{ $unit }</b>
    { $campaign } · { $region }
history-filed = · { $month }：{ $timeliness } · { $at } · 第 { $version } 版 · { $by }
history-zero = 零报告
history-missing = · { $month }：未报（{ $deadline } 截止）
history-not-yet = · { $month }：尚未报送（{ $deadline } 截止）

# --- who is late again and again ---
late-head = <b>迟报、未报次数　{ $region }</b>
    { $campaign } · 已汇总 { $count } 期
late-line = · { $name }：未报 { $missing } 次，迟报 { $late } 次（共 { $of } 期）
late-punctual = 各期均按时的 { $count } 个

# --- cumulative tables ---
sheet-cumulative = 累计数
file-cumulative = 累计表
cumulative-note = 累计数：{ $span }。
cumulative-note-missing = 累计数：{ $span }；不含未报的 { $names }。
cumulative-none = { $name }
    还没有可以累计的汇总表。
cumulative-caption = { $campaign } · { $name }
    累计数：{ $span }，{ $count } 期
cumulative-missing = 不含未报的 { $names }
cumulative-versions = 所含版本：{ $versions }
cumulative-version = { $month } 第 { $version } 版
cumulative-fingerprint = 校验码 { $fingerprint }
cumulative-mismatch = <b>核对不一致，没有生成累计表</b>
    { $name }
    { $places }
    请联系管理员：各期数据、累计数、表格三者应当相等。

# --- the commands ---
command-figure = 查一项数据（本期、上期、累计）
command-figure-words = 数据|查数
command-trace = 一项数据由谁构成
command-trace-words = 构成|追溯
command-history = 一个单位的报送历史
command-history-words = 历史|报送历史
command-late = 迟报、未报次数
command-late-words = 迟报
