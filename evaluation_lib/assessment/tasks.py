"""How the plan's tasks stand: what the ledger says, and what their own promises show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from evaluation_lib.assessment.commitments import CommitmentAssessment
from evaluation_lib.assessment.ledger import LedgerState
from evaluation_lib.language import Text
from evaluation_lib.observations.ledger import WorkStatus
from evaluation_lib.plan.commitments import CommitmentType
from evaluation_lib.plan.model import Plan, Task


class TaskState(StrEnum):
    """What is said of a task; `behind` is drawn from its promises, the others from the ledger."""

    DONE = "done"  # 已完成
    UNDER_WAY = "under_way"  # 推进中
    CONTINUOUS = "continuous"  # 常态化推进
    BEHIND = "behind"  # 推进滞后
    NOT_STARTED = "not_started"  # 未启动
    CONSTRAINED = "constrained"  # 受上位政策制约
    UNKNOWN = "unknown"  # 无法判断


@dataclass(frozen=True, slots=True)
class TaskAssessment:
    """Everything judged about one task.

    Attributes:
        ledger: What the ledger holds on it; None where it holds nothing.
        commitments: Judgement of the promises that stand in it.
        concerns: Why it needs attention, beside promises that are missed or behind.
    """

    task: Task
    state: TaskState
    ledger: LedgerState | None
    commitments: tuple[CommitmentAssessment, ...]
    concerns: tuple[Text, ...]

    @property
    def is_hard(self) -> bool:
        """Whether a promise in it has a number or a date of its own."""
        return any(one.commitment.type is not CommitmentType.YES_NO for one in self.commitments)

    @property
    def failing(self) -> tuple[CommitmentAssessment, ...]:
        """The promises in it that are missed or behind."""
        return tuple(one for one in self.commitments if one.is_failing)


def judge_tasks(
    plan: Plan,
    commitments: Sequence[CommitmentAssessment],
    states: Mapping[str, LedgerState],
    *,
    final: bool,
) -> tuple[TaskAssessment, ...]:
    """Judge every task of the plan, in its order.

    Args:
        plan: Gives the tasks.
        commitments: Judgement of the plan's promises.
        states: What the ledger holds, by subject.
        final: Whether the plan has ended, so that work still under way is late.
    """
    by_id = {one.commitment.id: one for one in commitments}
    return tuple(
        _judge(one, tuple(by_id[key] for key in one.commitments), states.get(one.id), final=final)
        for one in plan.tasks
    )


def _judge(
    task: Task,
    commitments: tuple[CommitmentAssessment, ...],
    ledger: LedgerState | None,
    *,
    final: bool,
) -> TaskAssessment:
    failing = [one for one in commitments if one.is_failing]
    state = TaskState(str(ledger.status)) if ledger is not None else TaskState.UNKNOWN
    late = final and ledger is not None and ledger.status is WorkStatus.UNDER_WAY
    if state is not TaskState.NOT_STARTED and (failing or late):
        state = TaskState.BEHIND
    concerns = []
    if late:
        concerns.append(Text("规划期满仍在推进。", "Still under way after the plan has ended."))
    if state is TaskState.NOT_STARTED:
        concerns.append(Text("尚未启动。", "Not started."))
    if state is TaskState.CONSTRAINED:
        concerns.append(Text("受上位政策制约。", "Depends on decisions of higher levels."))
    if ledger is not None and ledger.is_contradicted:
        concerns.append(
            Text("填报与核实的状态不一致。", "What was reported differs from what was verified.")
        )
    return TaskAssessment(task, state, ledger, commitments, tuple(concerns))
