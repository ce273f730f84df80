"""``/template [period]``: the official form as a file, to be filled in with a spreadsheet."""

from __future__ import annotations

from exports.names import file_name
from exports.page import Page
from exports.template import Mark
from exports.template import template as template_sheet
from exports.xlsx import write
from handlers import dates
from handlers.chain.workbooks import Workbook, words_of
from handlers.desk import Scene
from handlers.interview.work import in_hand
from handlers.outgoing import Act
from handlers.reports.filling import fill
from handlers.reports.openings import Opening, openings
from handlers.reports.ways import choices
from handlers.scope import is_named
from handlers.words import Html, Words
from reporting.form import Figures
from reporting.measure import Measure


async def template(scene: Scene, words: str) -> list[Act]:
    """The form of the report in hand, of the one that is named, or of the only one to fill in."""
    offered = await _offered(scene, words)
    if not offered:
        return await fill(scene, words)  # says why there is nothing to fill in, and what there is
    if len(offered) > 1:
        rows = choices(scene.words, offered, "template")
        return [scene.replace_or_say(scene.words("template-which"), rows)]
    return [await _given(scene, offered[0])]


async def _offered(scene: Scene, words: str) -> list[Opening]:
    """What may be meant; without words, what is not handed in yet goes first."""
    found = await openings(scene, by_hand=bool(words))
    found = [each for each in found if not each.locked or each.correcting]
    if words:
        return [each for each in found if _is_meant(scene, each, words)]
    work = await in_hand(scene)
    here = f"{work.unit.id} {work.report.period}" if work else ""
    undone = [each for each in found if each.submitted is None]
    return [each for each in found if each.words == here] or undone or found


def _is_meant(scene: Scene, opening: Opening, words: str) -> bool:
    return words == opening.words or is_named(scene, opening.period, words)


async def _given(scene: Scene, opening: Opening) -> Act:
    figures = await _draft(scene, opening)
    book = _workbook(scene.words, opening, figures)
    file = await scene.books.files.add(book.name, book.data, scene.now)
    due = dates.due(scene.words, opening)
    lines = [scene.words("template", title=opening.title(scene.words), due=due)]
    if figures:
        lines.append(scene.words("template-filled", count=len(figures)))
    return scene.say(Html("\n".join(lines)), file=file)


async def _draft(scene: Scene, opening: Opening) -> Figures:
    """The figures answered so far, whoever answered them."""
    books, form = scene.books.reports, opening.campaign.form
    report = await books.find(opening.unit.id, opening.period.key, form.key)
    if report is None:
        return {}
    draft = await books.draft(report.id, scene.speaker.id)
    return {key: value for key, value in draft.figures.items() if key in form.questions}


def _workbook(words: Words, opening: Opening, figures: Figures) -> Workbook:
    form, period = opening.campaign.form, dates.period(words, opening.period.key)

    def refusal(measure: Measure) -> str:
        unit = words.label(measure.unit)
        if not measure.decimals:
            return words.plain("template-refusal-whole", unit=unit)
        return words.plain("template-refusal", unit=unit, decimals=measure.decimals)

    page = Page(opening.unit.name, period, figures)
    sheet = template_sheet(form, page, words_of(words), refusal)
    mark = Mark(opening.campaign.key, form.key, opening.unit.id, opening.period.key)
    name = file_name(opening.unit.name, words.plain("file-template"), period)
    title = name.removesuffix(".xlsx")
    return Workbook(name, write([sheet], title=title, at=opening.now, mark=str(mark)))
