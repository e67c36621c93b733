"""From the cells of a table to values for the observation table, and queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from decimal import Decimal

from evaluation_lib.observations.checks.registry import Severity
from evaluation_lib.observations.forms.entry import Entry, own_unit, shown
from evaluation_lib.observations.forms.faults import confirmable, fault_of_cell
from evaluation_lib.observations.forms.grid import Grid
from evaluation_lib.observations.forms.inquiry import Inquiry
from evaluation_lib.observations.forms.periods import HeaderPeriod, resolve
from evaluation_lib.observations.forms.plausible import Objection, objection
from evaluation_lib.observations.forms.sender import Sender
from evaluation_lib.observations.forms.slot import Slot
from evaluation_lib.observations.names import PlaceKind
from evaluation_lib.observations.period import parse_period
from evaluation_lib.observations.quantities import Doubt, Reading, read_quantity
from evaluation_lib.observations.quantities.model import Unit
from evaluation_lib.observations.queries.kinds import Kind
from evaluation_lib.observations.queries.model import Query
from evaluation_lib.observations.table import Evidence
from evaluation_lib.plan.model import Indicator, Measure, Plan

_PLACE_QUESTIONS = {
    PlaceKind.CITY_LEVEL: Kind.CITY_LEVEL,
    PlaceKind.ZONE: Kind.FUNCTIONAL_ZONE,
}


_REFUSING = frozenset({Kind(doubt) for doubt in Doubt if not doubt.leaves_a_value})
_MISSING = frozenset({Doubt.NOT_APPLICABLE, Doubt.PENDING, Doubt.NOT_PUBLISHED, Doubt.WITHHELD})


class CellReader:
    """Reads the slots of one table; remembers totals and unstated units."""

    def __init__(
        self, plan: Plan, grid: Grid, sender: Sender, inquiry: Inquiry, evidence: Evidence
    ) -> None:
        self._plan, self._grid, self._sender = plan, grid, sender
        self._inquiry, self._evidence = inquiry, evidence
        self._sums: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
        self._assumed: set[str] = set()  # indicators whose unit nobody names
        self._asked_periods: set[tuple[HeaderPeriod, Kind | None]] = set()
        self._told: dict[HeaderPeriod | None, str] = {}  # periods that answers gave
        self._asked_place = False
        self.read = self.given = 0

    def entry(self, slot: Slot) -> Entry | None:
        """Return the value of `slot`, None where none is taken; ask what is to be asked."""
        if slot.place.kind is PlaceKind.TOTAL:
            self._compare_total(slot)
            return None
        if slot.place.kind is not PlaceKind.JURISDICTION:
            self._ask_about_place(slot)
            return None
        quantity = slot.quantity.quantity
        period = self._period(slot)
        if slot.cell is None:
            self._ask_about_blank(slot, period)
            return None
        self.given += 1
        if period is None:
            return None
        entry = self._taken(slot, quantity, period)
        if entry is not None:
            self.read += 1
            self._sums[quantity.id, period] += entry.value
        return entry

    def _ask_about_place(self, slot: Slot) -> None:
        """Ask once for the sheet which place its values are of."""
        if slot.cell is None or self._asked_place:
            return
        self._asked_place = True
        kind = _PLACE_QUESTIONS.get(slot.place.kind, Kind.NO_PLACE)
        if self._sender.contradicts:
            kind = Kind.PLACE_CONFLICT
        self._inquiry.ask(
            kind, sheet=self._grid.name, raw=self._sender.unit, severity=Severity.ERROR
        )

    def _period(self, slot: Slot) -> str | None:
        quantity = slot.quantity.quantity
        header = slot.period.period or HeaderPeriod()
        kind = quantity.kind if isinstance(quantity, Indicator) else None
        text, question = resolve(
            header, rule=quantity.period_rule, kind=kind, report=self._sender.report
        )
        if text is None and (told := self._told_period(slot)) is not None:
            return told
        once = (header, question)
        if question is not None and slot.cell is not None and once not in self._asked_periods:
            self._asked_periods.add(once)
            self._ask(slot, question, reading=text or "")
        return text

    def _told_period(self, slot: Slot) -> str | None:
        """Return the period that an answer gave to this header, if any did."""
        header = slot.period.period
        answer = self._inquiry.answer_about(
            Kind.PERIOD_UNCLEAR,
            self._grid.name,
            slot.address,
            slot.cell.text if slot.cell else "",
        )
        if answer:
            try:
                self._told[header] = parse_period(answer).text
            except ValueError:
                return None
        return self._told.get(header)

    def _ask_about_blank(self, slot: Slot, period: str | None) -> None:
        day = self._sender.published_on
        if period is None or (day and parse_period(period).end.isoformat() > day):
            return
        binding = slot.is_binding
        severity = Severity.WARNING if binding else Severity.NOTE
        self._ask(slot, Kind.NOT_REPORTED, severity=severity)

    def _taken(self, slot: Slot, quantity: Indicator | Measure, period: str) -> Entry | None:
        expected = own_unit(quantity)
        stated = slot.units[0] if slot.units else None
        reading, question = self._reading(slot, expected, stated)
        if question is None and (day := self._sender.published_on):
            end = parse_period(period).end.isoformat()
            if end > day:
                question = self._ask(slot, Kind.PERIOD_NOT_OVER, details={"period": period})
        refused: Objection | None = None
        if question is None or not _refuses(question):
            refused = self._objection(slot, reading, period)
        if refused is not None:
            if question is not None:
                self._inquiry.withdraw(question)
            question = self._ask(
                slot,
                refused.kind,
                proposed=refused.proposals,
                reading="" if refused.refuses else shown(reading, quantity),
                details=refused.details,
            )
        if question is not None and self._inquiry.drops(question):
            return None
        if question is not None and _refuses(question):
            return self._answered(slot, question, expected, stated, period)
        self._ask_about_unit(slot, reading, quantity)
        return self._entry(slot, reading, period, slot.cell.text if slot.cell else "", question)

    def _objection(self, slot: Slot, reading: Reading, period: str) -> Objection | None:
        quantity = slot.quantity.quantity
        return objection(
            reading,
            quantity,
            expected=own_unit(quantity),
            part=slot.place.code != self._plan.jurisdiction,
            year=parse_period(period).year,
        )

    def _reading(
        self, slot: Slot, expected: Unit, stated: Unit | None
    ) -> tuple[Reading, Query | None]:
        """Read the cell; the query is None where the reading is literal."""
        cell = slot.cell
        if cell is None:
            raise ValueError(f"{slot.address}: a blank cell has no reading")
        reading = read_quantity(cell.text, expected=expected, stated=stated)
        fault = fault_of_cell(slot, self._grid)
        if fault is None and reading.value is not None and len(slot.units) > 1:
            own = read_quantity(cell.text, expected=expected)
            fault = Kind.UNIT_CONFLICT if not own.unit_given else None
        if fault is not None:
            return reading, self._ask(slot, fault, proposed=confirmable(slot, fault))
        if not reading.doubts:
            return reading, None
        kind = Kind(reading.doubts[0])
        taken = reading.value is not None
        query = self._ask(
            slot,
            kind,
            reading=shown(reading, slot.quantity.quantity) if taken else "",
            proposed=reading.proposals,
            details={"unit": slot.quantity.quantity.unit},
        )
        return reading, query

    def _answered(
        self, slot: Slot, question: Query, expected: Unit, stated: Unit | None, period: str
    ) -> Entry | None:
        """Take the value that the sender gave in answer to `question`, if it settles on one."""
        answer = self._inquiry.answer_to(question)
        if not answer or question.kind is Kind.PERIOD_NOT_OVER:
            return None
        confirmed = self._inquiry.confirms(question)
        if self._inquiry.is_settled(question) and not confirmed:
            return None
        text = question.proposed[0] if confirmed else answer
        reading = read_quantity(text, expected=expected, stated=stated)
        self._inquiry.withdraw(question)
        own = read_quantity(text, expected=expected)
        if not own.unit_given:
            # Without a unit the answer can be out of scale as the value was.
            against = self._objection(slot, reading, period)
            if against is not None and against.refuses:
                reading = Reading(text, doubts=(Doubt.TENFOLD,))
        if reading.value is None and reading.doubts[0] not in _MISSING:
            self._ask(
                slot, Kind.ANSWER_UNREADABLE, proposed=question.proposed, details={"answer": answer}
            )
            return None
        if reading.value is None:
            return None
        raw = slot.cell.text if slot.cell else ""
        return self._entry(slot, reading, period, f"{raw}（答复：{answer}）", None)

    def _entry(
        self, slot: Slot, reading: Reading, period: str, raw: str, query: Query | None
    ) -> Entry:
        if reading.value is None:
            raise ValueError(f"{slot.address}: no value was read")
        return Entry(
            jurisdiction=slot.place.code,
            quantity=slot.quantity.quantity,
            period=period,
            value=reading.value,
            comparator=reading.comparator,
            definition=slot.definition,
            raw=raw,
            file=self._inquiry.file,
            sheet=self._grid.name,
            cell=slot.address,
            order=(slot.row, slot.column),
            unit=reading.unit.text if reading.unit else "",
            sender=self._sender,
            evidence=self._evidence,
            query=query,
        )

    def _ask_about_unit(self, slot: Slot, reading: Reading, quantity: Indicator | Measure) -> None:
        if reading.unit_given or quantity.id in self._assumed:
            return
        self._assumed.add(quantity.id)
        scaled = reading.unit is not None and (reading.unit.power > 0 or reading.unit.base == "%")
        severity = Severity.WARNING if scaled else Severity.NOTE
        self._ask(
            slot,
            Kind.UNIT_ASSUMED,
            severity=severity,
            reading=shown(reading, quantity),
            details={"unit": quantity.unit},
        )

    def _compare_total(self, slot: Slot) -> None:
        quantity = slot.quantity.quantity
        period = self._period(slot)
        if slot.cell is None or period is None:
            return
        stated = slot.units[0] if slot.units else None
        total = read_quantity(slot.cell.text, expected=own_unit(quantity), stated=stated).value
        read = self._sums.get((quantity.id, period))
        if total is None or read is None or total == read:
            return
        self._ask(slot, Kind.TOTAL_MISMATCH, details={"total": f"{total:f}", "sum": f"{read:f}"})

    def _ask(
        self,
        slot: Slot,
        kind: Kind,
        *,
        reading: str = "",
        proposed: tuple[str, ...] = (),
        severity: Severity | None = None,
        details: Mapping[str, object] | None = None,
    ) -> Query:
        return self._inquiry.ask(
            kind,
            sheet=self._grid.name,
            cell=slot.address,
            raw=slot.cell.text if slot.cell else "",
            reading=reading,
            proposed=proposed,
            binding=slot.is_binding,
            severity=severity,
            details=details,
        )


def _refuses(query: Query) -> bool:
    return query.severity is Severity.ERROR or query.kind in _REFUSING
