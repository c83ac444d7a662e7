"""Blind coding as a rule: whose work must be finished before labels may be shown, and to whom.

One rule serves every command. What is looked at must be finished, and so must what the person who
looks is coding there: else they would code with others' labels in mind. What they are coding
themselves they may always look at.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from .names import person, round_of


def awaited(
    finished: Mapping[str, bool],
    shown: Collection[str],
    looker: str,
    *,
    assigned: Collection[str] = (),
    asked: Collection[str] = (),
) -> tuple[str, ...]:
    """The coders who must finish an article before the documents of `shown` may be looked at.

    `finished` has every coder who has begun it, and whether they have finished; `assigned` are
    those who are to code it, begun or not; of them `asked` would be shown, had they begun; `looker`
    is the person who looks.

    >>> begun = {"amal": True, "omar": False}
    >>> awaited(begun, {"amal", "omar"}, "lina"), awaited(begun, {"amal"}, "lina")
    (('omar',), ())

    Omar may see his own work, but not Amal's while he codes, or before he does:

    >>> awaited(begun, {"omar"}, "omar"), awaited(begun, {"amal"}, "omar")
    ((), ('omar',))
    >>> awaited({"amal": True}, {"amal"}, "omar", assigned=("amal", "omar"))
    ('omar',)
    """
    own = {coder for coder in (*finished, *assigned) if person(coder) == looker}
    if not shown or (own and set(shown) == {max(own, key=round_of)}):
        return ()
    return tuple(sorted(c for c in {*shown, *asked, *own} if not finished.get(c, False)))
