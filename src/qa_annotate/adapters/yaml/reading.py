"""Reading strictly: what isn't plain YAML 1.2 of ours is refused with its line."""

from __future__ import annotations

import contextlib
import re
from math import isfinite
from typing import Any

import ryaml
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import AliasEvent, NodeEvent
from ruamel.yaml.nodes import MappingNode, Node, SequenceNode

from ...errors import FileError, Problem

Plain = Any
PlainPath = tuple[str | int, ...]

_SUSPICIOUS = re.compile(r"(?m)(?:^|[\s\[{,:?-])(?:[&*][^\s]|!)|^---|^%|^\.\.\.")
_QUOTED = re.compile(r'(?:(?<=: )|(?<=, )|(?<=[\[{]))"(?:[^"\\\n]|\\.)*"')
"""A string on one line, where nothing but a string can begin with a quotation mark."""


def load(text: str, path: str) -> Plain:
    """One YAML document as dicts, lists and scalars (YAML 1.2).

    Raises FileError, with the line, on what isn't YAML, and on aliases, anchors, tags, duplicate
    keys, several documents, and keys that aren't text.
    """
    try:
        data = ryaml.loads(text)
    except (ryaml.InvalidYamlError, ValueError, TypeError, RecursionError) as error:
        raise FileError(_problem(text, path, str(error))) from None
    if _SUSPICIOUS.search(text) and _SUSPICIOUS.search(_without_strings(text)):
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


def _without_strings(text: str) -> str:
    """A text without its strings, whose prose may hold any mark; where a quotation mark is left,
    nobody can say without reading what is a string, and the text stays whole."""
    rest = _QUOTED.sub("", text)
    return text if '"' in rest or "'" in rest else rest


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
