"""The errors a user can cause, each one finished message.

An error carries its message and nothing else, because it has to survive pickling on its way out of
a worker process. Bad *data* are not errors: they are findings, and the report goes on.
"""


class EvaluationError(Exception):
    """Something the user can mend: the message says what, where and how."""


class PlanError(EvaluationError):
    """A plan folder that cannot be read or contradicts itself."""


class ObservationError(EvaluationError):
    """A source of observations that cannot be read as the observation table."""


class JobError(EvaluationError):
    """A job file, job or notebook parameter that names what does not exist."""


class AuthoredError(EvaluationError):
    """Something evaluators wrote for a job that cannot be used as it stands."""


class PublishError(EvaluationError):
    """A report that could not be run, exported or written."""


class ReportError(EvaluationError):
    """A finished report that cannot be read, or that cannot be compared with another."""


class BundleError(EvaluationError):
    """A bundle or key that cannot be opened, or is not what it must be."""


def listed(faults: list[str], *, limit: int = 40) -> str:
    """Return all `faults` as one message, a line each, saying how many were left off."""
    shown = faults[:limit]
    if len(faults) > limit:
        shown.append(f"… and {len(faults) - limit} more.")
    return "\n".join(shown)
