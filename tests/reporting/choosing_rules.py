"""What people do where groups and figures are chosen, for the machine beside this file."""

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from reporting.draft import DECLARE, LEFT, ROWS, SCOPE, Draft
from reporting.events import Completed, Event, Kept
from reporting.form import Form, Group
from reporting.said import Choice, Said, Tapped, Word

TOGETHER = ("rest>", "done>", "confirm")  # how it is kept that a figure was set to 0 with others


class Chooses(RuleBasedStateMachine):
    """Its rules; ``model`` holds what must be answered, and by what."""

    form: Form
    draft: Draft
    events: tuple[Event, ...]
    model: dict[str, int | str]

    def turn(self, word: Word) -> Draft:
        """Take one turn; the draft before it."""
        raise NotImplementedError

    def says(self, text: str) -> None:
        """Words typed, and what must become of them."""
        raise NotImplementedError

    @property
    def figure_groups(self) -> list[Group]:
        """The groups of figures."""
        return [each for each in self.form.groups if each.questions[0] in self.form.inputs]

    @property
    def choices(self) -> dict[str, tuple[str, ...]]:
        """What can be chosen where we are, with the questions of each."""
        if self.draft.at == SCOPE:
            return {each.key: each.questions for each in self.figure_groups}
        here = [each for each in self.figure_groups if ROWS + each.key == self.draft.at]
        return {key: (key,) for each in here for key in each.questions}

    def chooses_first(self) -> bool:
        """Whether there is something to choose."""
        return bool(self.choices)

    @precondition(chooses_first)
    @rule(data=st.data())
    def picks(self, data: st.DataObject) -> None:
        self.pick(data.draw(st.sampled_from(sorted(self.choices))))

    @precondition(chooses_first)
    @rule(data=st.data(), number=st.sampled_from(["", "0", "1", "2"]))
    def picks_several_and_goes_on(self, data: st.DataObject, number: str) -> None:
        """完成选择, or the number of what was chosen first."""
        keys = st.lists(st.sampled_from(sorted(self.choices)), max_size=3, unique=True)
        for key in data.draw(keys):
            self.pick(key)
        if number and self.draft.at != SCOPE:
            self.says(number)
        else:
            self.completes_the_choice()

    def pick(self, key: str) -> None:
        """Choose it; pressed twice it stays chosen."""
        questions = self.choices[key]
        before = self.turn(Tapped("r1", self.draft.at, Choice.PICK, key))
        if key not in before.picked(before.at):
            self.asked_anew(before, questions)
        assert key in self.draft.picked(before.at)

    @precondition(lambda self: self.draft.at == SCOPE)
    @rule(data=st.data())
    def names_groups(self, data: st.DataObject) -> None:
        groups = data.draw(st.lists(st.sampled_from(self.figure_groups), min_size=1, max_size=3))
        before = self.turn(Said("、".join(each.label.zh for each in groups)))
        self.asked_anew(before, [key for each in groups for key in each.questions])
        assert self.draft.picked(SCOPE) >= {each.key for each in groups}

    def asked_anew(self, before: Draft, keys: object) -> None:
        """Of what is chosen, figures that were set to 0 with others are unanswered again."""
        assert isinstance(keys, list | tuple)
        for key in keys:
            held = before.answers.get(key)
            if held and not held.value and held.said.startswith(TOGETHER):
                self.model.pop(key, None)

    @precondition(chooses_first)
    @rule(data=st.data())
    def drops(self, data: st.DataObject) -> None:
        """Nothing is ever lost by it."""
        key = data.draw(st.sampled_from(sorted(self.choices)))
        nonzero = [each for each in self.choices[key] if self.model.get(each)]
        before = self.turn(Tapped("r1", self.draft.at, Choice.DROP, key))
        assert isinstance(self.events[0], Kept) == bool(nonzero)
        kept = nonzero and key in before.picked(before.at)
        assert (key in self.draft.picked(before.at)) == bool(kept)

    @rule()
    def completes_the_choice(self) -> None:
        choices, at = self.choices, self.draft.at
        before = self.turn(Tapped("r1", at, Choice.DONE))
        chosen = {
            key
            for key, questions in choices.items()
            if key in before.picked(at) or any(map(self.model.get, questions))
        }
        if at == SCOPE and not chosen:
            assert self.draft.at == DECLARE
            return
        zeros = [k for key in choices.keys() - chosen for k in choices[key]]
        zeros = [*self.form.inputs] if at == LEFT else zeros
        filled = {key for key in zeros if key not in self.model}
        self.model |= dict.fromkeys(filled, 0)
        told = [each for each in self.events if isinstance(each, Completed)]
        assert {key for each in told for key in each.keys} == filled

    @rule(choice=st.sampled_from([Choice.EACH, Choice.MORE, Choice.SKIP]))
    def goes_on_otherwise(self, choice: Choice) -> None:
        to = next(iter(self.choices), "")
        self.turn(Tapped("r1", self.draft.at, choice, to))

    @rule(data=st.data())
    def goes_to_a_choice(self, data: st.DataObject) -> None:
        places = [SCOPE, LEFT, *(ROWS + each.key for each in self.figure_groups)]
        self.turn(Tapped("r1", self.draft.at, Choice.JUMP, data.draw(st.sampled_from(places))))
