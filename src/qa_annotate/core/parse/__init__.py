"""From a text with marks to blocks, people and question/answer pairs. Pure."""
