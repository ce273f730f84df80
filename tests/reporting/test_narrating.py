"""The narrative: texts in several messages and files, added and taken back, nothing lost."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from reporting.attaching import MOST, Attachment, FileKind, WhyNotAttached
from reporting.draft import CARD, DECLARE, REVIEW, Answer, Background, Draft
from reporting.events import (
    Asked,
    Attached,
    Declared,
    Listed,
    NotAttached,
    Outdated,
    Reason,
    Recorded,
    Refused,
    Removed,
    Reviewed,
    Turn,
)
from reporting.interview import answer, begin, resume
from reporting.kinds import LONGEST_TEXT, NOTHING
from reporting.said import Choice, Said, Sent, Tapped, Word
from reporting.telling import NARRATIVE, Told, file_mark, text_mark, told
from tests.reporting.small_form import FORM

QUESTION = FORM.questions[NARRATIVE]
FIGURES = {key: Answer("0", 0) for key in FORM.inputs}
ASKED = Draft("r1", NARRATIVE, FIGURES)
TEXTS = st.sampled_from(["联合执法两次", "开展宣传", "无", "0", "第一行\n第二行"]) | st.text()


def file(n: int) -> Attachment:
    digest = sha256(str(n).encode()).hexdigest()
    return Attachment(FileKind.DOCUMENT, f"{n}.pdf", n + 1, digest)


def turn(draft: Draft, word: Word) -> Turn:
    return answer(FORM, draft, word, Background())


def say(draft: Draft, *words: str) -> Draft:
    for text in words:
        draft = turn(draft, Said(text)).draft
    return draft


def tap(draft: Draft, choice: Choice, to: str = "") -> Turn:
    return turn(draft, Tapped("r1", draft.at, choice, to))


def pending(turned: Turn) -> Told:
    asked = turned.events[-1]
    assert isinstance(asked, Asked | Declared | Reviewed)
    return asked.told


def test_each_further_message_is_added_and_the_question_stays() -> None:
    first, second = (
        turn(ASKED, Said("联合执法两次")),
        turn(say(ASKED, "联合执法两次"), Said("宣传")),
    )
    assert first.draft.at == second.draft.at == NARRATIVE
    assert pending(first) == Told(("联合执法两次",))
    assert pending(second) == Told(("联合执法两次", "宣传"))
    assert second.draft.answers[NARRATIVE].value == "联合执法两次\n宣传"


def test_done_goes_on_with_all_that_was_typed() -> None:
    done = tap(say(ASKED, "一次", "两次"), Choice.ENOUGH)
    assert done.draft.at == REVIEW
    assert done.events[0] == Recorded(QUESTION, "一次\n两次", before="一次\n两次")


def test_none_is_said_only_while_nothing_is_given() -> None:
    assert tap(ASKED, Choice.NONE).draft.answers[NARRATIVE].value == NOTHING
    given_ = say(ASKED, "联合执法两次")
    assert tap(given_, Choice.NONE) == Turn(given_, (Outdated(),))
    assert tap(ASKED, Choice.ENOUGH).events == (Outdated(),)


@pytest.mark.parametrize("words", ["无", "无。", "没有", "None", "nothing."])
def test_none_is_typed_in_any_of_its_words(words: str) -> None:
    assert turn(ASKED, Said(words)).draft.answers[NARRATIVE].value == NOTHING


def test_none_typed_after_a_text_means_nothing_more() -> None:
    done = turn(say(ASKED, "联合执法两次"), Said("无"))
    assert (done.draft.at, done.draft.answers[NARRATIVE].value) == (REVIEW, "联合执法两次")


def test_a_text_takes_the_place_of_none() -> None:
    again = replace(tap(ASKED, Choice.NONE).draft, at=NARRATIVE)
    assert told(say(again, "补充")).texts == ("补充",)


def test_a_narrative_of_before_is_one_text_however_it_was_typed() -> None:
    old = replace(
        ASKED, answers={**FIGURES, NARRATIVE: Answer(" 第一行\n第二行 ", "第一行\n第二行")}
    )
    assert told(say(old, "补充")).texts == ("第一行\n第二行", "补充")


def test_the_limit_is_of_all_texts_together_and_what_is_there_stays() -> None:
    nearly = say(ASKED, "字" * (LONGEST_TEXT - 3))
    assert told(say(nearly, "两字")).length == LONGEST_TEXT
    assert turn(nearly, Said("三个字")) == Turn(
        nearly, (Refused(QUESTION, Reason.TEXT_TOO_LONG, "三个字"),)
    )


def test_one_text_of_several_is_taken_back() -> None:
    draft = say(ASKED, "一", "二", "二")
    listed = tap(draft, Choice.LIST)
    assert listed == Turn(draft, (Listed(Told(("一", "二", "二"))),))
    removed = tap(draft, Choice.REMOVE, text_mark(1, "二"))
    assert removed.events[0] == Removed()
    assert pending(removed) == Told(("一", "二"))


def test_a_press_that_comes_twice_takes_back_one_text() -> None:
    draft = say(ASKED, "一", "二")
    once = tap(draft, Choice.REMOVE, text_mark(0, "一")).draft
    assert tap(once, Choice.REMOVE, text_mark(0, "一")) == Turn(once, (Outdated(),))


def test_without_its_texts_the_narrative_is_unanswered_again() -> None:
    cleared = tap(say(ASKED, "一", "二"), Choice.AFRESH)
    assert NARRATIVE not in cleared.draft.answers
    assert tap(say(ASKED, "一"), Choice.REMOVE, text_mark(0, "一")).draft == ASKED


def test_a_file_at_the_narrative_is_kept_and_more_can_come() -> None:
    sent = turn(ASKED, Sent(file(1), "现场检查"))
    assert sent.events[0] == Attached(file(1), words=True)
    assert pending(sent) == Told(("现场检查",), (file(1),))
    assert tap(sent.draft, Choice.REMOVE, file_mark(file(1))).draft.attachments == ()


def test_files_alone_are_an_answer_without_words() -> None:
    done = tap(turn(ASKED, Sent(file(1))).draft, Choice.ENOUGH).draft
    assert (done.at, done.answers[NARRATIVE].value) == (REVIEW, NOTHING)
    assert done.attachments == (file(1),)


@pytest.mark.parametrize("at", [*FORM.inputs[:1], REVIEW, DECLARE])
def test_a_file_sent_elsewhere_goes_to_the_narrative_and_the_question_stays(at: str) -> None:
    here = replace(ASKED, at=at, answers={**FIGURES, NARRATIVE: Answer("none", NOTHING)})
    sent = turn(here, Sent(file(1)))
    assert sent.draft == replace(here, attachments=(file(1),))
    assert sent.events == (Attached(file(1)), *resume(FORM, sent.draft, Background()).events)


def test_a_file_sent_at_a_card_leaves_the_card_as_it_is() -> None:
    begun = begin(FORM, "r1", Background()).draft
    card = turn(begun, Said("1 2 3 4")).draft
    assert card.at == CARD
    assert turn(card, Sent(file(1))).draft == replace(card, attachments=(file(1),))


def test_a_form_without_a_narrative_takes_no_files() -> None:
    questions = {key: each for key, each in FORM.questions.items() if key != NARRATIVE}
    form = replace(FORM, narrative=None, questions=questions, groups=FORM.groups[:-1])
    draft = begin(form, "r1", Background()).draft
    sent = answer(form, draft, Sent(file(1), "现场"), Background())
    assert sent.draft == draft
    assert sent.events[0] == NotAttached(file(1), WhyNotAttached.NO_NARRATIVE)


def test_the_very_same_file_is_not_kept_twice_nor_are_its_words() -> None:
    there = turn(ASKED, Sent(file(1), "现场")).draft
    again = turn(there, Sent(file(1), "现场"))
    assert again.draft == there
    assert again.events[0] == NotAttached(file(1), WhyNotAttached.THERE)


def test_the_words_under_a_file_that_is_one_too_many_are_kept() -> None:
    full = replace(ASKED, attachments=tuple(map(file, range(MOST))))
    sent = turn(full, Sent(file(99), "现场"))
    assert sent.events[0] == NotAttached(file(99), WhyNotAttached.FULL, words=True)
    assert told(sent.draft) == Told(("现场",), full.attachments)


def test_words_under_a_file_that_are_too_long_keep_the_file_and_are_refused() -> None:
    sent = turn(say(ASKED, "字" * LONGEST_TEXT), Sent(file(1), "现场"))
    assert sent.draft.attachments == (file(1),)
    assert sent.events == (Attached(file(1)), Refused(QUESTION, Reason.TEXT_TOO_LONG, "现场"))


def test_a_zero_declaration_gets_words_and_files() -> None:
    begun = begin(FORM, "r1", Background()).draft
    declared = say(tap(begun, Choice.DECLARE).draft, "开展宣传", "联合执法")
    sent = turn(declared, Sent(file(1)))
    assert pending(sent) == Told(("开展宣传", "联合执法"), (file(1),))
    handed_in = tap(sent.draft, Choice.CONFIRM).draft
    assert handed_in.answers[NARRATIVE].value == "开展宣传\n联合执法"
    assert handed_in.attachments == (file(1),)


def test_what_was_told_to_a_declaration_is_taken_back_there() -> None:
    begun = begin(FORM, "r1", Background()).draft
    declared = say(tap(begun, Choice.DECLARE).draft, "开展宣传")
    removed = tap(declared, Choice.REMOVE, text_mark(0, "开展宣传"))
    assert (removed.draft.at, told(removed.draft)) == (DECLARE, Told())


@given(st.lists(TEXTS, max_size=6))
def test_texts_stay_apart_and_nothing_of_them_is_lost(texts: list[str]) -> None:
    draft, kept = ASKED, []
    for text in texts:
        before = draft
        turned = turn(replace(before, at=NARRATIVE), Said(text))
        draft = turned.draft
        if told(draft).texts != told(before).texts:
            kept.append(told(draft).texts[-1])
    assert told(draft).texts == tuple(kept)
    if kept:
        assert draft.answers[NARRATIVE].value == "\n".join(kept)


class Narrative(RuleBasedStateMachine):
    """Anything said, sent and pressed at the narrative, against two plain lists."""

    def __init__(self) -> None:
        super().__init__()
        self.draft, self.texts, self.files = ASKED, list[str](), list[Attachment]()

    @rule(text=st.sampled_from(["一", "二", "三\n三"]))
    def says(self, text: str) -> None:
        self.draft = turn(self.draft, Said(text)).draft
        self.texts.append(text)

    @rule(n=st.integers(0, MOST + 2))
    def sends(self, n: int) -> None:
        self.draft = turn(self.draft, Sent(file(n))).draft
        if file(n) not in self.files and len(self.files) < MOST:
            self.files.append(file(n))

    @precondition(lambda self: self.texts)
    @rule(data=st.data())
    def takes_back_a_text(self, data: st.DataObject) -> None:
        n = data.draw(st.integers(0, len(self.texts) - 1))
        self.draft = tap(self.draft, Choice.REMOVE, text_mark(n, self.texts.pop(n))).draft

    @precondition(lambda self: self.files)
    @rule(data=st.data())
    def takes_back_a_file(self, data: st.DataObject) -> None:
        gone = data.draw(st.sampled_from(self.files))
        self.files.remove(gone)
        self.draft = tap(self.draft, Choice.REMOVE, file_mark(gone)).draft

    @rule()
    def begins_anew(self) -> None:
        self.draft = tap(self.draft, Choice.AFRESH).draft
        self.texts.clear()

    @rule(choice=st.sampled_from([Choice.LIST, Choice.KEEP, Choice.NONE]))
    def looks(self, choice: Choice) -> None:
        if self.texts or self.files or choice is not Choice.NONE:
            self.draft = tap(self.draft, choice).draft

    @precondition(lambda self: self.texts or self.files)
    @rule()
    def is_done_and_comes_back(self) -> None:
        done = tap(self.draft, Choice.ENOUGH).draft
        assert done.at == REVIEW
        self.draft = tap(done, Choice.JUMP, NARRATIVE).draft

    @invariant()
    def what_is_told_is_what_was_said_and_sent(self) -> None:
        assert self.draft.at == NARRATIVE
        assert told(self.draft) == Told(tuple(self.texts), tuple(self.files))


TestNarrative = Narrative.TestCase
TestNarrative.settings = settings(max_examples=50, stateful_step_count=25, deadline=None)


@pytest.mark.parametrize("words", ["12", "１２", "十二件", "3.5万元"])
def test_a_figure_typed_at_a_zero_declaration_is_not_declared_away(words: str) -> None:
    draft = Draft("r1", DECLARE)
    turned = turn(draft, Said(words))
    assert turned.draft == draft
    assert isinstance(turned.events[0], Refused)
    assert turned.events[0].reason is Reason.ONLY_A_NUMBER


@pytest.mark.parametrize("words", ["12月开展宣传", "查处3家企业", "2次联合执法"])
def test_words_with_a_figure_are_its_narrative(words: str) -> None:
    assert told(say(Draft("r1", DECLARE), words)).texts == (words,)
