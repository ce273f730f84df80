# Files that people send, and the narrative they belong to.

file-too-large = 文件超过 { $largest } MB，没有收下。请压缩或分成几个文件再发。
file-not-fetched = 文件没有取到（网络原因），没有收下。请再发一次。
file-no-report = 文件没有收下：现在没有正在填的报表。请先发送 /fill，再发文件。
file-no-use = 文件没有收下：这里不收文件。发送 /help 查看可用的命令。

asked-narrative = <b>{ $n }/{ $of }</b>　{ $label }
narrative-how = 请输入文字，可分几条发，也可发照片、文件；没有请点“无”。
    （{ $limits }）
narrative-more = 可继续发文字、照片、文件；填完请点“完成”。
    （{ $limits }）
narrative-limits = 文字共 { $longest } 字以内，文件最多 { $most } 个、每个 { $largest } MB 以内
told = 已收到 { $what }
told-so-far = “{ $text }”
told-texts = { $count } 条文字（共 { $length } 字）
told-files = { $count } 个文件：{ $files }
file-named = { $name }（{ $size }）
narrative-remove = 删除哪一条？
narrative-removed = ✓ 已删除
button-enough = 完成
button-remove = 删除…
button-remove-text = 第 { $n } 条：{ $text }
button-afresh = 清空文字重写
button-keep-all = 返回，不删除

attached = ✓ 已收到文件 { $file }，放入“{ $label }”
attached-words = ✓ 文件下的文字已记入“{ $label }”
not-attached-empty = “{ $name }”是空文件，没有收下。请重新选择后再发。
not-attached-there = “{ $name }”已经收到过（内容相同），没有重复收下。
not-attached-full = 已有 { $most } 个文件，“{ $name }”没有收下。请先在“{ $label }”里删除一个，再发。
not-attached-no-narrative = “{ $name }”没有收下：本表不收文件。
review-files = <b>附件</b>：{ $count } 个，{ $files }
receipt-files = 附件 { $count } 个

command-files = 各单位的附件
command-files-words = 附件
files-not-yours = 附件供汇总员和本单位联络员查看。
files-title = { $campaign } · { $period }
files-none = { $title }
    没有附件。
files-which = { $title }
    有附件的单位（{ $count }），点单位取附件：
files-gone = 没有可以提供的附件。发送 /files 查看。
files-sent = { $unit } · { $period }
    { $name }（{ $size }）
    SHA-256 { $sha256 }
button-files-of = { $unit }（{ $count }）
button-files-more = 其余 { $count } 个单位

sheet-attachments = 附件
