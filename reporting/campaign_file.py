"""Read a campaign from its data files: the front door of ``reporting.loading``.

A campaign is a folder: ``campaign.toml`` and one file a form, which ``forms`` in it names.
"""

from __future__ import annotations

from collections.abc import Mapping

from reporting.campaign import Campaign
from reporting.form import Form
from reporting.loading.campaign import build_campaign
from reporting.loading.form import build_form
from reporting.loading.form_shape import FormShape
from reporting.loading.names import nearest
from reporting.loading.problem import CampaignFileError, Problem, Problems
from reporting.loading.shape import CampaignShape
from reporting.loading.toml import read_toml
from reporting.loading.translate import read_shape

__all__ = ["CAMPAIGN", "CampaignFileError", "Problem", "read_campaign"]

CAMPAIGN = "campaign.toml"


def read_campaign(texts: Mapping[str, str]) -> Campaign:
    """The campaign that these files describe: file name → text.

    CampaignFileError, with every problem found, if anything is wrong: each with the file, the
    place, what is wrong and the remedy, in both languages.
    """
    problems = {name: Problems(name) for name in (CAMPAIGN, *sorted(set(texts) - {CAMPAIGN}))}
    shape = _shape(texts, problems[CAMPAIGN])
    forms = _forms(texts, shape, problems)
    campaign = build_campaign(shape, forms, problems[CAMPAIGN]) if shape else None
    found = tuple(each for file in problems.values() for each in file.found)
    if found or campaign is None:
        raise CampaignFileError(found)
    return campaign


def _shape(texts: Mapping[str, str], problems: Problems) -> CampaignShape | None:
    if CAMPAIGN not in texts:
        problems.add(
            "",
            "没有这个文件",
            "there is no such file",
            remedy=("每个活动目录都要有它", "every campaign's folder needs it"),
        )
        return None
    data = read_toml(texts[CAMPAIGN], problems)
    shape = None if data is None else read_shape(CampaignShape, data, problems)
    if shape:
        _check_files(shape, texts, problems)
    return shape


def _check_files(shape: CampaignShape, texts: Mapping[str, str], problems: Problems) -> None:
    there = [name.removesuffix(".toml") for name in texts if name != CAMPAIGN]
    for n, key in enumerate(shape.forms, 1):
        if key not in there:
            problems.add(
                f"forms[{n}]",
                f"没有文件 {key}.toml",
                f"there is no file {key}.toml",
                remedy=nearest(key, there),
            )
    for key in sorted(set(there) - set(shape.forms)):
        problems.add(
            "forms",
            f"文件 {key}.toml 没有列入 forms",
            f"the file {key}.toml is not listed",
            remedy=("列入 forms，或移走该文件", "list it in forms, or take the file away"),
        )


def _forms(
    texts: Mapping[str, str], shape: CampaignShape | None, problems: Mapping[str, Problems]
) -> dict[str, Form]:
    there = [name.removesuffix(".toml") for name in texts if name != CAMPAIGN]
    departments = [each.key for each in shape.departments] if shape else None
    forms = {}
    for key in shape.forms if shape else sorted(there):
        if key not in there:
            continue
        noted = problems[f"{key}.toml"]
        data = read_toml(texts[f"{key}.toml"], noted)
        form_shape = None if data is None else read_shape(FormShape, data, noted)
        form = build_form(key, form_shape, departments, noted) if form_shape else None
        if form:
            forms[key] = form
    return forms
