"""`python -m evaluation_lib` is the same as `plan-eval`."""

from evaluation_lib.cli.main import main

main()
