"""The codebook's levels: claim or not, which group of labels, which label within a group."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .counts import Label
from .reliability import NO_CLAIM
from .tables import MISSING, Ratings


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """One question that a label answers, and what each label answers to it.

    `answers` maps each label to an answer; a label that is not in it is missing at this step.
    """

    title: str
    answers: Mapping[Label, Label]

    @property
    def options(self) -> tuple[Label, ...]:
        """The different answers."""
        return tuple(dict.fromkeys(self.answers.values()))


def steps(labels: Sequence[Label], parents: Mapping[Label, str | None]) -> tuple[Step, ...]:
    """The questions that labels with parents answer, the widest first.

    >>> found = steps(["verified", "unverified", "allegation", "no claim"],
    ...               {"verified": "settled", "unverified": "open", "allegation": "open"})
    >>> [step.title for step in found]
    ['claim or no claim', 'settled or open', 'within open: unverified or allegation']
    """
    claims = [label for label in labels if label != NO_CLAIM]
    groups = {label: parents.get(label) or label for label in claims}
    out = []
    if NO_CLAIM in labels:
        answers: dict[Label, Label] = dict.fromkeys(claims, "claim")
        out.append(_step("", {**answers, NO_CLAIM: NO_CLAIM}))
    if any(group != label for label, group in groups.items()):
        out.append(_step("", groups))
        for name in dict.fromkeys(groups.values()):
            within: dict[Label, Label] = {k: k for k, group in groups.items() if group == name}
            out.append(_step(f"within {name}: ", within))
    return tuple(step for step in out if len(step.options) > 1)


def _step(prefix: str, answers: Mapping[Label, Label]) -> Step:
    options = dict.fromkeys(answers.values())
    return Step(title=prefix + " or ".join(map(str, options)), answers=answers)


def taken(data: Ratings, step: Step) -> Ratings:
    """The ratings as answers to one question."""
    options = step.options
    to = [
        options.index(step.answers[label]) if label in step.answers else MISSING
        for label in data.labels
    ]
    return data.recoded(to, options)
