"""The one place where an import waits: a command is loaded when it runs."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Any

COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "add": "add:add",
        "add-all": "add_all:add_all",
        "add-url": "add_url:add_url",
        "adjudicate": "adjudicate:adjudicate",
        "agreement": "agreement:agreement",
        "as-of": "log:as_of",
        "assign": "assign:assign",
        "attach-token": "seal:attach_token",
        "agreement-matrix": "agreement:of_table",
        "agreement-put": "agreement:put",
        "agreement-written": "agreement:written",
        "check": "check:check",
        "codebook-check": "codebook:check",
        "codebook-diff": "codebook:diff",
        "codebook-migrate": "codebook:migrate",
        "codebook-presets": "codebook:presets",
        "codebook-show": "codebook:show",
        "decide": "decide:decide",
        "evidence-add": "evidence:add",
        "evidence-list": "evidence:items",
        "evidence-settle": "evidence:settle",
        "evidence-show": "evidence:show",
        "export": "export:export",
        "import": "import_:import_",
        "log": "log:log",
        "merge-log": "merge_log:merge_log",
        "merge-structure": "merge_log:merge_structure",
        "find": "finding:find",
        "open": "open_:open_",
        "take-in": "add:take_in",
        "out-of-sight": "blind:out_of_sight",
        "parse": "parse:parse",
        "people-add": "people:add",
        "people-check": "people:check",
        "people-list": "people:people",
        "people-suggest": "people:suggest",
        "purge": "purge:purge",
        "remove-article": "renaming:remove_article",
        "remove-coder": "renaming:remove_coder",
        "rename-article": "renaming:rename_article",
        "rename-coder": "renaming:rename_coder",
        "place": "reanchor:place",
        "proposals": "orphans:proposals",
        "reanchor": "reanchor:reanchor",
        "parse-all": "batch:parse_all",
        "why": "parse:why",
        "reparse": "structure:reparse",
        "report": "report:report",
        "similar": "similar:similar",
        "corroboration": "similar:corroboration",
        "tie": "similar:tie_claims",
        "schema": "schema:schema",
        "seal": "seal:seal",
        "structure": "structure:structure",
        "status": "status:status",
        "verify": "seal:verify",
    }
)
"""Each command, and the function in `commands/` that does it."""


def command(name: str) -> Any:
    """The function of a command."""
    module, _, function = COMMANDS[name].partition(":")
    return getattr(import_module(f"qa_annotate.commands.{module}"), function)


def show(name: str) -> Any:
    """What shows a kind of result to people: a module of `console/`."""
    return import_module(f"qa_annotate.console.{name}")


def to_text(value: object, form: str) -> str:
    """A result as JSON or YAML, with nothing in it that could steer a terminal."""
    codec = import_module("qa_annotate.adapters.codec")
    if form == "json":
        return str(codec.to_safe_json(value)) + "\n"
    return str(import_module("qa_annotate.adapters.yaml").dump(codec.to_plain(value)))
