"""`schema`: the JSON Schema of one of the project's files, printed from the types."""

from __future__ import annotations

import json

from ..adapters.schemas import SCHEMAS
from ..adapters.schemas import schema as schema_of
from ..errors import UsageError


def schema(name: str) -> str:
    """A schema as JSON text. Raises UsageError for a name that isn't one."""
    if name not in SCHEMAS:
        raise UsageError(f"There is no schema '{name}'.", hint="One of: " + ", ".join(SCHEMAS))
    return json.dumps(schema_of(name), indent=2, ensure_ascii=False) + "\n"
