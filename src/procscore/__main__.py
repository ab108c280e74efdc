"""`python -m procscore` is the command line."""

from procscore.cli.main import run

if __name__ == "__main__":
    run()
