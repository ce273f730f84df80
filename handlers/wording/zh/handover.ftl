# A duty passed on to a successor.

command-handover = 移交工作
command-handover-words = 移交|工作移交
duty-name = { $campaign }：{ $place } { $role }
former = 您好。您在这里的职责已经结束或已移交，本账号不再能查看和填报。如有疑问，请联系汇总员；收到新的邀请链接，请点开或发送：/start 邀请码

handover-which = 移交哪一项职责？
handover-own = { $place } { $role }（本人）
handover-not-yours = 没有执行：这项职责不由您移交，或已经结束。发送 /handover 查看可以移交的职责。
handover-places = 请选择单位（第 { $page }/{ $of } 页），也可以发送：移交 单位名
handover-no-place = 没有可由您移交的“{ $said }”。发送 /handover 查看。
handover-place = <b>{ $name }</b>
handover-holder = · { $role }：{ $who }
handover-nobody = 尚无联络员。

handover-name = 移交 { $duty }
    请输入接任者的姓名，后面可加电话。
handover-name-again = 没有看懂姓名（不超过 20 个字；电话写在后面，用空格分开）。
    移交 { $duty }
    请输入接任者的姓名。
handover-card = <b>移交工作</b>
    { $duty }
    原：{ $old }
    接任：{ $name }
    确认后生成一次性链接，由您转发给接任者，7 天内有效。接任者打开链接时，原账号立即不再能查看和填报；草稿、已报数据和记录都留在单位。
handover-yes-words = 确认|确认移交|是
handover-forward = ✓ 请把下面这条消息转发给 { $name } 本人。对方接任后会通知您；发送 /handover 可查看或取消。
handover-link = <b>工作移交</b>
    { $name }，您好！请您接任 { $duty }。
    点开链接即接任：{ $link }
    或向机器人发送：/start { $code }
    只能用一次，{ $until } 前有效。
handover-pending = { $duty }
    正在移交给 { $name }，链接 { $until } 前有效，对方尚未接任。
handover-cancelled = ✓ 已取消移交，链接作废，职责不变。
handover-no-link = 没有需要取消的移交。

handover-take = 接任 { $duty }？
handover-taken = ✓ 您已接任 { $duty }。
handover-used = 这个移交链接已经用过。如果不是您本人使用，请立即联系汇总员。
handover-void = 这个移交链接已作废（已取消、重新生成，或职责已变动）。请向移交人重新索取。
handover-expired = 这个移交链接已过期，请向移交人重新索取。
handover-own-link = 这是您自己的职责，请把链接转发给接任者。
handover-held = 您已经担任这项职责，无需接任。
handover-foreign = 同名同电话的接任者已绑定另一个账号：请用那个账号打开链接，或请移交人写明电话后重新生成。
handover-relieved = { $duty } 已由 { $name } 接任，您的这项职责到此结束。感谢您的工作。
handover-told = { $duty } 已由 { $name } 接任（原：{ $old }）。

handover-stop = 立即停用 { $name } 的 { $duty }？
    停用后该账号马上不能查看和填报；草稿、已报数据和记录都留在单位。
handover-stopped = ✓ 已停用 { $name } 的 { $duty }。
handover-stopped-you = 您的职责 { $duty } 已由 { $by } 停用。如有疑问，请联系汇总员。

button-handover-units = 本地区各单位
button-handover-before = 上一页
button-handover-next = 下一页
button-handover-on = 移交：{ $name } { $role }
button-handover-stop = 立即停用：{ $name }
button-handover-stop-confirm = 确认停用
button-handover-appoint = 指定接任者
button-handover-name = 指定{ $role }
button-handover-confirm = 确认移交
button-handover-cancel = 取消移交
button-handover-again = 重新生成
button-handover-take = 接任
