"""The words people write numbers with: data for ``reporting.numbers``, nothing of a campaign."""

from __future__ import annotations


def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


# Traditional characters, and short forms of the numerals, as cn2an reads them.
SPELLINGS = str.maketrans(
    {
        "萬": "万",
        "億": "亿",
        "兩": "两",
        "俩": "两",
        "仨": "三",
        "廿": "二十",
        "卅": "三十",
        "貳": "贰",
        "參": "叁",
        "陸": "陆",
        "點": "点",
        "負": "负",
        "無": "无",
        "沒": "没",
        "約": "约",
        "幾": "几",
        "餘": "余",
        "塊": "块",
        "圆": "元",
        "圓": "元",
        "−": "-",
        "–": "-",
        "—": "-",
        "―": "-",
        "─": "-",
    }
)

DIGITS = "零〇一二三四五六七八九两幺壹贰叁肆伍陆柒捌玖"
TENS = "十百千万亿拾佰仟"

MAGNITUDES = {
    "": 1,
    "十": 10,
    "百": 100,
    "千": 1_000,
    "万": 10_000,
    "十万": 100_000,
    "百万": 1_000_000,
    "千万": 10_000_000,
    "亿": 100_000_000,
    "十亿": 1_000_000_000,
    "百亿": 10_000_000_000,
    "千亿": 100_000_000_000,
    "万亿": 1_000_000_000_000,
}

LETTERS = {"w": "万", "k": "千"}  # 1.2w

NOTHING = _words("无 没有 没 暂无 均无 全无 none nil zero")
NOT_APPLICABLE = _words("/ \\ n/a na 不适用 无此项 无该项")
DASHES = frozenset("-_~")

# Figures given as roughly so much; each needs a number beside it, except VAGUE.
ROUGH = _words(
    "约 大概 大致 左右 上下 差不多 近 多 余 来 半 几 数 以上 以下 不到 不足 超 至少 最多 "
    "可能 好像 估计 应该 吧 ? ≈ ± > < ≥ ≤ ~ about around"
)
VAGUE = _words("半 几 若干 少量 一些")

# What may stand before a number and changes nothing in it.
ALTOGETHER = ("共计", "合计", "总计", "一共", "共")
CURRENCIES = ("¥", "人民币", "rmb", "cny")  # yuan, where no other unit follows

BETWEEN = "-~至到和与或及、/:;,+ \n"  # what joins two numbers: 12-15, 3至5

YUAN = _words("元 块 块钱 元整 元人民币 yuan rmb cny")
COUNTERS = _words(
    "户 户次 户(人)次 户人次 人 人次 名 位 次 家 家次 间 所 处 个 个次 件 件次 起 宗 例 条 项 "
    "份 张 本 批 篇 则 部 台 辆 套 场 场次 组 队 种 笔 网站 家机构"
)
PERCENT = _words("% 个百分点")
OTHER_UNITS = _words(
    "角 分 毛 美元 港元 欧元 ‰ 斤 公斤 克 两 吨 kg g 米 公里 平方米 亩 公顷 升 "
    "秒 分钟 小时 天 日 周 月 年 号 岁"
)
UNITS = YUAN | COUNTERS | PERCENT | OTHER_UNITS
