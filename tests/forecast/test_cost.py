import subprocess
import sys
import time

import numpy as np

from evaluation_lib.forecast import forecast_quantiles


def test_a_thousand_jurisdictions_with_25_indicators_take_less_than_a_second_of_one_core():
    random = np.random.default_rng(0)
    batch = [20 + random.normal(size=8).cumsum() for _ in range(25_000)]

    start = time.process_time()
    forecast_quantiles(batch, 3, [0.025, 0.1, 0.5, 0.9, 0.975])

    assert time.process_time() - start < 1.0


def test_importing_the_forecasts_loads_nothing_but_numpy():
    code = (
        "import sys, evaluation_lib.forecast; "
        "print([m for m in ('pandas', 'scipy', 'statsmodels', 'matplotlib') if m in sys.modules])"
    )

    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout

    assert loaded.strip() == "[]"
