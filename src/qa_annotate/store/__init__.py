"""The project folder: finding, reading, writing, journal and lock."""
