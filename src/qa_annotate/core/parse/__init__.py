"""From a text with marks to blocks, people and question/answer pairs. Pure.

`parse` reads a page in five steps, one module each: `blocks` cuts it, `features` measures the
pieces, `conventions` proposes readings, `decoder` scores them over the whole page, `judgement`
decides whether the best of them is an interview at all. `people` and `metadata` name who and where.
"""

from .parser import PARSER, parse
from .reasons import Candidate, Explanation, Why, explain

__all__ = ["PARSER", "Candidate", "Explanation", "Why", "explain", "parse"]
