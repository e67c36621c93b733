"""What a verification found, each by its cause."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from evaluation_lib.language import Text


class Cause(StrEnum):
    """Why something is not what the bundle says or what a second run gives."""

    TAMPERED = "tampered"  # 无法解释，疑为篡改
    DATA = "data"  # 数据
    CODE = "code"  # 代码版本
    ENVIRONMENT = "environment"  # 运行环境


CAUSES = {
    Cause.TAMPERED: Text("原因不明，疑为篡改", "unexplained, as tampering is"),
    Cause.DATA: Text("数据", "data"),
    Cause.CODE: Text("代码版本", "code version"),
    Cause.ENVIRONMENT: Text("运行环境", "environment"),
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not as it should be.

    Attributes:
        where: File, and place in it where one can be named.
        what: What was found and what was expected.
    """

    cause: Cause
    where: str
    what: Text


@dataclass(frozen=True, slots=True)
class Verification:
    """What became of verifying a bundle.

    Attributes:
        differences: What is wrong; none where all is identical.
        notes: What is other here than where the report was made, without consequence so far.
        files: Number of files whose hash was checked.
        rebuilt: Whether the report was made again; otherwise only hashes were checked.
        signature: What is known of the signature.
    """

    differences: tuple[Difference, ...]
    notes: tuple[Difference, ...]
    files: int
    rebuilt: bool
    signature: Text

    @property
    def is_identical(self) -> bool:
        """Whether nothing differs."""
        return not self.differences
