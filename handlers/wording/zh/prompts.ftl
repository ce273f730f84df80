# A command that waits for words.

prompt-cancelled = 已取消。
prompt-goes-on = 继续填报：{ $title }
prompt-none = 没有需要取消的操作。
prompt-not-text = 这里请输入文字；不需要了请点“取消”。
button-cancel = 取消
command-cancel = 取消
command-cancel-words = 取消
