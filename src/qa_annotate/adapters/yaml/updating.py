"""Changing what a person may have edited: the lines of what differs, and no others."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError

from ...errors import FileError
from .reading import load
from .writing import dump, emit, same, styled, writer, written_key

Plain = Any

_EMPTY = re.compile(r"^([A-Za-z_][\w-]*:)[ \t]*(?:\[\s*\]|null|~)", re.MULTILINE)
_TAB_BEFORE_COMMENT = re.compile(r"[ \t]*\t[ \t]*#")
_DASH = re.compile(r"( *)- ")
_TOP_KEY = re.compile(r"([A-Za-z_][\w-]*):(?:\s|$)")


def update(text: str, data: Mapping[str, Plain], *, items: Collection[str]) -> str:
    """`text` with the values of `data`: other lines, comments and unknown keys stay as they are.

    `items` names the lists whose entries (mappings with an `id`) are compared one by one. The
    result is read back; where replacing lines did not give the wanted values, the whole file goes
    through ruamel's round trip instead, and failing that it is written anew.
    """
    for attempt in (_as_it_is, _replace_sections, _round_trip):
        try:
            changed = attempt(text, data, items)
            if holds(load(changed, ""), data):
                return changed
        except (FileError, YAMLError, LayoutError):
            continue
    return dump(data)


def _as_it_is(text: str, _: Mapping[str, Plain], __: Collection[str]) -> str:
    return text


def holds(have: Plain, want: Plain) -> bool:
    """Whether plain data has every wanted value; a map may hold further keys."""
    if isinstance(want, Mapping):
        return isinstance(have, Mapping) and all(
            key in have and holds(have[key], value) for key, value in want.items()
        )
    if isinstance(want, list | tuple):
        return isinstance(have, list) and len(have) == len(want) and all(map(holds, have, want))
    return bool(have == want) and isinstance(have, bool) == isinstance(want, bool)


class LayoutError(Exception):
    """The file isn't laid out as we write it; the general way must do."""


def _replace_sections(text: str, data: Mapping[str, Plain], items: Collection[str]) -> str:
    old = load(text, "")
    if not isinstance(old, dict):
        raise LayoutError
    head, found = sections(text)
    out = [head]
    for key, lines in found:
        if key not in data or holds(old[key], data[key]):
            out.append(lines)
        elif key in items:
            out.append(_replace_items(lines, key, old[key], data[key]))
        else:
            ours = lines == dump({key: old[key]})
            out.append(dump({key: data[key]}) if ours else _patched(lines, {key: data[key]}))
    known = {key for key, _ in found}
    missing = {key: value for key, value in data.items() if key not in known}
    return "".join(out) + (dump(missing) if missing else "")


def sections(text: str) -> tuple[str, list[tuple[str, str]]]:
    """What stands before the first top-level key, then each key with its lines.

    Comment lines at the margin belong to the key below them.
    """
    head: list[str] = []
    found: list[tuple[str, list[str]]] = []
    pending: list[str] = []
    for line in _terminated(text):
        key = _TOP_KEY.match(line)
        if key:
            found.append((key[1], [*pending, line] if found else [line]))
            if len(found) == 1:
                head, pending = pending, head
            pending = []
        elif line.startswith("#") or line.strip() in ("", "..." if found else "---"):
            pending.append(line)
        elif found:
            found[-1][1].extend([*pending, line])
            pending = []
        else:
            raise LayoutError
    if found:
        found[-1][1].extend(pending)
    return "".join(head), [(key, "".join(lines)) for key, lines in found]


def _terminated(text: str) -> list[str]:
    lines = text.split("\n")
    tail = [lines[-1] + "\n"] if lines[-1] else []
    return [line + "\n" for line in lines[:-1]] + tail


def _patched(lines: str, data: Mapping[str, Plain]) -> str:
    """A small piece of YAML through ruamel's round trip, with new values."""
    tree = _loaded(lines)
    _overlay(tree, data)
    return emit(tree)


def _loaded(lines: str) -> CommentedMap:
    """A map with its comments, for ruamel's round trip. It loses comments that follow a tab."""
    spaced = _TAB_BEFORE_COMMENT.sub("  #", lines)
    tree = writer().load(spaced if same(spaced, lines) else lines)
    if not isinstance(tree, CommentedMap):
        raise LayoutError
    return tree


def _overlay(tree: CommentedMap, data: Mapping[str, Plain]) -> None:
    for key, value in data.items():
        if key in tree and holds(tree[key], value):
            continue
        inside = tree.get(key)
        if isinstance(inside, CommentedMap) and inside and isinstance(value, Mapping) and value:
            _overlay(inside, value)
        elif isinstance(inside, CommentedSeq) and _are_maps(inside) and value and _are_maps(value):
            _overlay_items(inside, value)
        else:
            tree[written_key(key)] = styled(value, key)


def _are_maps(items: Plain) -> bool:
    return isinstance(items, list | tuple) and all(isinstance(x, Mapping) for x in items)


def _overlay_items(inside: CommentedSeq, new: Sequence[Mapping[str, Plain]]) -> None:
    """Maps of a list by their ids, or by their places where they have none."""
    have = {item.get("id", place): item for place, item in enumerate(inside)}
    kept = []
    for place, item in enumerate(new):
        node = have.get(item.get("id", place))
        if node is not None:
            _overlay(node, item)
        kept.append(styled(dict(item)) if node is None else node)
    inside[:] = kept


def _replace_items(lines: str, key: str, old: Plain, new: Sequence[Mapping[str, Plain]]) -> str:
    if not old:
        return _EMPTY.sub(r"\1", lines, count=1) + _emit_items(new, "  ")
    title, chunks, tail = cut_items(lines, len(old))
    have = {item["id"]: (item, chunk) for item, chunk in zip(old, chunks, strict=True)}
    if len(have) != len(old):
        raise LayoutError
    wanted = {item["id"] for item in new}
    gone = "".join(
        _leading_comments(chunk) for id_, (_, chunk) in have.items() if id_ not in wanted
    )
    if not new:
        return _patched(title, {key: []}) + gone + tail
    indent = dash_of(chunks[0])
    kept = "".join(item_lines(item, have.get(item["id"]), indent) for item in new)
    return title + gone + kept + tail


def item_lines(item: Mapping[str, Plain], have: tuple[Plain, str] | None, indent: str) -> str:
    if have is None:
        return _emit_items([item], indent)
    old, chunk = have
    if holds(old, item):
        return chunk
    comments = _leading_comments(chunk)
    tree = _loaded(f"x:\n{chunk[len(comments) :]}")
    (node,) = tree["x"]
    _overlay(node, item)
    return comments + _indented(emit(tree).partition("\n")[2], indent)


def _emit_items(items: Sequence[Mapping[str, Plain]], indent: str) -> str:
    return _indented(emit(CommentedSeq(styled(dict(item)) for item in items)), indent)


def _indented(lines: str, indent: str) -> str:
    """Items as we emit them, two columns in, with another indent."""
    return lines if indent == "  " else re.sub("(?m)^  ", indent, lines)


def dash_of(chunk: str) -> str:
    """What stands before the dash of a list item."""
    return next((m[1] for m in map(_DASH.match, _terminated(chunk)) if m), "  ")


def cut_items(lines: str, count: int) -> tuple[str, list[str], str]:
    """The key's own line, each list item with the comment lines above it, and what comes last."""
    rest = _terminated(lines)
    title = next(i for i, line in enumerate(rest) if _TOP_KEY.match(line)) + 1
    first, rest = "".join(rest[:title]), rest[title:]
    dash = dash_of("".join(rest)) + "- "
    chunks: list[list[str]] = []
    pending: list[str] = []
    for line in rest:
        if line.startswith(dash):
            chunks.append([*pending, line])
            pending = []
        elif line.lstrip().startswith("#") or line.strip() in ("", "..."):
            pending.append(line)
        elif chunks:
            chunks[-1].extend([*pending, line])
            pending = []
        else:
            raise LayoutError
    if len(chunks) != count:
        raise LayoutError
    return first, ["".join(chunk) for chunk in chunks], "".join(pending)


def _leading_comments(chunk: str) -> str:
    kept = []
    for line in _terminated(chunk):
        if line.strip() and not line.lstrip().startswith("#"):
            break
        kept.append(line)
    return "".join(kept)


def _round_trip(text: str, data: Mapping[str, Plain], items: Collection[str]) -> str:
    tree = _loaded(text)
    _overlay(tree, {key: value for key, value in data.items() if key not in items})
    for key in data:
        if key in items and not holds(tree.get(key), data[key]):
            inside = tree.get(key)
            if not (isinstance(inside, CommentedSeq) and _are_maps(inside) and data[key]):
                inside = tree[key] = CommentedSeq()
            _overlay_items(inside, data[key])
    return emit(tree)
