"""How long the explorer takes to answer a slider: in the library, in the panel, in a browser.

    python -m tests.benchmarks.explorer_latency            # without the browser
    python -m tests.benchmarks.explorer_latency --browser  # and in JupyterLab with Chromium

Milliseconds depend on the machine, so each is also told as a share of one whole evaluation made in
the same run.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from evaluation_lib import explore
from evaluation_lib.evaluation import evaluate
from evaluation_lib.inquiry import Setting, ask
from tests.explore.browser import PROJECT, explored, make_project, opened, run_all

TICKS = 100
_PRESS = """async (ticks) => {
  const handle = document.querySelector('.pe-desk .pe-assume .noUi-handle');
  const pace = () => document.querySelector('.pe-desk [data-pe=pace]').innerText;
  const times = [];
  handle.focus();
  for (let n = 0; n < ticks; n++) {
    const before = pace(), start = performance.now();
    const key = n % 2 ? 'ArrowLeft' : 'ArrowRight';
    handle.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true}));
    while (pace() === before && performance.now() - start < 5000)
      await new Promise(done => setTimeout(done, 1));
    times.push(performance.now() - start);
    await new Promise(done => setTimeout(done, 50));
  }
  return times;
}"""


def milliseconds(act: Callable[[int], object], ticks: int = TICKS) -> list[float]:
    """Return how long each of `ticks` calls took."""
    times = []
    for tick in range(ticks):
        start = time.perf_counter()
        act(tick)
        times.append(1000 * (time.perf_counter() - start))
    return times


def tell(name: str, times: Sequence[float], whole: float) -> None:
    """Print the median, the 95th percentile, and the median as a share of a whole evaluation."""
    ordered = sorted(times)
    median, late = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)]
    print(
        f"{name:10} median {median:7.1f} ms   95 % {late:7.1f} ms   {median / whole:.4f} of whole"
    )


def in_a_browser() -> list[float]:
    """Return the time from a key press on a slider to the new pace on the page."""
    with tempfile.TemporaryDirectory() as folder:
        project = make_project(Path(folder))
        with explored(project) as address, opened(address) as (page, _):
            run_all(page)
            page.wait_for_timeout(3000)
            times: list[float] = page.evaluate(_PRESS, TICKS)
            return times


def main() -> None:
    """Measure, and print."""
    desk = explore.read_desk(
        str(PROJECT / "data/plans/zhanjiang-2021-2025"),
        str(PROJECT / "data/observations/demonstration"),
        as_of="2024-07-31",
    )
    panel = explore.Explorer(desk, "market_entities")

    def evaluate_all(_: int) -> object:
        return evaluate(desk.plan, desk.observations, desk.jurisdiction, desk.as_of)

    def question(tick: int) -> object:
        return ask(desk, Setting(indicator="market_entities", assume=(f"2024={43 + tick / 100}",)))

    def slide(tick: int) -> object:
        panel.controls.value.value = round(43 + tick / 100, 2)
        return None

    evaluate_all(0)
    whole = sorted(milliseconds(evaluate_all, 5))[2]
    tell("evaluation", [whole], whole)
    tell("library", milliseconds(question), whole)
    tell("panel", milliseconds(slide), whole)
    if "--browser" in sys.argv[1:]:
        tell("browser", in_a_browser(), whole)


if __name__ == "__main__":
    main()
