# Invitations, greetings, help, the commands.

stranger = 您好。本机器人仅供受邀人员使用。请点开收到的邀请链接，或发送：/start 邀请码
invite-unknown = 没有找到这个邀请码，请核对后再发一次，或向汇总员重新索取。
invite-used = 这个邀请码已经用过。如果不是您本人使用，请立即联系管理员。
invite-expired = 这个邀请码已过期，请向汇总员重新索取。
invite-foreign = 这个邀请码与当前账号不符：账号或人员已另有绑定。请联系管理员。
welcome = { $name }，您好！绑定成功。
greeting = { $name }，您好。
duty = · { $campaign }：{ $name } { $role }
todo = 待报：{ $title }　{ $due }
welcome-asking = 发送 /status 查看进度，/missing 查看未报单位，/table 取汇总表。
welcome-binding = 把我拉进汇总群后，请在群里发送 /bind。
role-liaison = 联络员
role-deputy = 联络员（B角）
role-coordinator = 汇总员
role-administrator = 管理员

bind-not-yours = 只有本地区的汇总员可以绑定汇总群。
bind-other = 您不是“{ $said }”的汇总员。
bind-which = 绑定哪个地区的汇总群？
bound = ✓ 本群已绑定：{ $campaign } · { $region }。汇总表将发到这里。
bound-again = 本群已经绑定：{ $campaign } · { $region }，无需重复绑定。
group-not-bound = 本群没有绑定汇总群。请汇总员在这里发送 /bind。
bound-moved = ✓ { $campaign } · { $region } 的汇总群改为本群，原来的群不再接收。

language-which = 请选择语言 / Please choose a language
language-set = 好的，今后用中文。

help-head = <b>命令</b>（也可直接发中文词）
help-line = /{ $name }　{ $spoken } — { $does }
help-numbers = 数字可写 12、１２、十二、3.5万元。
help-group = 在群里请用命令，或 @ 我再写中文词。

command-start = 开始
command-start-words = 开始
command-fill = 填报本期数据
command-fill-words = 填报|填表|报表
command-zero = 零报告（全部为 0）
command-zero-words = 零报告|零报
command-mine = 我的报表
command-mine-words = 我的|我的报表
command-status = 报送进度
command-status-words = 进度|状态
command-missing = 未报单位
command-missing-words = 未报|缺报
command-table = 汇总表
command-table-words = 汇总|汇总表
command-bind = 绑定本群为汇总群
command-bind-words = 绑定
command-help = 命令一览
command-help-words = 帮助
command-language = 中文 / English
command-language-words = 语言
command-resend = 重新发送汇总表
command-resend-words = 重新发送
command-again = 修改后重新提交
command-again-words = 重新提交
