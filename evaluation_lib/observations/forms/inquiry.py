"""Questions as they arise while one file is read, and the answers given before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from evaluation_lib.observations.checks.registry import Severity
from evaluation_lib.observations.queries.kinds import Kind
from evaluation_lib.observations.queries.model import Query, query_id
from evaluation_lib.observations.queries.reasons import reason_of, severity_of

MOST_OF_A_KIND = 500  # in one file; a form with more needs a telephone, not a list
_CONFIRMS = frozenset({"确认", "属实", "同意", "是", "无误", "已核实", "confirmed", "yes", "ok"})
_DROPS = frozenset({"忽略", "不采用", "不予采用", "ignore", "drop"})


@dataclass(slots=True)
class Inquiry:
    """Collects the queries of one file.

    Attributes:
        file: File name.
        answers: Answers by query id, from earlier rounds.
        addressee: Who filled the form in.
        queries: Asked so far; what an answer settled is not among them.
    """

    file: str
    answers: Mapping[str, str]
    addressee: str = ""
    queries: list[Query] = field(default_factory=list)
    _asked: Counter[Kind] = field(default_factory=Counter)

    def ask(
        self,
        kind: Kind,
        *,
        sheet: str = "",
        cell: str = "",
        raw: str = "",
        reading: str = "",
        proposed: tuple[str, ...] = (),
        binding: bool = False,
        severity: Severity | None = None,
        details: Mapping[str, object] | None = None,
    ) -> Query:
        """Ask, unless the sender has confirmed the same before; return the query either way."""
        query = Query(
            file=self.file,
            sheet=sheet,
            cell=cell,
            kind=kind,
            severity=severity or severity_of(kind),
            raw=raw,
            reading=reading,
            reason=reason_of(kind, **(details or {})),
            addressee=self.addressee,
            proposed=proposed,
            binding=binding,
        )
        if not self.is_settled(query):
            self._enter(query)
        return query

    def _enter(self, query: Query) -> None:
        """Keep the query, or after hundreds of one kind only say once that there are more."""
        self._asked[query.kind] += 1
        if self._asked[query.kind] <= MOST_OF_A_KIND:
            self.queries.append(query)
        elif self._asked[query.kind] == MOST_OF_A_KIND + 1:
            self.ask(Kind.MANY_MORE, sheet=query.sheet, raw=query.kind, severity=query.severity)

    def answer_to(self, query: Query) -> str:
        """Return the answer given to `query` before, blank where there is none."""
        return self.answers.get(query.id, "").strip()

    def answer_about(self, kind: Kind, sheet: str, cell: str, raw: str) -> str:
        """Return the answer given to such a question before it is asked again."""
        return self.answers.get(query_id(self.file, sheet, cell, kind, raw), "").strip()

    def is_settled(self, query: Query) -> bool:
        """Return whether the answer leaves nothing to be asked."""
        answer = self.answer_to(query).casefold()
        decidable = query.severity is not Severity.ERROR or len(query.proposed) == 1
        return answer in _DROPS or (answer in _CONFIRMS and decidable)

    def drops(self, query: Query) -> bool:
        """Return whether the answer says that the value is not to be used."""
        return self.answer_to(query).casefold() in _DROPS

    def drops_about(self, kind: Kind, sheet: str, cell: str, raw: str) -> bool:
        """Return whether such a question was answered by not using the value."""
        return self.answer_about(kind, sheet, cell, raw).casefold() in _DROPS

    def confirms(self, query: Query) -> bool:
        """Return whether the answer takes the one reading that was proposed."""
        return self.answer_to(query).casefold() in _CONFIRMS and len(query.proposed) == 1

    def withdraw(self, query: Query) -> None:
        """Drop a question that its answer has settled."""
        self.queries = [one for one in self.queries if one is not query]
