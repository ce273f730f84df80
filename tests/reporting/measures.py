"""Kinds of numbers to read, as a campaign's data file may define them."""

from reporting.label import Label
from reporting.measure import Kind, Measure

MEASURES = {
    "count": Measure(Kind.COUNT, Label("户(人)次", "persons or households")),
    "cases": Measure(Kind.COUNT, Label("件", "cases")),
    "wan-visits": Measure(Kind.NUMBER, Label("万人次", "10,000 visits"), 4),
    "yuan": Measure(Kind.MONEY, Label("元", "yuan"), 2),
    "thousand": Measure(Kind.MONEY, Label("千元", "1,000 yuan"), 3),
    "wan": Measure(Kind.MONEY, Label("万元", "10,000 yuan"), 6),
    "yi": Measure(Kind.MONEY, Label("亿元", "100 million yuan"), 6),
    "percent": Measure(Kind.PERCENT, Label("%", "%"), 1),
    "kilogram": Measure(Kind.NUMBER, Label("公斤", "kg"), 3),
}
