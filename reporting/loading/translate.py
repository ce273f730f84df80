"""What pydantic found wrong with a file's shape → problems with a place and a remedy."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from reporting.loading.names import nearest
from reporting.loading.problem import Problems
from reporting.loading.shape import Shape

S = TypeVar("S", bound=Shape)

TYPES = {
    "string_type": ("文字", "text"),
    "int_type": ("整数", "a whole number"),
    "float_type": ("数", "a number"),
    "bool_type": ("true 或 false", "true or false"),
    "tuple_type": ("列表 […]", "a list […]"),
    "dict_type": ("一组键", "a table of keys"),
    "model_type": ("一组键", "a table of keys"),
    "date_type": ("日期，如 2023-09-25", "a date such as 2023-09-25"),
    "date_from_datetime_inexact": ("日期，不带时间", "a date without a time"),
    "time_type": ("时间，如 09:00:00", "a time such as 09:00:00"),
}

SIGNS = {"ge": "≥", "gt": ">", "le": "≤", "lt": "<"}


def read_shape(model: type[S], data: dict[str, Any], problems: Problems) -> S | None:
    """The data as a shape; None, with every mistake noted, if it has not that shape."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        for each in error.errors(include_url=False):
            _note(each, model, problems)
        return None


def place_of(loc: tuple[int | str, ...]) -> str:
    """``("checks", 2, "must")`` → ``checks[3].must``: people count from one."""
    place = ""
    for part in loc:
        place += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if place else part
    return place.removesuffix(".[key]")


def _note(error: ErrorDetails, model: type[Shape], problems: Problems) -> None:
    kind, place, context = error["type"], place_of(error["loc"]), error.get("ctx", {})
    name = str(error["loc"][-1])
    if kind == "missing":
        remedy = (f"写上 {name}", f"add {name}")
        problems.add(place, f"缺少“{name}”", f"{name!r} is missing", remedy=remedy)
    elif kind == "extra_forbidden":
        remedy = nearest(name, sorted(_keys_at(model, error["loc"][:-1])))
        problems.add(place, f"不认识“{name}”", f"{name!r} is not known here", remedy=remedy)
    elif kind in TYPES:
        zh, en = TYPES[kind]
        said = f"{error['input']!r:.60}"
        remedy = (f"现在是 {said}，请改写", f"it is {said}; write it otherwise")
        problems.add(place, f"这里应是{zh}", f"this should be {en}", remedy=remedy)
    elif kind in ("enum", "literal_error"):
        said, expected = str(error["input"]), str(context["expected"])
        choices = [each.strip(" '") for each in expected.replace(" or ", ", ").split(",")]
        remedy = nearest(said, choices)
        problems.add(place, f"没有“{said}”这个选项", f"{said!r} is not a choice", remedy=remedy)
    else:
        _note_other(error, place, problems)


def _note_other(error: ErrorDetails, place: str, problems: Problems) -> None:
    kind, said, context = error["type"], error["input"], error.get("ctx", {})
    if kind == "string_pattern_mismatch" and str(said).strip():
        problems.add(
            place,
            f"键“{said}”写法不对",
            f"the key {said!r} is not well written",
            remedy=(
                "用英文字母开头，后接字母、数字、下划线",
                "begin with a letter; letters, digits, _",
            ),
        )
    elif kind in ("string_too_short", "string_pattern_mismatch", "too_short"):
        problems.add(place, "不能为空", "this is empty", remedy=("填写内容", "fill it in"))
    elif kind == "string_too_long":
        longest = context["max_length"]
        remedy = (f"不超过 {longest} 个字符", f"at most {longest} characters")
        problems.add(place, f"“{said}”太长", f"{said!r} is too long", remedy=remedy)
    else:
        bounds = ", ".join(f"{SIGNS.get(name, name)} {value}" for name, value in context.items())
        remedy = (f"改正这个值（{bounds}）", f"correct the value ({bounds})")
        problems.add(
            place, f"“{said}”超出允许范围", f"{said!r} cannot be: {error['msg']}", remedy=remedy
        )


def _keys_at(model: type[Shape], loc: tuple[int | str, ...]) -> set[str]:
    """The keys a file may use where ``loc`` points."""
    here = model
    for part in loc:
        if part in here.model_fields:
            here = _shape_in(here.model_fields[str(part)].annotation) or here
    return set(here.model_fields)


def _shape_in(annotation: Any) -> type[Shape] | None:
    if isinstance(annotation, type) and issubclass(annotation, Shape):
        return annotation
    inner = (_shape_in(each) for each in getattr(annotation, "__args__", ()))
    return next((each for each in inner if each), None)
