"""`python -m rejit`: the `rejit` command."""

from rejit.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
