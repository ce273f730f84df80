# The form as a file: /template gives it, and what becomes of one that is sent.

command-template = 用 Excel 填报的表格
command-template-words = 模板|空表|表格
template-which = 要哪一份表格？
template = <b>{ $title }</b>
    { $due }
    用 Excel 或 WPS 填写，保存后把文件发回这里。空白格表示未填，不算 0。
template-filled = 草稿中的 { $count } 项已填在表里。
template-refusal-whole = 单位：{ $unit }。请填整数；没有请填 0。
template-refusal = 单位：{ $unit }。请填数字，最多 { $decimals } 位小数；没有请填 0。
file-template = 填报表

# --- the card ---
sheet-card = <b>请核对，确认后才记录：</b>
    { $title }
sheet-card-none = <b>没有要记录的数字。</b>
    { $title }
sheet-read = 工作表读出 { $read } 项：新填 { $new } 项，改动 { $changed } 项，与草稿相同 { $same } 项。
sheet-zeros = 另有 { $count } 项填的是 0，没有逐项列出。
sheet-blank = 空白 { $count } 格未读，不算 0。
sheet-wrong = 合计不符：{ $at }（{ $label }）应为 <b>{ $expected }</b>，表中是 { $said }（合计由系统计算）
sheet-unread = 没有读 { $count } 格，草稿不变：
sheet-unread-cell = ✗ { $at }（{ $label }）“{ $said }”：{ $why }
sheet-unread-empty = ✗ { $at }（{ $label }）：{ $why }
button-sheet-discard = 不采用
button-sheet-back = 返回

fault-error = 公式出错，请改成数字。
fault-date = 成了日期，请把单元格格式改为“常规”，再输入数字。
fault-boolean = 不是数字，请改成数字。
fault-formula = 公式没有结果。请用 Excel 或 WPS 打开，保存，再发一次。
fault-merged = 单元格合并了，请取消合并，每格填一个数。
fault-not-applicable = 本格不用填，请清空。
fault-sentence = 这一行的文字应为“{ $wanted }”，只填数字。

# --- a file that is not taken: why, and what to do ---
upload-not-xlsx = 没有记录：这不是 xlsx 文件。请用 Excel 或 WPS 打开，另存为 xlsx，再发一次。
upload-old-office = 没有记录：这是 xls 或 et 格式的文件。请用 Excel 或 WPS 打开，另存为 xlsx，再发一次。
upload-password = 没有记录：文件设了密码。请去掉密码，保存后再发一次。
upload-too-large = 没有记录：文件超过 { $largest } MB。请只留填报表，去掉图片，保存后再发一次。
upload-unpacks-too-large = 没有记录：文件展开后太大。请发送 /template 取表格，把数字填进去再发。
upload-too-many-parts = 没有记录：文件里的内容太多。请只留填报表，去掉图片，保存后再发一次。
upload-macros = 没有记录：文件带有宏。请另存为不带宏的 xlsx，再发一次。
upload-external-links = 没有记录：文件引用了别的文件。请复制后“选择性粘贴—数值”，保存后再发一次。
upload-damaged = 没有记录：文件已损坏，打不开。请用 Excel 或 WPS 打开，另存为 xlsx，再发一次。
upload-no-form = 没有记录：工作簿里没有“{ $title }”。请发送 /template 取表格，把数字填进去再发。
upload-beside = 要作为“{ $label }”的附件，请发送“改 { $label }”，再把文件发一次。
upload-several = 没有记录：工作簿里有 { $count } 张同样的表（{ $sheets }）。请只留要报的一张，再发一次。
upload-consolidated = 没有记录：这是汇总表（{ $name }），不是单位的填报表。请发送 /template 取表格。
upload-mismatch = 没有记录：{ $at } 应为“{ $wanted }”，表中是“{ $found }”。表头和行名不能增删、移动、改名。请发送 /template 取表格，把数字填进去再发。
upload-mismatch-empty = 没有记录：{ $at } 应为“{ $wanted }”，表中是空的。表头和行名不能增删、移动、改名。请发送 /template 取表格，把数字填进去再发。
upload-foreign-campaign = 没有记录：这是“{ $campaign }”的表，您没有它的填报任务。
upload-foreign-unit = 没有记录：这份文件不是为您的单位生成的。请发送 /template 取本单位的表格，把数字填进去再发。
upload-other-name = 没有记录：表头写的是“{ $said }”，应为“{ $unit }”。如果就是本单位的数字，请把表头改过来，再发一次。
upload-other-title = 没有记录：标题写的是“{ $said }”，文件却是 { $period } 的。请发送 /template 取本期的表格，把数字填进去再发。
upload-other-sheet = 没有记录：工作表名是“{ $said }”，文件却是 { $period } 的。请发送 /template 取本期的表格，把数字填进去再发。
upload-other-campaign = 没有记录，活动不同。文件是：{ $its }
    正在填报：{ $now }
upload-other-unit = 没有记录，单位不同。文件是：{ $its }
    正在填报：{ $now }
upload-other-period = 没有记录，报告期不同。文件是：{ $its }
    正在填报：{ $now }
upload-switch = 要报文件里的这一份，请点下面的按钮，再把文件发一次。
upload-closed = 没有记录：{ $what } 现在不能填报（还没有开始，或已过补报期）。
upload-again = 文件没有记录。要改这份报表，请先点下面的按钮，再把文件发一次。
upload-caption = 文件下面写的“{ $said }”没有记录；如需填报，请单独发送。
upload-which = 有几份报表，请先选要填的，再把文件发一次：
