"""YAML that people own: read strictly, written so that every character and every comment stays.

ryaml reads (quick, refuses duplicate keys, bombs and several documents); ruamel.yaml writes, with
double quotes for prose and a width that never folds. Aliases, anchors and tags are refused: none of
our files needs one. `update` changes the values that differ and leaves every other line alone.
"""

from __future__ import annotations

import contextlib
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from math import isfinite
from typing import Any

import ryaml
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import AliasEvent, NodeEvent
from ruamel.yaml.nodes import MappingNode, Node, SequenceNode
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from ..core.text import UNSAFE
from ..errors import FileError, Problem

Plain = Any
PlainPath = tuple[str | int, ...]

_NEVER_FOLD = 10**9
_ONE_LINE = 120

# Keys whose value is a word of ours, written bare where no YAML reader can mistake it.
_BARE_KEYS = frozenset(
    {"format", "kind", "id", "article", "coder", "by", "passage", "role", "key", "basis", "level"}
)
_BARE = re.compile(r"[a-z][a-z0-9]*(?:[-_/.][a-z0-9]+)*\Z")
_BARE_KEY = re.compile(r"[A-Za-z][\w-]{0,99}\Z", re.ASCII)
_YAML_1_1_WORDS = frozenset(["y", "n", "yes", "no", "on", "off", "true", "false", "null"])
_ESCAPES = {
    code: f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
    for code in UNSAFE
    if code > 0x7E and not 0xD800 <= code < 0xE000
}
_SUSPICIOUS = re.compile(r"(?m)(?:^|[\s\[{,:?-])(?:[&*][^\s]|!)|^---|^%|^\.\.\.")


# ---- reading ------------------------------------------------------------------------------------


def load(text: str, path: str) -> Plain:
    """One YAML document as dicts, lists and scalars (YAML 1.2).

    Raises FileError, with the line, on what isn't YAML, and on aliases, anchors, tags, duplicate
    keys, several documents, and keys that aren't text.
    """
    try:
        data = ryaml.loads(text)
    except (ryaml.InvalidYamlError, ValueError, TypeError, RecursionError) as error:
        raise FileError(_problem(text, path, str(error))) from None
    if _SUSPICIOUS.search(text):
        try:
            _refuse_indirection(text, path)
        except (YAMLError, ValueError, RecursionError) as error:  # ruamel is stricter about tabs
            raise FileError(_problem(text, path, str(error))) from None
    if _has_odd_values(data):
        _refuse_odd_values(data, text, path)
    return data


def _problem(text: str, path: str, message: str) -> Problem:
    """The reader's complaint, with the line that ruamel finds where ryaml gives none.

    ruamel has no limits of its own: it sees no deep nesting, and no aliases but as events.
    """
    if "recursion limit" in message:
        return Problem(path, _line_told(message) or 1, "yaml", "this is nested too deeply")
    try:
        _refuse_indirection(text, path)
    except FileError as error:
        return error.problem
    except (YAMLError, ValueError, RecursionError):
        pass
    try:
        YAML(typ="safe", pure=True).load(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        words = " ".join(str(error.problem or message).split())
        return Problem(path, mark.line + 1 if mark else 1, "yaml", _plainer(words))
    except (YAMLError, ValueError, RecursionError):
        pass
    line = _line_told(message) or Lines(text).of_complex_key()
    return Problem(path, line, "yaml", _plainer(" ".join(message.split())))


def _line_told(message: str) -> int | None:
    told = re.search(r"line (\d+)", message)
    return int(told[1]) if told else None


_PLAINER = (
    ("another document", "more than one YAML document"),
    ("unhashable", "a list or a map is used as a key"),
)


def _plainer(words: str) -> str:
    return next((plain for part, plain in _PLAINER if part in words), words)


def _refuse_indirection(text: str, path: str) -> None:
    for event in YAML(typ="safe", pure=True).parse(text):
        line = event.start_mark.line + 1
        if isinstance(event, AliasEvent) or getattr(event, "anchor", None):
            words = "aliases and anchors are not used here: write the value out"
            raise FileError(Problem(path, line, "yaml", words))
        tag = getattr(event, "tag", None) if isinstance(event, NodeEvent) else None
        if tag:
            raise FileError(Problem(path, line, "yaml", f"the tag {tag} is not used here"))


def _has_odd_values(data: Plain) -> bool:
    """Whether there is anything for `_refuse_odd_values`, which is slower and knows where."""
    stack = [data]
    while stack:
        value = stack.pop()
        kind = type(value)
        if kind is dict:
            if any(type(key) is not str for key in value):
                return True
            stack.extend(value.values())
        elif kind is list:
            stack.extend(value)
        elif kind is float and not isfinite(value):
            return True
    return False


def _refuse_odd_values(data: Plain, text: str, path: str) -> None:
    """Refuse keys that aren't text, and numbers that JSON can't hold."""
    stack: list[tuple[PlainPath, Plain]] = [((), data)]
    while stack:
        place, value = stack.pop()
        if isinstance(value, dict):
            odd = [key for key in value if not isinstance(key, str)]
            if odd:
                words = f"the key {_as_yaml(odd[0])} is not text: quote it"
                line = Lines(text).of_key(place, odd[0])
                raise FileError(Problem(path, line, "yaml", words))
            stack.extend(((*place, key), item) for key, item in value.items())
        elif isinstance(value, list):
            stack.extend(((*place, index), item) for index, item in enumerate(value))
        elif isinstance(value, float) and not isfinite(value):
            words = f"{_as_yaml(value)} is no number that can be counted with"
            raise FileError(Problem(path, Lines(text).of(place), "yaml", words))


def _as_yaml(scalar: Plain) -> str:
    return str(ryaml.dumps(scalar)).strip()


class Lines:
    """Line numbers of places in a YAML text; composed once, and only when somebody asks."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._root: Node | None = None
        self._composed = False

    def of(self, path: PlainPath) -> int:
        """The line (from 1) where the deepest known part of `path` begins."""
        return self._find(path)[1]

    def of_key(self, path: PlainPath, key: Plain) -> int:
        """The line of a key that isn't text, in the map at `path`."""
        node, line = self._find(path)
        for name, _ in node.value if isinstance(node, MappingNode) else ():
            bare = isinstance(name.value, str) and name.style is None
            if bare and ryaml.loads(name.value) == key:
                return int(name.start_mark.line) + 1
        return line

    def of_complex_key(self) -> int:
        """The line of the first key that is a list or a map; 1 where there is none."""
        stack = [self._find(())[0]]
        while stack:
            node = stack.pop()
            for key, value in node.value if isinstance(node, MappingNode) else ():
                if isinstance(key, SequenceNode | MappingNode):
                    return int(key.start_mark.line) + 1
                stack.append(value)
            stack += node.value if isinstance(node, SequenceNode) else ()
        return 1

    def _find(self, path: PlainPath) -> tuple[Node | None, int]:
        if not self._composed:
            self._composed = True
            with contextlib.suppress(YAMLError, ValueError, RecursionError):
                self._root = YAML(typ="safe", pure=True).compose(self._text)
        node, line = self._root, 1
        for part in path:
            found = _child(node, part)
            if found is None:
                break
            node, line = found
        return node, line


def _child(node: Node | None, part: str | int) -> tuple[Node, int] | None:
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if key.value == part:
                return value, key.start_mark.line + 1
    if isinstance(node, SequenceNode) and isinstance(part, int) and part < len(node.value):
        child = node.value[part]
        return child, child.start_mark.line + 1
    return None


# ---- writing ------------------------------------------------------------------------------------


def _writer() -> YAML:
    writer = YAML(typ="rt", pure=True)
    writer.width = _NEVER_FOLD
    writer.preserve_quotes = True
    writer.allow_unicode = True
    writer.indent(mapping=2, sequence=4, offset=2)
    writer.representer.add_representer(type(None), _represent_null)
    writer.representer.add_representer(float, _represent_float)
    return writer


def _represent_null(representer: Any, _: None) -> Any:
    return representer.represent_scalar("tag:yaml.org,2002:null", "null")


def _represent_float(representer: Any, value: float) -> Any:
    """With a point in it always: to a YAML 1.1 reader `1e+16` is text."""
    digits = repr(value)
    if "e" in digits and "." not in digits:
        digits = digits.replace("e", ".0e")
    return representer.represent_scalar("tag:yaml.org,2002:float", digits)


def _emit(node: Plain) -> str:
    stream = io.StringIO()
    _writer().dump(node, stream)
    text = stream.getvalue()
    return text if text.isascii() else _escaped(text)


def _escaped(text: str) -> str:
    """YAML with invisible and steering characters as escapes, where that means the same.

    It does in double quotes, where we put all prose; what a person wrote otherwise stays.
    """
    safe = text.translate(_ESCAPES)
    return safe if safe == text or _same(safe, text) else text


def _same(a: str, b: str) -> bool:
    try:
        return bool(ryaml.loads(a) == ryaml.loads(b))
    except ryaml.InvalidYamlError:
        return False


def dump(data: Mapping[str, Plain], *, header: str = "") -> str:
    """A mapping as YAML in the project's layout: short lists and maps on one line.

    `header` is a comment line put first, without its newline.
    """
    return (f"{header}\n" if header else "") + _emit(_styled(dict(data)))


def _styled(value: Plain, key: str = "") -> Plain:
    """Plain data to ruamel nodes that carry the project's layout."""
    if isinstance(value, str):
        return _string(value, key)
    if isinstance(value, Mapping):
        mapping = CommentedMap((_key(k), _styled(v, k)) for k, v in value.items())
        return _one_line(mapping, value, key)
    if isinstance(value, Sequence):
        return _one_line(CommentedSeq(_styled(v, key) for v in value), value, key)
    return value


def _one_line(node: Plain, value: Plain, key: str) -> Plain:
    if key and _fits_one_line(value, len(key)):
        node.fa.set_flow_style()
    return node


def _string(value: str, key: str) -> Plain:
    if key in _BARE_KEYS and _BARE.match(value) and value not in _YAML_1_1_WORDS:
        return value
    return DoubleQuotedScalarString(value)


def _key(key: str) -> Plain:
    """A key, bare where every YAML reader takes it for the same word: Norwegian is not `no`."""
    if _BARE_KEY.match(key) and key.lower() not in _YAML_1_1_WORDS:
        return key
    return DoubleQuotedScalarString(key)


def _fits_one_line(value: Plain, key: int) -> bool:
    """Whether a list or map is short: scalars, or lists of numbers, within one line."""
    if isinstance(value, Mapping):
        inner: Iterable[Plain] = value.values()
        width = sum(len(k) + 2 for k in value)
    else:
        inner, width = value, 0
    for item in inner:
        size = _width(item)
        if size is None:
            return False
        width += size + 2
        if width > _ONE_LINE - key:
            return False
    return True


def _width(item: Plain) -> int | None:
    """Columns of a scalar, or of a list of numbers or short texts; None for anything deeper."""
    if isinstance(item, str):
        return len(item) + 2
    if isinstance(item, Mapping):
        return None if item else 2
    if isinstance(item, Sequence):
        return _numbers_width(item)
    return len(str(item))


def _numbers_width(item: Plain) -> int | None:
    """Columns of numbers, or lists of them; None where there is anything else."""
    if isinstance(item, int | float):
        return len(str(item))
    if isinstance(item, str | Mapping) or not isinstance(item, Sequence):
        return None
    widths = [_numbers_width(x) for x in item]
    return None if None in widths else sum(w + 2 for w in widths if w is not None)


# ---- changing what a person may have edited -----------------------------------------------------

_EMPTY = re.compile(r"^([A-Za-z_][\w-]*:)[ \t]*(?:\[\s*\]|null|~)", re.MULTILINE)
_TAB_BEFORE_COMMENT = re.compile(r"[ \t]*\t[ \t]*#")
_DASH = re.compile(r"( *)- ")
_TOP_KEY = re.compile(r"([A-Za-z_][\w-]*):(?:\s|$)")


def update(text: str, data: Mapping[str, Plain], *, items: str) -> str:
    """`text` with the values of `data`: other lines, comments and unknown keys stay as they are.

    `items` names the one list whose entries (mappings with an `id`) are compared one by one. The
    result is read back; where replacing lines did not give the wanted values, the whole file goes
    through ruamel's round trip instead, and failing that it is written anew.
    """
    for attempt in (_as_it_is, _replace_sections, _round_trip):
        try:
            changed = attempt(text, data, items)
            if holds(load(changed, ""), data):
                return changed
        except (FileError, YAMLError, _LayoutError):
            continue
    return dump(data)


def _as_it_is(text: str, _: Mapping[str, Plain], __: str) -> str:
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


class _LayoutError(Exception):
    """The file isn't laid out as we write it; the general way must do."""


def _replace_sections(text: str, data: Mapping[str, Plain], items: str) -> str:
    old = load(text, "")
    if not isinstance(old, dict):
        raise _LayoutError
    head, sections = _sections(text)
    out = [head]
    for key, lines in sections:
        if key not in data or holds(old[key], data[key]):
            out.append(lines)
        elif key == items:
            out.append(_replace_items(lines, key, old[key], data[key]))
        else:
            out.append(_patched(lines, {key: data[key]}))
    known = {key for key, _ in sections}
    missing = {key: value for key, value in data.items() if key not in known}
    return "".join(out) + (dump(missing) if missing else "")


def _sections(text: str) -> tuple[str, list[tuple[str, str]]]:
    """What stands before the first top-level key, then each key with its lines.

    Comment lines at the margin belong to the key below them.
    """
    head: list[str] = []
    sections: list[tuple[str, list[str]]] = []
    pending: list[str] = []
    for line in _terminated(text):
        found = _TOP_KEY.match(line)
        if found:
            sections.append((found[1], [*pending, line] if sections else [line]))
            if len(sections) == 1:
                head, pending = pending, head
            pending = []
        elif line.startswith("#") or line.strip() in ("", "..." if sections else "---"):
            pending.append(line)
        elif sections:
            sections[-1][1].extend([*pending, line])
            pending = []
        else:
            raise _LayoutError
    if sections:
        sections[-1][1].extend(pending)
    return "".join(head), [(key, "".join(lines)) for key, lines in sections]


def _terminated(text: str) -> list[str]:
    lines = text.split("\n")
    tail = [lines[-1] + "\n"] if lines[-1] else []
    return [line + "\n" for line in lines[:-1]] + tail


def _patched(lines: str, data: Mapping[str, Plain]) -> str:
    """A small piece of YAML through ruamel's round trip, with new values."""
    tree = _loaded(lines)
    _overlay(tree, data)
    return _emit(tree)


def _loaded(lines: str) -> CommentedMap:
    """A map with its comments, for ruamel's round trip. It loses comments that follow a tab."""
    spaced = _TAB_BEFORE_COMMENT.sub("  #", lines)
    tree = _writer().load(spaced if _same(spaced, lines) else lines)
    if not isinstance(tree, CommentedMap):
        raise _LayoutError
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
            tree[_key(key)] = _styled(value, key)


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
        kept.append(_styled(dict(item)) if node is None else node)
    inside[:] = kept


def _replace_items(lines: str, key: str, old: Plain, new: Sequence[Mapping[str, Plain]]) -> str:
    if not old:
        return _EMPTY.sub(r"\1", lines, count=1) + _emit_items(new, "  ")
    title, chunks, tail = _chunks(lines, len(old))
    have = {item["id"]: (item, chunk) for item, chunk in zip(old, chunks, strict=True)}
    if len(have) != len(old):
        raise _LayoutError
    wanted = {item["id"] for item in new}
    gone = "".join(
        _leading_comments(chunk) for id_, (_, chunk) in have.items() if id_ not in wanted
    )
    if not new:
        return _patched(title, {key: []}) + gone + tail
    indent = _dash(chunks[0])
    kept = "".join(_item_lines(item, have.get(item["id"]), indent) for item in new)
    return title + gone + kept + tail


def _item_lines(item: Mapping[str, Plain], have: tuple[Plain, str] | None, indent: str) -> str:
    if have is None:
        return _emit_items([item], indent)
    old, chunk = have
    if holds(old, item):
        return chunk
    comments = _leading_comments(chunk)
    tree = _loaded(f"x:\n{chunk[len(comments) :]}")
    (node,) = tree["x"]
    _overlay(node, item)
    return comments + _indented(_emit(tree).partition("\n")[2], indent)


def _emit_items(items: Sequence[Mapping[str, Plain]], indent: str) -> str:
    return _indented(_emit(CommentedSeq(_styled(dict(item)) for item in items)), indent)


def _indented(lines: str, indent: str) -> str:
    """Items as we emit them, two columns in, with another indent."""
    return lines if indent == "  " else re.sub("(?m)^  ", indent, lines)


def _dash(chunk: str) -> str:
    """What stands before the dash of a list item."""
    return next((m[1] for m in map(_DASH.match, _terminated(chunk)) if m), "  ")


def _chunks(lines: str, count: int) -> tuple[str, list[str], str]:
    """The key's own line, each list item with the comment lines above it, and what comes last."""
    rest = _terminated(lines)
    title = next(i for i, line in enumerate(rest) if _TOP_KEY.match(line)) + 1
    first, rest = "".join(rest[:title]), rest[title:]
    dash = _dash("".join(rest)) + "- "
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
            raise _LayoutError
    if len(chunks) != count:
        raise _LayoutError
    return first, ["".join(chunk) for chunk in chunks], "".join(pending)


def _leading_comments(chunk: str) -> str:
    kept = []
    for line in _terminated(chunk):
        if line.strip() and not line.lstrip().startswith("#"):
            break
        kept.append(line)
    return "".join(kept)


def _round_trip(text: str, data: Mapping[str, Plain], items: str) -> str:
    tree = _loaded(text)
    rest = {key: value for key, value in data.items() if key != items}
    _overlay(tree, rest)
    if items in data and not holds(tree.get(items), data[items]):
        inside = tree.get(items)
        if not (isinstance(inside, CommentedSeq) and _are_maps(inside) and data[items]):
            inside = tree[items] = CommentedSeq()
        _overlay_items(inside, data[items])
    return _emit(tree)
