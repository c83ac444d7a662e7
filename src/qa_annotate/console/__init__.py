"""Results to text for people: Rich tables and trees. Rich's one home.

Text from files goes through `visible` and into `Text` objects: Rich's own markup, emoji codes and
highlighting stay off, so that nothing in an article is taken for an instruction.
"""
