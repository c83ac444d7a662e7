"""The session in which a person settles what coders disagree on."""
