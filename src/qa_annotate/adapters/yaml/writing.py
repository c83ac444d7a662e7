"""Writing in the project's layout: double quotes for prose, short lists and maps on one line."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import ryaml
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from ...core.text import UNSAFE

Plain = Any

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


def writer() -> YAML:
    """ruamel.yaml, set so that it never folds and keeps quotes."""
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


def emit(node: Plain) -> str:
    """Nodes as text."""
    stream = io.StringIO()
    writer().dump(node, stream)
    text = stream.getvalue()
    return text if text.isascii() else _escaped(text)


def _escaped(text: str) -> str:
    """YAML with invisible and steering characters as escapes, where that means the same.

    It does in double quotes, where we put all prose; what a person wrote otherwise stays.
    """
    safe = text.translate(_ESCAPES)
    return safe if safe == text or same(safe, text) else text


def same(a: str, b: str) -> bool:
    """Whether two texts say the same to the reader."""
    try:
        return bool(ryaml.loads(a) == ryaml.loads(b))
    except ryaml.InvalidYamlError:
        return False


def dump(data: Mapping[str, Plain], *, header: str = "") -> str:
    """A mapping as YAML in the project's layout: short lists and maps on one line.

    `header` is a comment line put first, without its newline.
    """
    out = [f"{header}\n"] if header else []
    group: dict[str, Plain] = {}
    for key, value in data.items():
        if not (_is_records(value) or _is_spans(value, key)):
            group[key] = value
            continue
        out += [emit(styled(group))] if group else []
        out += [f"{emit_key(key)}:\n", *map(_record, value)]
        group = {}
    return "".join(out) + (emit(styled(group)) if group or not data else "")


_ALL_ESCAPES = {**_ESCAPES, 0xFFFE: "\\ufffe", 0xFFFF: "\\uffff"}

# ---- long lists of flat maps, written quickly ---------------------------------------------------

MANY = 8
"""From this many on, a list of flat maps is written line by line, not through ruamel's tree."""


def _is_records(value: Plain) -> bool:
    """Whether a value is a long list of maps that hold scalars, numbers in lists, and no more."""
    if not isinstance(value, list) or len(value) < MANY:
        return False
    return all(isinstance(item, dict) and item and _is_flat(item) for item in value)


def _is_flat(item: Mapping[str, Plain]) -> bool:
    return all(
        _BARE_KEY.match(key) and key.lower() not in _YAML_1_1_WORDS and _is_simple(value)
        for key, value in item.items()
    )


def _is_simple(value: Plain) -> bool:
    if isinstance(value, float | Mapping):
        return False
    if isinstance(value, list):
        return bool(value) and _numbers_width(value) is not None
    return True


def _is_spans(value: Plain, key: str) -> bool:
    """Whether a value is a list of pairs of numbers that is too long for one line."""
    if not isinstance(value, list | tuple) or len(value) < MANY:
        return False
    return all(map(_is_span, value)) and not _fits_one_line(value, len(key))


def _is_span(value: Plain) -> bool:
    return (
        isinstance(value, list | tuple)
        and len(value) == 2
        and type(value[0]) is type(value[1]) is int
    )


def _record(item: Plain) -> str:
    """A pair of numbers, or a flat map, as an item of a list: on one line where it fits, else a key
    a line."""
    if isinstance(item, list | tuple):
        return f"  - [{item[0]}, {item[1]}]\n"
    told = [f"{key}: {_flow(value, key)}" for key, value in item.items()]
    line = "{" + ", ".join(told) + "}"
    if len(line) <= _ONE_LINE:
        return f"  - {line}\n"
    lines = [_record_key(key, value) for key, value in item.items()]
    return "  - " + "    ".join(lines)


def _record_key(key: str, value: Plain) -> str:
    line = f"{key}: {_flow(value, key)}\n"
    if not isinstance(value, list) or len(line) <= _ONE_LINE:
        return line
    return f"{key}:\n" + "".join(f"      - {_flow(item, key)}\n" for item in value)


def _flow(value: Plain, key: str) -> str:
    """A scalar, or numbers in lists, on one line."""
    if isinstance(value, list):
        return "[" + ", ".join(_flow(item, key) for item in value) + "]"
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, int):
        return str(value)
    if key in _BARE_KEYS and _BARE.match(value) and value not in _YAML_1_1_WORDS:
        return str(value)
    return json.dumps(value, ensure_ascii=False).translate(_ALL_ESCAPES)


# ---- everything else ----------------------------------------------------------------------------


def emit_key(key: str) -> str:
    """A key as it is written."""
    return key if isinstance(written_key(key), str) and written_key(key) is key else json.dumps(key)


def styled(value: Plain, key: str = "") -> Plain:
    """Plain data as ruamel nodes that carry the project's layout."""
    if isinstance(value, str):
        return _string(value, key)
    if isinstance(value, Mapping):
        mapping = CommentedMap((written_key(k), styled(v, k)) for k, v in value.items())
        return _one_line(mapping, value, key)
    if isinstance(value, Sequence):
        return _one_line(CommentedSeq(styled(v, key) for v in value), value, key)
    return value


def _one_line(node: Plain, value: Plain, key: str) -> Plain:
    if key and _fits_one_line(value, len(key)):
        node.fa.set_flow_style()
    return node


def _string(value: str, key: str) -> Plain:
    if key in _BARE_KEYS and _BARE.match(value) and value not in _YAML_1_1_WORDS:
        return value
    return DoubleQuotedScalarString(value)


def written_key(key: str) -> Plain:
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
