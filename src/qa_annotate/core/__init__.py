"""What the project thinks with: no I/O, no clock, no terminal, no third-party import."""
