"""What can be said of the page's files without a browser: its words and its colours."""

from __future__ import annotations

import re
from itertools import product

import pytest

from rehearsal.pages import PAGE

WORDS = (PAGE / "words.js").read_text(encoding="utf-8")
SCRIPTS = {path.name: path.read_text(encoding="utf-8") for path in PAGE.glob("*.js")}
STYLE = (PAGE / "base.css").read_text(encoding="utf-8")
HUES = [f"hue-{n}" for n in range(7)]
PAIRS = [
    *product(["ink", "soft", "accent"], ["card", "theirs", "accent-soft", "room"]),
    *product(["ink", "accent"], ["mine", "key", "key-hover", "code"]),
    *product(HUES, ["card", "theirs"]),
    ("on-accent", "accent"),
    ("on-pill", "pill"),
    ("alarm", "key"),
]


def catalogue(language: str) -> dict[str, str]:
    block = WORDS.split(f"  {language}: {{", 1)[1].split("\n  },", 1)[0]
    return dict(re.findall(r'^    (\w+): "(.*)",$', block, re.MULTILINE))


def test_both_languages_say_the_same_things_with_the_same_names_in_them() -> None:
    chinese, english = catalogue("zh"), catalogue("en")
    assert chinese.keys() == english.keys()
    for key, words in chinese.items():
        assert set(re.findall(r"{\w+}", words)) == set(re.findall(r"{\w+}", english[key])), key


def test_every_text_is_used_and_every_text_used_is_there() -> None:
    known = catalogue("zh").keys()
    rest = "\n".join(text for name, text in SCRIPTS.items() if name != "words.js")
    used = set(re.findall(r'\bt\(\s*"(\w+)"', rest))
    assert used <= known
    assert {key for key in known if f'"{key}"' not in rest} == set()


def test_no_script_makes_html_of_text() -> None:
    forbidden = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(")
    assert {name for name, text in SCRIPTS.items() if forbidden.search(text)} == set()


def test_nothing_comes_from_elsewhere() -> None:
    allowed = {"http://www.w3.org/2000/svg"}
    found = {
        address
        for path in PAGE.iterdir()
        for address in re.findall(r"https?://[\w./-]+\w", path.read_text(encoding="utf-8"))
    }
    assert found <= allowed


def colours(scheme: str) -> dict[str, str]:
    light, dark = STYLE.split("@media (prefers-color-scheme: dark)", 1)
    source = light if scheme == "light" else light + dark.split("\n}\n", 1)[0]
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", source))


def luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("front", "back"), PAIRS)
def test_every_text_stands_out_from_its_ground(scheme: str, front: str, back: str) -> None:
    known = colours(scheme)
    one, other = sorted([luminance(known[front]), luminance(known[back])])
    assert (other + 0.05) / (one + 0.05) >= 4.5
