"""The entry: `--version` and `--help` are answered at once, everything else goes to the roof."""

import sys

from . import __version__


def main() -> int:
    """Run the command line; the exit code."""
    asked = sys.argv[1:]
    if asked == ["--version"]:
        print(f"qa-annotate {__version__}")
        return 0
    if asked in (["--help"], ["-h"], []):
        return _help()
    from .cli.roof import run

    return run()


def _help() -> int:
    """The help as it was printed into a file when it was made; a test holds the two equal."""
    with open(f"{__file__.rpartition('/')[0]}/cli/help.txt", encoding="utf-8") as file:  # noqa: PTH123
        sys.stdout.write(file.read())
    return 0


if __name__ == "__main__":
    sys.exit(main())
