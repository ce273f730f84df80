"""The words of the sheets that no campaign gives. Handed in, in the reader's language."""

from __future__ import annotations

from dataclasses import dataclass

from reporting.label import Language


@dataclass(frozen=True, slots=True)
class Words:
    """Every word in the workbook that is not the form's own. Curly brackets mark what is filled in.

    ``language`` chooses among the labels of a campaign; the annex is an official form and keeps
    ``annex_language`` whoever reads it.
    """

    annex: str  # sheet names: 汇总表
    cumulative: str  # 累计数
    lines: str  # 各单位数据
    narratives: str  # 工作情况
    filings: str  # 报送情况
    number: str  # 序号
    unit: str  # 单位
    state: str  # 报送状态
    on_time: str  # 按时
    late: str  # 迟报
    missing: str  # 未报
    not_counted: str  # 不计入汇总
    zero: str  # 零报告
    corrected: str  # 更正
    version: str  # 版本
    version_n: str  # 第{n}版
    completeness: str  # 已报/应报
    total: str  # 合计
    by: str  # 填表人
    liaison: str  # 联络员
    first_at: str  # 首次报送
    last_at: str  # 最近报送
    explanation: str  # 上报说明
    correction: str  # 更正原因
    no_narrative: str  # 无
    own_text: str  # 本月开展情况
    campaign: str  # 活动
    region: str  # 地区
    period: str  # 报告期
    made_at: str  # 汇总时间
    fingerprint: str  # 校验码
    expected: str  # 应报
    reported: str  # 已报
    attachments: str  # 附件
    language: Language = "zh"
    annex_language: Language = "zh"
