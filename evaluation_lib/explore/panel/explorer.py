"""The explorer: one indicator on the desk, every control answered at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from evaluation_lib.errors import EvaluationError
from evaluation_lib.explore.code import as_code
from evaluation_lib.explore.drawings import trajectory_drawing
from evaluation_lib.explore.figures.drawing import subtitle_of
from evaluation_lib.explore.panel import readouts
from evaluation_lib.explore.panel.controls import NOTHING, SLIDERS, make_controls, offer, set_reach
from evaluation_lib.explore.panel.pictures import Picture, picture
from evaluation_lib.explore.panel.scenario import Reach, reaches
from evaluation_lib.explore.panel.sending import Sent, is_name, send, usual_name
from evaluation_lib.explore.panel.static import static_blocks
from evaluation_lib.explore.panel.surface import Surface
from evaluation_lib.explore.shown import asked_of
from evaluation_lib.inquiry import Answer, Desk, Setting, View, ask
from evaluation_lib.inquiry.answer import ask_report
from evaluation_lib.inquiry.desk import is_demonstration, series_on
from evaluation_lib.inquiry.questioned import Question
from evaluation_lib.places import find_input
from evaluation_lib.report.exhibits.data import question_texts
from evaluation_lib.report.exhibits.trajectory import title_of
from evaluation_lib.report.narrative.voice import Voice
from evaluation_lib.report.show import Blocks
from evaluation_lib.report.wording.explorer import explorer_words

_DATA = (
    *("view", "indicator", "jurisdiction", "as_of", "since", "model", "rivals", "prior"),
    *("level", "scenario", "origin", "vintage"),
)
_AT_REST: dict[str, Reach | None] = dict.fromkeys(SLIDERS)


class Explorer:
    """One indicator to look at from every side; the value of a notebook cell shows it.

    Without a kernel, on an exported page and in a papermill run it stands still as the report's own
    blocks.

    Attributes:
        desk: What is asked.
        language: `zh` or `en`.
        folder: Folder of the job, to which views are sent; None where it has none.
        controls: The widgets a reader sets; their values can be set by code as well.
        surface: The widgets that show the answer.
    """

    def __init__(
        self, desk: Desk, indicator: str, *, language: str = "zh", job_folder: str = ""
    ) -> None:
        """Open the explorer on one indicator.

        Args:
            desk: Plan and observations, as `read_desk` gives them.
            indicator: Indicator id.
            language: `zh` or `en`.
            job_folder: Folder of the job's authored files; blank where it has none.

        Raises:
            EvaluationError: The plan has no such indicator, or the folder is not there.
        """
        self.desk, self.language = desk, language
        self.folder = Path(find_input(job_folder)) if job_folder else None
        first = asked_of(desk, Setting(indicator=indicator), language)
        answer = ask(desk, first.setting)
        drawing = trajectory_drawing(first, answer, title_of(first, answer))
        self.controls = make_controls(desk, indicator, language)
        self.surface = Surface(self.controls, drawing, language)
        self._reaches = _AT_REST
        self._assumed: set[str] = set()
        self._questions: tuple[Question, ...] = ()
        self._sent: Sent | None = None
        self._quiet = False
        self._listen()
        self._new_subject()

    def setting(self) -> Setting:
        """Return what the controls ask for."""
        of = self.controls
        reached = [(key, self._reaches[key]) for key in SLIDERS if key in self._assumed]
        assume = [f"{one.key}={getattr(of, key).value:.10g}" for key, one in reached if one]
        own = of.jurisdiction.value == self.desk.jurisdiction
        today = of.as_of.value == self.desk.as_of
        usual = of.model.value == (self.desk.model or of.model.options[0][1])
        return Setting(
            view=of.view.value,
            indicator=of.indicator.value,
            jurisdiction="" if own else of.jurisdiction.value,
            as_of=None if today else of.as_of.value,
            since=_chosen(of.since),
            model="" if usual else of.model.value,
            rivals=of.rivals.value,
            prior=of.prior.value,
            level=of.level.value,
            scenario=of.scenario.value,
            assume=tuple(assume) if of.view.value is View.TRAJECTORY else (),
            origin=_chosen(of.origin) if of.view.value is View.BACKTEST else None,
        )

    def _say(self, key: str, **values: object) -> str:
        return explorer_words(self.language, key, **values)

    def _listen(self) -> None:
        for name in _DATA:
            getattr(self.controls, name).observe(self._data_changed, names="value")
        for key in SLIDERS:
            getattr(self.controls, key).observe(self._assume(key), names="value")
        self.controls.question.observe(self._question_chosen, names="value")
        self.controls.reset.on_click(lambda _: self._reset())
        self.controls.copy.on_click(lambda _: self._copy())
        self.controls.send.on_click(lambda _: self._send())
        self.controls.undo.on_click(lambda _: self._undo())
        self.surface.canvas.data[-1].on_click(self._point_clicked)

    @contextmanager
    def _silently(self) -> Iterator[None]:
        """Set controls by code without answering each of them."""
        before, self._quiet = self._quiet, True
        try:
            yield
        finally:
            self._quiet = before

    def _data_changed(self, change: Any) -> None:
        if self._quiet:
            return
        of = self.controls
        if change.owner in (of.indicator, of.jurisdiction, of.as_of):
            self._new_subject()
        else:
            self._show()

    def _assume(self, key: str) -> Any:
        def moved(_: Any) -> None:
            if not self._quiet:
                self._assumed.add(key)
                self._show_assumed()

        return moved

    def _new_subject(self) -> None:
        """Begin with another indicator, place or day: what was assumed of the last is dropped."""
        of = self.controls
        with self._silently():
            self._assumed.clear()
            series = series_on(self.desk, of.as_of.value, of.jurisdiction.value)
            years = [one.year for one in series[of.indicator.value].points]
            of.since.options = [(self._say("since.all"), NOTHING), *((str(y), y) for y in years)]
            of.since.value = NOTHING
            answer = ask_report(self.desk, self.setting())
            self._reaches = reaches(answer)
            for key in SLIDERS:
                year = one.year if (one := self._reaches[key]) else self.desk.plan.end
                set_reach(getattr(of, key), one, self._say(key, year=year))
            of.name.value = usual_name(self.setting())
        self._show()

    def _reset(self) -> None:
        with self._silently():
            self._assumed.clear()
            for key in SLIDERS:
                if one := self._reaches[key]:
                    getattr(self.controls, key).value = one.start
        self._show()

    def _show(self) -> None:
        """Answer everything the controls ask for."""
        asked = asked_of(self.desk, self.setting(), self.language)
        try:
            shown = picture(asked, _chosen(self.controls.vintage))
        except EvaluationError as error:
            self.surface.status.value = str(error)
            return
        self._offer(shown)
        if shown.drawing is not None:
            self.surface.draw(shown.drawing)
        elif shown.figure is not None:
            self.surface.draw_multiples(shown.figure)
        else:
            self.surface.draw_nothing()
        if shown.told is not None:
            self.surface.tabulate(shown.told.tables)
        subtitle = subtitle_of(shown.drawing) if shown.drawing else ""
        self._tell(asked, shown.title, subtitle, shown.before, shown.after)

    def _show_assumed(self) -> None:
        """Answer a slider: only canvas and readouts change, so that it moves at once."""
        if self.controls.view.value is not View.TRAJECTORY:
            with self._silently():
                self.controls.view.value = View.TRAJECTORY
        asked = asked_of(self.desk, self.setting(), self.language)
        try:
            before, after = ask_report(self.desk, asked.setting), ask(self.desk, asked.setting)
        except EvaluationError as error:
            self.surface.status.value = str(error)
            return
        title = title_of(asked, after)
        drawing = trajectory_drawing(asked, after, title)
        self.surface.draw(drawing)
        self._tell(asked, title, subtitle_of(drawing), before, after)

    def _tell(self, asked: Any, title: str, subtitle: str, before: Answer, after: Answer) -> None:
        of = self.surface
        invented = is_demonstration(self.desk, after.as_of, after.jurisdiction)
        with_key = asked.setting.view is View.TRAJECTORY
        of.head.value = readouts.head_html(asked, after, demonstration=invented)
        of.title.value = readouts.title_html(asked, title, subtitle, with_key=with_key)
        of.chance.value = readouts.chance_html(asked, before, after)
        of.pace.value = readouts.pace_html(asked, before, after)
        of.conclusion.value = readouts.conclusion_html(asked, before, after)
        of.status.value = " ".join(one.into(self.language) for one in after.notes)
        of.announcer.text = readouts.announced(asked, title, after)

    def _offer(self, shown: Picture) -> None:
        """Show the controls of the view and hide those of the others."""
        of = self.controls
        view = of.view.value
        with self._silently():
            if view is View.BACKTEST:
                offer(of.origin, [(str(y), y) for y in shown.origins], "—", of.origin.value)
            if view is View.REVISIONS:
                days = [(one.day.isoformat(), n) for n, one in enumerate(shown.vintages)]
                offer(of.vintage, days, "—", of.vintage.value)
            if view is View.QUALITY:
                named = [
                    (f"{one.period} {one.finding.rule}", n) for n, one in enumerate(shown.questions)
                ]
                self._questions = shown.questions
                offer(of.question, named, self._say("question.none"), of.question.value)
            of.name.value = usual_name(self.setting())
        for control, own in (
            (of.origin, View.BACKTEST),
            (of.vintage, View.REVISIONS),
            (of.question, View.QUALITY),
        ):
            control.layout.display = "" if view is own else "none"
        self._question_chosen(None)

    def _question_chosen(self, _: Any) -> None:
        """Show source, cell and quote of the finding that is chosen."""
        place = _chosen(self.controls.question)
        if self.controls.view.value is not View.QUALITY or place is None:
            self.surface.cell.value = ""
            return
        asked = asked_of(self.desk, self.setting(), self.language)
        indicator = self.desk.plan.indicator(self.controls.indicator.value)
        voice = Voice(indicator, self.language)
        texts = question_texts(asked, self._questions[place], voice)
        self.surface.cell.value = readouts.cell_html(asked, texts)

    def _point_clicked(self, trace: Any, points: Any, _: Any) -> None:
        if points.point_inds and trace.customdata is not None:
            self.controls.question.value = int(trace.customdata[points.point_inds[0]])

    def _copy(self) -> None:
        code = as_code(self.desk, self.setting(), self.language)
        self.surface.code.value = code
        self.surface.code.layout.display = ""
        self.surface.announcer.clipboard = code
        known = all(self.desk.places)
        self.surface.status.value = self._say("copied" if known else "no_places")

    def _send(self) -> None:
        name = self.controls.name.value.strip()
        if self.folder is None:
            self.surface.status.value = self._say("no_folder")
        elif not is_name(name):
            self.surface.status.value = self._say("bad_name", name=name)
        else:
            note = self.controls.note.value.strip()
            self._sent = send(self.desk, self.setting(), self.folder, name=name, note=note)
            self.surface.status.value = self._say("sent", file=self._sent.file)
            self.controls.undo.layout.display = ""

    def _undo(self) -> None:
        if self._sent is not None:
            self._sent.undo()
            self.surface.status.value = self._say("undone", file=self._sent.file)
            self.controls.undo.layout.display = "none"
            self._sent = None

    def blocks(self) -> Blocks:
        """Return every view of the indicator as a report prints it."""
        return static_blocks(self.desk, self.setting(), self.language)

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        """Return the widget for a live notebook and the report's blocks for everything else."""
        still = self.blocks()._repr_mimebundle_(include, exclude)
        live: dict[str, Any] = self.surface.box._repr_mimebundle_() or {}
        return {**live, **still}


def _chosen(control: Any) -> int | None:
    return None if control.value in (NOTHING, None) else int(control.value)
