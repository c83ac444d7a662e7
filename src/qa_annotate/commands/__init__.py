"""One module a command, one plain function in it. Here the wings meet; nothing is printed."""
