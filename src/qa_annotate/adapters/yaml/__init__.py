"""YAML that people own: read strictly, written so that every character and every comment stays.

ryaml reads (quick, refuses duplicate keys, bombs and several documents); ruamel.yaml writes, with
double quotes for prose and a width that never folds. Aliases, anchors and tags are refused: none of
our files needs one. `update` changes the values that differ and leaves every other line alone.
"""

from .pieces import Pieces, cut, with_item, with_items, with_values
from .reading import Lines, load
from .updating import LayoutError, holds, update
from .writing import dump

__all__ = [
    "LayoutError",
    "Lines",
    "Pieces",
    "cut",
    "dump",
    "holds",
    "load",
    "update",
    "with_item",
    "with_items",
    "with_values",
]
