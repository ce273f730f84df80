"""The words around names and figures in a message: data of the language, nothing of a campaign."""

from __future__ import annotations


def _words(line: str) -> tuple[str, ...]:
    return tuple(line.split())


# Words that say nothing of a figure. What changes a figure's meaning (上月, 累计, 未, 拟, 约)
# must never stand here: a clause with a word that is not known is not taken.
FILLERS = _words(
    "为 是 有 了 已 的 在 对 共 共有 共计 总计 一共 一共有 总共 计 达 达到 等于 其中 另 另外 还有 "
    "本月 本月份 本期 本周 当月 我单位 本单位 我局 本局 我委 本委 我院 我处 辖区 "
    "全市 全县 全区 全省 我市 我县 我区 "
    "开展 进行 完成 实施 查处 查办 办理 出动 作出 给予 处以 予以 下达 涉及 方面 "
    "类 类别 列 栏 项 行 数 数量 数目 总数 数据 数字 情况 情况如下 如下 "
    "现将 填报 上报 报送 报告 汇报 您好 你好 领导好 请查收 请审核 谢谢 辛苦了 "
    "is are was were has have had the a an of in at for with to be we our this month week "
    "number total figures hello hi please thanks thank you = -> → => ( ) + - —"
)
STOPS = ("\n", *_words(", ; 。 . 、 ! ? | 和 及 与 以及 并 且 and plus"))
EACH = _words("均 都 皆 各 各为 全 全部 一律 each all both")

# 其余为0. A zero is said in so many words; nothing else makes a zero.
ZERO = r"(?:0(?![\d.,]*\d)|零|〇|无|没有|暂无)(?:报告)?"
_OF_THEM = (
    r"(?:各|所有|全部)?(?:类别|机构|项目|指标|栏目|数据|数字|单元格|项|类|列|栏|格)?的?"
    r"(?:数据|数字|指标|数)?(?:情况)?(?:全部|均|都|全|皆|一律)?(?:填报|填写|填|报|计|按)?"
)
_OTHERS = (
    r"(?:所有|全部)?(?:本类|本列|该类|该列)?的?"
    rf"(?P<opening>其余|其他|其它|剩余|剩下|余下)的?{_OF_THEM}"
)
_OTHERS_EN = (
    r"(?:all\s+)?(?:the\s+)?(?P<opening_en>rest|others?|remaining|everything\s+else)"
    r"(?:\s+of\s+the\s+form)?(?:\s+(?:columns|categories|cells|figures|items|rows|ones))?"
    r"(?:\s+(?:is|are|all))*"
)
REST = rf"{_OTHERS}[为是]?\s*[:=]?\s*{ZERO}"
REST_EN = rf"{_OTHERS_EN}\s*[:=]?\s*(?:0(?![\d.,]*\d)|zero|none|nil)\b"

# 同上月, 其余和上月一样: as in the period before, whichever kind of period that is.
_BEFORE = r"上(?:一个|个|一)?(?P<period>月份|月|周|星期|期|次)(?:的?(?:数据|数字|数|情况))?"
_LIKE = "一样|相同|一致|不变|持平"
LIKE_LAST = (
    rf"(?:{_OTHERS}|(?:本类|本列|该类|该列)?{_OF_THEM})"
    rf"(?:同{_BEFORE}(?:{_LIKE})?|(?:和|与|跟|按|照|按照){_BEFORE.replace('period', 'period_2')}"
    rf"(?:{_LIKE}|填报|填写|填|报)?)"
)
LIKE_LAST_EN = (
    rf"(?:{_OTHERS_EN}\s+|(?:all|everything)\s+(?:is\s+|are\s+)?)?(?:the\s+)?"
    r"(?:same\s+as(?:\s+in)?|as(?:\s+in)?|unchanged\s+(?:from|since))"
    r"\s+(?:the\s+)?(?:last|previous)\s+(?P<period_en>month|week|period)(?:'s)?\b"
)
PERIODS = {"月": "month", "月份": "month", "周": "week", "星期": "week"}  # others are of any kind
LIKE_LAST_PLAIN = "同上期"  # what the button [全部同上月] says

# Beside 其余…: 除代孕案件数3外，其余同上月. An exception is told by its figure.
EXCEPT = _words("除 除了 除去 外 之外 以外 但 但是 只有 仅有 except besides but only")
# Words within 其余…为0 that speak of the whole form, and those that never do.
WHOLE = _words(
    "各类 类别 各列 其他类 其余类 其它类 其他列 其余列 各栏 栏目 所有 全部 机构 "
    "everything columns categories form"
)
NOT_WHOLE = _words("本类 本列 该类 该列")

ORDER = "一二三四五六七八九十"  # 一、… 二、…
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"

# 改 代孕 案件数: what stands beside the names when somebody wants to go to a cell.
GOING = _words(
    "我 要 想 请 帮 改 下 修改 更改 更正 重填 重新填 填 回到 回 跳到 跳转到 转到 去 到 把 将 "
    "这个 那个 这一题 那一题 题 吧 change edit correct fix jump go to back want me"
)
# A message that begins with one of these, and names a question, wants to go there.
CHANGING = _words("改 修改 更改 更正 change edit")
