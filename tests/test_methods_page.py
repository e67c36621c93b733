"""Every example of METHODS.md is run; the page cannot say what the code does not do."""

import doctest
from pathlib import Path

PAGE = Path(__file__).parents[1] / "METHODS.md"


def test_every_example_of_the_methods_page_holds():
    parser = doctest.DocTestParser()
    examples = parser.get_doctest(
        PAGE.read_text(encoding="utf-8").replace("```", ""), {}, PAGE.name, str(PAGE), 0
    )
    told: list[str] = []

    result = doctest.DocTestRunner(verbose=False).run(examples, out=told.append)

    assert result.attempted >= 20
    assert result.failed == 0, "".join(told)
