"""The session in which a person corrects how an article was read."""
