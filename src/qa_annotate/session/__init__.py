"""The labelling session: a screen as a function of state, and one thin shell on a terminal."""
