"""What is wrong in a campaign's files: the file, the place, and the remedy."""

from __future__ import annotations

from dataclasses import dataclass, field

from reporting.label import Label, Language


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake. ``place`` reads ``checks[3].must``: of the third [[checks]], its ``must``."""

    file: str
    place: str
    what: Label
    remedy: Label

    def said(self, language: Language) -> str:
        """One line: file, place, what is wrong, what to do."""
        where = f"{self.file} › {self.place}" if self.place else self.file
        what, remedy = self.what.said(language), self.remedy.said(language)
        return f"{where}：{what}；{remedy}" if language == "zh" else f"{where}: {what}; {remedy}"


class CampaignFileError(Exception):
    """A campaign that cannot start; ``problems`` holds everything found, file by file."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Keep the problems; the message lists them in both languages."""
        super().__init__(problems)
        self.problems = problems

    def __str__(self) -> str:
        """Every problem, in Chinese and below it in English."""
        return "\n".join(f"{each.said('zh')}\n    {each.said('en')}" for each in self.problems)


@dataclass
class Problems:
    """Collects what is wrong in one file while it is being built."""

    file: str
    found: list[Problem] = field(default_factory=list)

    def add(self, place: str, zh: str, en: str, *, remedy: tuple[str, str]) -> None:
        """Note a mistake once: what is wrong, and as the remedy (zh, en) what to do."""
        problem = Problem(self.file, place, Label(zh, en), Label(*remedy))
        if problem not in self.found:
            self.found.append(problem)
