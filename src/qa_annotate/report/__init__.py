"""The pages of a project: self-contained HTML that works offline and without script, and plots.

Jinja2 and matplotlib live here. Nothing here reads or writes files: `site.pages` gives the text of
each page by its path.
"""
