"""The catalogues say the same things in both languages, and say all that the code asks for."""

import re
from dataclasses import fields
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from exports.guard import Unsafe
from exports.words import Words as SheetWords
from handlers.commands import COMMANDS, menu, spoken
from handlers.incoming import ChatKind
from handlers.running import HANDLERS
from handlers.words import CATALOGUES, LANGUAGES, Html, language_of, words_in
from reporting.attaching import WhyNotAttached
from reporting.chain import Decision
from reporting.edges import Every
from reporting.events import Reason
from reporting.many.results import Extent, Why, WhyNot
from reporting.people import Role
from reporting.sheet_cells import Fault
from storage.nouns import Refusal

CODE = CATALOGUES.parent


class Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.names.add(node.id.name)


def catalogue(language: str) -> dict[str, set[str]]:
    """Message key → the names of its variables; a file that does not parse fails."""
    found: dict[str, set[str]] = {}
    for path in (CATALOGUES / language).glob("*.ftl"):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, ast.Junk), f"{path.name}: {entry.content!r}"
            if isinstance(entry, ast.Message):
                assert entry.id.name not in found, f"{entry.id.name} stands twice in {language}"
                variables = Variables()
                variables.visit(entry)
                found[entry.id.name] = variables.names
    return found


def test_both_languages_have_the_same_messages_with_the_same_variables() -> None:
    assert catalogue("zh") == catalogue("en")


def keys_in_code() -> set[str]:
    """Keys written out where words are asked for."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in CODE.rglob("*.py"))
    asked = re.findall(r'(?:words|words\.plain|WORDS|\.button)\(\s*"([a-z][a-z0-9-]+)"', text)
    return set(asked) - {"key"}  # the example in a docstring


def test_every_key_that_the_code_writes_out_has_words() -> None:
    assert len(keys_in_code()) > 60
    assert keys_in_code() <= set(catalogue("zh"))


@pytest.mark.parametrize(
    "key",
    [
        *(f"refused-{each.value}" for each in Reason),
        *(f"invite-{each.value}" for each in Refusal),
        *(f"role-{each.value}" for each in Role),
        *(f"command-{each.name}" for each in COMMANDS),
        *(f"command-{each.name}-words" for each in COMMANDS),
        *(f"unclear-{each.value}" for each in Why),
        *(f"misfit-{each.value}" for each in WhyNot if each is not WhyNot.ORDINARY),
        *(f"extent-{each.value}" for each in Extent),
        *(f"not-attached-{each.value}" for each in WhyNotAttached),
        *(f"upload-{each.value}" for each in Unsafe),
        *(f"upload-other-{each}" for each in ("campaign", "unit", "period")),
        *(f"fault-{each.value}" for each in Fault if each is not Fault.NUMBER),
        *(f"mark-{each.value.replace('_', '-')}" for each in Decision),
        *(f"decided-{each.value}" for each in Decision if each is not Decision.SENT_BACK),
        *(f"as-{each.value}" for each in Every),
        *(f"month-{n}" for n in range(1, 13)),
        *(f"sheet-{f.name.replace('_', '-')}" for f in fields(SheetWords) if f.type == "str"),
    ],
)
def test_whatever_is_chosen_by_its_name_has_words(key: str) -> None:
    assert key in catalogue("zh")


def test_nothing_stands_in_the_catalogues_that_nobody_says() -> None:
    code = "\n".join(p.read_text(encoding="utf-8") for p in CODE.rglob("*.py"))
    by_name = ("refused-", "invite-", "role-", "command-", "month-", "sheet-", "reach-", "before-")
    by_name += ("upload-", "fault-", "not-attached-", "as-")
    chosen = re.compile(
        r"(status|fill-choice|mark|decided|told|file|correction|reminder|doubt|unclear|misfit|extent)-"
    )
    unsaid = {
        key
        for key in catalogue("zh")
        if f'"{key}"' not in code
        and f"'{key}'" not in code
        and not key.startswith(by_name)
        and not chosen.match(key)
    }
    assert unsaid == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_foreign_is_escaped_and_what_is_ours_is_not(language: str) -> None:
    words = words_in(language)  # type: ignore[arg-type]
    said = words("welcome", name="<b>&")
    assert "&lt;b&gt;&amp;" in said
    assert "<b>" in words("fill-begin", title=Html("<b>x</b>"), due="y")


def test_a_missing_variable_is_an_error_and_not_a_hole() -> None:
    with pytest.raises(LookupError):
        words_in("zh")("welcome")


@pytest.mark.parametrize(
    ("code", "language"), [("", "zh"), ("zh-hans", "zh"), ("zh", "zh"), ("en", "en"), ("de", "en")]
)
def test_an_account_is_spoken_to_in_its_language(code: str, language: str) -> None:
    assert language_of(code) == language


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("where", ChatKind)
def test_the_menu_is_one_that_telegram_takes(language: str, where: ChatKind) -> None:
    lines = menu(language, where)  # type: ignore[arg-type]
    assert lines
    for name, does in lines:
        assert re.fullmatch(r"[a-z0-9_]{1,32}", name)
        assert 1 <= len(does) <= 256


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("填报", ("fill", "")),
        (" 进度 ", ("status", "")),
        ("未报", ("missing", "")),
        ("汇总 2023-09", ("table", "2023-09")),
        ("/fill", ("fill", "")),
        ("／ｆｉｌｌ", ("fill", "")),
        ("Status", ("status", "")),
        ("12", None),
        ("填报完成", None),
        ("无", None),
        ("", None),
        ("/nonsense", None),
    ],
)
def test_a_word_alone_is_a_command_and_an_answer_never_is(
    said: str, meant: tuple[str, str] | None
) -> None:
    assert spoken(said) == meant


def test_every_command_has_its_handler() -> None:
    assert set(HANDLERS) == {command.name for command in COMMANDS}


def test_no_two_commands_answer_to_one_word() -> None:
    for language in LANGUAGES:
        words = [word for command in COMMANDS for word in command.spoken(language)]
        assert len(words) == len(set(words))


def test_the_catalogues_are_part_of_the_project() -> None:
    assert Path(CATALOGUES / "zh").is_dir() and Path(CATALOGUES / "en").is_dir()
